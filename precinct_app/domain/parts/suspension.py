"""Voting stands still for a time, and goes on."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING, VOTING
from precinct_app.domain.preparation import Suspension
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class VotingSuspended:
    """Voting does not go on, for a reason that was written down."""

    kind: ClassVar[str] = "voting_suspended"
    version: ClassVar[int] = 1
    reason: str


@dataclass(frozen=True, slots=True)
class VotingResumed:
    """Voting goes on."""

    kind: ClassVar[str] = "voting_resumed"
    version: ClassVar[int] = 1


Events = VotingSuspended | VotingResumed


@verb(phases=VOTING, roles=LEADERS)
def suspend_voting(day: Day, act: Act, reason: str) -> VotingSuspended:
    """Suspend voting with a written reason; nothing is issued until it is resumed."""
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    if day.suspended:
        raise Refusal(Reason.SUSPENDED, entry=day.suspended)
    return VotingSuspended(tidy(reason))


@verb(phases=FROM_THE_OPENING, roles=LEADERS)
def resume_voting(day: Day, act: Act) -> VotingResumed:
    """Let voting go on; after its end, for those who were inside then."""
    if not day.suspended:
        raise Refusal(Reason.NOT_SUSPENDED)
    since = datetime.fromisoformat(day.suspensions[-1].since)
    # Only what people state is judged: a laptop whose clock was set back must still go on.
    if act.happened != act.now and act.happened < since:
        raise Refusal(Reason.TOO_EARLY, hour=since.strftime("%H:%M"))
    return VotingResumed()


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a suspension; two desks may both suspend, or both resume."""
    match event:
        case VotingSuspended(reason=reason):
            if not day.suspended:
                day.suspensions.append(Suspension(entry.id, entry.happened, reason))
        case VotingResumed():
            if day.suspended:
                last = day.suspensions[-1]
                day.suspensions[-1] = last._replace(resumed=entry.id, until=entry.happened)
        case _:
            assert_never(event)
