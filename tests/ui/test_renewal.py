"""A fresh live file from another's set-up, in the window."""

from PySide6.QtCore import Qt

from precinct_app.desk import Desk, this_laptop, unlock
from precinct_app.errors import StoreError, Trouble
from tests.ui.days import CHAIRMAN, COMMISSION, PIN, SECRETARY
from tests.ui.scenes_before import PASSPHRASE, page_of, start, until
from tests.ui.scenes_renewal import elsewhere_by_sheet, renewal, renewal_refused
from tests.ui.stage import full_disk
from ui.before_day import BeforeDay
from ui.draft import TakenOver
from ui.sheet_page import SheetPage
from ui.start_page import StartPage

ENTER = Qt.Key.Key_Return
NEW = "жаңа сөз"


def before_of(stage):
    found = stage.window.centralWidget().currentWidget()
    assert isinstance(found, BeforeDay)
    return found


def old_day(stage):
    path = stage.folder / "day.precinct"
    return Desk(path, unlock(path, PASSPHRASE), this_laptop()).day


def test_it_is_offered_at_the_start(stage):
    page = start(stage)
    assert page.choices["renew"].isVisible()


def test_a_fresh_file_has_the_commission_and_the_old_one_is_closed(stage):
    page = renewal(stage)
    assert page.file == stage.folder / "day-2.precinct"
    assert "day.precinct" in page.told.text()
    for _ in range(2):
        stage.type(NEW)
        stage.press(ENTER)
    sheet = page_of(before_of(stage), SheetPage, stage)
    sheet.copied.setChecked(True)
    sheet.go_on.click()
    stage.settle()
    frame = stage.window.frame
    assert frame.session.desk.path.name == "day-2.precinct"
    day = frame.session.desk.day
    assert {m: (found.name, found.role) for m, found in day.members.items()} == COMMISSION
    assert old_day(stage).phase == "not_used"
    assert day.created.replaces


def test_going_back_lets_go_of_the_old_file_as_it_was(stage):
    page = renewal(stage)
    assert isinstance(page._stated, TakenOver)
    page.leave.click()
    page_of(before_of(stage), StartPage, stage)
    assert old_day(stage).phase == "setup"
    with Desk(stage.folder / "day.precinct", page._stated.old._key, this_laptop()) as again:
        again.start_writing()


def test_a_training_file_is_refused_at_once(stage):
    page = renewal_refused(stage)
    said = StoreError(Trouble.NOT_TAKEN_OVER, file="day.precinct")
    assert page.notice.sentence.text() == stage.language.say(said)


def test_a_full_disk_leaves_the_old_file_as_it_was(stage):
    page = renewal(stage)
    page.once.edit.setText(NEW)
    page.again.edit.setText(NEW)
    with full_disk():
        page.make.click()
        until(stage, page.notice.isVisible)
    said = StoreError(Trouble.NO_ROOM, file=page.file.name)
    assert page.notice.sentence.text() == stage.language.say(said)
    assert not page.file.exists()
    assert old_day(stage).phase == "setup"
    page.make.click()
    page_of(before_of(stage), SheetPage, stage)


def test_with_the_sheet_another_member_lets_the_day_go_on_at_this_laptop(stage):
    page = elsewhere_by_sheet(stage)
    panel = page.reading
    assert panel.beside.isVisible()
    panel.beside.setCurrentIndex(panel.beside.findData(SECRETARY))
    stage.type(PIN)
    stage.press(ENTER)
    until(stage, lambda: stage.window.frame is not None)
    day = stage.window.frame.session.desk.day
    kinds = {entry.kind: (entry.by, entry.witness) for entry in day.entries if entry.desk == 2}
    assert kinds == {"desk_opened": (CHAIRMAN, SECRETARY), "recovery_used": ("", "")}
    assert stage.window.sign_in.renew.isVisible()
