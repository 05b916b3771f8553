"""What came of a trip: who received ballots, who did not, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, assert_never

from precinct_app.domain.accounts import VOTERS, Move
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handing
from precinct_app.domain.phases import FROM_THE_OPENING
from precinct_app.domain.required import (
    require_ballot,
    require_entitled,
    require_not_announced,
    require_present,
    require_voter,
)
from precinct_app.domain.required_outside import (
    require_in_pocket,
    require_left,
    require_of_trip,
    require_out,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import (
    NotServed,
    Trip,
    given_on_trip,
    into_bag,
    note_results,
    trip_of,
)
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


class Result(NamedTuple):
    """What came of a trip to one voter: the ballots issued, or why none were."""

    voter: str
    ballots: tuple[str, ...]
    cause: Free


@dataclass(frozen=True, slots=True)
class TripResultsRecorded:
    """Voters signed their applications and received ballots from the bag, or did not."""

    kind: ClassVar[str] = "trip_results_recorded"
    version: ClassVar[int] = 1
    trip: str
    issuer: str
    results: tuple[Result, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TripAnswered:
    """A member of a trip that is out says that a voter was not served."""

    kind: ClassVar[str] = "trip_answered"
    version: ClassVar[int] = 1
    trip: str
    voter: str
    member: str
    cause: str


@dataclass(frozen=True, slots=True)
class TripResultCorrected:
    """What came of a trip to a voter was otherwise: not ``before`` but ``ballots``."""

    kind: ClassVar[str] = "trip_result_corrected"
    version: ClassVar[int] = 1
    trip: str
    issuer: str
    voter: str
    before: tuple[str, ...]
    ballots: tuple[str, ...]
    cause: Free
    reason: str
    moves: tuple[Move, ...]


Events = TripResultsRecorded | TripAnswered | TripResultCorrected


@verb(phases=FROM_THE_OPENING, article="41(6)")
def answer_from_trip(
    day: Day, act: Act, trip: int, voter: str, member: str, cause: str = NotServed.CAME_HIMSELF
) -> TripAnswered:
    """Write down that the trip on the road answered: this voter was not served."""
    found = require_out(day, act, trip)
    _require_on_trip(day, act, found, voter)
    require_of_trip(act, found, (member,))
    if voter in found.results:
        act.hold(Refusal(Reason.RESULT_STATED, trip=trip, voter=voter))
    return TripAnswered(found.entry, voter, member, _cause(cause))


@verb(phases=FROM_THE_OPENING, article="41(6)")
def record_trip_results(
    day: Day, act: Act, trip: int, results: tuple[Mapping[str, str], ...]
) -> TripResultsRecorded:
    """Record what came of a trip, voter by voter, in one table.

    Each result is an object with ``voter`` and either ``ballots``, their ids with spaces between,
    or ``cause``: not_at_home, refused, ill, document, came_himself.
    """
    found = require_left(day, act, trip)
    require_present(day, act, *found.members)
    read = tuple(_result(result) for result in results)
    if not read:
        raise Refusal(Reason.NOTHING_CHOSEN)
    if len({result.voter for result in read}) < len(read):
        raise Refusal(Reason.BAD_ARGUMENT, argument="results")
    for result in read:
        _require_on_trip(day, act, found, result.voter)
        if result.voter not in found.waiting:
            act.hold(Refusal(Reason.RESULT_STATED, trip=trip, voter=result.voter))
        if result.ballots:
            _require_choice(day, act, result.voter, result.ballots)
    papers = Counter(ballot for result in read for ballot in result.ballots)
    require_in_pocket(day, act, found, papers)
    return TripResultsRecorded(found.entry, found.signer, read, given_on_trip(day, found, papers))


@verb(phases=FROM_THE_OPENING, article="41(6)", witness="always")
def correct_trip_result(
    day: Day,
    act: Act,
    trip: int,
    voter: str,
    reason: str,
    ballots: tuple[str, ...] = (),
    cause: str = "",
) -> TripResultCorrected:
    """State anew what came of a trip to a voter, by two members who were on it.

    ``ballots`` are all that he received; none with the ``cause``.
    """
    found = require_left(day, act, trip)
    require_of_trip(act, found, (act.by, act.witness))
    _require_on_trip(day, act, found, voter)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    result = _clear(Result(voter, ballots, cause))
    before = found.results.get(voter, ())
    more = tuple(ballot for ballot in result.ballots if ballot not in before)
    back = tuple(ballot for ballot in before if ballot not in result.ballots)
    _require_choice(day, act, voter, more)
    _require_unanswered(day, act, found, voter, back)
    require_in_pocket(day, act, found, Counter(more))
    moves = (*into_bag(found, Counter(back), VOTERS), *given_on_trip(day, found, Counter(more)))
    line = (voter, before, result.ballots, result.cause, tidy(reason))
    return TripResultCorrected(found.entry, found.signer, *line, tuple(moves))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by what came of a trip; the papers move also where the trip is unknown."""
    if not isinstance(event, TripAnswered):
        day.transfer(entry, event.moves)
    found = trip_of(day, event.trip)
    number = found.number if found else 0
    if found is None:
        day.note_conflict(entry, "trip_unknown", trip=event.trip)
    match event:
        case TripResultsRecorded(issuer=issuer, results=results):
            for voter, ballots, cause in results:
                _give(day, entry, voter, issuer, ballots, number)
                _explain(day, number, voter, cause)
        case TripAnswered(voter=voter, cause=cause):
            day.touch(entry, voter)
            _explain(day, number, voter, cause)
        case TripResultCorrected():
            _correct(day, entry, event, number)
        case _:
            assert_never(event)
    if found:
        note_results(day, number)


def _give(
    day: Day, entry: Entry, voter: str, issuer: str, ballots: tuple[str, ...], number: int
) -> None:
    """Mark what a voter received; each voter of the table has a handing of his own."""
    day.touch(entry, voter)
    day.count_received(entry, voter, ballots)
    if ballots:
        handing = Handing("issue", voter, issuer, ballots, entry.recorded, trip=number)
        day.handings[f"{entry.id}:{voter}"] = handing


def _take(day: Day, entry: Entry, number: int, voter: str, ballots: tuple[str, ...]) -> None:
    """Free the marks of ballots that a voter did not receive on the trip."""
    held = day.touch(entry, voter)
    for ballot in ballots:
        held.received[ballot] = held.received.get(ballot, 0) - 1
    for name, handing in day.handings.items():
        if handing.kind == "issue" and handing.trip == number and handing.voter == voter:
            left = tuple(ballot for ballot in handing.ballots if ballot not in ballots)
            day.handings[name] = handing._replace(ballots=left)


def _correct(day: Day, entry: Entry, event: TripResultCorrected, number: int) -> None:
    """Move the marks as the papers were moved, also where another desk corrected meanwhile."""
    trip, before, now = day.trips.get(number), set(event.before), set(event.ballots)
    if trip and set(trip.results.get(event.voter, ())) != before:
        day.note_conflict(entry, "corrected_twice", corrects=event.trip)
    back = tuple(ballot for ballot in event.before if ballot not in now)
    more = tuple(ballot for ballot in event.ballots if ballot not in before)
    _take(day, entry, number, event.voter, back)
    _give(day, entry, event.voter, event.issuer, more, number)
    _explain(day, number, event.voter, event.cause)


def _explain(day: Day, number: int, voter: str, cause: str) -> None:
    """Note why a voter received none; one who received some needs no cause."""
    trip = day.trips.get(number)
    if trip is None:
        return
    causes = {known: why for known, why in trip.causes.items() if known != voter}
    if cause:
        causes[voter] = cause
    day.trips[number] = trip._replace(causes=causes)


def _result(result: Mapping[str, str]) -> Result:
    """Read one line of the table."""
    voter, cause = result.get("voter", ""), result.get("cause", "")
    if not voter or not result.keys() <= {"voter", "ballots", "cause"}:
        raise Refusal(Reason.BAD_ARGUMENT, argument="results")
    return _clear(Result(voter, tuple(result.get("ballots", "").split()), cause))


def _clear(result: Result) -> Result:
    """Refuse a line with ballots and a cause, with neither, or with a ballot twice."""
    ballots = result.ballots
    if bool(ballots) == bool(result.cause) or len(set(ballots)) < len(ballots):
        raise Refusal(Reason.RESULT_UNCLEAR, voter=result.voter)
    if result.cause:
        _cause(result.cause)
    return result


def _cause(cause: str) -> str:
    if cause not in tuple(NotServed):
        raise Refusal(Reason.TRIP_CAUSE_UNKNOWN, cause=cause)
    return cause


def _require_on_trip(day: Day, act: Act, trip: Trip, voter: str) -> None:
    require_voter(day, voter)
    if voter not in trip.voters:
        act.hold(Refusal(Reason.NOT_ON_TRIP, "41(6)", trip=trip.number, voter=voter))


def _require_choice(day: Day, act: Act, voter: str, ballots: Iterable[str]) -> None:
    """Hold back ballots that a voter may not receive, or received already (art. 41(1))."""
    for ballot in ballots:
        require_ballot(day, ballot)
        if day.has_received(voter, ballot):
            by_entry = day.issue_of(voter, ballot)
            act.hold(Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=ballot, entry=by_entry))
    require_entitled(day, act, voter, ballots)
    require_not_announced(day, act, ballots)


def _require_unanswered(
    day: Day, act: Act, trip: Trip, voter: str, ballots: tuple[str, ...]
) -> None:
    """Refuse to take back what was exchanged or returned since; that comes first."""
    require_not_announced(day, act, ballots)
    for name, handing in day.handings.items():
        if handing.trip != trip.number or handing.kind != "issue":
            continue
        if handing.concerns(voter, ballots) and (answer := day.answer_to(name, ballots)):
            raise Refusal(Reason.EXCHANGED_SINCE, entry=answer)
