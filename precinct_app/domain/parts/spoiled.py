"""Spoiled ballots: exchanged, or returned without exchange."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import EXCHANGED, RETURNED, VOTERS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handing, Holding
from precinct_app.domain.members import Role
from precinct_app.domain.phases import FROM_THE_OPENING
from precinct_app.domain.required import (
    require_ballot,
    require_not_announced,
    require_present,
    require_stack,
    require_voter,
)
from precinct_app.domain.required_outside import require_in_pocket, require_left
from precinct_app.domain.required_voting import require_voting
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import given_on_trip, trip_of
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


class Cause(StrEnum):
    """Why a ballot is spoiled."""

    VOTER = "voter_mistake"
    DEFECT = "defect"
    MEMBER = "member_mistake"


@dataclass(frozen=True, slots=True)
class BallotExchanged:
    """A spoiled ballot came back and a new one went out."""

    kind: ClassVar[str] = "ballot_exchanged"
    version: ClassVar[int] = 1
    voter: str
    issuer: str
    cause: str
    reason: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotReturned:
    """A ballot came back and no new one was wanted."""

    kind: ClassVar[str] = "ballot_returned"
    version: ClassVar[int] = 1
    voter: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class ExchangedOnTrip:
    """A spoiled ballot came back on the trip, and a new one of the bag went out."""

    kind: ClassVar[str] = "exchanged_on_trip"
    version: ClassVar[int] = 1
    trip: str
    voter: str
    issuer: str
    cause: str
    reason: Free
    moves: tuple[Move, ...]


Events = BallotExchanged | BallotReturned | ExchangedOnTrip


@verb(phases=FROM_THE_OPENING)
def exchange_ballot(
    day: Day, act: Act, voter: str, ballot: str, issuer: str, cause: str, reason: str = ""
) -> BallotExchanged:
    """Take in a spoiled ballot and give a new one.

    A second exchange of one kind for the voter's own mistake is stopped (practice, no article)
    and goes on by the chairman's written reason.
    """
    if cause not in tuple(Cause):
        raise Refusal(Reason.CAUSE_UNKNOWN, cause=cause)
    require_voting(day, act)
    _require_in_hand(day, act, voter, ballot)
    require_stack(day, act, issuer, (ballot,))
    if cause == Cause.VOTER and _exhausted(day, voter, ballot):
        _require_chairman(day, act, reason)
    moves = (Move(ballot, VOTERS, EXCHANGED, 1), Move(ballot, stack(issuer), VOTERS, 1))
    return BallotExchanged(voter, issuer, cause, tidy(reason), moves)


@verb(phases=FROM_THE_OPENING)
def return_ballot(day: Day, act: Act, voter: str, ballot: str) -> BallotReturned:
    """Take in a ballot that the voter gives back without wanting a new one."""
    require_voting(day, act)
    _require_in_hand(day, act, voter, ballot)
    return BallotReturned(voter, (Move(ballot, VOTERS, RETURNED, 1),))


@verb(phases=FROM_THE_OPENING, article="41(6)")
def exchange_on_trip(
    day: Day, act: Act, trip: int, voter: str, ballot: str, cause: str, reason: str = ""
) -> ExchangedOnTrip:
    """Exchange a ballot that a voter spoiled on the trip; the spoiled one is brought back."""
    found = require_left(day, act, trip)
    require_present(day, act, *found.members)
    _require_in_hand(day, act, voter, ballot)
    if ballot not in found.results.get(voter, ()):
        act.hold(Refusal(Reason.NOT_ON_TRIP, trip=trip, voter=voter))
    require_in_pocket(day, act, found, {ballot: 1})
    _require_cause(day, act, voter, ballot, cause, reason)
    moves = (Move(ballot, VOTERS, EXCHANGED, 1), *given_on_trip(day, found, {ballot: 1}))
    return ExchangedOnTrip(found.entry, voter, found.signer, cause, tidy(reason), moves)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a spoiled ballot."""
    held = day.touch(entry, event.voter)
    ballots = tuple(move.ballot for move in event.moves if move.source == VOTERS)
    for ballot in ballots:
        if not held.in_hand(ballot):
            day.note_conflict(entry, "not_in_hand", ballot=ballot, voter=event.voter)
    day.transfer(entry, event.moves)
    match event:
        case BallotExchanged(issuer=issuer, cause=cause):
            own = _own_mistake(held, ballots, cause)
            handing = Handing("exchange", event.voter, issuer, ballots, entry.recorded, own)
            day.last_handing[issuer] = entry.id
        case ExchangedOnTrip(issuer=issuer, cause=cause, trip=trip):
            own, found = _own_mistake(held, ballots, cause), trip_of(day, trip)
            number = found.number if found else 0
            handing = Handing("exchange", event.voter, issuer, ballots, entry.recorded, own, number)
        case BallotReturned():
            for ballot in ballots:
                held.returned[ballot] = held.returned.get(ballot, 0) + 1
            handing = Handing("return", event.voter, "", ballots, entry.recorded)
        case _:
            assert_never(event)
    day.handings[entry.id] = handing


def _own_mistake(held: Holding, ballots: tuple[str, ...], cause: str) -> bool:
    """Count an exchange for the voter's own mistake, and tell whether it was one."""
    own = cause == Cause.VOTER
    for ballot in ballots if own else ():
        held.own_mistakes[ballot] = held.own_mistakes.get(ballot, 0) + 1
    return own


def _require_in_hand(day: Day, act: Act, voter: str, ballot: str) -> None:
    require_voter(day, voter)
    require_ballot(day, ballot)
    if not day.holding(voter).in_hand(ballot):
        act.hold(Refusal(Reason.BALLOT_NOT_RECEIVED, ballot=ballot, voter=voter))
    require_not_announced(day, act, (ballot,))


def _require_cause(day: Day, act: Act, voter: str, ballot: str, cause: str, reason: str) -> None:
    if cause not in tuple(Cause):
        raise Refusal(Reason.CAUSE_UNKNOWN, cause=cause)
    if cause == Cause.VOTER and _exhausted(day, voter, ballot):
        _require_chairman(day, act, reason)


def _exhausted(day: Day, voter: str, ballot: str) -> bool:
    made = day.holding(voter).own_mistakes.get(ballot, 0)
    return made >= day.election.thresholds.own_mistake_exchanges


def _require_chairman(day: Day, act: Act, reason: str) -> None:
    chairmen = {chairman.id for chairman in day.bearers(Role.CHAIRMAN)}
    if not chairmen & {act.by, act.witness} or not tidy(reason):
        act.hold(Refusal(Reason.SECOND_EXCHANGE))
