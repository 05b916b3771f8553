"""A receipt that was typed wrongly is put right."""

from typing import Any

from precinct_app.domain.accounts import MISSING, RECEIVED, SAFE, SURPLUS, stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import receipts, stock
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    named_table,
    stocked_table,
)
from tests.domain.outside import announced
from tests.domain.refusals import No, each, hear

TWO: dict[str, Any] = {"witness": OLGA}
PACK = f"1-{len(named_table().day.entries) + 1}"


def received_table(counted: int | None = 100):
    """Receive a pack of a hundred blue ballots; the entry is PACK."""
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, counted, "№ 1")
    return table


def handed_out_table():
    """Hand sixty of them out."""
    table = received_table()
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 60})
    return table


def read_aloud():
    return announced(received_table())


CORRECT, TAKE_BACK = receipts.correct_receipt, receipts.take_back_receipt
REFUSALS = [
    No("a receipt that is not there is not corrected", Reason.ENTRY_UNKNOWN, CHAIRMAN, CORRECT,
       ("1-999", 10, "описка"), TWO, day=received_table),
    No("a receipt of nothing is taken back and not corrected", Reason.AMOUNT_WRONG, CHAIRMAN,
       CORRECT, (PACK, 0, "описка"), TWO, day=received_table),
    No("a receipt is not corrected to less than nothing", Reason.AMOUNT_WRONG, CHAIRMAN, CORRECT,
       (PACK, 10, "описка", -1), TWO, day=received_table),
    No("a receipt is not corrected to more than a precinct receives", Reason.AMOUNT_TOO_LARGE,
       CHAIRMAN, CORRECT, (PACK, 100_001, "описка"), TWO, day=received_table),
    No("a receipt is not corrected without a reason", Reason.REASON_MISSING, CHAIRMAN, CORRECT,
       (PACK, 10, " "), TWO, day=received_table),
    No("a receipt is not corrected to less than was handed out", Reason.NOT_ENOUGH, CHAIRMAN,
       CORRECT, (PACK, 59, "описка", 59), TWO, day=handed_out_table),
    No("a receipt of figures read aloud is not corrected art 43 3-1", Reason.FIGURES_ANNOUNCED,
       CHAIRMAN, CORRECT, (PACK, 10, "описка"), TWO, "43(3-1)", read_aloud),
    No("a receipt that is not there is not taken back", Reason.ENTRY_UNKNOWN, CHAIRMAN,
       TAKE_BACK, ("1-999", "описка"), TWO, day=received_table),
    No("a receipt is not taken back without a reason", Reason.REASON_MISSING, CHAIRMAN,
       TAKE_BACK, (PACK, ""), TWO, day=received_table),
    No("a receipt is not taken back when ballots of it are out", Reason.NOT_ENOUGH, CHAIRMAN,
       TAKE_BACK, (PACK, "описка"), TWO, day=handed_out_table),
    No("a receipt of figures read aloud is not taken back art 43 3-1", Reason.FIGURES_ANNOUNCED,
       CHAIRMAN, TAKE_BACK, (PACK, "описка"), TWO, "43(3-1)", read_aloud),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def account(table):
    return {name: table.left(BLUE, name) for name in (RECEIVED, SAFE, MISSING, SURPLUS)}


def test_a_mistyped_receipt_is_put_right_by_two_persons_and_the_old_one_stays_in_the_journal():
    table = received_table()
    alone = table.refused(CHAIRMAN, CORRECT, PACK, 120, "описка", 120)
    assert alone.reason == Reason.WITNESS_MISSING
    entry = table.do(SECRETARY, CORRECT, PACK, 120, "описка", 119, "№ 1а", **TWO)
    assert account(table) == {RECEIVED: -120, SAFE: 119, MISSING: 1, SURPLUS: 0}
    assert table.day.receipts[PACK][:4] == (BLUE, 120, 119, "№ 1а")
    assert entry.event.corrects == PACK
    assert adds_up(table.day, BLUE)


def test_it_goes_from_short_to_too_many_and_back():
    table = received_table(98)
    assert account(table) == {RECEIVED: -100, SAFE: 98, MISSING: 2, SURPLUS: 0}
    table.do(SECRETARY, CORRECT, PACK, 100, "пересчитали", 103, **TWO)
    assert account(table) == {RECEIVED: -100, SAFE: 103, MISSING: 0, SURPLUS: -3}
    table.do(SECRETARY, CORRECT, PACK, 100, "ещё раз", 98, **TWO)
    assert account(table) == {RECEIVED: -100, SAFE: 98, MISSING: 2, SURPLUS: 0}
    assert table.conflicts() == []


def test_a_pack_that_was_counted_later_is_put_right_from_what_was_counted():
    table = received_table(None)
    table.do(CHAIRMAN, stock.count_pack, PACK, 99)
    assert table.day.receipts[PACK].counted == 99
    table.do(SECRETARY, CORRECT, PACK, 90, "описка", 90, **TWO)
    assert account(table) == {RECEIVED: -90, SAFE: 90, MISSING: 0, SURPLUS: 0}


def test_a_pack_put_right_without_a_count_is_sealed_again():
    table = received_table()
    table.do(SECRETARY, CORRECT, PACK, 110, "не вскрывали", **TWO)
    assert table.day.sealed_packs == {PACK: BLUE}
    table.do(SECRETARY, CORRECT, PACK, 110, "вскрыли", 110, **TWO)
    assert table.day.sealed_packs == {}


def test_a_receipt_of_another_kind_is_taken_back_and_received_anew():
    table = received_table(97)
    table.do(SECRETARY, TAKE_BACK, PACK, "это зелёные", **TWO)
    table.do(CHAIRMAN, stock.receive_ballots, GREEN, 100, 97, "№ 1")
    assert account(table) == {RECEIVED: 0, SAFE: 0, MISSING: 0, SURPLUS: 0}
    assert (table.day.accounts.came_in(BLUE), table.day.accounts.came_in(GREEN)) == (0, 100)
    assert PACK not in table.day.receipts


def test_what_is_left_in_the_pack_may_go_and_no_more():
    table = handed_out_table()
    table.do(SECRETARY, CORRECT, PACK, 60, "описка", 60, **TWO)
    assert (table.left(BLUE, SAFE), table.left(BLUE, stack(ERLAN))) == (0, 60)
    assert table.conflicts() == []


def test_two_desks_that_take_one_receipt_back_are_a_conflict():
    table = received_table()
    first = table.do(SECRETARY, TAKE_BACK, PACK, "описка", **TWO).event
    table.do(SECRETARY, lambda _day, _act: first)
    assert ("corrects_nothing", {"corrects": PACK}) in table.conflicts()
    assert table.day == replay(table.day.election, table.day.roll, table.day.entries)


def test_first_receipts_are_those_before_the_opening():
    table = stocked_table()
    assert {one.first for one in table.day.receipts.values()} == {True}
