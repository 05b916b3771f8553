"""A hand, a scanner, and a key that repeats by itself."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.ui.voting import Ticking
from ui.keystrokes import Keystrokes, is_character

NONE = Qt.KeyboardModifier.NoModifier


def key(text="", code=Qt.Key.Key_Return, *, repeats=False, at=0):
    event = QKeyEvent(QEvent.Type.KeyPress, code, NONE, text, repeats)
    event.setTimestamp(at)
    return event


@pytest.mark.parametrize(("pause", "by_hand"), [(0.0, False), (0.049, False), (0.051, True)])
def test_an_enter_is_by_hand_from_fifty_milliseconds_on(pause, by_hand):
    ticking = Ticking()
    keystrokes = Keystrokes(ticking)
    keystrokes.note(key("7"))
    ticking.go(pause)
    assert keystrokes.is_by_hand(key()) is by_hand


def test_an_enter_before_any_character_is_by_hand():
    assert Keystrokes(Ticking()).is_by_hand(key())


def test_an_enter_that_repeats_by_itself_is_not_by_hand():
    assert not Keystrokes(Ticking()).is_by_hand(key(repeats=True))


def test_a_slow_moment_of_the_program_makes_no_hand_of_a_scanner():
    ticking = Ticking()
    keystrokes = Keystrokes(ticking)
    keystrokes.note(key("7", at=1_000))
    ticking.go(0.300)
    assert not keystrokes.is_by_hand(key(at=1_004))
    assert keystrokes.is_by_hand(key(at=1_200))


@pytest.mark.parametrize(("letters", "code"), [(7, False), (8, True), (12, True)])
def test_eight_quick_characters_are_a_code(letters, code):
    ticking = Ticking()
    keystrokes = Keystrokes(ticking)
    for _ in range(letters):
        ticking.go(0.005)
        keystrokes.note(key("7"))
    assert keystrokes.is_code is code


def test_a_pause_begins_another_run():
    ticking = Ticking()
    keystrokes = Keystrokes(ticking)
    for pause in (0.005,) * 8 + (0.2,):
        ticking.go(pause)
        keystrokes.note(key("7"))
    assert not keystrokes.is_code


@pytest.mark.parametrize("text", ["қ", "Z", "7", '"', ".", "ұ"])
def test_any_printed_sign_is_a_character(text):
    assert is_character(key(text))


@pytest.mark.parametrize("text", ["", " ", "\t", "\r", "\x1b", "\x11"])
def test_nothing_else_is(text):
    assert not is_character(key(text))
