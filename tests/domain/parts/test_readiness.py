"""Readiness: premises, laptop, the safe and its seals."""

from typing import Any

import pytest

from precinct_app.domain.parts import readiness
from precinct_app.domain.preparation import ITEMS, Check, LaptopCheck, Safe, items_of
from precinct_app.errors import Reason
from tests.domain.days import CHAIRMAN, ELECTION, ERLAN, OLGA, SECRETARY, named_table, open_table
from tests.domain.refusals import No, each, hear

LAPTOP: dict[str, Any] = {
    "disk": 9000,
    "seconds": 75,
    "behind": True,
    "battery": 90,
    "mains": True,
    "printer": False,
}

REFUSALS = [
    No("an item that no list has is not checked", Reason.ITEM_UNKNOWN, OLGA,
       readiness.check_item, ("samovar", "done"), day=named_table),
    No("stencils are checked ballot by ballot only", Reason.ITEM_UNKNOWN, OLGA,
       readiness.check_item, ("stencils", "done"), day=named_table),
    No("an item is done, not needed or missing", Reason.BAD_ARGUMENT, OLGA,
       readiness.check_item, ("ramp", "perhaps"), day=named_table),
    No("a battery is not fuller than full", Reason.AMOUNT_WRONG, OLGA, readiness.check_laptop,
       (), {**LAPTOP, "battery": 101}),
    No("a disk has not less room than none", Reason.AMOUNT_WRONG, OLGA, readiness.check_laptop,
       (), {**LAPTOP, "disk": -1}),
    No("a clock is behind or ahead and never below zero", Reason.AMOUNT_WRONG, OLGA,
       readiness.check_laptop, (), {**LAPTOP, "seconds": -1}),
    No("a clock is not corrected by less than nothing", Reason.AMOUNT_WRONG, OLGA,
       readiness.correct_clock, (-1, True)),
    No("a safe without the number of its seal is not sealed art 37 3", Reason.SEAL_MISSING,
       CHAIRMAN, readiness.seal_safe, (" ", "полиция"), day=named_table),
    No("a safe that was not sealed is not opened art 37 3", Reason.SAFE_NOT_SEALED, CHAIRMAN,
       readiness.open_safe, (True,), article="37(3)", day=named_table),
]  # fmt: skip


def sealed_safe():
    """Seal the safe in the evening."""
    table = named_table()
    table.do(CHAIRMAN, readiness.seal_safe, "1001", " полиция\u00a0района ")
    return table


REFUSALS += [
    No("a broken seal wants a note", Reason.REASON_MISSING, CHAIRMAN, readiness.open_safe,
       (False, " "), day=sealed_safe),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


@pytest.mark.parametrize("state", ["done", "not_needed", "missing"])
def test_an_item_is_done_not_needed_or_missing_with_a_note(state):
    table = named_table()
    entry = table.do(OLGA, readiness.check_item, "ramp", state, "  у входа\n")
    assert table.day.checks == {"ramp": Check(state, "у входа", entry.id)}


def test_each_ballot_has_a_stencil_of_its_own():
    found = [item for item in items_of(ELECTION) if item.startswith("stencils:")]
    assert found == [f"stencils:{ballot}" for ballot in ELECTION.ballot_ids]
    assert len(items_of(ELECTION)) == len(ITEMS) - 1 + len(found)


def test_an_item_is_checked_again_until_the_end():
    table = open_table()
    table.do(OLGA, readiness.check_item, "ramp", "missing")
    table.do(OLGA, readiness.check_item, "ramp", "done")
    assert table.day.checks["ramp"].state == "done"


def test_the_laptop_is_as_it_was_looked_at_and_the_clock_is_put_right():
    table = named_table()
    entry = table.do(OLGA, readiness.check_laptop, **LAPTOP)
    assert table.day.laptop_checks == {1: LaptopCheck(entry.id, *LAPTOP.values())}
    corrected = table.do(OLGA, readiness.correct_clock, 75, True)
    assert (corrected.event.seconds, corrected.event.behind) == (75, True)
    assert table.day.laptop_checks[1]._replace(entry="") == LaptopCheck(
        "", 9000, 0, behind=False, battery=90, mains=True, printer=False
    )


def test_a_clock_is_put_right_that_nobody_looked_at_before():
    table = named_table()
    table.do(ERLAN, readiness.correct_clock, 3600, False)
    assert table.day.laptop_checks == {}


def test_the_evenings_seal_is_found_whole_in_the_morning_art_37_3():
    table = sealed_safe()
    sealed = table.day.entries[-1].id
    opened = table.do(SECRETARY, readiness.open_safe, True).id
    assert table.day.safe == Safe("1001", "полиция района", sealed, opened, intact=True)


def test_a_safe_that_nobody_sealed_is_opened_as_a_recorded_breach():
    table = named_table()
    record = readiness.open_safe.recorded("акт № 2", "пломбы не было")
    table.do(CHAIRMAN, record, False, "пломбы нет", witness=OLGA)
    assert table.day.safe is not None
    assert not table.day.safe.intact
    assert table.day.breaches[-1].article == "37(3)"


def test_members_neither_seal_nor_open_the_safe():
    for rule, arg in ((readiness.seal_safe, "1"), (readiness.open_safe, True)):
        assert named_table().refused(ERLAN, rule, arg).reason == Reason.ROLE_WRONG
