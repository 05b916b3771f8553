"""How long a stack lasts, and when it is low."""

import pytest

from precinct_app.domain.accounts import stack
from precinct_app.domain.figures.pace import stacks
from precinct_app.domain.parts import corrections, issuing, spoiled, stock
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    GREY,
    OLGA,
    SECRETARY,
    open_table,
)


def blue(table, member=ERLAN):
    return stacks(table.day, member, table.now)[0]


def serve(table, voter, issuer=ERLAN, ballots=(BLUE,)):
    return table.do(issuer, issuing.issue_ballots, voter, ballots, issuer)


def test_a_stack_at_rest_lasts_without_end_and_ten_are_enough():
    table = open_table()
    found = stacks(table.day, ERLAN, table.now)
    assert [one.ballot for one in found] == list(table.day.election.ballot_ids)
    assert [(one.left, one.minutes, one.low) for one in found] == [(10, None, False)] * 5


def test_below_ten_it_is_low_however_slow_the_day():
    table = open_table()
    serve(table, "1")
    table.pass_time(minutes=31)
    assert blue(table) == (BLUE, 9, None, True)
    assert stacks(table.day, ERLAN, table.now)[1].low is False


def test_it_lasts_as_long_as_the_pace_of_the_last_half_hour_allows():
    table = open_table()
    for voter in ("1", "2", "3"):
        serve(table, voter)
        table.pass_time(minutes=10)
    # 3 ballots in 30 minutes, 7 left.
    assert (blue(table).left, blue(table).minutes) == (7, 70)


def test_what_was_given_more_than_half_an_hour_ago_is_no_present_pace():
    table = open_table()
    serve(table, "1")
    table.pass_time(minutes=30, seconds=1)
    assert blue(table).minutes is None


def test_five_minutes_are_the_shortest_that_a_pace_is_reckoned_from():
    table = open_table()
    serve(table, "1")
    table.pass_time(seconds=10)
    # One ballot in five minutes, 9 left.
    assert blue(table).minutes == 45


def test_less_than_thirty_minutes_is_low_even_with_ten_and_more():
    table = open_table()
    table.do(OLGA, stock.put_in_safe, OLGA, {BLUE: 10})
    for voter in ("1", "2", "3", "6"):
        serve(table, voter)
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 10})
    # 4 ballots in 5 minutes, 16 left: 20 minutes.
    assert blue(table) == (BLUE, 16, 20, True)


def test_the_pace_is_that_of_the_member_alone():
    table = open_table()
    serve(table, "1", issuer=OLGA)
    table.pass_time(minutes=5)
    assert blue(table).minutes is None
    assert blue(table, OLGA).minutes == 45


def test_an_exchange_takes_from_the_stack_too():
    table = open_table()
    serve(table, "1")
    cause = spoiled.Cause.VOTER
    table.do(SECRETARY, spoiled.exchange_ballot, "1", BLUE, ERLAN, cause)
    table.pass_time(minutes=10)
    assert (blue(table).left, blue(table).minutes) == (8, 40)


def test_what_was_taken_back_counts_for_no_pace():
    table = open_table()
    entry = serve(table, "1")
    table.do(ERLAN, corrections.take_back, entry.id, "wrong_key")
    assert (blue(table).left, blue(table).minutes) == (10, None)


@pytest.mark.parametrize("ballot", [BLUE, GREY])
def test_an_empty_stack_lasts_no_minute(ballot):
    table = open_table()
    table.do(ERLAN, stock.put_in_safe, ERLAN, {ballot: 9})
    serve(table, "1", ballots=(ballot,))
    found = {one.ballot: one for one in stacks(table.day, ERLAN, table.now)}[ballot]
    assert (found.left, found.minutes, found.low) == (0, 0, True)
    assert table.day.left(ballot, stack(ERLAN)) == 0
