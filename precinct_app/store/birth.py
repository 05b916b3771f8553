"""A day file is born: whole, or not at all."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

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
    with placed(path) as draft, closing(connect(draft, key, "rwc", file=path.name)) as connection:
        _fill(connection, election, voters, signing_key, entries)


def _fill(
    connection: Connection,
    election: str,
    voters: Iterable[Voter],
    signing_key: bytes,
    entries: Iterable[Entry],
) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    db = Database(connection)
    prepare(db)
    with transaction(connection):
        db.table("election").insert({"id": 1, "text": election})
        db.table("signing_key").insert({"id": 1, "private": signing_key})
        db.table("roll").insert_all(
            {"place": place, "voter": voter_text(voter)} for place, voter in enumerate(voters, 1)
        )
        db.table("journal").insert_all(
            dict(zip(COLUMNS, row_of(entry), strict=True)) for entry in entries
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
