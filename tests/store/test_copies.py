"""The private copies of readers do not outlive them for long."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from tests.store.files import make_day, open_desk


@pytest.fixture(autouse=True)
def corner(tmp_path, monkeypatch):
    """Let copies lie in a corner of their own."""
    found = tmp_path / "corner"
    found.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(found))
    return found


def left_by_a_killed_reader(corner: Path, seconds: float) -> Path:
    folder = corner / "precinct-look-old"
    folder.mkdir()
    (folder / "day.precinct").write_bytes(b"encrypted")
    then = time.time() - seconds
    os.utime(folder, (then, then))
    return folder


def test_a_look_leaves_nothing_behind(tmp_path, corner):
    open_desk(make_day(tmp_path))
    assert list(corner.iterdir()) == []


def test_the_copy_of_a_reader_that_was_killed_is_taken_away(tmp_path, corner):
    left = left_by_a_killed_reader(corner, 7200)
    open_desk(make_day(tmp_path))
    assert not left.exists()


def test_the_copy_of_a_reader_that_still_looks_stays(tmp_path, corner):
    left = left_by_a_killed_reader(corner, 60)
    open_desk(make_day(tmp_path))
    assert left.exists()
