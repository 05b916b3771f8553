"""Why an account does not add up: the likely cause, as experience knows it.

A count that differs from the account leaves a pattern: one stack over and another under by the same
number, one kind over and another under in the same stack, a pack that nobody counted.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from precinct_app.domain.accounts import PACK, SAFE, STACK
from precinct_app.domain.day import Day


class Gap(NamedTuple):
    """A holder whose papers were counted as more (or fewer, below 0) than the account says."""

    ballot: str
    holder: str
    over: int


class Cause(NamedTuple):
    """A likely cause, by its code, with the facts of its sentence."""

    code: str
    facts: Mapping[str, str | int]


def gaps(day: Day) -> tuple[Gap, ...]:
    """List where the counted papers differ from the account."""
    found = []
    for ballot, kind in day.kinds.items():
        for holder, counted in kind.counted.items():
            over = counted - day.left(ballot, holder)
            if over:
                found.append(Gap(ballot, holder, over))
    return tuple(found)


def causes(day: Day) -> tuple[Cause, ...]:
    """Name the likely cause of each gap; one that fits no pattern is told as not known."""
    open_gaps = gaps(day)
    explained: set[Gap] = set()
    found: list[Cause] = []
    for cause, of in (*_charged(open_gaps), *_swapped(open_gaps), *_uncounted(day, open_gaps)):
        if not explained & set(of):
            explained |= set(of)
            found.append(cause)
    for gap in open_gaps:
        if gap not in explained:
            code = "papers_over" if gap.over > 0 else "papers_short"
            facts: dict[str, str | int] = {
                "ballot": gap.ballot,
                "holder": gap.holder,
                "count": abs(gap.over),
            }
            found.append(Cause(code, facts))
    return tuple(found)


_Found = tuple[Cause, tuple[Gap, ...]]


def _pairs(found: tuple[Gap, ...]) -> Iterator[tuple[Gap, Gap]]:
    """Pair each surplus with each shortage of the same number."""
    for over in found:
        for short in found:
            if over.over > 0 and over.over == -short.over:
                yield over, short


def _charged(found: tuple[Gap, ...]) -> Iterator[_Found]:
    """Find one stack over and another under: the issue was charged to the wrong member."""
    for over, short in _pairs(found):
        stacks = over.holder.startswith(STACK) and short.holder.startswith(STACK)
        if stacks and over.ballot == short.ballot:
            facts: dict[str, str | int] = {
                "ballot": over.ballot,
                "member": over.holder.removeprefix(STACK),
                "other": short.holder.removeprefix(STACK),
                "count": over.over,
            }
            yield Cause("charged_to_wrong_member", facts), (over, short)


def _swapped(found: tuple[Gap, ...]) -> Iterator[_Found]:
    """Find one kind over and another under in one stack: the wrong colour was given."""
    for over, short in _pairs(found):
        if over.holder == short.holder and over.ballot != short.ballot:
            facts: dict[str, str | int] = {
                "holder": over.holder,
                "ballot": over.ballot,
                "other_ballot": short.ballot,
                "count": over.over,
            }
            yield Cause("wrong_colour", facts), (over, short)


def _uncounted(day: Day, found: tuple[Gap, ...]) -> Iterator[_Found]:
    """Find a difference in the safe where a pack was never counted."""
    sealed = {ballot: pack for pack, ballot in day.sealed_packs.items()}
    for gap in found:
        in_safe = gap.holder == SAFE or gap.holder.startswith(PACK)
        if in_safe and gap.ballot in sealed:
            facts: dict[str, str | int] = {
                "ballot": gap.ballot,
                "pack": sealed[gap.ballot],
                "count": abs(gap.over),
            }
            yield Cause("pack_not_counted", facts), (gap,)
