"""Disputed ballots, and the one recount that a proxy may ask for."""

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.kinds import Dispute, Recount
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_not_after
from precinct_app.domain.required_closing import (
    require_counted_number,
    require_unsigned,
    require_words,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BallotDisputed:
    """The commission voted on a disputed ballot (art. 43(7))."""

    kind: ClassVar[str] = "ballot_disputed"
    version: ClassVar[int] = 1
    ballot: str
    votes_for: int
    against: int
    valid: bool
    note: Free


@dataclass(frozen=True, slots=True)
class RecountBegun:
    """The kind is counted once more, on the written application of a proxy (art. 43(7-1))."""

    kind: ClassVar[str] = "recount_begun"
    version: ClassVar[int] = 1
    ballot: str
    proxy: str
    paper: str


Events = BallotDisputed | RecountBegun


@verb(phases=AFTER_VOTING, article="43(7)")
def dispute_ballot(
    day: Day, act: Act, ballot: str, votes_for: int, against: int, note: str = ""
) -> BallotDisputed:
    """Record the vote on a disputed ballot; valid takes more than half of all members."""
    require_unsigned(day, act, ballot)
    members = sum(member.counts for member in day.members.values())
    for number in (votes_for, against):
        require_counted_number(number)
    if votes_for + against > members:
        raise Refusal(Reason.TOO_MANY_VOTES, "43(7)", votes=votes_for + against, members=members)
    return BallotDisputed(ballot, votes_for, against, 2 * votes_for > members, tidy(note))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(7-1)", witness="always")
def recount(day: Day, act: Act, ballot: str, proxy: str, paper: str) -> RecountBegun:
    """Count a kind once more, on a proxy's written application inside the hours (art. 43(7-1))."""
    kind = require_unsigned(day, act, ballot)
    proxy, paper = require_words(proxy), require_words(paper)
    if kind.result is None:
        raise Refusal(Reason.NOT_COUNTED, "43(7-1)", ballot=ballot)
    if kind.recounts:
        act.hold(Refusal(Reason.RECOUNTED, "43(7-1)", ballot=ballot))
    require_not_after(day, act, "count_ends", "43(7-1)")
    return RecountBegun(ballot, proxy, paper)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a dispute or a recount."""
    kind = day.kind(event.ballot)
    match event:
        case BallotDisputed(votes_for=votes_for, against=against, valid=valid, note=note):
            dispute = Dispute(entry.id, votes_for, against, valid, note)
            kind = replace(kind, disputes=(*kind.disputes, dispute))
        case RecountBegun(proxy=proxy, paper=paper):
            again = Recount(entry.id, proxy, paper, kind.sheet)
            kind = replace(kind, sheet=None, confirmed="", recounts=(*kind.recounts, again))
        case _:
            assert_never(event)
    day.kinds[event.ballot] = kind
