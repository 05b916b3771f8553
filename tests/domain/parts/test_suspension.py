"""Voting stands still for a time, and goes on."""

from datetime import timedelta

from precinct_app.domain.accounts import EXCHANGED
from precinct_app.domain.parts import issuing, opening, spoiled, suspension
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    EVENING,
    MORNING,
    SECRETARY,
    open_table,
    served_table,
)
from tests.domain.refusals import No, each, hear


def suspended_table():
    """Serve voter 1, and suspend voting at nine."""
    table = served_table()
    table.pass_time(hours=2)
    table.do(CHAIRMAN, suspension.suspend_voting, "нет света")
    return table


def over_table():
    """Serve voter 1, and end voting with nobody inside."""
    table = served_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    return table


REFUSALS = [
    No("voting is not suspended without a reason", Reason.REASON_MISSING, CHAIRMAN,
       suspension.suspend_voting, (" ",)),
    No("voting that stands still is not suspended again", Reason.SUSPENDED, CHAIRMAN,
       suspension.suspend_voting, ("дым",), day=suspended_table),
    No("voting that goes on is not resumed", Reason.NOT_SUSPENDED, CHAIRMAN,
       suspension.resume_voting),
    No("voting is not resumed before it was suspended", Reason.TOO_EARLY, CHAIRMAN,
       suspension.resume_voting, (), {"happened": MORNING}, day=suspended_table),
    No("nothing is issued while voting is suspended", Reason.SUSPENDED, ERLAN,
       issuing.issue_ballots, ("2", (BLUE,), ERLAN), day=suspended_table),
    No("nothing is exchanged while voting is suspended", Reason.SUSPENDED, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, ERLAN, "defect"), day=suspended_table),
    No("nothing is returned while voting is suspended", Reason.SUSPENDED, ERLAN,
       spoiled.return_ballot, ("1", BLUE), day=suspended_table),
    No("nothing is issued after the end to who was not inside art 43 1", Reason.INSIDE_SERVED,
       ERLAN, issuing.issue_ballots, ("2", (BLUE,), ERLAN), article="43(1)", day=over_table),
    No("nothing is exchanged after the end where nobody was inside art 43 1",
       Reason.INSIDE_SERVED, ERLAN, spoiled.exchange_ballot, ("1", BLUE, ERLAN, "defect"),
       article="43(1)", day=over_table),
    No("nothing is returned after the end where nobody was inside art 43 1",
       Reason.INSIDE_SERVED, ERLAN, spoiled.return_ballot, ("1", BLUE), article="43(1)",
       day=over_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_voting_goes_on_where_it_is_resumed():
    table = suspended_table()
    stopped = table.day.suspended
    assert stopped == table.day.entries[-1].id
    table.pass_time(minutes=65)
    resumed = table.do(SECRETARY, suspension.resume_voting)
    assert table.day.suspended == ""
    table.pass_time(seconds=1)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    (found,) = table.day.suspensions
    assert (found.entry, found.reason, found.resumed) == (stopped, "нет света", resumed.id)


def test_an_issue_that_falls_into_the_stop_is_held_also_afterwards():
    table = suspended_table()
    table.pass_time(minutes=65)
    table.do(SECRETARY, suspension.resume_voting)
    table.pass_time(minutes=5)
    inside = MORNING + timedelta(hours=2, minutes=30)
    no = table.refused(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN, happened=inside)
    assert (no.reason, no.gate) == (Reason.SUSPENDED, True)


def test_what_was_issued_all_the_same_is_a_recorded_breach():
    table = suspended_table()
    record = issuing.issue_ballots.recorded("список, с. 2", "не слышали")
    table.do(ERLAN, record, "2", (BLUE,), ERLAN, witness=CHAIRMAN)
    assert table.day.has_received("2", BLUE)
    assert [one.reason for one in table.day.breaches[-1].offences] == ["suspended"]


def test_what_was_issued_before_the_stop_is_recorded_during_it():
    table = suspended_table()
    before = MORNING + timedelta(hours=1)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN, happened=before)
    assert table.day.has_received("2", BLUE)


def test_members_do_not_suspend():
    assert open_table().refused(ERLAN, suspension.suspend_voting, "x").reason == Reason.ROLE_WRONG


def test_two_desks_that_suspend_and_resume_make_one_stop():
    table = suspended_table()
    table.do(CHAIRMAN, lambda _day, _act: suspension.VotingSuspended("тоже"))
    for _ in range(2):
        table.do(CHAIRMAN, lambda _day, _act: suspension.VotingResumed())
    assert len(table.day.suspensions) == 1
    assert table.day.suspended == ""
    assert table.conflicts() == []


def test_who_is_inside_at_the_end_may_still_exchange_a_spoiled_ballot():
    table = served_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting, 1)
    table.pass_time(minutes=3)
    table.do(ERLAN, spoiled.exchange_ballot, "1", BLUE, ERLAN, "voter_mistake")
    assert table.left(BLUE, EXCHANGED) == 1


def test_a_clock_that_was_set_back_does_not_keep_voting_from_going_on():
    table = suspended_table()
    table.pass_time(hours=-1)
    table.do(CHAIRMAN, suspension.resume_voting)
    assert table.day.suspended == ""


def test_voting_that_ended_while_it_stood_still_goes_on_for_those_inside_art_43_1():
    table = suspended_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting, 1)
    no = table.refused(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    assert no.reason == Reason.SUSPENDED
    table.do(CHAIRMAN, suspension.resume_voting)
    table.pass_time(minutes=1)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    assert table.day.has_received("2", BLUE)
