"""Every entry reaches the second place within two seconds, and nothing that hinders it stops a day."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from precinct_app.errors import Trouble
from precinct_app.store.lines import LineFile
from tests.store.files import (
    back_on_duty,
    desk_at,
    flip,
    issue,
    make_day,
    open_desk,
    writing,
)
from tests.store.sticks import (
    age,
    copying,
    has_whole_copy,
    is_copied,
    lines_of,
    place,
    state,
    stick_of,
    wait_until,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path / "day", count=60, served=0)


@pytest.fixture
def stick(path):
    return stick_of(path)


def troubles(desk):
    return [trouble.reason for trouble in desk.troubles()]


def test_two_seconds_after_its_commit_each_entry_is_a_line(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        for voter in range(1, 11):
            issue(desk, voter)
            assert wait_until(is_copied(desk, stick), 2) < 2


def test_while_issuing_goes_on_no_line_is_more_than_two_seconds_late(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        wait_until(is_copied(desk, stick))
        known = []
        for voter in range(1, 31):
            issue(desk, voter)
            known.append((time.monotonic(), desk.day.entries[-1].digest))
            time.sleep(0.1)
        there = {row[-1] for row in lines_of(desk, stick).rows}
        late = [digest for then, digest in known if time.monotonic() - then > 2]
        assert late
        assert set(late) <= there


def test_closing_writes_the_last_lines(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        issue(desk, 1)
    assert is_copied(desk, stick)()
    assert lines_of(desk, stick).bad == []


def test_each_entry_is_there_once(path, stick):
    for voter in (1, 2):
        with copying(path, stick) as desk:
            back_on_duty(desk)
            issue(desk, voter)
    with copying(path, stick) as desk:
        back_on_duty(desk)
    assert len(lines_of(desk, stick).rows) == len(desk.day.entries)


def test_the_state_says_how_old_the_copy_is_and_how_many_entries_wait(path, stick):
    with copying(path, stick) as desk:
        wait_until(lambda: age(desk) < 5 and not state(desk).waiting)
        assert state(desk).folder == stick
        away = stick.rename(stick.with_name("pulled"))
        back_on_duty(desk)
        wait_until(lambda: age(desk) > 2)
        assert state(desk).waiting == 5
        away.rename(stick)
        wait_until(lambda: age(desk) < 2 and not state(desk).waiting)


def test_a_pulled_stick_is_told_and_the_day_goes_on(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        wait_until(is_copied(desk, stick))
        away = stick.rename(stick.with_name("pulled"))
        issue(desk, 1)
        wait_until(lambda: troubles(desk) == [Trouble.SECOND_PLACE_AWAY])
        issue(desk, 2)
        away.rename(stick)
        wait_until(lambda: not troubles(desk))
        assert is_copied(desk, stick)()
    assert desk_at(path).day.served() == 2


def test_an_empty_folder_under_its_name_is_not_taken_for_the_stick(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        wait_until(is_copied(desk, stick))
        away = stick.rename(stick.with_name("pulled"))
        stick.mkdir()
        issue(desk, 1)
        wait_until(lambda: troubles(desk) == [Trouble.SECOND_PLACE_AWAY])
        wait_until(lambda: list(stick.iterdir()) == [])
        stick.rmdir()
        away.rename(stick)
        wait_until(lambda: not troubles(desk))
        assert is_copied(desk, stick)()


def test_a_stick_that_came_back_older_is_filled_up(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        wait_until(is_copied(desk, stick))
        lines = place(desk, stick).lines
        older = lines.read_bytes()
        issue(desk, 1)
        wait_until(is_copied(desk, stick))
        lines.write_bytes(older)
        assert not is_copied(desk, stick)()
        wait_until(is_copied(desk, stick))


def test_a_damaged_line_is_written_again_at_the_next_start(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
    flip(place(desk, stick).lines, 2000)
    assert len(lines_of(desk, stick).bad) == 1
    assert not is_copied(desk, stick)()
    with writing(path) as desk:
        pass
    assert is_copied(desk, stick)()


def test_lines_that_cannot_be_written_are_told(path, stick):
    with copying(path, stick) as desk:
        wait_until(is_copied(desk, stick))
        lines = place(desk, stick).lines
        kept = lines.read_bytes()
        lines.unlink()
        lines.mkdir()
        back_on_duty(desk)
        wait_until(lambda: troubles(desk) == [Trouble.SECOND_PLACE_UNFIT])
        lines.rmdir()
        lines.write_bytes(kept)
        wait_until(lambda: not troubles(desk))
        assert is_copied(desk, stick)()


KILLED = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from typing import Any
from precinct_app.store import second_place
from tests.store.files import back_on_duty, issue, open_desk
from tests.store.sticks import is_copied, wait_until

if __name__ == "__main__":
    desk = open_desk(Path({path!r}))
    desk.start_writing()
    wait_until(is_copied(desk, Path({stick!r})))
    second_place.PAUSE_SECONDS = 3600
    back_on_duty(desk)
    issue(desk, 1)
    os._exit(9)
"""


def test_what_a_killed_program_left_without_a_line_is_written_by_the_next(path, stick):
    with copying(path, stick) as desk:
        wait_until(has_whole_copy(desk, stick))
    script = KILLED.format(root=str(ROOT), path=str(path), stick=str(stick))
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == 9
    left = open_desk(path)
    assert left.day.served() == 1
    assert state(left).waiting >= 1
    with writing(path) as desk:
        wait_until(is_copied(desk, stick), 5)


FULL = """
import subprocess, sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from typing import Any
from precinct_app.errors import Trouble
from precinct_app.store.lines import LineFile
from tests.store.files import CHAIRMAN, back_on_duty, issue, writing
from tests.store.sticks import is_copied, wait_until

if __name__ == "__main__":
    stick, path = Path({stick!r}), Path({path!r})
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", stick], check=True)
    with writing(path) as desk:
        desk.choose_second_place(CHAIRMAN, stick)
        wait_until(is_copied(desk, stick))
        ballast = stick / "ballast"
        try:
            with ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        except OSError:
            pass
        back_on_duty(desk)
        voter = 0
        while not desk.troubles():
            voter += 1
            issue(desk, voter)
            time.sleep(0.05)
        full = desk.troubles()[0].reason
        issue(desk, voter + 1)
        ballast.unlink()
        wait_until(lambda: not desk.copy_state.waiting and is_copied(desk, stick)())
        print(full, desk.day.served() == voter + 1)
"""


def test_a_full_stick_is_told_the_day_goes_on_and_with_room_all_lines_come(path, stick):
    script = FULL.format(root=str(ROOT), path=str(path), stick=str(stick))
    command = ["unshare", "--map-root-user", "--mount", sys.executable, "-c", script]
    done = subprocess.run(command, check=False, timeout=120, capture_output=True, text=True)
    assert done.stdout.split() == ["second_place_full", "True"], done


def test_a_fault_of_ours_is_told_once_and_copying_goes_on(path, stick, monkeypatch):
    told: list[Any] = []
    monkeypatch.setattr("threading.excepthook", told.append)
    with copying(path, stick) as desk:
        wait_until(is_copied(desk, stick))
        with monkeypatch.context() as patch:
            patch.setattr(LineFile, "digests", lambda _lines: 1 // 0)
            back_on_duty(desk)
            wait_until(lambda: troubles(desk) == [Trouble.SECOND_PLACE_UNFIT])
            time.sleep(2.5)
        wait_until(lambda: not troubles(desk))
        assert is_copied(desk, stick)()
    assert [one.exc_type for one in told] == [ZeroDivisionError]
