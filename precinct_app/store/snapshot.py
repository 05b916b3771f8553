"""Look at a day file without touching it or its neighbours."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import Connection, connect
from precinct_app.store.lock import is_being_written
from precinct_app.store.sniff import sniff, wal_path

# How long programs that begin or end may keep a reader waiting.
PATIENCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.02
_LONGEST_LOOK_SECONDS = 3600
_PREFIX = "precinct-look-"

Look = tuple[Connection, Path]


@contextmanager
def untouched(path: Path, key: bytes) -> Iterator[Look]:
    """Give a connection to read a day by, and the path that it reads from.

    While a program writes the file, that is the file itself, opened for reading only. Otherwise
    it is a private copy with its log, so that not even a recovery after a crash changes a byte.
    Raises StoreError for what is no day file or can't be opened with this key.
    """
    with _corner(path) as folder:
        connection, place = _look(path, key, folder / "day.precinct")
        with closing(connection):
            yield connection, place


@contextmanager
def _corner(path: Path) -> Iterator[Path]:
    """Give a folder for a private copy, or raise StoreError where there is no room for one."""
    try:
        sweep_copies()
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
    except OSError as error:
        raise StoreError(Trouble.OUT_OF_REACH, file=path.name) from error
    with folder as name:
        yield Path(name)


def sweep_copies() -> None:
    """Take away the copies of readers that were killed; nobody looks for so long."""
    before = time.time() - _LONGEST_LOOK_SECONDS
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # Another look may have taken it away meanwhile.
        with suppress(FileNotFoundError):
            if left.stat(follow_symlinks=False).st_mtime < before:
                shutil.rmtree(left, ignore_errors=True)


def _look(path: Path, key: bytes, copy: Path) -> Look:
    begun = time.monotonic()
    while True:
        # Joined first: to open and close a file that this very program writes would let go of
        # the database's own locks on it.
        if joined := _join(path, key):
            return joined, path
        sniff(path)
        if _copied(path, copy):
            return connect(copy, key, file=path.name), copy
        if time.monotonic() - begun > PATIENCE_SECONDS:
            raise StoreError(Trouble.OUT_OF_REACH, file=path.name)
        time.sleep(_PAUSE_SECONDS)


def _join(path: Path, key: bytes) -> Connection | None:
    """Read beside the program that writes a file, or give None when none does."""
    if not is_being_written(path):
        return None
    try:
        return connect(path, key, "ro")
    except StoreError as error:
        if error.reason is not Trouble.OUT_OF_REACH:
            raise
        # It has not begun yet, or has just ended.
        return None


def _copied(path: Path, copy: Path) -> bool:
    """Copy a file with its log, and tell whether it held still meanwhile."""
    log = wal_path(path)
    try:
        before = _stamps(path, log)
        shutil.copyfile(path, copy)
        wal_path(copy).unlink(missing_ok=True)
        if log.exists():
            shutil.copyfile(log, wal_path(copy))
        return _stamps(path, log) == before and not is_being_written(path)
    except FileNotFoundError:
        # The log was just brought in and taken away; where the file went, sniffing tells.
        return False
    except OSError as error:
        raise StoreError(Trouble.OUT_OF_REACH, file=path.name) from error


def _stamps(*files: Path) -> list[tuple[int, int, int]]:
    found = [file.stat() for file in files if file.exists()]
    return [(stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in found]
