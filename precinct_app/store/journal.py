"""The journal on disk: sealed entries in, nothing changed."""

from collections.abc import Sequence
from pathlib import Path

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.entry import Entry
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS, row_of
from precinct_app.store.database import (
    Connection,
    DatabaseError,
    connect,
    identity,
    rows_of,
    transaction,
    trouble_of,
)

_INSERT = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_LOOK = "SELECT digest FROM journal WHERE desk = ? AND number = ?"
_HEADS = "SELECT desk, max(number), digest FROM journal GROUP BY desk"


class Journal:
    """The one writer of a day's journal."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._connection: Connection | None = connect(path, key)
        self._file = identity(path)
        self._unsure: tuple[Entry, ...] = ()

    def append(self, *entries: Entry) -> None:
        """Write sealed entries, all or none; on the disk when this returns.

        The same entry again is no change. Raises StoreError: FORKED for another hash under the
        same key; else what hindered it, and then it is certain that nothing was recorded.
        After OUT_OF_REACH alone it is not known; ``settle`` finds out.
        """
        connection = self._connected()
        try:
            with transaction(connection):
                for entry in entries:
                    connection.execute(_INSERT, row_of(entry))
        except DatabaseError as error:
            self._unsure = entries
            if not self._look_up():
                raise StoreError(trouble_of(error), file=self._path.name) from error

    def heads(self) -> dict[int, Mark]:
        """Tell how far each desk's journal reaches in the file, or raise StoreError."""
        try:
            rows = rows_of(self._connected(), _HEADS)
        except DatabaseError as error:
            raise StoreError(trouble_of(error), file=self._path.name) from error
        return {desk: Mark(number, digest) for desk, number, digest in rows}

    def settle(self) -> tuple[Entry, ...]:
        """Find out whether entries of an unknown fate were recorded, and give those that were.

        Raises StoreError OUT_OF_REACH as long as the file can't be read.
        """
        unsure = self._unsure
        return unsure if unsure and self._look_up() else ()

    def close(self) -> None:
        """Bring all into the file itself and let go of it.

        Raises StoreError for what hindered it; the entries are safe then in the log beside it.
        """
        try:
            self._connected().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DatabaseError as error:
            raise StoreError(trouble_of(error), file=self._path.name) from error
        finally:
            self._let_go()

    def _look_up(self) -> bool:
        """Read over a fresh connection, because the one that failed can't be trusted.

        The next write has a fresh one too: this one may be fit for reading only.
        """
        self._let_go()
        try:
            fresh = self._connected()
            found = [rows_of(fresh, _LOOK, entry.desk, entry.number) for entry in self._unsure]
        except (StoreError, DatabaseError) as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._path.name) from error
        finally:
            self._let_go()
        entries, self._unsure = self._unsure, ()
        return _stand(entries, found)

    def _connected(self) -> Connection:
        """Give the connection to the file, which must still be the one that stood there.

        A file that was moved away would go on taking entries where nobody looks for them.
        """
        if identity(self._path) != self._file:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._path.name)
        if self._connection is None:
            self._connection = connect(self._path, self._key)
        return self._connection

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            connection.close()


def _stand(entries: Sequence[Entry], found: Sequence[list[tuple[str]]]) -> bool:
    standing = [bool(rows) for rows in found]
    for entry, rows in zip(entries, found, strict=True):
        if rows and rows[0][0] != entry.digest:
            raise StoreError(Trouble.FORKED, entry=entry.id)
    return bool(standing) and all(standing)
