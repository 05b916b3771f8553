"""What comes next on this day, and whether the ballots last."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from precinct_app.domain.day import Day
from precinct_app.domain.phases import Phase
from precinct_app.domain.precinct import Moment, moment, report_moments
from precinct_app.domain.times import read_clock

DueKind = Literal["moment", "report", "trip"]

# The moments of the law that the commission looks ahead to, by the phase in which it does.
_MOMENTS: dict[Phase, tuple[Moment, ...]] = {
    Phase.SETUP: ("certificates_close", "station_opens", "boxes", "voting_begins"),
    Phase.VOTING: ("outside_applications", "voting_ends"),
    Phase.ENDED: ("count_ends",),
}
# These wait for an act of the commission, however late it is; the others just pass.
_WAITING: tuple[Moment, ...] = ("voting_begins", "voting_ends", "count_ends")


class Due(NamedTuple):
    """Something that is due at a moment: a moment of the law, a report, a trip's return.

    ``what`` is the name of the moment, the hour of the report, or the number of the trip.
    """

    at: datetime
    kind: DueKind
    what: str


class Lasting(NamedTuple):
    """What is left of a ballot for voters who have not received it yet."""

    ballot: str
    left: int
    waiting: int

    @property
    def short(self) -> int:
        """How many papers would be missing if everybody came."""
        return max(0, self.waiting - self.left)


def due(day: Day, now: datetime) -> tuple[Due, ...]:
    """List what is still to be done at its hour, the earliest first; past hours stay until done."""
    whole = (*_moments(day, now), *_reports(day), *_trips(day))
    return tuple(sorted(whole, key=lambda one: one.at))


def lasting(day: Day) -> tuple[Lasting, ...]:
    """Compare what is left of each ballot with the voters who may still ask for it."""
    waiting: Counter[str] = Counter()
    for (ballots, received), voters in _patterns(day).items():
        kinds = day.election.entitled(ballots)
        waiting.update({ballot: voters for ballot in kinds if ballot not in received})
    for voter in day.certificates:
        row, gone = day.voter(voter), day.certified(voter)
        if row and day.is_listed(voter):
            kinds, held = day.election.entitled(row.ballots), day.holding(voter)
            waiting.subtract([b for b in kinds if b in gone and not held.has(b)])
    return tuple(
        Lasting(ballot, sum(day.accounts.unused(ballot).values()), waiting[ballot])
        for ballot in day.election.ballot_ids
    )


def _patterns(day: Day) -> Mapping[tuple[str, tuple[str, ...]], int]:
    """Count the voters on the list by what they may take and what they received, in one pass."""
    rows = ((row.ballots, day.holdings.get(row.id)) for row in day.listed())
    return Counter(
        [
            (
                name,
                tuple([one for one, count in held.received.items() if count > 0]) if held else (),
            )
            for name, held in rows
        ]
    )


def _moments(day: Day, now: datetime) -> Iterator[Due]:
    for name in _MOMENTS.get(day.phase, ()):
        at = moment(day.election, day.precinct, name)
        if not _is_counted(day) and (at >= now or name in _WAITING):
            yield Due(at, "moment", name)


def _is_counted(day: Day) -> bool:
    """Tell whether every kind has its count, confirmed by a second member."""
    return all(day.kind(ballot).result for ballot in day.election.ballot_ids)


def _reports(day: Day) -> Iterator[Due]:
    if day.phase not in (Phase.VOTING, Phase.ENDED):
        return
    for at in report_moments(day.election, day.precinct):
        hour = at.strftime("%H:%M")
        if hour not in day.slips:
            yield Due(at, "report", hour)


def _trips(day: Day) -> Iterator[Due]:
    for trip in day.trips.values():
        if trip.state == "out" and trip.expected:
            left = datetime.fromisoformat(trip.left).replace(second=0, microsecond=0)
            at = datetime.combine(left, read_clock(trip.expected), left.tzinfo)
            # A trip that set out before midnight may be expected after it.
            yield Due(at + timedelta(days=at < left), "trip", str(trip.number))
