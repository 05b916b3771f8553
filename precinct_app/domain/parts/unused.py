"""Unused ballots: counted per holder, settled by act, cancelled before any box."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import (
    CANCELLED,
    MISSING,
    PUT_ASIDE,
    SAFE,
    SURPLUS,
    WAY,
    Move,
    in_safe,
    stack,
)
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_not_announced
from precinct_app.domain.required_closing import require_counted_number, require_home, require_words
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


class Deviation(StrEnum):
    """Why a holder has fewer or more papers than the account says (practice 4.3)."""

    STUCK = "stuck_together"
    SHORT_PACK = "short_pack"
    DOUBLE = "double_on_paper"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class UnusedCounted:
    """The unused papers of a kind, per holder."""

    kind: ClassVar[str] = "unused_counted"
    version: ClassVar[int] = 1
    ballot: str
    counted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UnusedCountedAgain:
    """Another member counted what had differed from the account."""

    kind: ClassVar[str] = "unused_counted_again"
    version: ClassVar[int] = 1
    ballot: str
    counted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UnusedSettled:
    """What a holder has too few or too many stands as missing or surplus, by act."""

    kind: ClassVar[str] = "unused_settled"
    version: ClassVar[int] = 1
    ballot: str
    holder: str
    cause: str
    paper: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotsCancelled:
    """Unused and spoiled papers of a kind are cancelled (art. 43(4))."""

    kind: ClassVar[str] = "ballots_cancelled"
    version: ClassVar[int] = 1
    ballot: str
    moves: tuple[Move, ...]


Events = UnusedCounted | UnusedCountedAgain | UnusedSettled | BallotsCancelled


@verb(phases=AFTER_VOTING, article="43(4)")
def count_unused(day: Day, act: Act, ballot: str, counted: Mapping[str, int]) -> UnusedCounted:
    """Count the unused papers of a kind, holder by holder; the safe counts as one (art. 43(4))."""
    require_ballot(day, ballot)
    require_home(day, act)
    require_not_announced(day, act, (ballot,))
    _require_holders(day, ballot, counted, day.accounts.unused(ballot))
    return UnusedCounted(ballot, dict(counted))


@verb(phases=AFTER_VOTING, article="43(4)")
def count_unused_again(
    day: Day, act: Act, ballot: str, counted: Mapping[str, int]
) -> UnusedCountedAgain:
    """Count again, by another member, what differs from the account (practice 4.3)."""
    require_ballot(day, ballot)
    require_not_announced(day, act, (ballot,))
    kind = day.kind(ballot)
    if act.by == kind.counted_by:
        act.hold(Refusal(Reason.ANOTHER_MEMBER, member=act.by))
    differing = {one for one, n in kind.unused.items() if n != day.left(ballot, one)}
    if not differing:
        raise Refusal(Reason.NOTHING_DIFFERS, ballot=ballot)
    _require_holders(day, ballot, counted, differing)
    return UnusedCountedAgain(ballot, dict(counted))


@verb(phases=AFTER_VOTING, article="43(4)", witness="always")
def settle_unused(
    day: Day, act: Act, ballot: str, holder: str, cause: str, paper: str
) -> UnusedSettled:
    """Let what is too few or too many at a holder stand as missing or surplus, by act."""
    require_ballot(day, ballot)
    require_not_announced(day, act, (ballot,))
    if cause not in tuple(Deviation):
        raise Refusal(Reason.DEVIATION_UNKNOWN, cause=cause)
    paper = require_words(paper)
    kind, left = day.kind(ballot), day.left(ballot, holder)
    counted = kind.counted.get(holder, left)
    if counted == left:
        raise Refusal(Reason.NOTHING_DIFFERS, ballot=ballot)
    if holder not in kind.unused_again:
        act.hold(Refusal(Reason.COUNT_AGAIN, "43(4)", ballot=ballot, holder=holder))
    moves: tuple[Move, ...] = (Move(ballot, SURPLUS, holder, counted - left),)
    if counted < left:
        moves = _taken(day, ballot, holder, left - counted, MISSING)
    return UnusedSettled(ballot, holder, cause, paper, moves)


@verb(phases=AFTER_VOTING, article="43(4)", witness="always")
def cancel_ballots(day: Day, act: Act, ballot: str) -> BallotsCancelled:
    """Cancel all unused and spoiled papers of a kind, before any box is opened (art. 43(4))."""
    require_ballot(day, ballot)
    kind, unused = day.kind(ballot), day.accounts.unused(ballot)
    aside = {one: day.left(ballot, one) for one in PUT_ASIDE if day.left(ballot, one) > 0}
    require_not_announced(day, act, (ballot,))
    if kind.cancelled and not unused and not aside:
        raise Refusal(Reason.ALREADY_CANCELLED, ballot=ballot)
    if day.count_begun:
        act.hold(Refusal(Reason.CANCELLED_LATE, "43(4)", ballot=ballot))
    require_home(day, act)
    if not kind.counted_by:
        act.hold(Refusal(Reason.UNUSED_UNCOUNTED, "43(4)", ballot=ballot))
    for holder in sorted({*unused, *kind.counted}):
        if kind.counted.get(holder) != unused.get(holder, 0):
            act.hold(Refusal(Reason.UNUSED_DIFFERS, "43(4)", ballot=ballot, holder=holder))
    papers = {**unused, **aside}
    moves = (_taken(day, ballot, one, n, CANCELLED) for one, n in papers.items() if n > 0)
    return BallotsCancelled(ballot, tuple(move for taken in moves for move in taken))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the unused ballots."""
    kind = day.kind(event.ballot)
    match event:
        case UnusedCounted(ballot=ballot, counted=counted):
            day.kinds[ballot] = replace(kind, unused=counted, counted_by=entry.by, unused_again={})
        case UnusedCountedAgain(ballot=ballot, counted=counted):
            again = {**kind.unused_again, **counted}
            day.kinds[ballot] = replace(kind, unused_again=again)
        case UnusedSettled(moves=moves):
            day.transfer(entry, moves)
        case BallotsCancelled(ballot=ballot, moves=moves):
            day.transfer(entry, moves)
            _take_off_the_way(day, moves)
            if day.count_begun:
                day.note_conflict(entry, "cancelled_late", ballot=ballot)
            unused = sum(move.papers for move in moves if move.source not in PUT_ASIDE)
            day.kinds[ballot] = replace(
                kind,
                unused={},
                unused_again={},
                counted_by="",
                cancelled=kind.cancelled or entry.id,
                cancelled_unused=kind.cancelled_unused + unused,
            )
        case _:
            assert_never(event)


def _take_off_the_way(day: Day, moves: tuple[Move, ...]) -> None:
    """Let nobody wait for papers that were cancelled on the way between two members."""
    for move in moves:
        handover = move.source.removeprefix(WAY)
        found = day.handovers.get(handover)
        if found and move.source.startswith(WAY):
            left = tuple(one for one in found.amounts if one[0] != move.ballot)
            day.handovers[handover] = found._replace(amounts=left, open=found.open and bool(left))


def _require_holders(
    day: Day, ballot: str, counted: Mapping[str, int], due: Mapping[str, int] | set[str]
) -> None:
    """Refuse a holder who can't have papers, a number that can't be, and a holder left out."""
    unused = day.accounts.unused(ballot)
    known = {*unused, SAFE, *(stack(member) for member in day.members)}
    for holder, number in counted.items():
        if holder not in known:
            raise Refusal(Reason.HOLDER_UNKNOWN, holder=holder)
        require_counted_number(number)
    for holder in sorted(due):
        if holder not in counted:
            raise Refusal(Reason.HOLDER_LEFT_OUT, ballot=ballot, holder=holder)


def _taken(day: Day, ballot: str, holder: str, count: int, target: str) -> tuple[Move, ...]:
    """Take papers of a holder; those of the safe come out of its packs, the oldest first."""
    if not in_safe(holder):
        return (Move(ballot, holder, target, count),)
    moves = []
    for pack, held in day.accounts.safe_packs(ballot):
        if taken := min(held, count):
            moves.append(Move(ballot, pack, target, taken))
            count -= taken
    return tuple(moves)
