"""Applications to vote outside the premises."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING, UNTIL_THE_END
from precinct_app.domain.required import require_not_after, require_voter
from precinct_app.domain.required_outside import require_application, require_without_ballots
from precinct_app.domain.trips import Application
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class ApplicationTaken:
    """A voter asked in writing to vote outside; the list is marked (art. 41(6))."""

    kind: ClassVar[str] = "application_taken"
    version: ClassVar[int] = 1
    voter: str
    reason: str


@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn:
    """A voter no longer wants to vote outside."""

    kind: ClassVar[str] = "application_withdrawn"
    version: ClassVar[int] = 1
    voter: str
    reason: str


Events = ApplicationTaken | ApplicationWithdrawn


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="41(6)")
def take_application(
    day: Day, act: Act, voter: str, reason: str, written: bool = True
) -> ApplicationTaken:
    """Take a voter's written application to vote outside, until the hour of the law."""
    require_voter(day, voter)
    reason = _reason(reason)
    if not written:
        act.hold(Refusal(Reason.NOT_WRITTEN, "41(6)", voter=voter))
    found = day.applications.get(voter)
    if found and found.stands:
        act.hold(Refusal(Reason.ALREADY_APPLIED, voter=voter, number=found.number))
    require_without_ballots(day, act, voter)
    require_not_after(day, act, "outside_applications", "41(6)")
    return ApplicationTaken(voter, reason)


@verb(phases=FROM_THE_OPENING | UNTIL_THE_END, roles=LEADERS, article="41(6)")
def withdraw_application(day: Day, act: Act, voter: str, reason: str) -> ApplicationWithdrawn:
    """Withdraw an application that no ballots were issued on, as the voter asks."""
    require_voter(day, voter)
    reason = _reason(reason)
    found = require_application(day, voter)
    if found.state == "on_trip":
        act.hold(Refusal(Reason.ON_TRIP, voter=voter, trip=found.trip))
    require_without_ballots(day, act, voter)
    return ApplicationWithdrawn(voter, reason)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an application; a second one of a voter is a conflict."""
    day.touch(entry, event.voter)
    found = day.applications.get(event.voter)
    stands = found is not None and found.stands
    match event:
        case ApplicationTaken(voter=voter, reason=reason):
            if stands:
                day.note_conflict(entry, "applied_twice", voter=voter)
                return
            number = 1 + max((known.number for known in day.applications.values()), default=0)
            day.applications[voter] = Application(number, entry.id, entry.happened, reason)
        case ApplicationWithdrawn(voter=voter):
            if found is None or not stands:
                day.note_conflict(entry, "not_applied", voter=voter)
                return
            day.applications[voter] = found._replace(state="withdrawn")
        case _:
            assert_never(event)


def _reason(reason: str) -> str:
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    return tidy(reason)
