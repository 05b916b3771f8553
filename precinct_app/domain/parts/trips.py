"""Trips with a portable box, from the plan to the road."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING, UNTIL_THE_END, VOTING
from precinct_app.domain.required import (
    require_not_before,
)
from precinct_app.domain.required_outside import (
    require_at_hand,
    require_crew,
    require_not_few,
    require_out,
    require_people,
    require_planned,
    require_portable,
    require_sealed,
)
from precinct_app.domain.times import read_clock
from precinct_app.domain.trips import (
    Trip,
    free,
    needed,
    note_application,
    trip_of,
    without,
)
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class TripPlanned:
    """A trip is to go: box, members, whose ballots, to whom (art. 41(6)).

    ``told`` says that observers, proxies and the media were told, ``few_confirmed`` that it goes
    although few voters of a kind are on it.
    """

    kind: ClassVar[str] = "trip_planned"
    version: ClassVar[int] = 1
    box: str
    members: tuple[str, ...]
    signer: str
    voters: tuple[str, ...]
    told: bool
    few_confirmed: bool


@dataclass(frozen=True, slots=True)
class TakenOffTrip:
    """A voter will not be visited by this trip."""

    kind: ClassVar[str] = "taken_off_trip"
    version: ClassVar[int] = 1
    trip: str
    voter: str


@dataclass(frozen=True, slots=True)
class TripCalledOff:
    """A trip does not go; the ballots of its bag are in the signer's stack."""

    kind: ClassVar[str] = "trip_called_off"
    version: ClassVar[int] = 1
    trip: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TripLeft:
    """A trip is on the road, and when it is expected."""

    kind: ClassVar[str] = "trip_left"
    version: ClassVar[int] = 1
    trip: str
    expected: str


@dataclass(frozen=True, slots=True)
class TripExpected:
    """A trip on the road is expected at another hour."""

    kind: ClassVar[str] = "trip_expected"
    version: ClassVar[int] = 1
    trip: str
    expected: str


Events = TripPlanned | TakenOffTrip | TripCalledOff | TripLeft | TripExpected


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="41(6)")
def plan_trip(
    day: Day,
    act: Act,
    box: str,
    members: tuple[str, ...],
    signer: str,
    people: tuple[str, ...],
    told: bool = False,
    few_confirmed: bool = False,
) -> TripPlanned:
    """Plan a trip with a portable box to voters who applied.

    ``people`` are the voters; observers, proxies and the media must be told.
    """
    require_portable(day, act, box)
    require_crew(day, act, members, signer)
    require_people(day, act, people)
    if not told:
        act.hold(Refusal(Reason.WATCHERS_NOT_TOLD, "41(6)"))
    if not few_confirmed:
        require_not_few(day, act, people)
    return TripPlanned(box, members, signer, people, told, few_confirmed)


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="41(6)")
def take_off_trip(day: Day, act: Act, trip: int, voter: str) -> TakenOffTrip:
    """Take a voter off a trip that has not left; the application stands."""
    found = require_planned(day, act, trip)
    if voter not in found.voters:
        raise Refusal(Reason.NOT_ON_TRIP, trip=trip, voter=voter)
    return TakenOffTrip(found.entry, voter)


@verb(phases=FROM_THE_OPENING | UNTIL_THE_END, roles=LEADERS, article="41(6)")
def call_off_trip(day: Day, act: Act, trip: int) -> TripCalledOff:
    """Call off a trip that has not left; its ballots go to the signer's stack."""
    found = require_planned(day, act, trip)
    held = ((ballot, day.left(ballot, found.bag)) for ballot in day.election.ballot_ids)
    target = stack(found.signer)
    moves = tuple(Move(ballot, found.bag, target, n) for ballot, n in held if n > 0)
    return TripCalledOff(found.entry, moves)


@verb(phases=VOTING, article="41(6)")
def send_trip(day: Day, act: Act, trip: int, expected: str) -> TripLeft:
    """Let a trip leave with its box and bag, and say when it is expected (``HH:MM``)."""
    found = require_planned(day, act, trip)
    if act.happened != act.now:
        require_not_before(day, act, "voting_begins")
    if day.suspended:
        act.hold(Refusal(Reason.SUSPENDED, entry=day.suspended))
    require_sealed(day, act, found)
    require_at_hand(day, act, found)
    if not found.voters:
        act.hold(Refusal(Reason.NOTHING_CHOSEN))
    for ballot, count in needed(day, found).items():
        if (left := day.left(ballot, found.bag)) < count:
            no = Refusal(Reason.BAG_TOO_SMALL, "41(6)", ballot=ballot, left=left, amount=count)
            act.hold(no)
    return TripLeft(found.entry, _hour(expected))


@verb(phases=FROM_THE_OPENING, article="41(6)")
def expect_trip(day: Day, act: Act, trip: int, expected: str) -> TripExpected:
    """Say when a trip on the road is expected now (``HH:MM``)."""
    return TripExpected(require_out(day, act, trip).entry, _hour(expected))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of a trip before it returns."""
    if isinstance(event, TripPlanned):
        _plan(day, entry, event)
        return
    if isinstance(event, TripCalledOff):
        day.transfer(entry, event.moves)
    found = trip_of(day, event.trip)
    if found is None:
        day.note_conflict(entry, "trip_unknown", trip=event.trip)
        return
    if isinstance(event, TripExpected):
        day.trips[found.number] = found._replace(expected=event.expected)
        return
    if found.state != "planned":
        day.note_conflict(entry, "trip_left", trip=found.number)
    match event:
        case TakenOffTrip(voter=voter):
            day.touch(entry, voter)
            _take_off(day, found, voter)
        case TripCalledOff():
            _call_off(day, found)
        case TripLeft(expected=expected):
            _leave(day, entry, found, expected)
        case _:
            assert_never(event)


def _plan(day: Day, entry: Entry, event: TripPlanned) -> None:
    number = len(day.trips) + 1
    trip = Trip(number, entry.id, event.box, event.members, event.signer, event.voters)
    day.trips[number] = trip
    for voter in event.voters:
        day.touch(entry, voter)
        found = day.applications.get(voter)
        if found is None or not found.stands:
            continue
        if found.state == "on_trip":
            day.note_conflict(entry, "on_two_trips", voter=voter, trip=found.trip)
        elif found.state != "signed":
            day.applications[voter] = found._replace(trip=number)
            note_application(day, voter, trip)


def _take_off(day: Day, trip: Trip, voter: str) -> None:
    """Leave a voter out; what another desk sent on the road stays on the road."""
    if trip.state == "planned":
        free(day, voter, trip, "waiting")
        without(day, trip, voter)


def _call_off(day: Day, trip: Trip) -> None:
    if trip.state == "planned":
        day.trips[trip.number] = trip._replace(state="called_off")
        for voter in trip.voters:
            free(day, voter, trip, "waiting")


def _leave(day: Day, entry: Entry, trip: Trip, expected: str) -> None:
    """Send a trip; one that another desk called off went all the same."""
    if trip.state not in ("planned", "called_off"):
        return
    day.trips[trip.number] = trip._replace(state="out", expected=expected, left=entry.happened)
    for voter in trip.voters:
        found = day.applications.get(voter)
        if found and found.state == "waiting":
            day.applications[voter] = found._replace(state="on_trip", trip=trip.number)


def _hour(expected: str) -> str:
    try:
        read_clock(expected)
    except ValueError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="expected") from error
    return expected
