"""Every state has a way back."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from precinct_app.domain.fold import VERBS
from precinct_app.domain.parts import (
    access,
    corrections,
    envelopes,
    handover,
    issuing,
    setup,
    spoiled,
    stock,
)
from precinct_app.domain.phases import Phase
from precinct_app.domain.ways_back import AGAIN, BESIDE, WAYS_BACK
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    OLGA,
    Table,
    open_table,
    served_table,
    stocked_table,
)

ONE = {BLUE: 1}
# The verbs that move the day itself, and where it stands after them.
LEADS_TO = {
    "open_voting": Phase.VOTING,
    "take_back_opening": Phase.SETUP,
    "end_voting": Phase.ENDED,
    "take_back_end": Phase.VOTING,
}


def test_every_verb_has_its_way_back_and_nothing_else_has():
    assert set(WAYS_BACK) == set(VERBS)


@pytest.mark.parametrize("verb", sorted(WAYS_BACK))
def test_a_way_back_is_a_verb_or_one_of_two_words(verb):
    assert WAYS_BACK[verb] in {*VERBS, AGAIN, BESIDE}


@pytest.mark.parametrize("verb", sorted(set(VERBS) & set(WAYS_BACK)))
def test_the_way_back_is_open_where_the_act_was_open(verb):
    """No phase lets an act be done and then keeps its way back shut for good."""
    back = VERBS.get(WAYS_BACK[verb], VERBS[verb])
    phases = {LEADS_TO[verb]} if verb in LEADS_TO else VERBS[verb].phases
    assert back.phases & phases or back.phases > phases


def topped_up():
    """Receive twenty more blue ballots, which lie in the safe."""
    table = open_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20, "№ 2")
    return table


# What is done on a day, and how it is led back; the first entry of an open day is FIRST.
THERE_AND_BACK: list[tuple[Callable[[], Table], list[Any], list[Any]]] = [
    (topped_up, [(CHAIRMAN, stock.hand_out_ballots, ERLAN, ONE)],
     [(CHAIRMAN, stock.put_in_safe, ERLAN, ONE)]),
    (stocked_table, [(ERLAN, stock.put_in_safe, ERLAN, ONE)],
     [(CHAIRMAN, stock.hand_out_ballots, ERLAN, ONE)]),
    (open_table, [(ERLAN, handover.hand_over_ballots, ERLAN, OLGA, ONE)],
     [(ERLAN, handover.call_off_handover, FIRST)]),
    (open_table, [(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)],
     [(ERLAN, corrections.take_back, FIRST, "wrong_voter")]),
    (served_table, [(CHAIRMAN, spoiled.exchange_ballot, "1", BLUE, OLGA, "voter_mistake")],
     [(OLGA, corrections.take_back, "{last}", "wrong_ballot")]),
    (served_table, [(ERLAN, spoiled.return_ballot, "1", BLUE)],
     [(ERLAN, corrections.take_back, "{last}", "wrong_ballot")]),
    (served_table, [(ERLAN, corrections.move_mark, FIRST, "2", "wrong_voter")],
     [(ERLAN, corrections.move_mark, FIRST, "1", "wrong_voter")]),
    (open_table, [(ERLAN, envelopes.seal_stack, ERLAN, "подпись")],
     [(ERLAN, envelopes.take_envelope, FIRST)]),
    (open_table, [(ERLAN, access.sign_out)], [(ERLAN, access.sign_in)]),
    (stocked_table, [(CHAIRMAN, setup.state_list_act, "2", 7, "один вычеркнут")],
     [(CHAIRMAN, setup.state_list_act, "1", 6)]),
]  # fmt: skip


def standing(table):
    """Show what the day counts: papers, rows and members, without the trace of the journal."""
    rows = {
        voter: ({b: n for b, n in held.received.items() if n}, +Counter(held.returned))
        for voter, held in table.day.holdings.items()
    }
    served = {voter: row for voter, row in rows.items() if any(row)}
    return table.day.accounts.summary(), served, set(table.day.duty(1)), table.day.list_act


def walk(table, steps):
    for by, rule, *args in steps:
        last = table.day.entries[-1].id
        table.do(by, rule, *(last if arg == "{last}" else arg for arg in args))


@pytest.mark.parametrize(
    ("begun", "there", "back"), THERE_AND_BACK, ids=[s[1][0][1].name for s in THERE_AND_BACK]
)
def test_what_was_done_is_led_back(begun, there, back):
    table = begun()
    before = standing(table)
    walk(table, there)
    assert standing(table) != before
    walk(table, back)
    assert standing(table) == before


@pytest.mark.parametrize(
    ("_begun", "there", "back"), THERE_AND_BACK, ids=[s[1][0][1].name for s in THERE_AND_BACK]
)
def test_the_table_names_the_way_that_was_walked(_begun, there, back):
    (verb, led) = there[-1][1].name, back[-1][1].name
    assert WAYS_BACK[verb] in {led, AGAIN if verb == led else led}
