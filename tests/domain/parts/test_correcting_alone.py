"""When the issuer corrects alone, and when a second person is due."""

from datetime import timedelta

import pytest

from precinct_app.domain.parts import access, corrections, issuing, setup, spoiled
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    Table,
    open_table,
    served_table,
)

TAKE = corrections.take_back


def late(table: Table, by: str, entry: str, reason: str = "wrong_key") -> Reason:
    """Ask to take back alone, in vain."""
    reason_why = table.refused(by, TAKE, entry, reason).reason
    assert isinstance(reason_why, Reason)
    return reason_why


def test_the_issuer_corrects_alone_for_three_minutes_to_the_second():
    table = served_table()
    table.pass_time(minutes=3)
    table.do(ERLAN, TAKE, FIRST, "wrong_key")
    table = served_table()
    table.pass_time(minutes=3, seconds=1)
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE


def test_the_page_is_told_until_when_the_issuer_may_correct_alone():
    table = served_table()
    until = corrections.alone_until(table.day, table.act(ERLAN), FIRST)
    assert until == table.now + timedelta(minutes=3)
    table.pass_time(minutes=4)
    assert corrections.alone_until(table.day, table.act(ERLAN), FIRST) is None


def test_the_minutes_run_from_the_record_and_not_from_what_was_stated():
    table = open_table()
    earlier = table.now
    table.pass_time(hours=1)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN, happened=earlier)
    table.do(ERLAN, TAKE, FIRST, "wrong_key")


def test_a_clock_that_was_set_back_gives_nobody_more_time():
    table = served_table()
    table.pass_time(seconds=-1)
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE


def test_nobody_but_the_issuer_corrects_alone():
    table = open_table()
    table.do(SECRETARY, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    for by in (SECRETARY, CHAIRMAN, OLGA):
        assert late(table, by, FIRST) is Reason.CORRECTION_LATE
    table.do(ERLAN, TAKE, FIRST, "wrong_key")


def test_after_the_same_issuers_next_issue_a_second_person_is_due():
    table = served_table()
    table.do(OLGA, issuing.issue_ballots, "2", (BLUE,), OLGA)
    assert corrections.alone_until(table.day, table.act(ERLAN), FIRST)
    table.do(ERLAN, issuing.issue_ballots, "3", (BLUE,), ERLAN)
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE
    table.do(ERLAN, TAKE, FIRST, "ещё на столе", witness=OLGA)


def test_an_exchange_is_the_issuers_next_issue_too():
    table = served_table()
    entry = table.do(ERLAN, spoiled.exchange_ballot, "1", GREEN, ERLAN, Cause.MEMBER)
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE
    table.do(ERLAN, TAKE, entry.id, "wrong_key")


def test_a_return_is_nobodys_issue_and_anybody_takes_it_back_for_three_minutes():
    table = served_table()
    entry = table.do(SECRETARY, spoiled.return_ballot, "1", BLUE)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    table.pass_time(minutes=3)
    assert corrections.alone_until(table.day, table.act(SECRETARY), entry.id)
    table.pass_time(seconds=1)
    assert late(table, SECRETARY, entry.id) is Reason.CORRECTION_LATE


@pytest.mark.parametrize("reason", corrections.SHORT_REASONS)
def test_alone_every_reason_of_the_short_list_will_do(reason):
    served_table().do(ERLAN, TAKE, FIRST, f" {reason}\n")


def test_alone_no_other_reason_will_do_and_with_a_second_person_any():
    table = served_table()
    assert late(table, ERLAN, FIRST, "передумал") is Reason.CORRECTION_LATE
    table.do(ERLAN, TAKE, FIRST, "передумал", witness=SECRETARY)


def test_a_second_person_is_another_member_of_the_commission():
    table = served_table()
    table.pass_time(hours=1)
    for witness, reason in (
        (ERLAN, Reason.WITNESS_SAME),
        ("77", Reason.MEMBER_UNKNOWN),
        ("9", Reason.ROLE_WRONG),
    ):
        assert table.refused(ERLAN, TAKE, FIRST, "поздно", witness=witness).reason is reason
    table.do(OLGA, TAKE, FIRST, "поздно", witness=CHAIRMAN)


def test_charged_to_another_the_former_issuer_corrects_no_more_alone():
    table = served_table()
    table.do(ERLAN, corrections.charge_to_another, FIRST, OLGA, "wrong_member")
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE


def test_at_another_desk_whose_clock_is_behind_a_second_person_is_due():
    table = served_table()
    table.desk = 2
    table.pass_time(hours=-5)
    table.do(CHAIRMAN, setup.open_desk, "laptop-2")
    table.do(ERLAN, access.sign_in)
    assert late(table, ERLAN, FIRST) is Reason.CORRECTION_LATE
