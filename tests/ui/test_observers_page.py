"""The page that faces the room: figures in large letters, and no name."""

import pytest

from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.texts import LANGUAGES
from tests.ui.days import COMMISSION
from tests.ui.scenes_steps import serve
from tests.ui.words import said_by


def page_of(stage):
    return stage.window.frame.pages["observers"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_name_stands_anywhere_in_the_window(stages, code):
    stage = stages("observers-busy", code)
    surnames = {name.split()[0] for name, _ in COMMISSION.values()}
    surnames |= {voter.surname for voter in stage.desk.day.listed()}
    said = " ".join(one.words for one in said_by(stage.window))
    assert [name for name in surnames if name in said] == []


def test_names_come_back_with_another_page(stages):
    stage = stages("observers-busy")
    frame = stage.window.frame
    frame.show_page("voter")
    assert frame.duty.isVisible()
    assert frame.last.isVisible()
    assert frame.headline.stack.isVisible()


def test_the_figures_are_those_of_the_day(stages):
    page = page_of(stages("observers-busy", "en"))
    shown = {code: figure.count.text() for code, figure in page.figures.items()}
    assert shown == {"listed": "60", "served": "30", "outside": "0", "trips": "1"}
    blue = next(iter(page.kinds.values()))
    assert [line.text() for line in blue.lines.values()] == [
        "came in: 400",
        "issued: 30",
        "left: 369",
        "spoiled and returned: 1",
    ]
    assert page.slips.text() == "10:00 – 0   12:00 – 30"


def test_the_checkpoint_is_that_of_the_last_entry(stages):
    stage = stages("observers-busy")
    page, desk = page_of(stage), stage.desk
    assert short_digest(checkpoint_digest(desk.day.desks)) in page.head.text()
    before = page.head.text()
    serve(desk, 40)
    stage.window.frame.session.changed.emit(desk.day.entries[-1])
    assert page.head.text() != before
    assert page.figures["served"].count.text() == "31"


def test_the_figures_are_large_enough_for_a_room(stages):
    page = page_of(stages("observers-busy"))
    for figure in page.figures.values():
        assert figure.count.fontInfo().pixelSize() >= 40
