"""What is to be mended and stops nobody: a line of the status."""

import json
import os
import time
from shutil import copyfile

import pytest

from precinct_app.desk import Desk, Who, this_laptop, unlock
from precinct_app.domain.parts import access
from precinct_app.store import keeper
from tests.cli.console import OPEN, PASSPHRASE, call, play, status


@pytest.fixture
def day(training):
    """Open voting in the training file."""
    assert play(training, OPEN).code == 0
    return training


def test_a_day_that_is_well_waits_for_nothing(day):
    assert status(day)["troubles"] == []


def test_a_log_that_was_left_beside_is_told(day, monkeypatch):
    monkeypatch.setattr(keeper, "PAUSE_SECONDS", 3600)
    left = day.with_name("left.precinct")
    with Desk(day, unlock(day, PASSPHRASE), this_laptop()) as desk:
        desk.start_writing()
        desk.act(Who("1"), access.sign_in)
        for end in ("", "-wal"):
            copyfile(f"{day}{end}", f"{left}{end}")
    os.utime(left, times=(1, 1))
    long_ago = time.time() - 3600
    os.utime(f"{left}-wal", times=(long_ago, long_ago))
    assert status(left)["troubles"] == ["log_waits"]
    assert "left.precinct-wal" in call("status", left).out


def test_a_laptop_that_remembers_less_than_it_wrote_is_told(day, desk):
    kept = desk / "home" / "laptop.json"
    known = json.loads(kept.read_text("utf-8"))
    known["files"] = {}
    kept.write_text(json.dumps(known), "utf-8")
    # What was written this moment may still be on its way to the memory.
    assert status(day)["troubles"] == []
    os.utime(day, times=(1, 1))
    assert status(day)["troubles"] == ["not_remembered"]
    assert "remember" in call("status", day).out
