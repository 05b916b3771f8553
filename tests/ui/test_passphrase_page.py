"""The key of a day file, and files that open for reading only."""

import pytest
from PySide6.QtCore import Qt

from precinct_app.desk import Desk, Laptop
from precinct_app.desk import unlock as key_of
from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import write_recovery
from tests.store.files import KEY, tamper
from tests.ui.days import PIN, found_day, name_commission
from tests.ui.scenes_before import (
    PASSPHRASE,
    at_start,
    made_day,
    page_of,
    passphrase,
    passphrase_elsewhere,
    passphrase_failed,
    unlock,
    until,
)
from ui.passphrase_page import PassphrasePage

ENTER = Qt.Key.Key_Return


def named_day(stage, home="home"):
    """Make a file with a raw key and its commission; the key can be typed from the sheet."""
    laptop = Laptop(stage.folder / home)
    path = found_day(stage.folder / "day.precinct", laptop)
    with Desk(path, KEY, laptop) as desk:
        desk.start_writing()
        name_commission(desk)
    return path


def page_with_sheet(stage, path):
    """Open a file with the key of its recovery sheet."""
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    page.other_key.click()
    page.key.edit.setText(write_recovery(KEY).lower())
    page.open.click()
    until(stage, lambda: stage.window.frame or page.reading.isVisible() or page.notice.isVisible())
    return page


def test_the_sign_that_it_is_busy_is_seen_while_the_key_is_stretched(stage):
    page = passphrase(stage)
    page.key.edit.setText(PASSPHRASE)
    page.open.click()
    assert page.open.text() == stage.language.text("passphrase.busy")
    assert not page.open.isEnabled()
    until(stage, lambda: stage.window.frame is not None)


def test_enter_twice_opens_once(stage):
    page = passphrase(stage)
    stage.type(PASSPHRASE)
    stage.press(ENTER, ENTER)
    until(stage, lambda: stage.window.frame is not None)
    assert page.notice.isHidden()


def test_a_wrong_passphrase_is_said_and_can_be_typed_over(stage):
    page = passphrase_failed(stage)
    said = stage.language.say(StoreError(Trouble.WRONG_KEY, file="day.precinct"))
    assert page.notice.sentence.text() == said
    stage.type(PASSPHRASE)
    stage.press(ENTER)
    until(stage, lambda: stage.window.frame is not None)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"%PDF-1.7 " + bytes(4_096), Trouble.PDF),
        (b"SQLite format 3\0" + bytes(4_080), Trouble.PLAIN_SQLITE),
        (b"PK\x03\x04" + bytes(4_092), Trouble.SPREADSHEET),
        (None, Trouble.MISSING),
    ],
)
def test_what_is_no_day_file_is_said_in_words(stage, content, trouble):
    path = stage.folder / "day.precinct"
    if content is not None:
        path.write_bytes(content)
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    unlock(stage, page)
    no = StoreError(trouble, file="day.precinct")
    assert page.notice.sentence.text() == stage.language.say(no)


def test_the_recovery_sheet_opens_the_file_and_its_use_is_an_entry(stage):
    page_with_sheet(stage, named_day(stage))
    desk = stage.window.frame.session.desk
    assert desk.day.entries[-1].kind == "recovery_used"


def test_a_mistyped_sheet_is_said(stage):
    page = page_of(at_start(stage, named_day(stage)), PassphrasePage, stage)
    page.other_key.click()
    page.key.edit.setText(write_recovery(KEY)[:-1])
    page.open.click()
    until(stage, page.notice.isVisible)
    no = StoreError(Trouble.RECOVERY_MISTYPED)
    assert page.notice.sentence.text() == stage.language.say(no)


def test_a_broken_chain_names_the_entry_and_is_read_without_writing(stage):
    path = named_day(stage)
    tamper(path, "UPDATE journal SET body = replace(body, 'chairman', 'chairmen') WHERE number = 3")
    as_it_was = path.read_bytes()
    page = page_with_sheet(stage, path)
    assert page.reading.why.text() == stage.language.say(
        StoreError(Trouble.CHAIN_BROKEN, file="day.precinct")
    )
    assert "1-3" in page.reading.where.text()
    assert not page.reading.go_on.isVisible()
    assert stage.focus is page.reading.read
    stage.press(ENTER)
    desk = stage.window.frame.session.desk
    assert not desk.is_writing
    assert len(desk.day.entries) == 2
    assert path.read_bytes() == as_it_was


def test_the_chairman_lets_a_file_of_another_laptop_go_on(stage):
    page = passphrase_elsewhere(stage)
    assert stage.focus is page.reading.pin.edit
    stage.type("0000")
    stage.press(ENTER)
    until(stage, page.reading.notice.isVisible)
    assert not stage.window.frame
    stage.type(PIN)
    stage.press(ENTER)
    until(stage, lambda: stage.window.frame is not None)
    desk = stage.window.frame.session.desk
    assert (desk.number, desk.is_writing) == (2, True)


def test_a_file_of_another_laptop_may_be_read_all_the_same(stage):
    page = passphrase_elsewhere(stage)
    page.reading.read.setFocus()
    stage.press(ENTER)
    assert not stage.window.frame.session.desk.is_writing


def test_an_older_copy_says_so_and_from_which_entry_on(stage):
    path = made_day(stage.folder)
    copy = path.read_bytes()
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    page.key.edit.setText(PASSPHRASE)
    page.open.click()
    until(stage, lambda: stage.window.frame is not None)
    assert stage.window.frame
    desk = stage.window.frame.session.desk
    entries = len(desk.day.entries)
    desk.close()
    path.write_bytes(copy)
    again = page_of(at_start(stage, path), PassphrasePage, stage)
    unlock(stage, again)
    no = StoreError(Trouble.OLDER_COPY, file="day.precinct")
    assert again.reading.why.text() == stage.language.say(no)
    assert f"1-{entries}" in again.reading.where.text()
    assert again.reading.pin.isVisible()


def test_a_second_program_that_writes_is_said_and_the_file_can_be_read(stage):
    path = made_day(stage.folder)
    laptop = Laptop(stage.folder / "home")
    with Desk(path, key_of(path, PASSPHRASE), laptop) as other:
        other.start_writing()
        page = page_of(at_start(stage, path), PassphrasePage, stage)
        unlock(stage, page)
        no = StoreError(Trouble.SECOND_WRITER, file="day.precinct")
        assert page.reading.why.text() == stage.language.say(no)
        assert page.reading.read.isVisible()


def test_every_text_of_the_offer_changes_with_the_language(stage):
    page = passphrase_elsewhere(stage)
    said = set()
    for code in ("kk", "ru", "en"):
        stage.language.switch(code)
        said |= {page.reading.why.text(), page.reading.go_on.text(), page.reading.pin.words.text()}
    assert len(said) == 9
