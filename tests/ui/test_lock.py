"""F12 blanks the screen; ten idle minutes hide the names until a PIN is typed."""

from PySide6.QtTest import QTest

from tests.store.files import FIVE
from tests.ui.days import DEPUTY, ERLAN, PIN
from tests.ui.voting import ENTER, F
from ui.main_window import SIGN_IN

TEN_MINUTES = 600


def names_in_sight(voting):
    shown = [
        label.text()
        for label in voting.window.findChildren(type(voting.card.name))
        if label.isVisible()
    ]
    items = [item.text() for row in voting.hits._items for item in row]
    return [text for text in shown if "Омаров" in text] + (
        [text for text in items if "Омаров" in text] if voting.hits.isVisible() else []
    )


def test_ten_idle_minutes_lock_and_hide_the_card(voting):
    voting.open("6")
    assert names_in_sight(voting)
    voting.idling.go(TEN_MINUTES - 1)
    voting.idle.look()
    assert not voting.window.locked
    voting.idling.go(1)
    voting.idle.look()
    assert voting.window.locked
    assert voting.frame.shown == SIGN_IN
    assert names_in_sight(voting) == []


def test_a_touch_begins_the_minutes_anew(prompt):
    prompt.idling.go(TEN_MINUTES - 1)
    QTest.mouseClick(prompt.window.windowHandle(), prompt_button())
    prompt.idling.go(TEN_MINUTES - 1)
    prompt.idle.look()
    assert not prompt.window.locked


def prompt_button():
    from PySide6.QtCore import Qt

    return Qt.MouseButton.LeftButton


def test_a_locked_window_lets_nobody_to_the_voters(voting):
    lock(voting)
    assert not voting.frame.rail.isEnabled()
    voting.window.show_voters()
    voting.choose(3)
    assert voting.frame.shown == SIGN_IN
    assert voting.session.issuer == DEPUTY
    assert voting.window.sign_in.told.text() == voting.language.text("sign_in.locked")


def lock(voting):
    voting.idling.go(TEN_MINUTES)
    voting.idle.look()
    assert voting.window.locked


def test_a_pin_unlocks_and_shows_the_page_again_without_the_voter(voting):
    voting.open("6")
    lock(voting)
    table = voting.window.sign_in.members
    table.selectRow(table._rows.index(ERLAN))
    voting.type(PIN)
    voting.press(ENTER)
    voting.answer()
    assert not voting.window.locked
    assert voting.frame.shown == "voter"
    assert voting.flow == "Searching"
    assert names_in_sight(voting) == []
    assert voting.day.entries[-1].kind == "signed_in"
    assert voting.focus is voting.field


def test_a_wrong_pin_leaves_it_locked(voting):
    lock(voting)
    voting.type("0000")
    voting.press(ENTER)
    voting.answer()
    assert voting.window.locked


def test_a_box_is_closed_by_the_lock(voting):
    voting.open("6")
    voting.press(F[11])
    assert voting.page.acts.box
    lock(voting)
    voting.settle()
    assert voting.page.acts.box is None


def test_f12_blanks_and_shows_the_card_again(voting):
    voting.open("6")
    voting.press(F[12])
    voting.settle()
    assert names_in_sight(voting) == []
    voting.press(F[12])
    voting.settle()
    assert (voting.flow, voting.focus) == ("Open", voting.card)
    assert voting.card.ticked == FIVE


def test_no_key_acts_behind_a_blank_screen(voting):
    voting.open("6")
    voting.press(F[12], ENTER, ENTER)
    voting.type("пет")
    voting.choose(3)
    voting.answer()
    assert voting.issues() == []
    assert voting.session.issuer == DEPUTY
    voting.press(F[12])
    assert voting.card.voter.id == "6"


def test_f12_blanks_from_a_box_too(voting):
    voting.open("6")
    voting.press(F[11], F[12])
    voting.settle()
    assert voting.page.acts.box is None
    assert names_in_sight(voting) == []
