"""A day file is born: whole, or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from precinct_app.domain.entry import Entry
from precinct_app.domain.voters import Voter, voter_text
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS, row_of
from precinct_app.store.database import DatabaseError, connect, transaction, trouble_of
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
    if path.exists():
        raise StoreError(Trouble.EXISTS, file=path.name)
    draft = path.with_name(path.name + ".draft")
    try:
        draft.unlink(missing_ok=True)
        _fill(draft, key, election, voters, signing_key, entries)
        _put(draft, path)
    except DatabaseError as error:
        raise StoreError(trouble_of(error), file=path.name) from error
    except FileExistsError as error:
        raise StoreError(Trouble.EXISTS, file=path.name) from error
    except OSError as error:
        raise StoreError(Trouble.READ_ONLY, file=path.name) from error
    finally:
        for left in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
            left.unlink(missing_ok=True)


def _fill(
    draft: Path,
    key: bytes,
    election: str,
    voters: Iterable[Voter],
    signing_key: bytes,
    entries: Iterable[Entry],
) -> None:
    connection = connect(draft, key, "rwc")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        db = Database(connection)
        prepare(db)
        with transaction(connection):
            db.table("election").insert({"id": 1, "text": election})
            db.table("signing_key").insert({"id": 1, "private": signing_key})
            db.table("roll").insert_all(
                {"place": place, "voter": voter_text(voter)}
                for place, voter in enumerate(voters, 1)
            )
            db.table("journal").insert_all(
                dict(zip(COLUMNS, row_of(entry), strict=True)) for entry in entries
            )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _put(draft: Path, path: Path) -> None:
    """Give the whole file its name, without ever replacing another."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Sticks (FAT) know no links.
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
