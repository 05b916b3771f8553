"""The one door to SQLCipher: connections, transactions, its errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from sqlcipher3 import dbapi2

from precinct_app.errors import StoreError, Trouble

PAGE = 4096
SALT = 16
BUSY_MILLISECONDS = 2000
# The answer of an integrity check that found nothing.
SOUND = [("ok",)]

# The binding has no types of its own.
Connection: TypeAlias = Any
DatabaseError: type[Exception] = dbapi2.Error

# What SQLite says, and what it means to the clerk; the first that fits.
_MEANINGS = (
    ("disk is full", Trouble.DISK_FULL),
    ("readonly database", Trouble.READ_ONLY),
    ("unable to open", Trouble.OUT_OF_REACH),
    ("is locked", Trouble.SECOND_WRITER),
    ("malformed", Trouble.DAMAGED),
    ("not a database", Trouble.DAMAGED),
)
# On opening, nothing can be read yet: a wrong key and a damaged first page look the same.
_MEANINGS_AT_THE_DOOR = (
    ("not a database", Trouble.WRONG_KEY),
    ("malformed", Trouble.CUT),
    *_MEANINGS,
    ("", Trouble.OUT_OF_REACH),
)


def connect(path: Path, key: bytes, mode: str = "rw", file: str = "") -> Connection:
    """Open a connection with a raw key of 32 bytes, or of 48 with the salt of a new file.

    ``mode`` is SQLite's: ``ro``, ``rw``; ``rwc`` only where a file is born. Commits are ours
    alone, and each one is on the disk before it returns. Raises StoreError, which names ``file``
    where the path is not the one that the clerk knows.
    """
    named = file or path.name
    try:
        connection = dbapi2.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
    except DatabaseError as error:
        raise StoreError(trouble_of(error, _MEANINGS_AT_THE_DOOR), file=named) from error
    try:
        connection.execute("PRAGMA cipher_log_level = none")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        # The first that reads the file: here a wrong key shows.
        connection.execute("PRAGMA synchronous = FULL")
    except DatabaseError as error:
        connection.close()
        raise StoreError(trouble_of(error, _MEANINGS_AT_THE_DOOR), file=named) from error
    return connection


def identity(path: Path) -> tuple[int, int] | None:
    """Tell which file stands at a path, whatever its name; None when there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Do all or nothing: writers queue at the beginning, never in the middle."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def trouble_of(error: Exception, meanings: tuple[tuple[str, Trouble], ...] = _MEANINGS) -> Trouble:
    """Say what an error of the database means."""
    text = str(error)
    return next((trouble for words, trouble in meanings if words in text), Trouble.NOT_RECORDED)


def rows_of(connection: Connection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run a query and give all its rows."""
    found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
    return found
