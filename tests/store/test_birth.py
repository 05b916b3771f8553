"""A day file is born whole, or nothing is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.birth import make_file
from precinct_app.store.placing import placed
from tests.store.files import KEY, SALT, desk_at, found_day, laptop_of, trouble_at
from tests.store.neighbour import ROOT


def test_a_new_file_lies_alone_and_opens(tmp_path):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path))
    assert {file.name for file in tmp_path.iterdir()} == {"day.precinct", "home"}
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance, len(desk.day.entries)) == (None, None, 2)
    assert desk.day.roll.size == 20


def test_its_first_bytes_are_the_salt(tmp_path):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path))
    assert path.read_bytes()[:16] == SALT


def test_nothing_in_it_can_be_read_without_the_key(tmp_path):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path))
    held = path.read_bytes()
    for word in ("Қадырова", "day_created", "CREATE TABLE", "SQLite"):
        assert word.encode() not in held


def test_no_file_is_ever_replaced(tmp_path):
    path = tmp_path / "day.precinct"
    path.write_bytes(b"mine")
    with pytest.raises(StoreError) as no:
        found_day(path, laptop_of(tmp_path))
    assert (no.value.reason, no.value.facts) == (Trouble.EXISTS, {"file": "day.precinct"})
    assert path.read_bytes() == b"mine"


def place_while_another_appears(path: Path) -> None:
    with placed(path) as draft:
        draft.write_bytes(b"ours")
        path.write_bytes(b"theirs")


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path):
    path = tmp_path / "day.precinct"
    with pytest.raises(StoreError) as no:
        place_while_another_appears(path)
    assert no.value.reason is Trouble.EXISTS
    assert [file.name for file in tmp_path.iterdir()] == ["day.precinct"]
    assert path.read_bytes() == b"theirs"


def test_where_a_name_can_not_be_linked_it_is_given_by_renaming(tmp_path, monkeypatch):
    def no_links(_source: object, _target: object) -> None:
        raise PermissionError(1, "no links on this stick")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "day.precinct"
    with placed(path) as draft:
        draft.write_bytes(b"ours")
    assert path.read_bytes() == b"ours"
    assert [file.name for file in tmp_path.iterdir()] == ["day.precinct"]
    with pytest.raises(StoreError) as no:
        place_while_another_appears(tmp_path / "second")
    assert no.value.reason is Trouble.EXISTS
    assert (tmp_path / "second").read_bytes() == b"theirs"


@pytest.mark.parametrize("name", ["stick/day.precinct", "file/day.precinct"])
def test_a_folder_that_is_not_there_is_told(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as no:
        found_day(tmp_path / name, laptop_of(tmp_path))
    assert no.value.reason is Trouble.NO_FOLDER
    assert no.value.facts == {"folder": str((tmp_path / name).parent)}
    assert {file.name for file in tmp_path.iterdir()} == {"file", "home"}


def test_what_fails_half_way_leaves_nothing_behind(tmp_path):
    def voters():
        yield from ()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make_file(tmp_path / "day.precinct", KEY + SALT, "{}", voters(), b"", ())
    assert list(tmp_path.iterdir()) == []


def test_a_program_killed_while_it_makes_a_file_leaves_none_under_its_name(tmp_path):
    path = tmp_path / "day.precinct"
    making = (
        "import os, signal, sys; from pathlib import Path\n"
        "from precinct_app.store.birth import make_file\n"
        "def voters():\n    yield from ()\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "make_file(Path(sys.argv[1]), bytes(48), '{}', voters(), b'', ())\n"
    )
    assert (
        subprocess.run([sys.executable, "-c", making, path], cwd=ROOT, check=False).returncode < 0
    )
    assert trouble_at(path) is Trouble.MISSING
    found_day(path, laptop_of(tmp_path))
    assert desk_at(path).finding is None
