"""The journal on disk: sealed entries in, nothing changed."""

from collections.abc import Sequence
from pathlib import Path

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.entry import Entry
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS, row_of
from precinct_app.store.database import (
    DatabaseError,
    connect,
    identity,
    rows_of,
    transaction,
    trouble_of,
)

_VALUES = ", ".join("?" * len(COLUMNS))
_INSERT = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({_VALUES})"  # noqa: S608 - our own names
_LOOK = "SELECT digest FROM journal WHERE desk = ? AND number = ?"
_HEADS = "SELECT desk, max(number), digest FROM journal GROUP BY desk"


class Journal:
    """The one writer of a day's journal."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._connection = connect(path, key)
        self._file = identity(path)
        self._unsure: tuple[Entry, ...] = ()
        self._failed = False
        self._doubtful = False

    def append(self, *entries: Entry) -> None:
        """Write sealed entries, all or none; on the disk when this returns.

        The same entry again is no change. Raises StoreError: FORKED for another hash under the
        same key; else what hindered it, and then it is certain that nothing was recorded.
        After NOT_KNOWN alone it is not certain; ``settle`` finds out.
        """
        self._require_in_place()
        if self._failed:
            # The connection that looked it up may be fit for reading only.
            self._connect_anew()
            self._failed = False
        try:
            with transaction(self._connection):
                for entry in entries:
                    self._connection.execute(_INSERT, row_of(entry))
        except DatabaseError as error:
            self._unsure, self._failed = entries, True
            self._doubtful = trouble_of(error) is Trouble.NOT_RECORDED
            if not self._look_up():
                raise StoreError(trouble_of(error), file=self._path.name) from error

    def heads(self) -> dict[int, Mark]:
        """Tell how far each desk's journal reaches in the file, or raise StoreError."""
        self._require_in_place()
        try:
            rows = rows_of(self._connection, _HEADS)
        except DatabaseError as error:
            raise StoreError(trouble_of(error), file=self._path.name) from error
        return {desk: Mark(number, digest) for desk, number, digest in rows}

    def settle(self) -> tuple[Entry, ...]:
        """Find out whether entries of an unknown fate were recorded, and give those that were.

        Raises StoreError NOT_KNOWN as long as the file can't be read.
        """
        unsure = self._unsure
        return unsure if unsure and self._look_up() else ()

    def close(self) -> None:
        """Bring all into the file itself and let go of it.

        Raises StoreError NOT_BROUGHT_IN where that fails: all is recorded, and safe in the log.
        """
        try:
            self._require_in_place()
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (StoreError, DatabaseError) as error:
            raise StoreError(Trouble.NOT_BROUGHT_IN, file=self._path.name) from error
        finally:
            self._connection.close()

    def _look_up(self) -> bool:
        """Read over a fresh connection, because the one that failed can't be trusted."""
        try:
            self._require_in_place()
            self._connect_anew()
            keys = [(entry.desk, entry.number) for entry in self._unsure]
            found = [rows_of(self._connection, _LOOK, *key) for key in keys]
            standing = _stand(self._unsure, found)
            if not standing:
                self._drop_tail()
        except DatabaseError as error:
            raise StoreError(Trouble.NOT_KNOWN, file=self._path.name) from error
        except StoreError as error:
            if error.reason is Trouble.FORKED:
                self._unsure = ()
                raise
            raise StoreError(Trouble.NOT_KNOWN, file=self._path.name) from error
        self._unsure = ()
        return standing

    def _drop_tail(self) -> None:
        """Empty the log, so that what is called not recorded can never come back.

        A commit whose last step failed may lie whole in the log, where nobody sees it until a
        recovery reads it after a crash.
        """
        if not self._doubtful:
            return
        ((busy, _, _),) = rows_of(self._connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise StoreError(Trouble.NOT_KNOWN, file=self._path.name)

    def _require_in_place(self) -> None:
        """Make sure that the file is still the one that stood there.

        One that was moved away would go on taking entries where nobody looks for them.
        """
        if identity(self._path) != self._file:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._path.name)

    def _connect_anew(self) -> None:
        fresh = connect(self._path, self._key)
        self._connection.close()
        self._connection = fresh


def _stand(entries: Sequence[Entry], found: Sequence[list[tuple[str]]]) -> bool:
    standing = [bool(rows) for rows in found]
    for entry, rows in zip(entries, found, strict=True):
        if rows and rows[0][0] != entry.digest:
            raise StoreError(Trouble.FORKED, entry=entry.id)
    return bool(standing) and all(standing)
