"""Fifty thousand keys on the voter page: a promise that is not kept yet."""

import sys
from pathlib import Path

from tests.ui.days import DEPUTY, PIN, desk_at
from tests.ui.voting import DOWN, ENTER, ESCAPE, Voting

KEYS = 50_000
TOLERANCE = 500  # other code holds and drops None all the while
MEASURED_KB = 24 * 1024


def test_fifty_thousand_keys_change_nothing_and_nothing_piles_up(tmp_path, qapp):
    voting = Voting(qapp, desk_at(tmp_path, count=300))
    voting.session.choose(DEPUTY)
    press_many(voting, 2_000)
    entries, none, memory = len(voting.day.entries), sys.getrefcount(None), resident_kb()
    press_many(voting, KEYS)
    assert len(voting.day.entries) == entries
    assert abs(sys.getrefcount(None) - none) < TOLERANCE
    assert resident_kb() - memory < MEASURED_KB
    voting.close()


def press_many(voting, count):
    """Seek, choose, open, tick and go back, as a hand that never issues."""
    letters = "ахметов байжан 12 зайцев"
    pressed = 0
    while pressed < count:
        voting.type(letters[pressed % 7 : pressed % 7 + 8])
        voting.press(DOWN, ENTER)
        for key in (0x01000030, 0x01000032, 0x01000030):
            voting.press(key)
        voting.press(ESCAPE, ESCAPE)
        pressed += 8 + 2 + 3 + 2
    voting.settle()
    assert PIN not in voting.field.text()


def resident_kb():
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
