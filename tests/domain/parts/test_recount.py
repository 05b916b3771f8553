"""The count in its order: disputes, recounts, tables, and no count before the cancelling."""

from typing import Any

from precinct_app.domain.parts import announcing, count, unsealing
from precinct_app.errors import Reason
from tests.domain.days import ADVISER, AINUR, BLUE, CHAIRMAN, ELECTION, GREEN, OLGA, SECRETARY
from tests.domain.decided import CARRIED
from tests.domain.evening import (
    ALL,
    PARTIES,
    PORTABLE,
    STATIONARY,
    counted_table,
    kind_of,
    listed_table,
    open_box,
    papered_table,
    sheet,
)
from tests.domain.parts.test_count import (
    AGAIN,
    DISPUTE,
    PAPERS,
    RECOUNT,
    RIGHT,
    TWO,
    TYPE,
    VOTES,
    ordered_table,
)
from tests.domain.parts.test_unsealing import crowded_table, declared


def test_a_disputed_ballot_is_valid_by_more_than_half_of_all_members_art_43_7():
    table = papered_table()
    for votes_for, against in ((3, 1), (4, 2), (3, 0)):
        table.do(OLGA, DISPUTE, BLUE, votes_for, against, "две отметки")
    assert [found.valid for found in kind_of(table, BLUE).disputes] == [False, True, False]
    assert ADVISER in table.day.members


def test_a_recount_begins_without_a_sheet_and_keeps_the_old_one_art_43_7_1():
    table = counted_table()
    table.do(CHAIRMAN, RECOUNT, BLUE, "доверенное лицо Сапаров", "№ 1", witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.sheet, kind.result, kind.stationary) == (None, None, 1)
    assert kind.recounts[0].sheet.votes == VOTES
    assert kind_of(table, GREEN).result


def test_kinds_are_counted_in_the_chosen_order_two_at_once_at_two_tables():
    table = ordered_table()
    last, second = ALL[-1], ALL[-2]
    table.do(OLGA, TYPE, last, *sheet(table, last))
    assert table.refused(OLGA, TYPE, second, *sheet(table, second)).facts == {"ballot": last}
    table.do(AINUR, AGAIN, last, *sheet(table, last))
    table.do(OLGA, TYPE, second, *sheet(table, second))


def test_at_two_tables_the_second_kind_need_not_wait_for_the_first():
    table = crowded_table()
    table.do(CHAIRMAN, count.set_count_order, ALL, 2, CARRIED)
    table.do(CHAIRMAN, unsealing.declare_box_invalid, *declared(), witness=SECRETARY)
    open_box(table, STATIONARY)
    for ballot in ALL:
        table.do(OLGA, PAPERS, ballot, 1)
    table.do(OLGA, TYPE, GREEN, *sheet(table, GREEN))
    third = ALL[2]
    assert table.refused(OLGA, TYPE, third, *sheet(table, third)).reason == Reason.OUT_OF_TURN


def test_no_order_of_verbs_reaches_a_count_before_the_cancelling_but_by_a_breach_art_43_4():
    table = listed_table()
    steps: tuple[tuple[str, Any, tuple[Any, ...], dict[str, Any]], ...] = (
        (CHAIRMAN, unsealing.open_box, (PORTABLE, True), TWO),
        (CHAIRMAN, unsealing.open_box, (STATIONARY, True), TWO),
        (OLGA, unsealing.count_portable_box, (PORTABLE, {BLUE: 2}), {}),
        (OLGA, PAPERS, (BLUE, 1), {}),
        (OLGA, TYPE, RIGHT, {}),
        (CHAIRMAN, announcing.announce_figures, (BLUE,), TWO),
    )
    for by, rule, args, named in steps:
        table.refused(by, rule, *args, **named)
    for number, (by, rule, args, named) in enumerate(steps[:2]):
        table.do(by, rule.recorded("акт № 1", "вскрыли раньше"), *args, **named)
        assert len(table.day.breaches) == number + 1
    for rule, args in ((PAPERS, (BLUE, 1)), (TYPE, RIGHT)):
        no = table.refused(OLGA, rule, *args)
        assert (no.reason, no.article) == (Reason.NOT_CANCELLED, "43(4)")
    table.do(OLGA, PAPERS.recorded("акт № 2", "считали раньше"), BLUE, 1, witness=SECRETARY)
    fact = table.day.breaches[-1]
    assert (fact.fact, fact.article) == ("stationary_counted", "43(4)")


def test_options_that_dropped_out_need_no_number_art_37_1_1():
    table = papered_table()
    table.day.dropped.add((BLUE, "7"))
    votes = {option: 0 for option in PARTIES if option != "7"}
    event = TYPE(table.day, table.act(OLGA), BLUE, votes, 3, 0)
    assert event.votes == votes
    assert set(PARTIES) == {option.id for option in ELECTION.ballot(BLUE).options}
