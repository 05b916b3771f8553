"""What is to be mended and stops nobody stands in the frame, and goes when it is mended."""

import pytest
from PySide6.QtCore import Qt

from precinct_app.desk import Who
from precinct_app.domain.parts import access
from precinct_app.errors import StoreError, Trouble
from precinct_app.texts import LANGUAGES
from tests.ui.days import OLGA
from tests.ui.scenes_day import day, forgetful, wait_until
from tests.ui.stage import full_disk


def line(stage):
    return stage.window.frame.troubles


def said(stage, trouble, **facts):
    return stage.language.say(StoreError(trouble, **facts))


def test_a_day_that_is_well_shows_no_line(stage):
    day(stage, "voter")
    stage.wait(1.2)
    assert not line(stage).isVisible()


def test_a_memory_that_fails_is_said_and_the_next_voter_is_served(stage):
    forgetful(stage)
    session = stage.window.frame.session
    for language in LANGUAGES:
        stage.language.switch(language)
        words = said(stage, Trouble.NOT_REMEMBERED, file=session.desk.path.name)
        assert (line(stage).isVisible(), line(stage).text()) == (True, words)
    stage.type("омар")
    stage.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert session.desk.day.served() == 1
    (stage.folder / "home").unlink()
    wait_until(stage, lambda: not line(stage).isVisible())


def test_a_log_that_does_not_come_in_is_said_until_it_does(stage):
    session = day(stage, "voter")
    session.do_as(Who(OLGA), access.sign_out)
    with full_disk():
        wait_until(stage, line(stage).isVisible)
        file = session.desk.path.name
        assert line(stage).text() == said(stage, Trouble.LOG_WAITS, file=file)
        assert stage.window.frame.shown == "voter"
    wait_until(stage, lambda: not line(stage).isVisible())


def test_a_copy_that_was_not_made_is_said(stage):
    session = day(stage, "voter")
    with pytest.raises(StoreError):
        session.desk.back_up(stage.folder / "nowhere" / "copy.precinct")
    line(stage).look()
    assert line(stage).text() == said(stage, Trouble.NOT_COPIED, file="copy.precinct")
    session.desk.back_up(stage.folder / "copy.precinct")
    line(stage).look()
    assert not line(stage).isVisible()
