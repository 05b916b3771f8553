"""Two desks correct one entry before either hears of the other: nothing is lost in silence."""

import pytest

from precinct_app.domain.accounts import EXCHANGED, VOTERS, stack
from precinct_app.domain.fold import receive, replay
from precinct_app.domain.parts import access, corrections, setup, spoiled
from precinct_app.domain.parts.spoiled import Cause
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    FIRST,
    OLGA,
    ROLL,
    Table,
    adds_up,
    served_table,
)

TAKE, MOVE, CHARGE = corrections.take_back, corrections.move_mark, corrections.charge_to_another


def two_desks() -> tuple[Table, Table]:
    """Serve voter 1 from Erlan's stack, and let a second desk know it."""
    one = served_table()
    one.desk = 2
    one.do(CHAIRMAN, setup.open_desk, "laptop-2")
    for member in (CHAIRMAN, ERLAN, OLGA):
        one.do(member, access.sign_in)
    one.desk = 1
    return one, Table(replay(ELECTION, ROLL, one.day.entries), one.now, desk=2)


def meet(one: Table, other: Table) -> None:
    """Exchange all entries: both desks see one day, in which the papers add up."""
    here, there = list(one.day.entries), list(other.day.entries)
    for entry in there:
        one.day = receive(one.day, entry)
    for entry in reversed(here):
        other.day = receive(other.day, entry)
    assert one.day == other.day
    assert adds_up(one.day, BLUE)
    in_hands = sum(
        held.received.get(BLUE, 0) - held.returned.get(BLUE, 0)
        for held in one.day.holdings.values()
    )
    assert one.left(BLUE, VOTERS) == in_hands


def correct(table: Table, rule, *args) -> str:
    entry = table.do(CHAIRMAN, rule, FIRST, *args, "решили", witness=ERLAN)
    return str(entry.id)


def rows(table: Table) -> dict[str, int]:
    """Show who holds how many blue ballots."""
    held = {voter: found.received.get(BLUE, 0) for voter, found in table.day.holdings.items()}
    return {voter: count for voter, count in held.items() if count}


def twice(entry: str) -> list[tuple[str, str]]:
    return [(entry, "corrected_twice")]


def told(table: Table) -> list[tuple[str, str]]:
    return [(found.entry, found.kind) for found in table.day.conflicts]


def test_the_mark_moved_to_two_voters_stands_with_the_last_of_them():
    one, other = two_desks()
    correct(one, MOVE, "2")
    last = correct(other, MOVE, "3")
    meet(one, other)
    assert (rows(one), told(one)) == ({"3": 1}, twice(last))
    assert one.day.handings[FIRST].voter == "3"


def test_the_mark_moved_twice_to_the_same_voter_is_moved_once():
    one, other = two_desks()
    correct(one, MOVE, "2")
    last = correct(other, MOVE, "2")
    meet(one, other)
    assert (rows(one), told(one)) == ({"2": 1}, twice(last))


@pytest.mark.parametrize("first", [1, 2])
def test_what_was_taken_back_at_one_desk_and_moved_at_the_other_lies_in_the_stack(first):
    one, other = two_desks()
    if first == 2:
        one.do(ERLAN, access.sign_in)
    taken, moved = correct(one, TAKE), correct(other, MOVE, "2")
    meet(one, other)
    assert rows(one) == {}
    assert told(one) == twice(moved if first == 1 else taken)
    assert one.left(BLUE, stack(ERLAN)) == 10


def test_ballots_taken_back_at_both_desks_are_missed_until_they_are_counted():
    one, other = two_desks()
    correct(one, TAKE)
    last = correct(other, TAKE)
    meet(one, other)
    assert (rows(one), one.left(BLUE, stack(ERLAN))) == ({"1": -1}, 11)
    assert (last, "corrected_twice") in told(one)
    assert (last, "overdrawn") in told(one)


def test_ballots_charged_to_two_members_are_charged_to_the_last_of_them():
    one, other = two_desks()
    correct(one, CHARGE, OLGA)
    last = correct(other, CHARGE, AINUR)
    meet(one, other)
    assert one.day.handings[FIRST].issuer == AINUR
    assert [one.left(BLUE, stack(member)) for member in (ERLAN, OLGA, AINUR)] == [11, 9, 9]
    assert told(one) == twice(last)


def test_a_ballot_exchanged_at_one_desk_and_taken_back_at_the_other_is_told():
    one, other = two_desks()
    one.do(DEPUTY, spoiled.exchange_ballot, "1", BLUE, ERLAN, Cause.DEFECT)
    last = correct(other, TAKE)
    meet(one, other)
    assert (last, "corrected_twice") in told(one)
    assert (rows(one), one.left(BLUE, EXCHANGED)) == ({}, 1)


def test_corrections_that_heard_of_each_other_are_no_conflict():
    one, other = two_desks()
    correct(one, MOVE, "2")
    meet(one, other)
    correct(other, CHARGE, OLGA)
    meet(one, other)
    correct(one, TAKE)
    meet(one, other)
    assert (rows(one), told(one)) == ({}, [])
    assert [one.left(BLUE, stack(member)) for member in (ERLAN, OLGA)] == [10, 10]
