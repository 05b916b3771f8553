"""Issuing: the ballots of one voter, one row."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import VOTERS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handing, Holding
from precinct_app.domain.phases import FROM_THE_OPENING, VOTING
from precinct_app.domain.required import (
    require_ballot,
    require_entitled,
    require_not_announced,
    require_not_before,
    require_stack,
    require_voter,
)
from precinct_app.domain.required_outside import require_not_on_road
from precinct_app.domain.required_voting import require_voting
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import came_himself
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BallotsIssued:
    """A voter received ballots from the stack of the issuer."""

    kind: ClassVar[str] = "ballots_issued"
    version: ClassVar[int] = 1
    voter: str
    issuer: str
    assistant: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotsDeclined:
    """A voter did not want these ballots."""

    kind: ClassVar[str] = "ballots_declined"
    version: ClassVar[int] = 1
    voter: str
    ballots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BallotsDeferred:
    """These ballots are to be given to the voter later."""

    kind: ClassVar[str] = "ballots_deferred"
    version: ClassVar[int] = 1
    voter: str
    ballots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssistantNamed:
    """The person who helps the voter in the booth (art. 41(6))."""

    kind: ClassVar[str] = "assistant_named"
    version: ClassVar[int] = 1
    voter: str
    assistant: Free


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """A note beside the voter's row; never a word on how anybody voted."""

    kind: ClassVar[str] = "note_added"
    version: ClassVar[int] = 1
    voter: str
    note: str


Events = BallotsIssued | BallotsDeclined | BallotsDeferred | AssistantNamed | NoteAdded


@verb(phases=FROM_THE_OPENING, article="41(4)")
def issue_ballots(
    day: Day, act: Act, voter: str, ballots: tuple[str, ...], issuer: str, assistant: str = ""
) -> BallotsIssued:
    """Issue ballots to a voter from the stack of a member on duty (art. 41).

    After the end of voting only those who were inside then are served.
    """
    if act.happened != act.now:
        # Only what people state is judged: a laptop whose clock is behind must still issue.
        require_not_before(day, act, "voting_begins")
    require_voting(day, act, voter)
    _choose(day, act, voter, ballots)
    require_not_on_road(day, act, voter)
    require_stack(day, act, issuer, ballots)
    moves = tuple(Move(ballot, stack(issuer), VOTERS, 1) for ballot in ballots)
    require_not_announced(day, act, ballots)
    return BallotsIssued(voter, issuer, tidy(assistant), moves)


@verb(phases=VOTING, article="41")
def decline_ballots(day: Day, act: Act, voter: str, ballots: tuple[str, ...]) -> BallotsDeclined:
    """Mark ballots that the voter does not want."""
    _choose(day, act, voter, ballots)
    return BallotsDeclined(voter, ballots)


@verb(phases=VOTING, article="41")
def defer_ballots(day: Day, act: Act, voter: str, ballots: tuple[str, ...]) -> BallotsDeferred:
    """Mark ballots that the voter will be given later."""
    _choose(day, act, voter, ballots)
    return BallotsDeferred(voter, ballots)


@verb(phases=FROM_THE_OPENING, article="41(6)")
def name_assistant(day: Day, act: Act, voter: str, assistant: str) -> AssistantNamed:
    """Write down who helps the voter, or take a wrong name away with an empty one."""
    require_voter(day, voter)
    return AssistantNamed(voter, tidy(assistant))


@verb(phases=FROM_THE_OPENING)
def add_note(day: Day, act: Act, voter: str, note: str) -> NoteAdded:
    """Add a note to a voter's row."""
    require_voter(day, voter)
    note = tidy(note)
    if not note:
        raise Refusal(Reason.REASON_MISSING)
    return NoteAdded(voter, note)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of issuing."""
    held = day.touch(entry, event.voter)
    match event:
        case BallotsIssued(issuer=issuer, moves=moves, assistant=assistant):
            held.assistant = assistant or held.assistant
            _give(day, entry, event.voter, issuer, moves)
        case BallotsDeclined(ballots=ballots):
            _set_aside(held, ballots, held.declined, held.deferred)
        case BallotsDeferred(ballots=ballots):
            _set_aside(held, ballots, held.deferred, held.declined)
        case AssistantNamed(assistant=assistant):
            held.assistant = assistant
        case NoteAdded(note=note):
            held.notes += (note,)
        case _:
            assert_never(event)


def _give(day: Day, entry: Entry, voter: str, issuer: str, moves: tuple[Move, ...]) -> None:
    day.transfer(entry, moves)
    ballots = tuple(move.ballot for move in moves)
    day.count_received(entry, voter, ballots)
    came_himself(day, voter)
    day.handings[entry.id] = Handing("issue", voter, issuer, ballots, entry.recorded)
    day.last_handing[issuer] = entry.id
    day.note_inside(entry, voter)


def _set_aside(
    held: Holding, ballots: tuple[str, ...], marked: set[str], unmarked: set[str]
) -> None:
    """Mark ballots; those that another desk issued meanwhile are not set aside."""
    waiting = [ballot for ballot in ballots if not held.has(ballot)]
    marked.update(waiting)
    unmarked.difference_update(waiting)


def _choose(day: Day, act: Act, voter: str, ballots: tuple[str, ...]) -> None:
    require_voter(day, voter)
    _distinct(day, ballots)
    held = day.holding(voter)
    for ballot in ballots:
        require_entitled(day, act, voter, (ballot,))
        if held.has(ballot):
            by_entry = day.issue_of(voter, ballot)
            act.hold(Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=ballot, entry=by_entry))


def _distinct(day: Day, ballots: tuple[str, ...]) -> None:
    if not ballots:
        raise Refusal(Reason.NOTHING_CHOSEN)
    if len(set(ballots)) < len(ballots):
        raise Refusal(Reason.BAD_ARGUMENT, argument="ballots")
    for ballot in ballots:
        require_ballot(day, ballot)
