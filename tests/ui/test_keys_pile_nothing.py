"""Fifty thousand keys on the voter page change nothing, and nothing piles up."""

import ctypes
import gc
import sys
from typing import NamedTuple

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QLabel

from tests.ui.days import DEPUTY, desk_at
from tests.ui.voting import DOWN, ENTER, ESCAPE, F, Voting

KEYS, FEW_KEYS, WARM_KEYS = 50_000, 1_500, 1_000
# In both alphabets and layouts, with a slip; by street.
SOUGHT = ("ахметов", "байжанв", "дуйсено", "esenov ", "djkrjd ", "достық ", "омаровд")
ROUND = len(SOUGHT[0]) + 7
# Each third card is painted before it is left.
PAINTED = 3
# What Python and Qt take and give back all the while: so many pieces and bytes tell nothing.
PIECES, BYTES = 60, 96 * 1024
BYTES_PER_KEY = 8


class Held(NamedTuple):
    """What a program holds: entries and widgets to the last one, the rest nearly so.

    ``heap`` is what malloc has given out, for Qt; ``blocks`` is what Python has.
    """

    entries: int
    widgets: int
    nones: int
    objects: int
    blocks: int
    heap: int


class Heap(ctypes.Structure):
    """What the C library says of its memory: mallinfo2, of which two figures count here."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in (*"abcd", "mapped", *"fg", "used", *"ij"))


def test_fifty_thousand_keys_change_nothing_and_nothing_piles_up(tmp_path, qapp):
    voting = Voting(qapp, desk_at(tmp_path, count=300))
    voting.session.choose(DEPUTY)
    try:
        assert piled(voting, KEYS) == {}
    finally:
        voting.close()


@pytest.mark.parametrize(
    ("piece", "where"),
    [
        (lambda _: None, "nones"),
        (lambda _: [], "objects"),
        (QLabel, "widgets"),
        (lambda _: "x".join("abc"), "blocks"),
        (lambda _: QByteArray(b" " * 2_000), "heap"),
    ],
    ids=["None", "an object", "a widget", "a text", "Qt's memory"],
)
def test_one_piece_left_by_each_card_is_noticed(prompt, piece, where):
    kept = []
    prompt.finder.opened.connect(lambda _: kept.append(piece(prompt.card)))
    assert where in piled(prompt, FEW_KEYS)


def piled(voting, count):
    """Press keys, and give what is held beyond the tolerance; once all is warm."""
    press_many(voting, WARM_KEYS)
    held(voting)
    press_many(voting, WARM_KEYS)
    before = held(voting)
    cards = press_many(voting, count)
    grown = Held(*(after - was for after, was in zip(held(voting), before, strict=True)))
    # One lost is worse than one too many: when the last is gone, Python itself ends.
    grown = grown._replace(nones=abs(grown.nones))
    pieces = PIECES + cards // 10
    tolerance = Held(0, 0, pieces, pieces, pieces, BYTES + count * BYTES_PER_KEY)
    measured = zip(Held._fields, grown, tolerance, strict=True)
    return {name: more for name, more, most in measured if more > most}


def press_many(voting, count):
    """Seek, choose, open, tick and go back, as a hand that never issues; give the cards."""
    cards = -(-count // ROUND)
    for card in range(cards):
        voting.type(SOUGHT[card % len(SOUGHT)])
        voting.press(DOWN, ENTER)
        assert voting.flow == "Open", voting.field.text()
        voting.press(F[1], F[3], F[1])
        if card % PAINTED == 0:
            voting.settle()
        voting.press(ESCAPE, ESCAPE)
        assert voting.field.text() == ""
    return cards


def held(voting):
    """Measure what is held once the rubbish is gone."""
    voting.settle()
    # Python remembers the names it looked up, up to 4,096 of them.
    sys._clear_type_cache()
    gc.collect()
    return Held(
        len(voting.day.entries),
        len(voting.window.findChildren(QObject)),
        sys.getrefcount(None),
        len(gc.get_objects()),
        sys.getallocatedblocks(),
        heap(),
    )


def heap():
    read = ctypes.CDLL(None).mallinfo2
    read.restype = Heap
    now = read()
    return now.mapped + now.used
