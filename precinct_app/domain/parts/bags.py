"""The bag of a trip: filled, emptied, counted when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, assert_never

from precinct_app.domain.accounts import MISSING, SURPLUS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING, UNTIL_THE_END
from precinct_app.domain.required import (
    moves_of,
    moves_out_of_safe,
    require_ballot,
    require_countable,
    require_decision,
    require_not_announced,
    require_present,
)
from precinct_app.domain.required_outside import require_out, require_planned, require_trip
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import Trip, lost_with, note_application, pocket, trip_of
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BagFilled:
    """Ballots went into the bag of a trip, with some to spare."""

    kind: ClassVar[str] = "bag_filled"
    version: ClassVar[int] = 1
    trip: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BagEmptied:
    """Ballots went from the bag to the signer's stack before the trip left."""

    kind: ClassVar[str] = "bag_emptied"
    version: ClassVar[int] = 1
    trip: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TripReturned:
    """A trip is back: its bag was counted, a difference is by act, the rest is the signer's."""

    kind: ClassVar[str] = "trip_returned"
    version: ClassVar[int] = 1
    trip: str
    counted: Mapping[str, int]
    paper: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TripNotReturned:
    """A trip did not return: by decision its bag and box stand as missing."""

    kind: ClassVar[str] = "trip_not_returned"
    version: ClassVar[int] = 1
    trip: str
    decision: Free
    paper: Free
    moves: tuple[Move, ...]


Events = BagFilled | BagEmptied | TripReturned | TripNotReturned


@verb(phases=UNTIL_THE_END, article="41(6)")
def fill_bag(
    day: Day, act: Act, trip: int, amounts: Mapping[str, int], from_safe: bool = False
) -> BagFilled:
    """Put ballots into the bag of a trip, from the signer's stack or from the safe."""
    found = require_planned(day, act, trip)
    if from_safe:
        if day.members[act.by].role not in LEADERS:
            role = day.members[act.by].role
            act.hold(Refusal(Reason.ROLE_WRONG, "37(3)", member=act.by, role=role))
        return BagFilled(found.entry, moves_out_of_safe(day, act, amounts, pocket(found)))
    require_present(day, act, found.signer)
    return BagFilled(found.entry, moves_of(day, act, amounts, stack(found.signer), pocket(found)))


@verb(phases=UNTIL_THE_END, article="41(6)")
def empty_bag(day: Day, act: Act, trip: int, amounts: Mapping[str, int]) -> BagEmptied:
    """Put ballots from the bag into the signer's stack before the trip leaves."""
    found = require_planned(day, act, trip)
    require_present(day, act, found.signer)
    return BagEmptied(found.entry, moves_of(day, act, amounts, found.bag, stack(found.signer)))


@verb(phases=FROM_THE_OPENING, article="41(6)")
def receive_trip(
    day: Day, act: Act, trip: int, counted: Mapping[str, int], paper: str = ""
) -> TripReturned:
    """Receive a trip: what is left in its bag is counted, kind by kind.

    A difference is an act, ``paper``, and holds nothing back; all results come first.
    """
    found = require_trip(day, trip)
    if found.state not in ("out", "not_returned"):
        act.hold(Refusal(Reason.TRIP_NOT_OUT, trip=trip))
    require_present(day, act, *found.members)
    if found.waiting:
        act.hold(Refusal(Reason.RESULTS_MISSING, trip=trip, voters=len(found.waiting)))
    held = _held(day, found)
    require_not_announced(day, act, held)
    for ballot in held:
        if ballot not in counted:
            raise Refusal(Reason.BAG_NOT_COUNTED, ballot=ballot, left=held[ballot])
    moves: list[Move] = []
    for ballot, count in counted.items():
        require_ballot(day, ballot)
        if count < 0:
            raise Refusal(Reason.AMOUNT_WRONG, amount=count)
        require_countable(count)
        moves += _come_back(found, ballot, held.get(ballot, 0), count)
    return TripReturned(found.entry, counted, tidy(paper), tuple(moves))


@verb(phases=FROM_THE_OPENING, roles=LEADERS, article="41(6)", witness="always")
def declare_not_returned(
    day: Day, act: Act, trip: int, decision: int, paper: str = ""
) -> TripNotReturned:
    """Declare by decision that a trip did not return: its bag and box are missing."""
    found = require_out(day, act, trip)
    ruled = require_decision(day, act, decision)
    held = _held(day, found).items()
    moves = tuple(Move(ballot, found.bag, MISSING, count) for ballot, count in held if count > 0)
    return TripNotReturned(found.entry, ruled, tidy(paper), moves)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of a bag; one that finds the trip elsewhere is a conflict."""
    day.transfer(entry, event.moves)
    found = trip_of(day, event.trip)
    if found is None:
        day.note_conflict(entry, "trip_unknown", trip=event.trip)
        return
    match event:
        case BagFilled() | BagEmptied():
            if found.state != "planned":
                day.note_conflict(entry, "trip_left", trip=found.number)
        case TripReturned():
            _end(day, entry, found._replace(state="back", returned=entry.happened))
            _set_box(day, found, "missing", "sealed")
        case TripNotReturned():
            _end(day, entry, found._replace(state="not_returned"))
            _set_box(day, found, "sealed", "missing")
        case _:
            assert_never(event)


def _held(day: Day, trip: Trip) -> dict[str, int]:
    """Count what the bag holds per ballot; of one that did not return, what went missing."""
    found = {}
    for ballot in day.election.ballot_ids:
        lost = trip.state == "not_returned"
        left = lost_with(day, trip, ballot) if lost else day.left(ballot, trip.bag)
        if left:
            found[ballot] = left
    return found


def _come_back(trip: Trip, ballot: str, held: int, count: int) -> list[Move]:
    """Bring what was counted to the signer's stack; a difference is missing or surplus."""
    bag, moves = trip.bag, []
    if trip.state == "not_returned":
        moves.append(Move(ballot, MISSING, bag, max(0, min(held, count))))
    elif held > count:
        moves.append(Move(ballot, bag, MISSING, held - count))
    if count > held:
        moves.append(Move(ballot, SURPLUS, bag, count - held))
    moves.append(Move(ballot, bag, stack(trip.signer), count))
    return [move for move in moves if move.papers]


def _end(day: Day, entry: Entry, trip: Trip) -> None:
    before = day.trips[trip.number].state
    allowed = ("out", "not_returned") if trip.state == "back" else ("out",)
    if before not in allowed:
        day.note_conflict(entry, "trip_not_out", trip=trip.number)
    day.trips[trip.number] = trip
    for voter in trip.voters:
        note_application(day, voter, trip)


def _set_box(day: Day, trip: Trip, before: str, after: Literal["sealed", "missing"]) -> None:
    box = day.boxes.get(trip.box)
    if box and box.state == before:
        day.boxes[trip.box] = box._replace(state=after)
