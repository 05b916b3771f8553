"""Voting outside the premises: who asked for it, and the trips with a portable box."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from precinct_app.domain.accounts import BAG, MISSING, SURPLUS, VOTERS, Move, stack

if TYPE_CHECKING:
    from precinct_app.domain.day import Day

ApplicationState = Literal["waiting", "on_trip", "signed", "not_served", "withdrawn"]
TripState = Literal["planned", "called_off", "out", "back", "not_returned"]


class NotServed(StrEnum):
    """Why a voter received no ballot on a trip."""

    NOT_AT_HOME = "not_at_home"
    REFUSED = "refused"
    ILL = "ill"
    DOCUMENT = "document"
    CAME_HIMSELF = "came_himself"


class Application(NamedTuple):
    """A voter's written request to vote outside the premises (art. 41(6)).

    ``taken`` is the moment it was handed in, ``trip`` the trip that he is on, 0 for none.
    """

    number: int
    entry: str
    taken: str
    reason: str
    state: ApplicationState = "waiting"
    trip: int = 0

    @property
    def stands(self) -> bool:
        """Whether it was not withdrawn."""
        return self.state != "withdrawn"


class Trip(NamedTuple):
    """One trip: the box, who goes, whose ballots these are, and what came of it.

    ``entry`` names its bag. ``results`` holds the ballots that each voter was given and still has
    a mark for, ``causes`` why others received none. ``expected`` is the hour of its return,
    ``left`` and ``returned`` are moments as stated.
    """

    number: int
    entry: str
    box: str
    members: tuple[str, ...]
    signer: str
    voters: tuple[str, ...]
    expected: str = ""
    state: TripState = "planned"
    results: Mapping[str, tuple[str, ...]] = {}
    causes: Mapping[str, str] = {}
    left: str = ""
    returned: str = ""

    @property
    def bag(self) -> str:
        """The account of its bag, a second pocket of the signer."""
        return BAG + self.entry

    @property
    def waiting(self) -> tuple[str, ...]:
        """The voters of whom nothing is known yet."""
        known = {*self.results, *self.causes}
        return tuple(voter for voter in self.voters if voter not in known)


def trip_of(day: "Day", entry: str) -> Trip | None:
    """Find a trip by the entry that planned it."""
    return next((trip for trip in day.trips.values() if trip.entry == entry), None)


def trips_out(day: "Day", box: str = "") -> tuple[int, ...]:
    """List the trips that are out, or those with one box; no box is opened meanwhile."""
    out = (trip for trip in day.trips.values() if trip.state == "out")
    return tuple(trip.number for trip in out if box in ("", trip.box))


def on_the_road(day: "Day") -> tuple[str, ...]:
    """List the voters of the trips that are out whose results are not in."""
    out = (day.trips[number] for number in trips_out(day))
    return tuple(voter for trip in out for voter in trip.waiting)


def trip_out_with(day: "Day", voter: str) -> Trip | None:
    """Find the trip that is on its way to a voter and has not answered for him."""
    return next(
        (trip for trip in day.trips.values() if trip.state == "out" and voter in trip.waiting),
        None,
    )


def signed(day: "Day", box: str, ballot: str) -> int:
    """Count the applications signed for a ballot, over all trips of a box (art. 43(3-1))."""
    trips = (trip for trip in day.trips.values() if trip.box == box)
    return sum(ballot in given for trip in trips for given in trip.results.values())


def voted_outside(day: "Day", ballot: str) -> int:
    """Count the voters who received a ballot outside the premises (line 2a)."""
    return sum(ballot in given for trip in day.trips.values() for given in trip.results.values())


def refused_outside(day: "Day", voter: str) -> bool:
    """Tell whether a voter refused the ballots that a trip brought."""
    return any(trip.causes.get(voter) == NotServed.REFUSED for trip in day.trips.values())


def out_of_bag(trip: Trip, papers: Mapping[str, int], target: str) -> Iterator[Move]:
    """Take papers from where the bag's content lies now.

    After the return that is the signer's stack; what did not return stands as missing.
    """
    for ballot, count in papers.items():
        if trip.state == "not_returned":
            yield Move(ballot, MISSING, trip.bag, count)
        yield Move(ballot, pocket(trip), target, count)


def into_bag(trip: Trip, papers: Mapping[str, int], source: str) -> Iterator[Move]:
    """Bring papers to where the bag's content lies now."""
    for ballot, count in papers.items():
        yield Move(ballot, source, pocket(trip), count)
        if trip.state == "not_returned":
            yield Move(ballot, trip.bag, MISSING, count)


def pocket(trip: Trip) -> str:
    """Name the account of the signer that a voter's ballots come from."""
    return stack(trip.signer) if trip.state == "back" else trip.bag


def given_on_trip(day: "Day", trip: Trip, ballots: Mapping[str, int]) -> tuple[Move, ...]:
    """Move ballots from the bag to voters.

    Where more was given than went missing with the bag, the rest was never on an account.
    """
    if trip.state != "not_returned":
        return tuple(out_of_bag(trip, ballots, VOTERS))
    known = {ballot: min(n, lost_with(day, trip, ballot)) for ballot, n in ballots.items()}
    above = (Move(ballot, SURPLUS, trip.bag, n - known[ballot]) for ballot, n in ballots.items())
    found = (Move(ballot, MISSING, trip.bag, n) for ballot, n in known.items())
    given = (Move(ballot, trip.bag, VOTERS, n) for ballot, n in ballots.items())
    return tuple(move for move in (*above, *found, *given) if move.papers)


def lost_with(day: "Day", trip: Trip, ballot: str) -> int:
    """Count the papers of its bag that stand as missing."""
    flows = day.accounts.flows.get(ballot, {})
    return flows.get((trip.bag, MISSING), 0) - flows.get((MISSING, trip.bag), 0)


def needed(day: "Day", trip: Trip) -> dict[str, int]:
    """Count the ballots that the voters of a trip are entitled to and have not received."""
    return Counter(
        ballot
        for voter in trip.voters
        for ballot in day.entitled(voter)
        if not day.has_received(voter, ballot)
    )


def note_results(day: "Day", number: int) -> None:
    """Bring a trip and its applications up to what the entries have left of its results."""
    trip = day.trips[number]
    given: dict[str, tuple[str, ...]] = {}
    for handing in day.handings.values():
        if handing.trip == number and handing.kind == "issue" and handing.ballots:
            given[handing.voter] = given.get(handing.voter, ()) + handing.ballots
    before = trip.results
    day.trips[number] = trip = trip._replace(results=given)
    for voter in {*trip.voters, *before, *given}:
        note_application(day, voter, trip)


def note_application(day: "Day", voter: str, trip: Trip) -> None:
    """Bring a voter's application up to the trip that he is on, or that served him."""
    found = day.applications.get(voter)
    if found is None or not found.stands:
        return
    if voter in trip.results:
        day.applications[voter] = found._replace(state="signed", trip=trip.number)
    elif found.trip == trip.number:
        waits = trip.state != "back" and voter in trip.waiting
        state: ApplicationState = "on_trip" if waits else "not_served"
        day.applications[voter] = found._replace(state=state)


def free(day: "Day", voter: str, trip: Trip, state: ApplicationState) -> None:
    """Let a voter's application wait for another trip, or stand as not served."""
    found = day.applications.get(voter)
    if found and found.trip == trip.number and found.state == "on_trip":
        day.applications[voter] = found._replace(state=state, trip=0)


def came_himself(day: "Day", voter: str) -> None:
    """Take a voter who is served in person off his trip, as long as it has not left."""
    found = day.applications.get(voter)
    if found is None:
        return
    trip = day.trips.get(found.trip)
    if trip and trip.state == "planned":
        free(day, voter, trip, "not_served")
        without(day, trip, voter)
    elif found.state == "waiting":
        day.applications[voter] = found._replace(state="not_served")


def without(day: "Day", trip: Trip, voter: str) -> None:
    """Leave a voter out of a trip."""
    left = tuple(one for one in trip.voters if one != voter)
    day.trips[trip.number] = trip._replace(voters=left)
