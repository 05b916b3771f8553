"""Turnout, reported at the hours of the precinct."""

from datetime import timedelta

from precinct_app.domain.parts import corrections, issuing, turnout
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.slips import Slip
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    MORNING,
    SECRETARY,
    ended_table,
    open_table,
    served_table,
    stocked_table,
)
from tests.domain.outside import out_table
from tests.domain.refusals import No, each, hear

REPORT, WITHDRAW = turnout.report_turnout, turnout.withdraw_turnout


def at_ten():
    """Serve voter 1; it is ten."""
    table = served_table()
    table.now = MORNING + timedelta(hours=3)
    return table


def reported(by_hand: int | None = None):
    """Report ten o'clock; it is noon."""
    table = at_ten()
    table.do(SECRETARY, REPORT, "10:00", by_hand)
    table.pass_time(hours=2)
    return table


def counted_by_hand():
    return reported(5)


REFUSALS = [
    No("turnout is reported at the hours of the precinct", Reason.HOUR_UNKNOWN, SECRETARY, REPORT,
       ("11:00",), day=at_ten),
    No("turnout is not reported before its hour", Reason.TOO_EARLY, SECRETARY, REPORT,
       ("12:00",), day=at_ten),
    No("fewer than no voters are not reported", Reason.AMOUNT_WRONG, SECRETARY, REPORT,
       ("10:00", -1), day=at_ten),
    No("more voters than a precinct has are not reported", Reason.AMOUNT_TOO_LARGE, SECRETARY,
       REPORT, ("10:00", 100_001), day=at_ten),
    No("a figure that goes down wants to be explained", Reason.TURNOUT_FELL, SECRETARY, REPORT,
       ("12:00",), day=counted_by_hand),
    No("a figure counted by hand that goes down wants to be explained too", Reason.TURNOUT_FELL,
       SECRETARY, REPORT, ("12:00", 0), day=reported),
    No("a slip that was not made is not withdrawn", Reason.SLIP_UNKNOWN, SECRETARY, WITHDRAW,
       ("10:00", "рано"), day=at_ten),
    No("a slip is not withdrawn without a reason", Reason.REASON_MISSING, SECRETARY, WITHDRAW,
       ("10:00", " "), day=reported),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_the_figure_is_the_journals_and_stays_as_it_was_stated():
    table = reported()
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    slip = table.day.slips["10:00"]
    assert slip[1:] == (1, 6, 0, False, "")
    table.do(SECRETARY, REPORT, "12:00")
    assert table.day.slips["12:00"].served == 2


def test_a_figure_counted_by_hand_is_marked():
    slip = counted_by_hand().day.slips["10:00"]
    assert (slip.served, slip.counted_by_hand) == (5, True)


def test_the_journal_explains_its_own_figure_that_goes_down():
    table = reported()
    table.do(ERLAN, corrections.take_back, FIRST, "ошибка", witness=CHAIRMAN)
    table.do(SECRETARY, REPORT, "12:00")
    assert table.day.slips["12:00"].served == 0


def test_what_the_journal_can_not_explain_is_explained_in_words():
    table = counted_by_hand()
    no = table.refused(SECRETARY, REPORT, "12:00")
    assert no.facts == {"served": 1, "before": 5}
    table.do(SECRETARY, REPORT, "12:00", None, " считали\u00a0строки ")
    assert table.day.slips["12:00"].explanation == "считали строки"


def test_voters_on_a_trip_are_said_to_be_on_the_road():
    table = out_table()
    table.now = MORNING + timedelta(hours=9)
    table.do(SECRETARY, REPORT, "16:00")
    waiting = table.day.trips[1].waiting
    assert table.day.slips["16:00"].on_road == len(waiting) > 0


def test_an_hour_is_reported_anew_and_the_last_one_stands():
    table = reported()
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    entry = table.do(SECRETARY, REPORT, "10:00")
    assert table.day.slips == {"10:00": Slip(entry.id, 2, 6, 0, False, "")}


def test_a_slip_made_by_mistake_is_withdrawn():
    table = reported()
    table.do(SECRETARY, WITHDRAW, "10:00", "не тот час")
    assert table.day.slips == {}


def test_a_western_precinct_reports_at_its_odd_hours():
    table = stocked_table(Precinct("214", utc_offset="+05:00"))
    assert turnout.report_hours(table.day)[:2] == ("09:00", "11:00")
    own = open_table(Precinct("214", report_hours=("08:30", "20:00")))
    assert turnout.report_hours(own.day) == ("08:30", "20:00")


def test_the_last_hours_are_reported_after_the_end():
    table = ended_table()
    table.do(SECRETARY, REPORT, "20:00")
    assert table.refused(SECRETARY, REPORT, "22:00").reason == Reason.TOO_EARLY


def test_members_report_no_turnout():
    assert at_ten().refused(ERLAN, REPORT, "10:00").reason == Reason.ROLE_WRONG
