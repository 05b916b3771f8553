"""Open a day file: integrity, chain, list, election, replay."""

from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from precinct_app.domain.day import Day
from precinct_app.domain.election import Election
from precinct_app.domain.election_read import election_digest, read_election
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import replay
from precinct_app.domain.parts.setup import DayCreated
from precinct_app.domain.voters import read_roll
from precinct_app.errors import ElectionError, StoreError, Trouble
from precinct_app.store.codec import COLUMNS, entry_of
from precinct_app.store.database import Connection, DatabaseError, connect, rows_of
from precinct_app.store.salvage import Key, lost_keys, salvage
from precinct_app.store.schema import check_schema
from precinct_app.store.snapshot import untouched
from precinct_app.store.verdict import Finding, Flaw, Row, before, check_accounts, check_chain

_NAMES = ", ".join(COLUMNS)
_SOUND = [("ok",)]


class Opened(NamedTuple):
    """A day as its file gives it.

    ``finding`` is the first thing that does not hold; the day is then as of the entry before it.
    ``unreadable`` are the keys of entries that stand in the file and can't be read. ``newer``
    tells that a newer program wrote what this one does not know; the day is as of before that.
    """

    day: Day
    finding: Finding | None
    unreadable: tuple[Key, ...]
    newer: bool


def open_day(path: Path, key: bytes) -> Opened:
    """Open a day file for reading; it and its neighbours stay byte for byte what they are.

    Raises StoreError for what can't be opened at all: not a day file, cut, a wrong key, an
    election or a beginning that can't be read.
    """
    with untouched(path) as (place, mode):
        connection = connect(place, key, mode)
        try:
            check_schema(Database(connection))
            rows, unreadable, sound = _journal(place, key, connection)
            election_text, voter_texts = _foundation(place, key, connection, sound=sound)
        except DatabaseError as error:
            raise StoreError(Trouble.DAMAGED, file=path.name) from error
        finally:
            connection.close()
    finding = check_chain(rows, unreadable)
    if finding is None and not sound:
        finding = Finding(Flaw.UNREADABLE, rows[-1][0], rows[-1][1] + 1)
    entries, newer = _entries(before(rows, finding) if finding else rows, rows[:1])
    first = entries[0].event
    if not isinstance(first, DayCreated):
        raise StoreError(Trouble.DAMAGED, file=path.name)
    roll = read_roll(voter_texts)
    if election_digest(election_text) != first.election_digest:
        finding = Finding(Flaw.ELECTION, 1, 1)
    elif roll.digest != first.roll_digest or roll.size != first.voters:
        finding = Finding(Flaw.LIST, 1, 1)
    day = replay(_election(election_text, path), roll, entries)
    if finding is None and not check_accounts(day):
        finding = Finding(Flaw.ACCOUNTS, entries[-1].desk, entries[-1].number)
    return Opened(day, finding, tuple(unreadable), newer)


def _journal(path: Path, key: bytes, connection: Connection) -> tuple[list[Row], list[Key], bool]:
    """Read the rows in the order of the day, the keys that are lost, and whether all is sound."""
    try:
        rows = rows_of(connection, f"SELECT {_NAMES} FROM journal ORDER BY tick, desk, number")  # noqa: S608
        if rows_of(connection, "PRAGMA integrity_check(1)") == _SOUND:
            return rows, [], True
    except DatabaseError:
        rows = sorted(salvage(path, key, "journal", _NAMES), key=lambda row: (row[2], *row[:2]))
    if not rows:
        raise StoreError(Trouble.DAMAGED, file=path.name)
    return rows, lost_keys(path, key, rows), False


def _foundation(
    path: Path, key: bytes, connection: Connection, *, sound: bool
) -> tuple[str, list[str]]:
    """Read election and list, as far as they can be read."""
    if sound:
        elections = rows_of(connection, "SELECT text FROM election")
        voters = rows_of(connection, "SELECT voter FROM roll ORDER BY place")
    else:
        elections = salvage(path, key, "election", "text")
        voters = salvage(path, key, "roll", "voter")
    if not elections:
        raise StoreError(Trouble.DAMAGED, file=path.name)
    return elections[0][0], [voter for (voter,) in voters]


def _entries(rows: list[Row], first: list[Row]) -> tuple[list[Entry], bool]:
    """Read entries up to the first that only a newer program knows; always the first of all."""
    entries: list[Entry] = []
    for row in rows or first:
        try:
            entries.append(entry_of(row))
        except StoreError as error:
            if error.reason is Trouble.NEWER_PROGRAM and entries:
                return entries, True
            raise
    return entries, False


def _election(text: str, path: Path) -> Election:
    try:
        return read_election(text, path.name)
    except ElectionError as error:
        raise StoreError(Trouble.ELECTION_DAMAGED, file=path.name) from error
