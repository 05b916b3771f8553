"""A precinct, and the moments of the law as they fall there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, assert_never, get_args

from precinct_app.domain.election import Deadline, Election
from precinct_app.domain.shape import Free
from precinct_app.domain.times import read_clock, read_date, read_offset
from precinct_app.errors import Reason, Refusal

Moment = Literal[
    "certificates_close",
    "station_opens",
    "boxes",
    "voting_begins",
    "outside_applications",
    "voting_ends",
    "count_ends",
]
Span = Literal["count_hours", "posted_days"]


@dataclass(frozen=True, slots=True)
class Precinct:
    """One precinct as its day file states it.

    ``utc_offset`` is its own on the day (``+05:00`` in the west of 2023); empty means Astana's.
    ``closed`` marks a precinct of art. 38(3). ``times`` (moment to ``HH:MM``), ``report_hours``
    (local) and ``spans`` (``count_hours``, ``posted_days``) override the election's; empty keep it.
    """

    number: Free
    name: Free = ""
    address: Free = ""
    region: Free = ""
    utc_offset: Free = ""
    closed: bool = False
    times: Mapping[str, str] = field(default_factory=dict)
    report_hours: tuple[str, ...] = ()
    spans: Mapping[str, int] = field(default_factory=dict)


def check_precinct(election: Election, precinct: Precinct) -> None:
    """Refuse a precinct whose number, offset, hours or spans can't be.

    Voting stays inside the hours that the election allows (art. 38(1)).
    """
    if not precinct.number or precinct.number != precinct.number.strip():
        raise Refusal(Reason.BAD_ARGUMENT, argument="number")
    try:
        if precinct.utc_offset:
            read_offset(precinct.utc_offset)
    except ValueError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="utc_offset") from error
    _check_times(precinct)
    if not set(precinct.spans) <= set(get_args(Span)):
        raise Refusal(Reason.BAD_ARGUMENT, argument="spans")
    hours = election.hours
    begins = precinct.times.get("voting_begins", hours.voting_begins)
    ends = precinct.times.get("voting_ends", hours.voting_ends)
    if not hours.earliest <= begins < ends <= hours.latest:
        raise Refusal(Reason.BAD_ARGUMENT, "38(1)", argument="times")


def _check_times(precinct: Precinct) -> None:
    known = set(get_args(Moment)) - {"count_ends"}
    stated = {"times": tuple(precinct.times.values()), "report_hours": precinct.report_hours}
    for argument, clocks in stated.items():
        try:
            for clock in clocks:
                read_clock(clock)
        except ValueError as error:
            raise Refusal(Reason.BAD_ARGUMENT, argument=argument) from error
    if not known.issuperset(precinct.times):
        raise Refusal(Reason.BAD_ARGUMENT, argument="times")
    if list(precinct.report_hours) != sorted(set(precinct.report_hours)):
        raise Refusal(Reason.BAD_ARGUMENT, argument="report_hours")


def moment(election: Election, precinct: Precinct, name: Moment) -> datetime:
    """Reckon a moment of the law, with the precinct's stated offset from UTC.

    Opening and sealing follow the precinct's voting hours (art. 40).
    """
    hours, deadlines = election.hours, election.deadlines
    stated = precinct.times.get(name, "")
    match name:
        case "certificates_close":
            found = _deadline(election, precinct, stated, deadlines.certificates_close)
        case "outside_applications":
            found = _deadline(election, precinct, stated, deadlines.outside_applications)
        case "voting_begins":
            found = _at(election, precinct, stated or hours.voting_begins)
        case "voting_ends":
            found = _at(election, precinct, stated or hours.voting_ends)
        case "station_opens":
            found = _before_voting(election, precinct, stated, hours.station_opens_before)
        case "boxes":
            found = _before_voting(election, precinct, stated, hours.boxes_before)
        case "count_ends":
            length = timedelta(hours=span(election, precinct, "count_hours"))
            found = moment(election, precinct, "voting_ends") + length
        case _:
            assert_never(name)
    return found


def span(election: Election, precinct: Precinct, name: Span) -> int:
    """Give a length of the law in hours or days: the precinct's own, else the election's."""
    deadlines = election.deadlines
    stated = deadlines.count_hours if name == "count_hours" else deadlines.posted_days
    return precinct.spans.get(name, stated.amount)


def report_moments(election: Election, precinct: Precinct) -> tuple[datetime, ...]:
    """List the report hours in the precinct's local time.

    The election states them in Astana's time, so that a western precinct reports at odd hours.
    """
    if precinct.report_hours:
        return tuple(_at(election, precinct, hour) for hour in precinct.report_hours)
    day, astana = read_date(election.date), read_offset(election.utc_offset)
    local = read_offset(precinct.utc_offset or election.utc_offset)
    return tuple(
        datetime.combine(day, read_clock(hour), astana).astimezone(local)
        for hour in election.report_hours
    )


def at_clock(election: Election, precinct: Precinct, clock: str) -> datetime:
    """Reckon the moment of a local time ``HH:MM`` on the day of voting, else ValueError."""
    return _at(election, precinct, clock)


def _deadline(election: Election, precinct: Precinct, stated: str, law: Deadline) -> datetime:
    return _at(election, precinct, stated or law.at) - timedelta(days=law.days_before)


def _before_voting(election: Election, precinct: Precinct, stated: str, minutes: int) -> datetime:
    if stated:
        return _at(election, precinct, stated)
    return moment(election, precinct, "voting_begins") - timedelta(minutes=minutes)


def _at(election: Election, precinct: Precinct, clock: str) -> datetime:
    offset = read_offset(precinct.utc_offset or election.utc_offset)
    return datetime.combine(read_date(election.date), read_clock(clock), offset)
