"""What stands above the forms: what is missing, and how the kinds stand."""

import pytest

from precinct_app.desk import Who
from precinct_app.domain.parts import announcing
from tests.store.files import FIVE
from tests.ui.days import CHAIRMAN, SECRETARY
from tests.ui.stage import Stage
from ui.day_steps import STEPS
from ui.forms.acts_page import ActsPage
from ui.kinds_table import PAGES, ROWS
from ui.theme import LIGHT


def page_of(stage: Stage, code: str) -> ActsPage:
    stage.show_page(code)
    assert stage.window.frame
    page = stage.window.frame.pages[code]
    assert isinstance(page, ActsPage)
    return page


def rows_of(page: ActsPage) -> list[list[str]]:
    table = page.kinds
    assert table
    places = range(table.columnCount())
    items = [[table.item(row, place) for place in places] for row in range(table.rowCount())]
    return [[item.text() for item in row if item] for row in items]


def test_the_evening_stands_kind_by_kind(stages):
    page = page_of(stages("closing-differs"), "closing")
    assert rows_of(page) == [
        ["370", "370", "370", "–", "–"],
        ["–", "20:00", "20:00", "–", "–"],
        ["–", "20:00", "–", "–", "–"],
    ]


def test_the_table_and_the_line_move_with_the_day(stages):
    stage = stages("closing-differs", "en")
    page = page_of(stage, "closing")
    before = page.open.text()
    announce = announcing.announce_figures
    page._session.do_as(Who(CHAIRMAN, SECRETARY), announce, FIVE[2])
    assert rows_of(page)[2] == ["–", "20:00", "20:00", "–", "–"]
    assert "figures not read aloud" in before
    assert "figures not read aloud" not in page.open.text()


@pytest.mark.parametrize("code", PAGES)
def test_each_page_of_the_evening_shows_its_own_steps(stages, code):
    page = page_of(stages("closing-differs"), code)
    assert page.kinds
    assert page.kinds.rowCount() == len(PAGES[code])
    assert page.kinds.columnCount() == len(FIVE)


def test_every_step_of_the_table_is_shown_somewhere():
    assert {row for rows in PAGES.values() for row in rows} == set(ROWS)
    assert set(PAGES) <= set(STEPS)


def test_a_page_with_nothing_open_has_no_line(stages):
    stage = stages("closing-differs")
    assert page_of(stage, "people").open.isHidden()
    assert not page_of(stage, "closing").open.isHidden()


def test_with_large_letters_the_acts_stand_above_their_form(stages):
    stage = stages("closing-differs")
    page = page_of(stage, "closing")
    form, acts = page.forms[page.shown], page._left

    def corner():
        return form.mapTo(page, form.rect().topLeft())

    assert acts.geometry().right() < corner().x()
    stage.wear(LIGHT, 2.0)
    assert acts.geometry().bottom() < corner().y()
    stage.wear(LIGHT, 1.0)
    assert acts.geometry().right() < corner().x()
