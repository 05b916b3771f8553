"""A hand-over: ballots on the way between two members."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import WAY, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handover
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import moves_of, require_issuing, require_present
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BallotsHandedOver:
    """Ballots are on the way from one member to another."""

    kind: ClassVar[str] = "ballots_handed_over"
    version: ClassVar[int] = 1
    issuer: str
    taker: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotsTaken:
    """The ballots of a hand-over have arrived."""

    kind: ClassVar[str] = "ballots_taken"
    version: ClassVar[int] = 1
    handover: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class HandoverCalledOff:
    """The ballots of a hand-over went back to the giver."""

    kind: ClassVar[str] = "handover_called_off"
    version: ClassVar[int] = 1
    handover: str
    moves: tuple[Move, ...]


Events = BallotsHandedOver | BallotsTaken | HandoverCalledOff


@verb(phases=ANY_PHASE)
def hand_over_ballots(
    day: Day, act: Act, issuer: str, taker: str, amounts: Mapping[str, int]
) -> BallotsHandedOver:
    """Give ballots of a stack to another member; they are on the way until taken."""
    require_present(day, act, issuer)
    require_issuing(day, act, taker)
    if issuer == taker:
        raise Refusal(Reason.SAME_MEMBER, member=taker)
    return BallotsHandedOver(issuer, taker, moves_of(day, act, amounts, stack(issuer), WAY))


@verb(phases=ANY_PHASE)
def take_ballots(day: Day, act: Act, handover: str) -> BallotsTaken:
    """Take the ballots that another member handed over."""
    open_one = _open_handover(day, handover)
    require_present(day, act, open_one.taker)
    return BallotsTaken(handover, _arrive(handover, open_one, open_one.taker))


@verb(phases=ANY_PHASE)
def call_off_handover(day: Day, act: Act, handover: str) -> HandoverCalledOff:
    """Give the ballots of a hand-over back to the giver."""
    open_one = _open_handover(day, handover)
    require_present(day, act, open_one.giver, open_one.taker)
    return HandoverCalledOff(handover, _arrive(handover, open_one, open_one.giver))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of a hand-over."""
    day.transfer(entry, event.moves)
    match event:
        case BallotsHandedOver(issuer=issuer, taker=taker, moves=moves):
            amounts = tuple((move.ballot, move.papers) for move in moves)
            day.handovers[entry.id] = Handover(issuer, taker, amounts)
        case BallotsTaken(handover=handover) | HandoverCalledOff(handover=handover):
            _close(day, entry, handover)
        case _:
            assert_never(event)


def _close(day: Day, entry: Entry, handover: str) -> None:
    found = day.handovers.get(handover)
    if found is None or not found.open:
        day.note_conflict(entry, "handover_closed", handover=handover)
    else:
        day.handovers[handover] = found._replace(open=False)


def _open_handover(day: Day, handover: str) -> Handover:
    found = day.handovers.get(handover)
    if found is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=handover)
    if not found.open:
        raise Refusal(Reason.HANDOVER_CLOSED, entry=handover)
    return found


def _arrive(handover: str, found: Handover, member: str) -> tuple[Move, ...]:
    source = WAY + handover
    return tuple(Move(ballot, source, stack(member), n) for ballot, n in found.amounts)
