"""Opening and end of voting are taken back while nothing real has happened in them."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS, Role
from precinct_app.domain.phases import AFTER_VOTING, VOTING, Phase
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class OpeningTakenBack:
    """Voting had been opened by mistake, and nothing was issued."""

    kind: ClassVar[str] = "opening_taken_back"
    version: ClassVar[int] = 1
    reason: str


@dataclass(frozen=True, slots=True)
class EndTakenBack:
    """Voting had been ended by mistake, and nothing of the closing was done."""

    kind: ClassVar[str] = "end_taken_back"
    version: ClassVar[int] = 1
    reason: str


Events = OpeningTakenBack | EndTakenBack


@verb(phases=VOTING, roles=frozenset({Role.CHAIRMAN}), article="40", witness="always")
def take_back_opening(day: Day, act: Act, reason: str) -> OpeningTakenBack:
    """Take back an opening by mistake, while nothing is issued (practice 1.7)."""
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    if _has_begun(day):
        raise Refusal(Reason.ISSUED_SINCE)
    return OpeningTakenBack(tidy(reason))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(1)", witness="always")
def take_back_end(day: Day, act: Act, reason: str) -> EndTakenBack:
    """Take back an end by mistake, while nothing of the closing is done (practice 1.7)."""
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    if _has_closed(day):
        raise Refusal(Reason.CLOSING_BEGUN)
    return EndTakenBack(tidy(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day back; where another desk has gone on, the fact stands."""
    match event:
        case OpeningTakenBack():
            if day.phase is Phase.VOTING and not _has_begun(day):
                day.phase, day.at_opening = Phase.SETUP, None
            else:
                day.note_conflict(entry, "phase_stands", phase=str(day.phase))
        case EndTakenBack():
            if day.phase is Phase.ENDED and not _has_closed(day):
                day.phase, day.ended = Phase.VOTING, None
            else:
                day.note_conflict(entry, "phase_stands", phase=str(day.phase))
        case _:
            assert_never(event)


def _has_begun(day: Day) -> bool:
    """Tell whether a ballot is out of the commission's hands, or a box on its way."""
    issued = any(handing.ballots for handing in day.handings.values())
    return issued or any(trip.left for trip in day.trips.values())


def _has_closed(day: Day) -> bool:
    """Tell whether lists or papers were counted, or a box opened."""
    opened = any(box.state == "opened" for box in day.boxes.values())
    return bool(day.signatures or day.kinds or day.count_begun or opened)
