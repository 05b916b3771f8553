"""The count, kind by kind: papers of the boxes, and the tally sheet twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from precinct_app.domain.closing_state import CountOrder
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.kinds import Sheet
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_decision
from precinct_app.domain.required_closing import (
    require_announced,
    require_boxes_open,
    require_cancelled,
    require_counted_number,
    require_in_hours,
    require_sheet,
    require_unsigned,
    require_words,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class CountOrderSet:
    """The order in which the kinds are counted, and at how many tables."""

    kind: ClassVar[str] = "count_order_set"
    version: ClassVar[int] = 1
    order: tuple[str, ...]
    tables: int
    decision: Free


@dataclass(frozen=True, slots=True)
class StationaryCounted:
    """All papers of a kind out of the stationary boxes (line 10b)."""

    kind: ClassVar[str] = "stationary_counted"
    version: ClassVar[int] = 1
    ballot: str
    papers: int


@dataclass(frozen=True, slots=True)
class VotesCounted:
    """The tally sheet of a kind as one member typed it; ``reason`` where it replaces a sheet."""

    kind: ClassVar[str] = "votes_counted"
    version: ClassVar[int] = 1
    ballot: str
    votes: Mapping[str, int]
    against_all: int
    invalid: int
    reason: Free


@dataclass(frozen=True, slots=True)
class VotesConfirmed:
    """Another member typed the same sheet without seeing it."""

    kind: ClassVar[str] = "votes_confirmed"
    version: ClassVar[int] = 1
    ballot: str


Events = CountOrderSet | StationaryCounted | VotesCounted | VotesConfirmed


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(1)")
def set_count_order(
    day: Day, act: Act, order: tuple[str, ...], tables: int = 1, decision: int = 0
) -> CountOrderSet:
    """Set the order of the count; two tables at once want a decision (practice 4.6)."""
    if sorted(order) != sorted(day.election.ballot_ids) or tables not in (1, 2):
        raise Refusal(Reason.BAD_ARGUMENT, argument="order")
    ruling = require_decision(day, act, decision) if tables > 1 else ""
    return CountOrderSet(order, tables, ruling)


@verb(phases=AFTER_VOTING, article="43(3-1)")
def count_stationary(day: Day, act: Act, ballot: str, papers: int) -> StationaryCounted:
    """Count all papers of a kind out of the stationary boxes, before any mark is read."""
    require_unsigned(day, act, ballot)
    require_counted_number(papers)
    _require_ready(day, act, ballot)
    return StationaryCounted(ballot, papers)


@verb(phases=AFTER_VOTING, article="43(4-1)", witness="by_rule")
def count_votes(
    day: Day,
    act: Act,
    ballot: str,
    votes: Mapping[str, int],
    against_all: int,
    invalid: int,
    reason: str = "",
) -> VotesCounted:
    """State the tally sheet of a kind: votes per option, against all, invalid (art. 43(4-1)).

    ``invalid`` are those of the piles; papers of a portable box that was declared invalid are
    added by themselves. A confirmed sheet is replaced by two persons with a reason.
    """
    kind = require_unsigned(day, act, ballot)
    require_sheet(day, ballot, votes, against_all, invalid)
    if kind.confirmed:
        require_words(reason)
        if not act.witness:
            raise Refusal(Reason.WITNESS_MISSING)
    _require_ready(day, act, ballot)
    if kind.stationary is None:
        act.hold(Refusal(Reason.STATIONARY_UNCOUNTED, "43(3-1)", ballot=ballot))
    _require_turn(day, act, ballot)
    return VotesCounted(ballot, dict(votes), against_all, invalid, tidy(reason))


@verb(phases=AFTER_VOTING, article="43(4-1)")
def confirm_votes(
    day: Day, act: Act, ballot: str, votes: Mapping[str, int], against_all: int, invalid: int
) -> VotesConfirmed:
    """State the tally sheet again, by another member who has not seen the first one."""
    kind = require_unsigned(day, act, ballot)
    require_sheet(day, ballot, votes, against_all, invalid)
    if kind.sheet is None:
        raise Refusal(Reason.NOT_COUNTED, "43(4-1)", ballot=ballot)
    if act.by == kind.sheet.by:
        act.hold(Refusal(Reason.ANOTHER_MEMBER, member=act.by))
    if Sheet(dict(votes), against_all, invalid, kind.sheet.by) != kind.sheet:
        raise Refusal(Reason.SHEETS_DIFFER, ballot=ballot)
    return VotesConfirmed(ballot)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the count."""
    if isinstance(event, CountOrderSet):
        day.count_order = CountOrder(entry.id, event.order, event.tables, event.decision)
        return
    kind, ballot = day.kind(event.ballot), event.ballot
    before = (*kind.sheets_before, kind.sheet) if kind.sheet else kind.sheets_before
    match event:
        case StationaryCounted(papers=papers):
            kind = replace(kind, stationary=papers)
        case VotesCounted(votes=votes, against_all=against_all, invalid=invalid):
            sheet = Sheet(votes, against_all, invalid, entry.by)
            kind = replace(kind, sheet=sheet, confirmed="", sheets_before=before)
        case VotesConfirmed():
            kind = replace(kind, confirmed=entry.id)
        case _:
            assert_never(event)
    day.kinds[ballot] = kind


def _require_ready(day: Day, act: Act, ballot: str) -> None:
    """Hold back a count whose papers are not all out, or whose figures are not known."""
    require_ballot(day, ballot)
    require_cancelled(day, act, ballot)
    require_announced(day, act, ballot)
    require_boxes_open(day, act)
    require_in_hours(day, act, (ballot,))


def _require_turn(day: Day, act: Act, ballot: str) -> None:
    """Hold back a kind before those that the commission counts first."""
    order = day.count_order
    if order is None:
        return
    earlier = order.ballots[: order.ballots.index(ballot)]
    waiting = [one for one in earlier if day.kind(one).result is None]
    if len(waiting) >= order.tables:
        act.hold(Refusal(Reason.OUT_OF_TURN, ballot=waiting[0]))
