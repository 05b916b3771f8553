"""Why an account does not add up: the likely cause, as experience knows it.

A count that differs from the account leaves a pattern: one stack over and another under by the same
number, one kind over and another under in the same stack, a pack that nobody counted. A pattern that
fits in two ways is no cause: a name that is only guessed would mislead.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from precinct_app.domain.accounts import SAFE, STACK
from precinct_app.domain.day import Day


class Likely(StrEnum):
    """What a chairman looks at first; each has a sentence with what to do."""

    CHARGED_TO_WRONG_MEMBER = "charged_to_wrong_member"
    NOT_HANDED_OVER = "not_handed_over"
    WRONG_COLOUR = "wrong_colour"
    PACK_NOT_COUNTED = "pack_not_counted"
    PAPERS_OVER = "papers_over"
    PAPERS_SHORT = "papers_short"


class Gap(NamedTuple):
    """A holder whose papers were counted as more (or fewer, below 0) than the account says."""

    ballot: str
    holder: str
    over: int


class Cause(NamedTuple):
    """A likely cause, by its code, with the facts of its sentence."""

    code: Likely
    facts: Mapping[str, str | int]


_Pair = tuple[Gap, Gap]


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
    """Name the likely cause of each gap; one that fits no pattern is told as it is."""
    open_gaps = gaps(day)
    pairs = dict(_unmistakable(open_gaps))
    paired = {gap for pair in pairs for gap in pair}
    alone = [_alone(day, gap) for gap in open_gaps if gap not in paired]
    return (*pairs.values(), *alone)


def _unmistakable(found: tuple[Gap, ...]) -> Iterator[tuple[_Pair, Cause]]:
    """Go through the pairs that belong together, and neither to a third."""
    fitting = [
        ((over, short), cause)
        for over in found
        for short in found
        if over.over > 0 and over.over == -short.over and (cause := _together(over, short))
    ]
    times = Counter(gap for pair, _ in fitting for gap in pair)
    return (one for one in fitting if all(times[gap] == 1 for gap in one[0]))


def _together(over: Gap, short: Gap) -> Cause | None:
    """Say why one may be over because the other is short by the same number."""
    if over.holder == short.holder:
        return Cause(
            Likely.WRONG_COLOUR,
            {
                "holder": over.holder,
                "ballot": over.ballot,
                "other_ballot": short.ballot,
                "count": over.over,
            },
        )
    if over.ballot != short.ballot:
        return None
    facts: dict[str, str | int] = {"ballot": over.ballot, "count": over.over}
    holders = (over.holder, short.holder)
    if all(holder.startswith(STACK) for holder in holders):
        member, other = (holder.removeprefix(STACK) for holder in holders)
        return Cause(Likely.CHARGED_TO_WRONG_MEMBER, {**facts, "member": member, "other": other})
    if SAFE in holders:
        named = {"holder": over.holder, "other_holder": short.holder}
        return Cause(Likely.NOT_HANDED_OVER, {**facts, **named})
    return None


def _alone(day: Day, gap: Gap) -> Cause:
    """Say what a gap may be that has no counterpart."""
    facts: dict[str, str | int] = {"ballot": gap.ballot, "count": abs(gap.over)}
    sealed = [pack for pack, ballot in day.sealed_packs.items() if ballot == gap.ballot]
    if gap.holder == SAFE and sealed:
        papers = ", ".join(paper for pack in sealed if (paper := day.receipts[pack].paper))
        return Cause(Likely.PACK_NOT_COUNTED, {**facts, "packs": len(sealed), "paper": papers})
    code = Likely.PAPERS_OVER if gap.over > 0 else Likely.PAPERS_SHORT
    return Cause(code, {**facts, "holder": gap.holder})
