"""The rail as a rail of the day: every page in sight, and a mark where something is open."""

from precinct_app.texts import LANGUAGES
from tests.ui.scenes_steps import EVENING, put
from ui.page_button import PageButton


def pages(stage):
    return stage.window.frame.rail._pages


def test_all_pages_fit_a_small_screen_without_a_bar(stages):
    stage = stages("chairman")
    rail = stage.window.frame.rail
    assert list(pages(stage))[:2] == ["voter", "chairman"]
    assert len(pages(stage)) == 15
    assert stage.window.height() == 768
    for code in LANGUAGES:
        stage.language.switch(code)
        stage.settle()
        assert rail.verticalScrollBar().maximum() == 0


def test_the_languages_stand_in_one_row_under_their_full_names(stages):
    stage = stages("chairman")
    buttons = stage.window.frame.rail._languages
    assert (
        len(
            {button.mapTo(stage.window, button.rect().topLeft()).y() for button in buttons.values()}
        )
        == 1
    )
    assert buttons["kk"].accessibleName() == "Қазақша"
    buttons["ru"].click()
    assert stage.language.code == "ru"
    buttons["ru"].click()
    assert [code for code, one in buttons.items() if one.isChecked()] == ["ru"]


def test_a_page_wears_the_count_of_what_is_open(stages):
    stage = stages("chairman-busy")
    button = pages(stage)["outside"]
    assert button.open == 2
    stage.language.switch("en")
    assert button.accessibleName() == "Outside, open: 2"
    assert button.toolTip() == "Still open: trips out: 1; applications without a trip: 1."
    assert pages(stage)["closing"].accessibleName() == "Closing"


def test_an_hour_that_passes_is_noticed_without_an_entry(stages):
    stage = stages("chairman-busy")
    before = pages(stage)["events"].open
    put(stage.desk, EVENING)
    stage.window.frame._pace.timeout.emit()
    assert pages(stage)["events"].open == before + 4


def test_the_mark_is_painted_and_not_by_colour_alone(qapp):
    assert qapp
    button = PageButton()
    button.setText("Closing")
    button.resize(button.sizeHint())
    empty = button.grab().toImage()
    button.show_open(3, "Closing, open: 3", "")
    assert button.grab().toImage() != empty
    three = button.grab().toImage()
    button.show_open(4, "Closing, open: 4", "")
    assert button.grab().toImage() != three
