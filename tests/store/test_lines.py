"""A line of a second place: sealed as its page says, and opened by nobody else."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import LineKey
from precinct_app.store.lines import (
    Header,
    LineFile,
    header_line,
    line_of,
    read_header,
    read_lines,
    row_in,
)

SCRIPT = Path(__file__).with_name("vectors.py")
PAGE = (Path(__file__).parents[2] / "precinct_app" / "store" / "LINES.md").read_text("utf-8")


@pytest.fixture(scope="module")
def vectors() -> Any:
    """Run the script as a stranger would: alone, without the program in reach."""
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT)], check=True, capture_output=True, cwd="/"
    )
    return json.loads(done.stdout)


@pytest.fixture
def seal(vectors):
    return LineKey(bytes.fromhex(vectors["lines"]["key"]), vectors["lines"]["file"])


@pytest.fixture
def rows(vectors):
    return [tuple(entry.values()) for entry in vectors["entries"]]


@pytest.fixture
def header(vectors):
    return Header(vectors["lines"]["file"], b"sixteen bytes ok")


@pytest.fixture
def file(tmp_path, header):
    path = tmp_path / "214.lines"
    path.write_bytes(header_line(header))
    return path


def test_a_line_is_sealed_as_the_script_of_a_stranger_seals_it(vectors, seal, rows):
    sealed = [line_of(seal, row).decode().rstrip("\n") for row in rows]
    assert sealed == vectors["lines"]["sealed"]


def test_a_line_of_the_script_opens(vectors, seal, rows):
    assert [row_in(seal, line.encode()) for line in vectors["lines"]["sealed"]] == rows


def test_the_page_shows_the_header_and_the_first_line(vectors):
    shown = "".join(line.strip() for line in PAGE.splitlines() if line.startswith("    "))
    assert vectors["lines"]["header"] in shown
    assert vectors["lines"]["sealed"][0] in shown


def test_the_header_comes_back(file, header):
    assert read_header(file) == header


@pytest.mark.parametrize(
    "first", [b"", b"precinct-app lines 2 ab cd\n", b"\xff\x00", b"PK\x03\x04"]
)
def test_what_is_no_header_is_none(file, first):
    file.write_bytes(first)
    assert read_header(file) is None


@pytest.mark.parametrize("place", range(0, 440, 7))
def test_a_line_with_one_wrong_bit_does_not_open(seal, rows, place):
    line = bytearray(line_of(seal, rows[0]).rstrip(b"\n"))
    line[place] ^= 1
    assert row_in(seal, bytes(line)) is None


def test_a_line_opens_under_its_own_number_file_and_key_only(seal, rows, vectors):
    line = line_of(seal, rows[0]).rstrip(b"\n")
    assert row_in(seal, line) == rows[0]
    assert row_in(seal, b"1 2" + line[3:]) is None
    assert row_in(LineKey(bytes(range(32)), "cd" * 16), line) is None
    assert row_in(LineKey(bytes(32), vectors["lines"]["file"]), line) is None


def test_two_texts_under_one_number_never_share_a_nonce(seal):
    texts = [f"text {number}" for number in range(500)]
    assert len({seal.seal(1, 7, text)[:16] for text in texts}) == len(texts)
    assert seal.seal(1, 7, "text") == seal.seal(1, 7, "text")
    assert seal.seal(1, 7, "text")[:16] != seal.seal(1, 8, "text")[:16]


def test_what_is_appended_comes_back(file, seal, header, rows):
    lines = LineFile(file, seal, header)
    lines.append(rows[:1])
    lines.append(rows[1:])
    assert lines.digests() == {row[-1] for row in rows}
    assert read_lines(file, seal) == (rows, [])


def test_nothing_of_an_entry_can_be_read_in_the_file(file, seal, header, rows):
    LineFile(file, seal, header).append(rows)
    for word in (b"ballots_issued", b"214", rows[0][-1].encode()):
        assert word not in file.read_bytes().split(b"\n", 1)[1]


def test_a_torn_line_is_passed_over_and_the_next_one_stands_alone(file, seal, header, rows):
    LineFile(file, seal, header).append(rows[:1])
    with file.open("r+b") as torn:
        torn.truncate(file.stat().st_size - 9)
    lines = LineFile(file, seal, header)
    assert lines.digests() == set()
    lines.append(rows)
    assert read_lines(file, seal) == (rows, [2])


def test_a_file_that_was_changed_from_outside_is_read_anew(file, seal, header, rows):
    lines = LineFile(file, seal, header)
    lines.append(rows)
    before = header_line(header) + line_of(seal, rows[0])
    file.write_bytes(before)
    assert lines.digests() == {rows[0][-1]}


def test_lines_of_another_file_are_left_alone(file, seal, rows):
    before = file.read_bytes()
    lines = LineFile(file, seal, Header("cd" * 16, b"sixteen bytes ok"))
    with pytest.raises(StoreError) as no:
        lines.digests()
    assert no.value.reason is Trouble.SECOND_PLACE_UNFIT
    assert file.read_bytes() == before
    assert rows
