"""A chairman who forgot the PIN gets a new one by the recovery sheet and a second person."""

from PySide6.QtCore import Qt

from precinct_app.errors import Reason, Refusal
from tests.ui.days import CHAIRMAN, PIN, SECRETARY
from tests.ui.scenes_day import day, forgotten, recovered, renewing, renewing_refused
from tests.ui.stage import full_disk

ENTER = Qt.Key.Key_Return
NEW = "8642"


def desk_of(stage):
    return stage.window.frame.session.desk


def type_in(stage, *words):
    for word in words:
        stage.type(word)
        stage.press(ENTER)
    stage.wait_for_answer(stage.window.frame.session)


def test_without_the_sheet_there_is_no_such_button(stage):
    day(stage, "sign_in")
    assert not stage.window.sign_in.renew.isVisible()


def test_a_wrong_pin_says_how_a_forgotten_one_is_mended(stage):
    forgotten(stage)
    advice = stage.window.sign_in.advice.text()
    assert advice == stage.language.text("sign_in.forgotten_chairman")


def test_by_keys_the_chairman_has_a_new_pin_and_comes_on_duty(stage):
    renewing(stage)
    type_in(stage, NEW, NEW, PIN)
    page, entry = stage.window.sign_in, desk_of(stage).day.entries[-1]
    assert (entry.kind, entry.by, entry.witness) == ("pin_set", CHAIRMAN, SECRETARY)
    assert page.box is None
    assert not page.renew.isVisible()
    assert stage.focus is page.pin
    type_in(stage, NEW)
    assert desk_of(stage).day.duty(1) == [CHAIRMAN]


def test_a_wrong_pin_of_the_second_person_changes_nothing_and_is_said_in_the_box(stage):
    box = renewing_refused(stage)
    said = stage.language.say(Refusal(Reason.PIN_WRONG, member=SECRETARY))
    assert box.notice.sentence.text() == said
    assert desk_of(stage).day.entries[-1].kind == "sign_in_failed"
    type_in(stage, NEW, NEW, PIN)
    assert desk_of(stage).day.entries[-1].kind == "pin_set"


def test_two_pins_that_differ_set_none(stage):
    box = renewing(stage)
    before = len(desk_of(stage).day.entries)
    type_in(stage, NEW, "8643", PIN)
    assert box.notice.sentence.text() == stage.language.say(Refusal(Reason.PIN_DIFFERS))
    assert len(desk_of(stage).day.entries) == before


def test_a_full_disk_is_said_in_the_box_and_the_old_pin_stands(stage):
    box = renewing(stage)
    before = desk_of(stage).day.members
    with full_disk():
        type_in(stage, NEW, NEW, PIN)
    assert box.notice.sentence.property("kind") == "bad"
    assert desk_of(stage).day.members == before


def test_a_locked_window_offers_no_new_pin(stage):
    recovered(stage)
    stage.window.lock()
    assert not stage.window.sign_in.renew.isVisible()
