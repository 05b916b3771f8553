"""What is due or missing on each page, at each time of the day."""

from collections.abc import Callable
from datetime import datetime

import pytest

from precinct_app.domain.parts import announcing, handover, incidents, turnout
from precinct_app.domain.preparation import items_of
from precinct_app.texts import LANGUAGES
from tests.domain import evening, outside
from tests.domain.days import BLUE, CHAIRMAN, ERLAN, OLGA, SECRETARY, Table, named_table, open_table
from ui.day_steps import STEPS, open_items
from ui.forms.pages import PAGES
from ui.language import Language
from ui.open_line import open_line

EVERY = len(evening.ALL)
STAGES: list[tuple[Callable[[], Table], str, dict[str, int]]] = [
    (outside.asking_table, "outside", {"applications": 4}),
    (outside.planned_table, "outside", {"trips_planned": 1}),
    (outside.out_table, "outside", {"trips_out": 1}),
    (outside.back_table, "outside", {}),
    (open_table, "closing", {}),
    (evening.ended_table, "closing", {"lists": 1, "unused": EVERY}),
    (evening.listed_table, "closing", {"unused": EVERY}),
    (evening.cancelled_table, "closing", {"unannounced": EVERY}),
    (evening.announced_table, "closing", {}),
    (evening.cancelled_table, "count", {}),
    (evening.announced_table, "count", {"boxes": 2, "papers": EVERY}),
    (evening.opened_table, "count", {"papers": EVERY}),
    (evening.papered_table, "count", {"sheet": EVERY}),
    (evening.typed_table, "count", {"unconfirmed": EVERY}),
    (evening.counted_table, "count", {}),
    (evening.typed_table, "protocol", {}),
    (evening.counted_table, "protocol", {"unsigned": EVERY}),
    (evening.signed_table, "protocol", {"unposted": EVERY}),
    (evening.posted_table, "protocol", {"unsent": EVERY}),
    (evening.on_the_road_table, "protocol", {"untaken": EVERY}),
    (evening.taken_table, "protocol", {}),
]


def found(table: Table, code: str) -> dict[str, int]:
    return {one.what: one.number for one in open_items(table.day, code, table.now)}


@pytest.mark.parametrize(("make", "code", "wanted"), STAGES)
def test_each_step_of_the_day_says_what_it_waits_for(make, code, wanted):
    assert found(make(), code) == wanted


def test_before_the_opening_nothing_is_ready():
    table = named_table()
    assert found(table, "setup") == {"list_act": 1, "not_received": EVERY}
    assert found(table, "stock") == {"no_stack": 1}
    everything = len(items_of(table.day.election))
    assert found(table, "ready") == {"unlooked": everything, "laptop": 1, "safe": 1, "unsealed": 1}
    table = open_table()
    assert [found(table, code) for code in ("setup", "ready", "stock")] == [{}, {}, {}]


def test_a_hand_over_is_open_until_it_is_taken():
    table = open_table()
    entry = table.do(ERLAN, handover.hand_over_ballots, ERLAN, OLGA, {BLUE: 1})
    assert found(table, "stock") == {"on_way": 1}
    table.do(OLGA, handover.take_ballots, entry.id)
    assert found(table, "stock") == {}


def test_a_report_is_due_from_its_hour_until_it_is_made():
    table = open_table()
    table.now = datetime.fromisoformat("2023-03-19T09:59:00+06:00")
    assert found(table, "events") == {}
    table.pass_time(minutes=1)
    assert found(table, "events") == {"reports": 1}
    table.do(CHAIRMAN, turnout.report_turnout, "10:00")
    assert found(table, "events") == {}


def test_a_complaint_is_open_until_it_is_answered():
    table = open_table()
    table.do(CHAIRMAN, incidents.receive_complaint, "жалоба")
    assert found(table, "events") == {"complaints": 1}
    table.do(CHAIRMAN, incidents.answer_complaint, 1, "отказано")
    assert found(table, "events") == {}


def test_a_kind_whose_count_differs_waits_apart_from_the_others():
    table = evening.listed_table()
    evening.cancel(table, evening.ALL[1])
    table.do(CHAIRMAN, announcing.announce_figures, evening.ALL[1], witness=SECRETARY)
    evening.count_unused(table, BLUE, m4=table.day.left(BLUE, f"member:{ERLAN}") + 1)
    assert found(table, "closing") == {"unused": EVERY - 2, "unused_differ": 1}


def test_every_step_has_a_page():
    assert set(STEPS) <= {*PAGES, "setup", "stock"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_open_is_one_line_and_nothing_open_is_none(qapp, code):
    assert qapp
    table = evening.ended_table()
    say = Language(code)
    line = open_line(say, open_items(table.day, "closing", table.now))
    assert line.count(";") == 1
    assert str(EVERY) in line
    assert open_line(say, ()) == ""
