"""A file of a newer program opens for reading, as far as it can be read."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from precinct_app.domain.canonical import canonical
from precinct_app.domain.entry import line_digest
from precinct_app.errors import Trouble
from precinct_app.store.codec import COLUMNS
from tests.store.files import (
    broken_in,
    desk_at,
    found_day,
    journal_rows,
    laptop_of,
    make_day,
    tamper,
    trouble_at,
)


def append(path: Path, **newer: str | int) -> None:
    """Append a row whose chain holds, as a newer program would."""
    rows = journal_rows(path)
    last = dict(zip(("place", *COLUMNS), rows[-1], strict=True))
    number = len(rows) + 1
    row = last | {"number": number, "tick": number, "previous": last["digest"]} | newer
    row["digest"] = line_digest(row["previous"], tuple(row[name] for name in COLUMNS[:-2]))
    with broken_in(path) as connection:
        Database(connection).table("journal").insert(row | {"place": number})


_RECORDED = canonical(
    {
        "fact": "drone_delivered",
        "fact_version": 1,
        "body": "{}",
        "offences": [],
        "paper": "1",
        "reason": "1",
    }
)


@pytest.mark.parametrize(
    "newer",
    [
        {"kind": "drone_delivered"},
        {"version": 2},
        {"kind": "fact_recorded", "version": 1, "body": _RECORDED},
    ],
    ids=["kind", "version", "recorded"],
)
def test_an_entry_of_a_newer_program_opens_for_reading_as_of_before_it(tmp_path, newer):
    day = make_day(tmp_path)
    before = desk_at(day).day
    append(day, **newer)
    append(day)
    desk = desk_at(day)
    assert (desk.finding, desk.hindrance) == (None, Trouble.NEWER_PROGRAM)
    assert desk.day == before


def test_a_first_entry_of_a_newer_program_is_told(tmp_path):
    day = found_day(tmp_path / "day.precinct", laptop_of(tmp_path))
    tamper(day, "UPDATE journal SET version = 2 WHERE number = 1")
    assert trouble_at(day) is Trouble.NEWER_PROGRAM


_MIGRATED = """
    INSERT INTO _sqlite_migrations (migration_set, name, applied_at)
    VALUES ('precinct', 'second', '2027-01-01 00:00:00+00:00')
"""


def test_a_file_with_newer_tables_opens_for_reading_with_its_whole_day(tmp_path):
    day = make_day(tmp_path)
    tamper(day, _MIGRATED, "CREATE TABLE photos (id INTEGER)")
    desk = desk_at(day)
    assert (desk.finding, desk.hindrance) == (None, Trouble.NEWER_PROGRAM)
    assert desk.day.served() == 10


def test_newer_tables_that_can_not_be_read_are_told(tmp_path):
    day = make_day(tmp_path)
    tamper(day, _MIGRATED, "ALTER TABLE journal RENAME COLUMN by TO author")
    assert trouble_at(day) is Trouble.NEWER_PROGRAM


def test_old_tables_that_can_not_be_read_are_no_day(tmp_path):
    day = make_day(tmp_path)
    tamper(day, "ALTER TABLE journal RENAME COLUMN by TO author")
    assert trouble_at(day) is Trouble.NOT_A_DAY
