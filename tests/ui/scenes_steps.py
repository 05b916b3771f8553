"""The pages from which the day is led, staged with real files."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from precinct_app.desk import Desk, Laptop, Who
from precinct_app.domain.parts import (
    announcing,
    applications,
    bags,
    boxes,
    closing,
    issuing,
    opening,
    trips,
    turnout,
    unused,
)
from precinct_app.domain.parts.spoiled import Cause, exchange_ballot
from tests.store.files import FIVE, KEY, HandClock
from tests.ui.days import (
    AINUR,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    ISSUERS,
    OLGA,
    SECRETARY,
    come_on_duty,
    desk_at,
    found_day,
    name_commission,
)
from tests.ui.stage import Stage
from ui.forms.acts_page import ActsPage

LEADER = Who(CHAIRMAN)
EVENING = "2023-03-19T20:00:00+06:00"


def put(desk: Desk, moment: str) -> None:
    """Put the clock of a desk to a moment."""
    assert isinstance(desk.clock, HandClock)
    desk.clock.moment = datetime.fromisoformat(moment)


def set_up_desk(folder: Path) -> Desk:
    """Open a desk at seven before anything was made ready."""
    laptop = Laptop(folder / "home")
    desk = Desk(found_day(folder / "day.precinct", laptop), KEY, laptop, HandClock())
    desk.start_writing()
    name_commission(desk)
    come_on_duty(desk, *ISSUERS)
    return desk


def busy_desk(folder: Path) -> Desk:
    """Serve thirty voters until noon, report two hours, and send a trip that is late."""
    desk = desk_at(folder)
    come_on_duty(desk, SECRETARY)
    for box, portable in (("1", False), ("P1", True)):
        desk.act(LEADER, boxes.seal_box, box, f"20{box}", portable)
    desk.act(LEADER, turnout.report_turnout, "10:00")
    for voter in ("50", "51", "52"):
        desk.act(LEADER, applications.take_application, voter, "ауырып жатыр")
    people = ("50", "51")
    desk.act(LEADER, trips.plan_trip, "P1", (ERLAN, OLGA), ERLAN, people, True, True)
    desk.act(Who(ERLAN), bags.fill_bag, 1, dict.fromkeys(FIVE, 3))
    desk.act(Who(ERLAN), trips.send_trip, 1, "11:30")
    for number in range(7, 37):
        serve(desk, number)
    desk.act(Who(SECRETARY), exchange_ballot, "7", FIVE[0], OLGA, Cause.VOTER)
    desk.act(LEADER, turnout.report_turnout, "12:00")
    return desk


def serve(desk: Desk, number: int) -> None:
    """Serve a voter four minutes after the one before."""
    assert isinstance(desk.clock, HandClock)
    desk.clock.moment += timedelta(minutes=4)
    issuer = (DEPUTY, OLGA, AINUR)[number % 3]
    desk.act(Who(issuer), issuing.issue_ballots, str(number), FIVE, issuer)


def breach_desk(folder: Path) -> Desk:
    """Record that a voter was served while the box was on the road to him."""
    desk = busy_desk(folder)
    issued = issuing.issue_ballots.recorded("№ 2 акт", "сапардан сұралмады")
    desk.act(Who(CHAIRMAN, SECRETARY), issued, "50", FIVE[:1], OLGA)
    return desk


def evening_desk(folder: Path) -> Desk:
    """End voting, count the lists, and count the unused of every kind."""
    desk = desk_at(folder)
    come_on_duty(desk, SECRETARY)
    desk.act(LEADER, boxes.seal_box, "1", "2001")
    for number in range(7, 37):
        serve(desk, number)
    put(desk, EVENING)
    desk.act(LEADER, opening.end_voting)
    desk.act(Who(SECRETARY), closing.count_signatures, 30, 0, 0)
    return desk


def count_unused(desk: Desk, ballot: str, **other: int) -> None:
    """Count what the account says, and so much more (or fewer) with some members."""
    counted = dict(desk.day.accounts.unused(ballot))
    for member, over in other.items():
        counted[f"member:{member.removeprefix('m')}"] += over
    desk.act(Who(DEPUTY), unused.count_unused, ballot, counted)


def differing_desk(folder: Path) -> Desk:
    """Count one stack over and another under by the same number."""
    desk = evening_desk(folder)
    count_unused(desk, FIVE[0], m5=2, m6=-2)
    for ballot in FIVE[1:3]:
        count_unused(desk, ballot)
        desk.act(Who(CHAIRMAN, DEPUTY), unused.cancel_ballots, ballot)
    desk.act(Who(CHAIRMAN, SECRETARY), announcing.announce_figures, FIVE[1])
    return desk


def cancelling(stage: Stage) -> None:
    """Cancel the next kind, with one that differs."""
    at(differing_desk, "closing")(stage)
    assert stage.window.frame
    page = stage.window.frame.pages["closing"]
    assert isinstance(page, ActsPage)
    page.show_act("cancel_ballots")
    stage.settle()


def at(make: Callable[[Path], Desk], page: str) -> Callable[[Stage], None]:
    """Stage a page of a day that was made."""

    def scene(stage: Stage) -> None:
        session = stage.open_day(make(stage.folder))
        session.choose(DEPUTY)
        stage.show_page(page)

    return scene


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "chairman": at(set_up_desk, "chairman"),
    "chairman-busy": at(busy_desk, "chairman"),
    "chairman-breach": at(breach_desk, "chairman"),
    "chairman-differs": at(differing_desk, "chairman"),
    "observers": at(set_up_desk, "observers"),
    "observers-busy": at(busy_desk, "observers"),
    "ready": at(set_up_desk, "ready"),
    "outside-busy": at(busy_desk, "outside"),
    "closing-differs": cancelling,
}
