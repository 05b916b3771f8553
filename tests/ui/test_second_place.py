"""The second place in the window: chosen in set-up, its age in the bar, its troubles in the frame."""

import pytest
from PySide6.QtWidgets import QFileDialog

from precinct_app.domain.parts import access
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.texts import LANGUAGES
from tests.ui.days import CHAIRMAN, DEPUTY
from tests.ui.scenes_day import day, wait_until
from ui.copy_line import CopyLine


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def bar(stage):
    return stage.window.frame.headline.copy_line


def at_precinct(stage):
    """Show the first step of set-up, where the second place is chosen."""
    page = stage.window.frame.pages["setup"]
    page.show_step("precinct")
    stage.settle()
    assert page.precinct.second_place.isVisible()
    return page.precinct.second_place


def choose(stage, folder):
    """Choose a folder as the chairman does, by the button and the dialog."""
    row = at_precinct(stage)
    row.choose.click()
    stage.settle()
    (dialog,) = row.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.done(0)
    stage.wait_for_answer(stage.window.frame.session)
    return row


def with_place(stage, stick):
    session = day(stage, "setup")
    choose(stage, stick)
    wait_until(stage, lambda: bar(stage).isVisible() and "0" in bar(stage).text())
    return session


def test_without_a_second_place_the_bar_is_silent_and_set_up_offers_one(stage):
    day(stage, "setup")
    row = at_precinct(stage)
    for language in LANGUAGES:
        stage.language.switch(language)
        assert row.told.text() == stage.language.text("second.none")
    stage.wait(1.2)
    assert not bar(stage).isVisible()


def test_the_chosen_folder_is_shown_and_the_bar_tells_the_age(stage, stick):
    session = with_place(stage, stick)
    row = at_precinct(stage)
    for language in LANGUAGES:
        stage.language.switch(language)
        assert row.told.text() == stage.language.text("second.chosen", folder=str(stick))
        bar(stage).look()
        ages = {stage.language.text("copy.age", age=age) for age in range(6)}
        assert bar(stage).text() in ages
    assert session.desk.copy_state.waiting == 0
    assert len([*stick.glob("*.lines")]) == 1


def test_a_pulled_stick_is_said_the_bar_counts_and_both_end_when_it_comes_back(stage, stick):
    session = with_place(stage, stick)
    away = stick.rename(stick.with_name("pulled"))
    session.do_as(session.who(), access.sign_out)
    troubles = stage.window.frame.troubles
    wait_until(stage, troubles.isVisible)
    for language in LANGUAGES:
        stage.language.switch(language)
        no = StoreError(Trouble.SECOND_PLACE_AWAY, folder=stick.name)
        assert troubles.text() == stage.language.say(no)
    wait_until(stage, lambda: bar(stage).property("kind") == "strong")
    state = session.desk.copy_state
    assert state.waiting >= 1
    assert f"{state.waiting}" in bar(stage).text().split(",")[1]
    away.rename(stick)
    wait_until(stage, lambda: not troubles.isVisible())
    wait_until(stage, lambda: bar(stage).property("kind") == "muted")


def test_who_is_no_chairman_is_refused(stage, stick):
    session = day(stage, "setup")
    session.do_as(session.who()._replace(by=CHAIRMAN), access.sign_out)
    choose(stage, stick)
    notice = stage.window.frame.notice
    no = Refusal(Reason.ROLE_WRONG, member=DEPUTY, role="deputy")
    assert notice.sentence.text() == stage.language.say(no)
    assert list(stick.iterdir()) == []


def test_the_folder_of_the_file_is_refused(stage):
    session = day(stage, "setup")
    choose(stage, session.desk.path.parent)
    folder = str(session.desk.path.parent)
    no = StoreError(Trouble.SECOND_PLACE_SAME, folder=folder)
    assert stage.window.frame.notice.sentence.text() == stage.language.say(no)


def test_an_age_of_minutes_is_told_in_minutes(stage):
    line = CopyLine(day(stage, "voter"), stage.language)
    stage.language.switch("en")
    assert line._age(12) == "copy 12 s old"
    assert line._age(59) == "copy 59 s old"
    assert line._age(185) == "copy 3 min old"
