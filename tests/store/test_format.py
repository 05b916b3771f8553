"""The description of the day file, a stranger's script and the program agree."""

import ast
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from precinct_app.domain.canonical import canonical
from precinct_app.domain.checkpoint import Mark, checkpoint_digest, short_digest
from precinct_app.domain.entry import NO_HASH, Act, Head, seal
from precinct_app.domain.fold import KINDS
from precinct_app.domain.parts.issuing import BallotsIssued
from precinct_app.domain.shape import reader
from precinct_app.domain.voters import Voter, make_roll, voter_text
from precinct_app.keys import file_key, read_recovery, write_recovery
from precinct_app.store.codec import COLUMNS, row_of
from precinct_app.store.schema import TABLES
from tests.store.files import KEY, make_day
from tests.store.vectors import FIELDS, entry_digest, list_digest, sha256

SCRIPT = Path(__file__).with_name("vectors.py")
PAGE = (Path(__file__).parents[2] / "precinct_app" / "store" / "FORMAT.md").read_text("utf-8")
# What the page shows indented, line by line.
SHOWN = {line.strip() for line in PAGE.splitlines() if line.startswith("    ")}


@pytest.fixture(scope="module")
def vectors() -> Any:
    """Run the script as a stranger would: alone, without the program in reach."""
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT)], check=True, capture_output=True, cwd="/"
    )
    return json.loads(done.stdout)


def test_the_script_does_not_know_the_program():
    imported = {
        name
        for node in ast.walk(ast.parse(SCRIPT.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else map(str, _names(node)))
    }
    standard = {"base64", "hashlib", "hmac", "json", "sys", "unicodedata"}
    cipher = "cryptography.hazmat.primitives.ciphers.aead"
    assert imported == {*standard, "collections.abc", "typing", cipher}


def _names(node: ast.Import) -> list[str]:
    return [alias.name for alias in node.names]


def test_canonical_text_is_that_of_the_page(vectors):
    found = vectors["canonical"]
    assert canonical(found["value"]) == found["text"]
    assert found["text"].startswith('{"a":{"":"","\\u0001":"\x7f","A":"1/2"},"b":["й",0,-7,true')
    shown = {"ә": 'Әлия "Ай"\n', "b": ["и\u0306", 0, -7, True, None], "a": {"": "", "A": "1/2"}}
    assert canonical(shown) in SHOWN


def test_entries_are_sealed_as_the_page_says(vectors):
    head = Head(1, 0, 0, NO_HASH)
    for body, wanted in zip(vectors["bodies"], vectors["entries"], strict=True):
        event = reader(KINDS[wanted["kind"]])(body, "")
        now, happened = (datetime.fromisoformat(wanted[name]) for name in FIELDS[3:5])
        entry = seal(head, Act(now, happened, 1, wanted["by"], wanted["witness"]), event)
        assert dict(zip(COLUMNS, row_of(entry), strict=True)) == wanted
        line = [wanted[name] for name in FIELDS]
        assert json.dumps(line, ensure_ascii=False, separators=(",", ":")) in SHOWN
        assert entry.digest in SHOWN
        head = Head(1, entry.number, entry.tick, entry.digest)


def test_the_first_entry_of_the_page_is_an_issue(vectors):
    event = reader(BallotsIssued)(vectors["bodies"][0], "")
    assert [str(move) for move in event.moves] == vectors["bodies"][0]["moves"]


def test_a_checkpoint_is_hashed_as_the_page_says(vectors):
    found = vectors["checkpoint"]
    marks = {int(desk): Mark(*mark) for desk, mark in found["desks"].items()}
    assert checkpoint_digest(marks) == found["digest"]
    assert short_digest(found["digest"]) == found["short"]
    assert {found["digest"], found["short"]} <= SHOWN
    assert marks[2].head in PAGE


def test_a_list_is_hashed_as_the_page_says(vectors):
    found = vectors["list"]
    voters = [Voter._make([*row[:-1], tuple(row[-1])]) for row in found["voters"]]
    assert [voter_text(voter) for voter in voters] == found["texts"]
    assert make_roll(voters).digest == found["digest"]
    assert {*found["texts"], found["digest"]} <= SHOWN


def test_the_key_is_derived_as_the_page_says():
    key = file_key("training", bytes.fromhex("000102030405060708090a0b0c0d0e0f"))
    assert key.hex() in SHOWN


def test_the_recovery_sheet_is_written_as_the_page_says(vectors):
    found = vectors["recovery"]
    key = bytes.fromhex(found["key"])
    assert write_recovery(key) == found["text"]
    assert read_recovery(found["text"].lower().replace("0", "o").replace("1", "l")) == key
    assert found["text"] in SHOWN


def test_a_stranger_reads_a_whole_day_by_the_page(tmp_path):
    path = make_day(tmp_path, count=5, served=3)
    assert path.stat().st_size % 4096 == 0
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")

    def read(query: str) -> list[Any]:
        return [*connection.execute(query)]

    assert {
        name for (name,) in read("SELECT name FROM sqlite_master WHERE type = 'table'")
    } == TABLES
    assert all(f"`{table}`" in PAGE for table in TABLES)
    (text,), *_ = read("SELECT text FROM election")
    voters = [voter for (voter,) in read("SELECT voter FROM roll ORDER BY place")]
    entries = [row[1:] for row in read("SELECT * FROM journal ORDER BY place")]
    connection.close()

    first = json.loads(entries[0][9])
    assert entries[0][7] == "day_created"
    assert first["election_digest"] == sha256(text.encode())
    assert first["roll_digest"] == list_digest(voters)
    assert first["voters"] == len(voters) == 5
    head = NO_HASH
    for number, (*line, previous, digest) in enumerate(entries, 1):
        assert (line[1], line[2], previous) == (number, number, head)
        assert entry_digest(previous, line) == digest
        head = digest
    assert sum(line[7] == "ballots_issued" for line in entries) == 3
