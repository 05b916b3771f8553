"""The log comes into the file soon, so that a copy of the file alone is whole."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from precinct_app.desk import Desk
from precinct_app.errors import StoreError
from precinct_app.store import keeper
from precinct_app.store.database import connect
from precinct_app.store.keeper import Keeper
from precinct_app.store.laptop import Laptop
from precinct_app.store.sniff import wal_path
from tests.store.files import (
    KEY,
    back_on_duty,
    issue,
    laptop_of,
    make_day,
    open_desk,
    traces,
    writing,
)


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path / "day", served=0)


def entries_in_the_file_alone(path: Path) -> int:
    """Count the entries in a copy of the file without its log."""
    alone = path.with_name("alone") / path.name
    alone.parent.mkdir(exist_ok=True)
    shutil.copyfile(path, alone)
    return len(open_desk(alone, laptop_of(path.parent)).day.entries)


def is_whole_alone(path: Path, desk: Desk) -> bool:
    """Tell whether a copy of the file without its log opens, with all entries."""
    try:
        return entries_in_the_file_alone(path) == len(desk.day.entries)
    except StoreError:
        return False


def wait_until(holds) -> float:
    """Wait for what a thread does, and tell how long it took; at most five seconds."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < 5
        time.sleep(0.01)
    return time.monotonic() - begun


def test_two_seconds_after_the_last_issue_a_copy_of_the_file_alone_holds_every_entry(path):
    with writing(path) as desk:
        back_on_duty(desk)
        for voter in range(1, 11):
            issue(desk, voter)
        assert wal_path(path).stat().st_size
        time.sleep(2)
        assert entries_in_the_file_alone(path) == len(desk.day.entries)


def test_while_issuing_goes_on_the_file_alone_is_never_far_behind(path):
    with writing(path) as desk:
        back_on_duty(desk)
        known = []
        for voter in range(1, 16):
            issue(desk, voter)
            known.append((time.monotonic(), len(desk.day.entries)))
            time.sleep(0.1)
        now = time.monotonic()
        earlier = [count for then, count in known if now - then > 1]
        assert earlier
        assert entries_in_the_file_alone(path) >= max(earlier)


def test_what_a_reader_holds_back_comes_in_when_he_is_gone(path):
    with writing(path) as desk:
        back_on_duty(desk)
        reader = connect(path, KEY, "ro")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM journal").fetchone()
        issue(desk, 1)
        time.sleep(1)
        assert not is_whole_alone(path, desk)
        reader.close()
        time.sleep(2)
        assert entries_in_the_file_alone(path) == len(desk.day.entries)


def test_while_the_file_is_out_of_reach_it_tries_again(path, tmp_path):
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        away = path.rename(tmp_path / "away.precinct")
        time.sleep(1)
        away.rename(path)
        wait_until(lambda: entries_in_the_file_alone(path) == len(desk.day.entries))


def test_another_file_in_its_place_takes_nothing_of_the_log(path, tmp_path):
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        away = path.rename(tmp_path / "away.precinct")
        other = make_day(tmp_path / "other").read_bytes()
        path.write_bytes(other)
        time.sleep(1.2)
        assert path.read_bytes() == other
        away.rename(path)
    assert open_desk(path).day == desk.day


def test_closing_leaves_no_log(path):
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
    assert set(traces(path.parent)) == {"day.precinct", "day.precinct.lock", "home/laptop.json"}
    assert entries_in_the_file_alone(path) == len(desk.day.entries)


def test_the_laptop_remembers_the_head_soon(path):
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        time.sleep(1.2)
        kept = Laptop(path.parent / "home").remembered(desk.day.created.file)
        assert kept == (1, desk.day.desks[1])


def test_it_says_each_time_that_all_is_in(path, monkeypatch):
    monkeypatch.setattr(keeper, "PAUSE_SECONDS", 0.01)
    done = threading.Event()
    found = Keeper(path, KEY, done.set)
    for _ in range(3):
        found.committed()
        wait_until(done.is_set)
        done.clear()
    time.sleep(0.05)
    assert not done.is_set()
    found.stop()


def test_stopping_waits_for_no_pause(path, monkeypatch):
    monkeypatch.setattr(keeper, "PAUSE_SECONDS", 3600)
    before = threading.active_count()
    found = Keeper(path, KEY, lambda: None)
    found.committed()
    begun = time.monotonic()
    found.stop()
    assert time.monotonic() - begun < 1
    assert threading.active_count() == before


class ToldMeanwhile(threading.Event):
    """A call to work that is cleared away just as the keeper is told to end."""

    def __init__(self, over: threading.Event) -> None:
        super().__init__()
        self._over = over

    def clear(self) -> None:
        self._over.set()
        self.set()
        super().clear()


def test_told_to_end_while_it_turns_to_its_work_it_ends(path, monkeypatch):
    monkeypatch.setattr(keeper, "PAUSE_SECONDS", 0.01)
    held = Keeper(path, KEY, lambda: None)
    resting, held._work = held._work, ToldMeanwhile(held._over)
    held._work.set()
    resting.set()
    resting.clear()
    held.committed()
    held._thread.join(5)
    assert not held._thread.is_alive()
