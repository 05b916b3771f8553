"""PINs in the set-up: a first one, another one, and who confirms it."""

import pytest
from PySide6.QtCore import Qt

from precinct_app import keys
from precinct_app.texts import LANGUAGES
from tests.ui.days import CHAIRMAN, ERLAN, PIN
from tests.ui.scenes_setup import at_step, members, session_of

ENTER = Qt.Key.Key_Return


def notice(stage):
    return stage.window.frame.notice


def type_pins(stage, page, member, *pins):
    """Choose a member and type the PINs one after another, each with Enter."""
    rows = list(session_of(stage).desk.day.members)
    page.members.members.selectRow(rows.index(member))
    page.members.pin.setFocus()
    for pin in pins:
        stage.type(pin)
        stage.press(ENTER)
    stage.wait_for_answer(session_of(stage))


def holds(stage, member, pin):
    return keys.pin_holds(pin, session_of(stage).desk.day.members[member].pin)


def test_a_first_pin_asks_for_nobody_elses(stage):
    page = members(stage)
    assert not page.members.own.isVisible()


def test_a_member_gets_a_new_pin_from_the_chairman_who_types_the_own_one(stage):
    page = at_step(stage, "members")
    type_pins(stage, page, ERLAN, "9753", "9753", PIN)
    assert holds(stage, ERLAN, "9753")
    entry = session_of(stage).desk.day.entries[-1]
    assert (entry.kind, entry.by) == ("pin_set", CHAIRMAN)
    assert (page.members.pin.typed, page.members.own.typed) == ("", "")


def test_a_member_changes_the_own_pin_while_typing(stage):
    page = at_step(stage, "members")
    session_of(stage).choose(CHAIRMAN)
    session_of(stage).choose(ERLAN)
    type_pins(stage, page, ERLAN, "9753", "9753", PIN)
    assert session_of(stage).desk.day.entries[-1].by == ERLAN
    assert holds(stage, ERLAN, "9753")


def test_a_wrong_own_pin_changes_nothing_and_only_it_is_typed_again(stage):
    page = at_step(stage, "members")
    type_pins(stage, page, ERLAN, "9753", "9753", "0000")
    assert notice(stage).isVisible()
    assert holds(stage, ERLAN, PIN)
    assert stage.focus is page.members.own.edit
    stage.type(PIN)
    stage.press(ENTER)
    stage.wait_for_answer(session_of(stage))
    assert holds(stage, ERLAN, "9753")


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_confirms_a_new_pin_is_named(stage, code):
    page = at_step(stage, "members")
    stage.language.switch(code)
    assert "Серікбаева Г." in page.members.own.words.text()
