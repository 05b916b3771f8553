"""Voting opens, and voting ends."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS, Role
from precinct_app.domain.phases import SETTING_UP, VOTING, Phase
from precinct_app.domain.required import require_not_before
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class VotingOpened:
    """Voting has begun; from here on ballots are issued."""

    kind: ClassVar[str] = "voting_opened"
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class VotingEnded:
    """The chairman announced the end of voting."""

    kind: ClassVar[str] = "voting_ended"
    version: ClassVar[int] = 1


Events = VotingOpened | VotingEnded


@verb(phases=SETTING_UP, roles=frozenset({Role.CHAIRMAN}), article="38(1)")
def open_voting(day: Day, act: Act, precinct: str) -> VotingOpened:
    """Open voting; the chairman types the number of the precinct (arts 38, 40)."""
    if precinct.strip() != day.precinct.number:
        raise Refusal(Reason.PRECINCT_DIFFERS, precinct=day.precinct.number)
    stated = day.list_act
    if stated is None:
        act.hold(Refusal(Reason.LIST_ACT_MISSING, "26-1(1)"))
    elif stated.voters != day.roll.size and not stated.explanation:
        no = Refusal(Reason.LIST_DIFFERS, "26-1(1)", stated=stated.voters, voters=day.roll.size)
        act.hold(no)
    require_not_before(day, act, "voting_begins")
    return VotingOpened()


@verb(phases=VOTING, roles=LEADERS, article="43(1)")
def end_voting(day: Day, act: Act) -> VotingEnded:
    """End voting at the hour of the law (arts 38(1), 43(1))."""
    require_not_before(day, act, "voting_ends")
    return VotingEnded()


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the opening or the end."""
    match event:
        case VotingOpened():
            expected, phase = Phase.SETUP, Phase.VOTING
        case VotingEnded():
            expected, phase = Phase.VOTING, Phase.ENDED
        case _:
            assert_never(event)
    if day.phase is not expected:
        day.note_conflict(entry, "phase", phase=str(day.phase))
    # Two desks may both open the day; it never goes back by that.
    day.phase = max(day.phase, phase, key=list(Phase).index)
