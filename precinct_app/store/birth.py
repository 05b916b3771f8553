"""A day file is born: whole, or not at all."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from precinct_app.domain.entry import Entry
from precinct_app.domain.voters import Voter, voter_text
from precinct_app.store.codec import COLUMNS, row_of
from precinct_app.store.database import Connection, connect, transaction
from precinct_app.store.placing import placed
from precinct_app.store.schema import prepare


def make_file(
    path: Path,
    key: bytes,
    election: str,
    voters: Iterable[Voter],
    signing_key: bytes,
    entries: Iterable[Entry],
) -> None:
    """Write a new day file beside its place, and put it there when it is whole.

    ``key`` is the raw key with the salt behind it (48 bytes), ``election`` its canonical text.
    Raises StoreError: EXISTS, or what hindered it; nothing is left behind then.
    """
    rows = map(row_of, entries)
    write_file(path, key, Text(election, map(voter_text, voters), signing_key, rows))


class Text(NamedTuple):
    """All that a day file holds, as it is stored; rows in the order of COLUMNS."""

    election: str
    voters: Iterable[str]
    signing_key: bytes
    rows: Iterable[tuple[Any, ...]]


def write_file(
    path: Path, key: bytes, text: Text, prove: Callable[[Path], object] = lambda _draft: None
) -> None:
    """Write a file of what is given; it gets its name when ``prove`` has looked at the draft.

    Raises StoreError: EXISTS, what hindered it, or what ``prove`` raises.
    """
    with placed(path) as draft:
        with closing(connect(draft, key, "rwc", file=path.name)) as connection:
            _fill(connection, text)
        prove(draft)


def _fill(connection: Connection, text: Text) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    db = Database(connection)
    prepare(db)
    with transaction(connection):
        db.table("election").insert({"id": 1, "text": text.election})
        db.table("signing_key").insert({"id": 1, "private": text.signing_key})
        db.table("roll").insert_all(
            {"place": place, "voter": voter} for place, voter in enumerate(text.voters, 1)
        )
        db.table("journal").insert_all(dict(zip(COLUMNS, row, strict=True)) for row in text.rows)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
