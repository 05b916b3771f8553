"""A queue of fifty from four stacks, and fifty thousand keys."""

import sys
from pathlib import Path

from precinct_app.domain.accounts import stack
from tests.store.files import FIVE
from tests.ui.days import DEPUTY, ISSUERS, PIN, desk_at
from tests.ui.voting import DOWN, ENTER, ESCAPE, Voting

QUEUE = 50
KEYS = 50_000
TOLERANCE = 500  # other code holds and drops None all the while
MEASURED_KB = 24 * 1024


def test_a_queue_of_fifty_is_served_from_four_stacks_with_keys_alone(voting):
    before = len(voting.day.entries)
    surnames = [voting.day.voter(str(number)).surname for number in range(7, 7 + QUEUE)]
    for place, surname in enumerate(surnames):
        voting.choose(2 + place % 4)
        voting.type(surname)
        voting.press(ENTER, ENTER)
        voting.answer()
    assert [issuer for _, issuer in voting.issues()] == [ISSUERS[n % 4] for n in range(QUEUE)]
    assert [voter for voter, _ in voting.issues()] == [str(n) for n in range(7, 7 + QUEUE)]
    kinds = {entry.kind for entry in voting.day.entries[before:]}
    assert kinds == {"ballots_issued"}, "no PIN was typed, nothing else was written"
    for place, issuer in enumerate(ISSUERS):
        served = len(range(place, QUEUE, 4))
        assert [voting.day.left(ballot, stack(issuer)) for ballot in FIVE] == [100 - served] * 5
    assert voting.day.conflicts == []
    assert voting.day.served() == QUEUE


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
