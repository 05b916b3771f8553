"""When the voters came."""

from datetime import timedelta

from precinct_app.domain.figures.turnout import served_moments
from precinct_app.domain.parts import corrections, issuing, spoiled
from tests.domain.days import BLUE, ERLAN, GREEN, OLGA, SECRETARY, open_table


def hours(table):
    return [moment.strftime("%H:%M") for moment in served_moments(table.day)]


def test_a_voter_counts_from_the_first_ballot_that_he_received():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.pass_time(hours=1)
    table.do(ERLAN, issuing.issue_ballots, "1", (GREEN,), ERLAN)
    table.do(SECRETARY, spoiled.exchange_ballot, "1", BLUE, ERLAN, spoiled.Cause.DEFECT)
    table.do(OLGA, issuing.issue_ballots, "2", (BLUE,), OLGA)
    assert hours(table) == ["07:00", "08:00"]
    assert len(hours(table)) == table.day.served()


def test_what_was_stated_afterwards_stands_where_it_happened():
    table = open_table()
    table.pass_time(hours=2)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    earlier = table.now - timedelta(minutes=90)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN, happened=earlier)
    assert hours(table) == ["07:30", "09:00"]


def test_an_issue_that_was_taken_back_is_none():
    table = open_table()
    entry = table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.do(ERLAN, corrections.take_back, entry.id, "wrong_key")
    assert hours(table) == []
