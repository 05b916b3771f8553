"""What one sees before a day is open, driven by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from precinct_app.desk import home
from precinct_app.texts import text
from tests.ui.scenes_before import (
    PASSPHRASE,
    at_start,
    made_day,
    page_of,
    start,
    start_recent,
    until,
)
from ui.before_day import free_name, training_file
from ui.new_day_page import NewDayPage
from ui.passphrase_page import PassphrasePage
from ui.recent import recent_files, remember_file
from ui.start_page import StartPage

ENTER = Qt.Key.Key_Return


def choose(stage, file):
    """Type the name of a file into the dialog that is open."""
    dialog = stage.window.findChild(QFileDialog)
    line = dialog.findChild(QLineEdit)
    line.setText(str(file))
    line.setFocus()
    QTest.keyClick(line, ENTER)
    stage.settle()


def day_opened(stage):
    until(stage, lambda: stage.window.frame is not None)
    return stage.window.frame.session.desk


def test_the_paper_prevails_stands_on_the_first_page_in_each_language(stage):
    page = start(stage)
    for code in ("kk", "ru", "en"):
        stage.language.switch(code)
        assert page.paper.text() == text(code, "about", "paper_prevails")


def test_a_file_that_was_opened_last_is_an_enter_away(stage):
    path = made_day(stage.folder)
    remember_file(path)
    before = at_start(stage)
    stage.press(ENTER)
    assert page_of(before, PassphrasePage, stage).file == path


def test_recent_files_are_the_newest_first_and_only_those_that_are_there(stage):
    for number in range(6):
        (stage.folder / f"{number}.precinct").touch()
        remember_file(stage.folder / f"{number}.precinct")
    (stage.folder / "4.precinct").unlink()
    remember_file(stage.folder / "3.precinct")
    assert [file.name for file in recent_files()] == ["3.precinct", "5.precinct", "2.precinct"]


@pytest.mark.usefixtures("stage")
def test_recent_files_that_cannot_be_read_are_none():
    home().mkdir(parents=True)
    for torn in ("[", "3", '{"a": 1}', "[1]"):
        (home() / "recent.json").write_text(torn, "utf-8")
        assert recent_files() == []


def test_a_file_is_chosen_in_a_dialog(stage):
    path = made_day(stage.folder)
    before = at_start(stage)
    stage.press(ENTER)
    choose(stage, path)
    assert page_of(before, PassphrasePage, stage).file == path


def test_a_file_on_the_command_line_asks_for_its_passphrase_at_once(stage):
    path = made_day(stage.folder)
    before = at_start(stage, path)
    page = page_of(before, PassphrasePage, stage)
    stage.type(PASSPHRASE)
    stage.press(ENTER)
    assert page.file == path
    assert day_opened(stage).is_writing
    assert recent_files() == [path]


def test_training_is_made_in_one_step_and_its_pins_are_shown(stage):
    before = at_start(stage)
    page_of(before, StartPage, stage).choices["train"].setFocus()
    stage.press(ENTER)
    page = page_of(before, PassphrasePage, stage)
    assert "training" in page.told.text()
    stage.type("training")
    stage.press(ENTER)
    day = day_opened(stage).day
    assert (day.created.day_kind, day.phase, day.precinct.number) == ("training", "voting", "214")
    assert all(member.shown_pin for member in day.members.values())
    assert stage.window.frame.shown == "sign_in"


def test_training_that_is_there_is_gone_on_with_or_begun_anew(stage):
    page = start_recent(stage)
    assert page.choices["train_anew"].isVisible()
    assert training_file() == home() / "training/training.precinct"
    assert training_file(anew=True) == home() / "training/training-2.precinct"


def test_stopping_the_making_of_the_training_leaves_nothing(stage):
    before = at_start(stage)
    before.train()
    stage.wait(0.3)
    stage.press(ENTER)
    assert isinstance(before.page, StartPage)
    assert not training_file().exists()


def test_a_live_file_is_tried_in_a_copy_and_not_touched(stage):
    path = made_day(stage.folder)
    as_it_was = path.read_bytes()
    before = at_start(stage)
    page_of(before, StartPage, stage).choices["try"].setFocus()
    stage.press(ENTER)
    choose(stage, path)
    page_of(before, PassphrasePage, stage)
    stage.type(PASSPHRASE)
    stage.press(ENTER)
    desk = day_opened(stage)
    assert desk.day.created.day_kind == "training"
    assert desk.path.parent == home() / "training"
    assert desk.day.precinct.number == "214"
    assert [one.name for one in desk.day.members.values()]
    assert path.read_bytes() == as_it_was


def test_a_name_that_is_taken_gets_a_number(stage):
    taken = stage.folder / "a.precinct"
    assert free_name(taken) == taken
    taken.touch()
    assert free_name(taken).name == "a-2.precinct"
    free_name(taken).touch()
    assert free_name(taken).name == "a-3.precinct"


def test_each_page_before_the_day_goes_back_to_the_start(stage):
    before = at_start(stage)
    before.make_day()
    page_of(before, NewDayPage, stage).leave.setFocus()
    stage.press(ENTER)
    page_of(before, StartPage, stage)
    before.open_file(stage.folder / "x.precinct")
    page_of(before, PassphrasePage, stage).leave.setFocus()
    stage.press(ENTER)
    page_of(before, StartPage, stage)
