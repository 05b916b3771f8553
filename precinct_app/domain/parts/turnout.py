"""Turnout, reported at the hours of the precinct."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING
from precinct_app.domain.precinct import report_moments
from precinct_app.domain.required import require_countable
from precinct_app.domain.shape import Free
from precinct_app.domain.slips import Slip
from precinct_app.domain.trips import on_the_road
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class TurnoutReported:
    """The turnout of one hour as it was given on; it stays as it was stated."""

    kind: ClassVar[str] = "turnout_reported"
    version: ClassVar[int] = 1
    hour: str
    served: int
    listed: int
    on_road: int
    counted_by_hand: bool
    explanation: Free


@dataclass(frozen=True, slots=True)
class TurnoutWithdrawn:
    """The slip of an hour was made by mistake, and not given on."""

    kind: ClassVar[str] = "turnout_withdrawn"
    version: ClassVar[int] = 1
    hour: str
    reason: str


Events = TurnoutReported | TurnoutWithdrawn


@verb(phases=FROM_THE_OPENING, roles=LEADERS)
def report_turnout(
    day: Day, act: Act, hour: str, served: int | None = None, explanation: str = ""
) -> TurnoutReported:
    """Report the turnout of an hour: the journal's figure, or one that was counted by hand.

    A figure that goes down wants an explanation, unless both are the journal's own: what was
    taken back in between stands in it.
    """
    _require_hour(day, act, hour)
    if served is not None and served < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=served)
    figure = day.served() if served is None else served
    require_countable(figure)
    last = _last_before(day, hour)
    explained = tidy(explanation) or (served is None and last and not last.counted_by_hand)
    if last and figure < last.served and not explained:
        act.hold(Refusal(Reason.TURNOUT_FELL, served=figure, before=last.served))
    road = len(on_the_road(day))
    by_hand = served is not None
    return TurnoutReported(hour, figure, day.listed_count, road, by_hand, tidy(explanation))


@verb(phases=FROM_THE_OPENING, roles=LEADERS)
def withdraw_turnout(day: Day, act: Act, hour: str, reason: str) -> TurnoutWithdrawn:
    """Withdraw the slip of an hour that was made by mistake."""
    if hour not in day.slips:
        raise Refusal(Reason.SLIP_UNKNOWN, hour=hour)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    return TurnoutWithdrawn(hour, tidy(reason))


def report_hours(day: Day) -> tuple[str, ...]:
    """List the hours at which this precinct reports, in its local time."""
    return tuple(f"{one:%H:%M}" for one in report_moments(day.election, day.precinct))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a report; a new one of the same hour stands instead."""
    match event:
        case TurnoutReported(served=served, listed=listed, on_road=on_road):
            by_hand, explanation = event.counted_by_hand, event.explanation
            slip = Slip(entry.id, served, listed, on_road, by_hand, explanation)
            day.slips[event.hour] = slip
        case TurnoutWithdrawn(hour=hour):
            day.slips.pop(hour, None)
        case _:
            assert_never(event)


def _require_hour(day: Day, act: Act, hour: str) -> None:
    """Refuse an hour at which nothing is reported, and hold back one that is still to come."""
    moments = {f"{one:%H:%M}": one for one in report_moments(day.election, day.precinct)}
    if hour not in moments:
        raise Refusal(Reason.HOUR_UNKNOWN, hours=", ".join(moments))
    if act.happened < moments[hour]:
        act.hold(Refusal(Reason.TOO_EARLY, hour=hour))


def _last_before(day: Day, hour: str) -> Slip | None:
    earlier = [known for known in day.slips if known < hour]
    return day.slips[max(earlier)] if earlier else None
