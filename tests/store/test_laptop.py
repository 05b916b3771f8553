"""What this laptop remembers survives what happens to its folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from precinct_app.domain.checkpoint import Mark
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.laptop import Laptop, home
from tests.store.neighbour import ROOT

FILE, OTHER = "f" * 32, "e" * 32
MARK, LATER = Mark(57, "a" * 64), Mark(58, "b" * 64)


def test_its_id_is_made_once_and_kept(tmp_path):
    made = Laptop(tmp_path / "home").id
    assert len(made) == 16
    assert Laptop(tmp_path / "home").id == made
    assert Laptop(tmp_path / "elsewhere").id != made


def test_to_compare_an_id_makes_none(tmp_path):
    laptop = Laptop(tmp_path / "home")
    assert not laptop.is_called("0123456789abcdef")
    assert not (tmp_path / "home").exists()
    assert laptop.is_called(laptop.id)


def test_the_last_head_of_each_file_is_remembered(tmp_path):
    laptop = Laptop(tmp_path)
    assert laptop.remembered(FILE) is None
    laptop.remember(FILE, 1, MARK)
    laptop.remember(OTHER, 2, MARK)
    laptop.remember(FILE, 1, LATER)
    for known in (laptop, Laptop(tmp_path)):
        assert known.remembered(FILE) == (1, LATER)
        assert known.remembered(OTHER) == (2, MARK)


def test_two_programs_forget_nothing_of_each_other(tmp_path):
    one, other = Laptop(tmp_path), Laptop(tmp_path)
    one.remember(FILE, 1, MARK)
    other.remember(OTHER, 1, MARK)
    one.remember(FILE, 1, LATER)
    other.remember(OTHER, 1, LATER)
    known = Laptop(tmp_path)
    assert known.remembered(FILE) == known.remembered(OTHER) == (1, LATER)
    assert one.id == other.id == known.id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "5",
        "{}",
        '{"id": "00"}',
        '{"id": "00", "files": []}' + "}",
        '{"id": "00", "files": {"f": 5}}',
        '{"id": "00", "files": {"f": [1, [2]]}}',
        '{"id": "00", "files": {"f": [1, ["x", "y"]]}}',
        '{"id": "00", "files": {"f": [null, [2, "y"]]}}',
        '{"id": "00", "files": {}, "wrong_pins": []' + "}" * 2,
        '{"id": "00", "files": {}, "wrong_pins": {"f": 5}}',
        '{"id": "00", "files": {}, "wrong_pins": {"f": [["1"]]}}',
        '{"id": "00", "files": {}, "wrong_pins": {"f": [["1", "2023-03-19T10:00:00"]]}}',
        "\udcff\udcfe",
    ],
)
def test_a_torn_memory_is_begun_anew(tmp_path, text):
    (tmp_path / "laptop.json").write_bytes(text.encode(errors="surrogateescape"))
    laptop = Laptop(tmp_path)
    assert laptop.remembered("f") is None
    laptop.remember(FILE, 1, MARK)
    assert Laptop(tmp_path).id == laptop.id != "00"
    assert Laptop(tmp_path).remembered(FILE) == (1, MARK)


def test_a_memory_torn_in_the_day_is_healed_by_what_the_program_knows(tmp_path):
    laptop = Laptop(tmp_path)
    known = laptop.id
    laptop.remember(OTHER, 1, MARK)
    (tmp_path / "laptop.json").write_bytes(b"\0\0\0")
    laptop.remember(FILE, 1, MARK)
    assert Laptop(tmp_path).id == known
    assert Laptop(tmp_path).remembered(OTHER) == (1, MARK)


def test_a_folder_that_takes_no_file_is_told_and_no_id_is_believed(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as no:
        Laptop(tmp_path / "file")
    assert no.value.reason is Trouble.OUT_OF_REACH
    laptop = Laptop(tmp_path / "home")
    (tmp_path / "home").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(StoreError) as no:
            laptop.remember(FILE, 1, MARK)
        assert no.value.reason in (Trouble.READ_ONLY, Trouble.OUT_OF_REACH)
        with pytest.raises(StoreError):
            print(laptop.id)
    assert laptop.remembered(FILE) is None


def test_a_memory_is_never_half_written(tmp_path):
    """A child writes without end and is killed; what it left is whole each time."""
    writing = (
        "import sys; from pathlib import Path; from precinct_app.store.laptop import Laptop\n"
        "from precinct_app.domain.checkpoint import Mark\n"
        "laptop = Laptop(Path(sys.argv[1])); print(laptop.id, flush=True); n = 0\n"
        "while True: n += 1; laptop.remember('f', 1, Mark(n, 'a' * 64)); print(n, flush=True)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", writing, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    said = [child.stdout.readline().strip() for _ in range(40)]
    child.kill()
    said += child.communicate()[0].split("\n")[:-1]
    kept = json.loads((tmp_path / "laptop.json").read_text("utf-8"))
    assert kept["id"] == said[0]
    assert kept["files"]["f"][1][0] in (int(said[-1]), int(said[-1]) + 1)


def test_the_home_is_where_it_is_stated_or_where_the_system_keeps_such(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "precinct-app"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert home() == Path.home() / ".local/share/precinct-app"
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "stated"))
    assert home() == tmp_path / "stated"
    assert os.environ["PRECINCT_HOME"]
