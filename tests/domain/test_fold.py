"""Entries in, the day out: in any order of arrival, and without a no."""

import random
from dataclasses import replace
from typing import get_args

import pytest

from precinct_app.domain.accounts import Move
from precinct_app.domain.day import Conflict
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import KINDS, PARTS, VERBS, begin, receive, replay
from precinct_app.domain.parts import corrections, issuing, setup, spoiled
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.recorded import FactRecorded
from precinct_app.domain.verb import Verb
from precinct_app.errors import StoreError, Trouble
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    FIRST,
    MORNING,
    OLGA,
    ROLL,
    Table,
    new_table,
    open_table,
    sealed,
    served_table,
)


def busy_table() -> Table:
    """Serve, exchange, correct."""
    table = served_table()
    table.do(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.DEFECT)
    table.do(OLGA, issuing.issue_ballots, "2", ELECTION.ballot_ids, OLGA)
    table.do(ERLAN, corrections.move_mark, FIRST, "3", "namesake", witness=OLGA)
    return table


def test_a_journal_begins_with_the_creation_of_its_day():
    table = new_table()
    with pytest.raises(ValueError, match="begins with the creation"):
        begin(ELECTION, ROLL, table.day.entries[1])


def test_the_day_is_the_fold_of_its_journal():
    table = busy_table()
    assert replay(ELECTION, ROLL, table.day.entries) == table.day


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_a_journal_is_read_does_not_matter(seed):
    table = busy_table()
    shuffled = random.Random(seed).sample(table.day.entries, len(table.day.entries))
    assert replay(ELECTION, ROLL, shuffled) == table.day


@pytest.mark.parametrize("seed", range(5))
def test_entries_are_received_in_any_order_and_any_number_of_times(seed):
    table = busy_table()
    first, *rest = table.day.entries
    arrivals = random.Random(seed).sample(rest * 2, 2 * len(rest))
    day = begin(ELECTION, ROLL, first)
    for entry in arrivals:
        day = receive(day, entry)
    assert day == table.day


def test_an_entry_that_is_known_changes_nothing():
    table = busy_table()
    before = table.day
    for entry in list(before.entries):
        assert receive(before, entry) is before
    assert before == replay(ELECTION, ROLL, before.entries)


def test_another_entry_under_a_known_key_is_a_fork_and_changes_nothing():
    table = busy_table()
    before = list(table.day.entries)
    for place in (1, len(before) - 1):
        forged = replace(before[place], digest="ab" * 32)
        with pytest.raises(StoreError) as caught:
            receive(table.day, forged)
        assert (caught.value.reason, caught.value.facts) == (
            Trouble.FORKED,
            {"entry": forged.id},
        )
    assert table.day == replay(ELECTION, ROLL, before)


def test_the_order_is_that_of_the_ticks_and_never_of_the_clock():
    table = open_table()
    other = Table(replay(ELECTION, ROLL, table.day.entries), MORNING.replace(hour=2), desk=2)
    other.do(CHAIRMAN, setup.open_desk, "laptop-2")
    note = other.do(CHAIRMAN, lambda _day, _act: issuing.NoteAdded("1", "desk two"))
    table.day = receive(table.day, other.day.entries[-2])
    table.day = receive(table.day, note)
    later = table.do(ERLAN, issuing.add_note, "1", "desk one")
    assert later.recorded > note.recorded
    assert later.tick == note.tick + 1
    assert table.day.holding("1").notes == ("desk two", "desk one")


def test_entries_of_one_tick_are_ordered_by_desk():
    table = open_table()
    other = Table(replay(ELECTION, ROLL, table.day.entries), table.now, desk=2)
    late = other.do(OLGA, lambda _day, _act: issuing.NoteAdded("1", "desk two"))
    soon = table.do(ERLAN, lambda _day, _act: issuing.NoteAdded("1", "desk one"))
    assert (soon.tick, soon.order < late.order) == (late.tick, True)
    for day in (receive(table.day, late), receive(other.day, soon)):
        assert day.holding("1").notes == ("desk one", "desk two")
        assert day.tick == soon.tick


def test_a_correction_that_arrives_before_its_entry_waits_for_it():
    whole = busy_table().day
    *before, issue, exchange, second, move = whole.entries
    day = replay(ELECTION, ROLL, [*before, exchange, second, move])
    kinds = [conflict.kind for conflict in day.conflicts]
    assert kinds == ["not_in_hand", "overdrawn", "corrects_nothing"]
    assert receive(day, issue) == whole
    assert whole.conflicts == []


def test_two_desks_that_issue_to_one_voter_are_a_double():
    table = open_table()
    other = Table(replay(ELECTION, ROLL, table.day.entries), table.now, desk=2)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    move = Move(BLUE, "member:5", "voters", 1)
    late = other.do(OLGA, lambda _day, _act: issuing.BallotsIssued("1", OLGA, "", (move,)))
    table.day = receive(table.day, late)
    assert table.day.conflicts == [Conflict(late.id, "double", (("ballot", BLUE), ("voter", "1")))]
    assert (table.day.served(), table.left(BLUE, "voters")) == (1, 2)


def test_a_double_is_told_where_an_earlier_issue_was_taken_back_at_both_desks():
    """The balance of the voter then is one too low, and would hide the second ballot."""
    table = served_table()
    other = Table(replay(ELECTION, ROLL, table.day.entries), table.now, desk=2)
    for each, desk in ((table, "one"), (other, "two")):
        taken = issued_again(each, desk)
        assert taken.kind == "ballots_taken_back"
    for entry in other.day.entries:
        table.day = receive(table.day, entry)
    assert table.day.holding("1").received[BLUE] == 1
    kinds = {conflict.kind for conflict in table.day.conflicts}
    assert kinds == {"corrected_twice", "overdrawn", "double"}


def issued_again(table: Table, desk: str) -> Entry:
    """Take the first issue back at a desk that heard of nothing else, and issue once more."""
    moves = (Move(BLUE, "voters", "member:4", 1),)
    taken: Entry = table.do(
        ERLAN,
        lambda _day, _act: corrections.BallotsTakenBack(FIRST, ERLAN, "1", (BLUE,), desk, moves),
    )
    again = (Move(BLUE, "member:4", "voters", 1),)
    table.do(ERLAN, lambda _day, _act: issuing.BallotsIssued("1", ERLAN, "", again))
    return taken


def test_each_event_is_in_exactly_one_part():
    events = [event for part in PARTS for event in get_args(part.Events)]
    assert len(events) == len(set(events))
    assert set(KINDS.values()) == {*events, FactRecorded}
    for part in PARTS:
        own = {
            found
            for found in vars(part).values()
            if isinstance(found, type)
            and found.__module__ == part.__name__
            and "kind" in vars(found)
        }
        assert own == set(get_args(part.Events))


def test_every_verb_of_the_parts_is_in_the_table_of_verbs():
    found = {
        name: rule for part in PARTS for name, rule in vars(part).items() if isinstance(rule, Verb)
    }
    assert found == VERBS


def test_whoever_seals_without_asking_meets_the_same_day():
    table = new_table()
    entry = sealed(setup.MemberNamed("4", "Ким Анна", "member"), table.day.head(1))
    day = receive(table.day, entry)
    assert day.members["4"].name == "Ким Анна"
    assert day.desks[1] == (3, entry.digest)
