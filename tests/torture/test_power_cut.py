"""A power cut at any byte leaves a whole beginning that holds all that was acknowledged."""

import random

import pytest

from precinct_app.store.database import PAGE
from tests.store.files import copy_day, make_day
from tests.torture.power_cut import (
    FRAME,
    SECTOR,
    check,
    cuts,
    entries_read,
    put,
    run,
    torn,
    write_on,
)


@pytest.fixture
def day(tmp_path):
    """A day file in its folder, with the laptop that writes it."""
    return make_day(tmp_path / "day", count=40, served=3)


@pytest.fixture
def bench(day, tmp_path):
    """A place where the disk is put as the cut left it."""
    copy_day(day, tmp_path / "evening")
    return tmp_path / "bench" / day.name


def test_a_log_cut_at_any_place(day, bench):
    running = run(day, range(4, 9))
    assert len(running.log) == running.recorded[-1][0] > 20 * FRAME
    places = [*cuts(running.log)]
    for place in places:
        check(bench, running, running.log[:place], place)
    assert len(places) > 160


def test_a_log_whose_end_is_torn(day, bench):
    running = run(day, range(4, 9))
    chance = random.Random(8)
    for place in chance.sample([*cuts(running.log)], 40):
        for log in torn(running.log, place, chance):
            check(bench, running, log, place)


def test_a_log_that_began_anew_over_an_older_one(day, bench):
    """After all was brought in, the log is written from its beginning over what was there."""
    running = run(day, (9, 10), earlier=range(4, 9))
    assert len(running.log) > running.recorded[-1][0]
    for place in cuts(running.log):
        check(bench, running, running.log[:place], place)


def test_a_cut_while_the_log_is_brought_in(day, bench):
    """Pages reach the file in any order and by halves; the log still holds them all."""
    running = run(day, range(4, 30))
    before, after = running.file, running.brought_in
    starts = range(0, len(after), PAGE)
    changed = [at for at in starts if before[at : at + PAGE] != after[at : at + PAGE]]
    assert len(changed) > 5
    chance, sizes = random.Random(8), set()
    for _ in range(40):
        file = bytearray(before)
        for at in chance.sample(changed, chance.randrange(len(changed))):
            end = at + chance.choice((PAGE, PAGE // 2, SECTOR))
            file += bytes(max(end - len(file), 0))
            file[at:end] = after[at:end]
        put(bench, bytes(file), running.log)
        sizes.add(len(file) % PAGE)
        assert entries_read(bench) == running.entries
        write_on(bench, running.entries)
    assert sizes == {0, PAGE // 2, SECTOR}


def test_a_cut_right_after_the_log_was_brought_in(day, bench):
    running = run(day, range(4, 9))
    for log in (running.log, b""):
        put(bench, running.brought_in, log)
        assert entries_read(bench) == running.entries
        write_on(bench, running.entries)
