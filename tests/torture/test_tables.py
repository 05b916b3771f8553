"""Tables, their guards and the signing key are those of a new file, or it is said."""

from contextlib import closing

import pytest

from precinct_app.errors import Trouble
from precinct_app.store.database import connect
from tests.store.files import KEY, desk_at, make_day, open_desk, tamper
from tests.torture.tampering import CHANGE, found_at

TRIGGERS = [
    f"{table}_is_not_{deed}d"
    for table in ("election", "roll", "journal", "signing_key")
    for deed in ("change", "delete")
]
IDLE = "CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal BEGIN SELECT 1; END"


@pytest.fixture
def path(tmp_path):
    """A day on which ten voters were served."""
    return make_day(tmp_path)


def alter(path, *statements):
    """Change a closed file and leave it so."""
    with closing(connect(path, KEY)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_a_guard_that_is_gone_is_found_and_the_day_is_shown(path, trigger):
    sound = desk_at(path).day
    alter(path, f"DROP TRIGGER {trigger}")
    assert found_at(path) == ("tables", 1, 1)
    assert desk_at(path).day == sound


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TRIGGER journal_is_not_deleted", IDLE),
        ("CREATE TRIGGER more BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END",),
        ("CREATE TRIGGER more BEFORE INSERT ON _sqlite_migrations BEGIN SELECT 1; END",),
        ("CREATE INDEX more ON journal (by)",),
        ("CREATE VIEW more AS SELECT * FROM journal",),
        ("ALTER TABLE journal ADD COLUMN more TEXT",),
    ],
    ids=str,
)
def test_what_is_not_as_the_program_made_it_is_found(path, statements):
    alter(path, *statements)
    assert found_at(path) == ("tables", 1, 1)


def test_an_entry_that_does_not_hold_is_named_before_the_guard_that_is_gone(path):
    alter(path, "DROP TRIGGER journal_is_not_changed", CHANGE.format("by", "'4'"))
    assert found_at(path) == ("hash", 1, 30)


def test_a_cut_tail_is_named_before_the_guard_that_is_gone(path):
    alter(path, "DROP TRIGGER journal_is_not_deleted", "DELETE FROM journal WHERE number >= 30")
    assert found_at(path) == ("gap", 1, 30)


def test_tables_of_a_newer_program_are_not_called_altered(path):
    done = "INSERT INTO _sqlite_migrations VALUES (2, 'precinct', 'second', '2027-01-01 00:00:00')"
    alter(path, done, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (None, Trouble.NEWER_PROGRAM)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE signing_key SET private = zeroblob(32)",
        "UPDATE signing_key SET private = x'00'",
        "DELETE FROM signing_key",
    ],
    ids=["another", "none", "gone"],
)
def test_a_signing_key_that_is_not_the_one_of_entry_1_is_found(path, statement):
    assert open_desk(path).examine() is None
    tamper(path, statement)
    assert open_desk(path).examine() == ("signing_key", 1, 1)
