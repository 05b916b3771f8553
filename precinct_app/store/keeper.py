"""Bring the write-ahead log into the file, soon after each commit."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import DatabaseError, connect, identity, rows_of
from precinct_app.store.sniff import wal_path

# Half of the promised second, so that a slow disk still keeps the promise.
PAUSE_SECONDS = 0.5
# A reader or a slow disk holds the log back for a moment; what lasts longer is told.
PATIENCE = 3
# Longer than a program that is well leaves anything undone.
SETTLED_SECONDS = PATIENCE * PAUSE_SECONDS + 1


class Keeper:
    """A thread that checkpoints after commits, so that a copy of the file alone is whole.

    ``afterwards`` is called on its thread after each checkpoint that took effect, and once more
    where it answers False. ``trouble`` tells that the log has not come in for some time.
    """

    def __init__(self, path: Path, key: bytes, afterwards: Callable[[], bool | None]) -> None:
        self._path, self._key, self._afterwards = path, key, afterwards
        self._file = identity(path)
        self._failed = 0
        self._work = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> StoreError | None:
        """What keeps the log from the file; all is recorded in it, and nothing is lost."""
        waits = self._failed >= PATIENCE
        return StoreError(Trouble.LOG_WAITS, file=self._path.name) if waits else None

    def committed(self) -> None:
        """Tell it that there is something to bring in."""
        self._work.set()

    def stop(self) -> None:
        """End the thread; what it had not brought in, closing the journal does."""
        self._over.set()
        self._work.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self._work.wait()
            if self._over.wait(PAUSE_SECONDS):
                return
            self._work.clear()
            if self._over.is_set():
                # It was told to end just before its call to work was cleared away.
                return
            brought_in = self._checkpoint()
            self._failed = 0 if brought_in else self._failed + 1
            if not brought_in or self._afterwards() is False:
                # The entries are safe in the log; try again until the disk takes them.
                self._work.set()

    def _checkpoint(self) -> bool:
        """Bring in what can be brought in, and tell whether that was all."""
        if identity(self._path) != self._file:
            # Another file in its place must not take what is not its own.
            return False
        try:
            with closing(connect(self._path, self._key)) as connection:
                query = "PRAGMA wal_checkpoint(PASSIVE)"
                # What a reader still needs stays in the log, and that is no "busy".
                ((busy, logged, brought_in),) = rows_of(connection, query)
        except (StoreError, DatabaseError):
            return False
        return not busy and bool(logged == brought_in)


def is_settled(path: Path) -> bool:
    """Tell whether nobody has written a file and its log for a while."""
    return time.time() - max(_changed(path), _changed(wal_path(path))) > SETTLED_SECONDS


def log_waits(path: Path) -> bool:
    """Tell by the files alone whether a log lies beside that was never brought in."""
    log = wal_path(path)
    holds = log.exists() and log.stat().st_size > 0
    return holds and is_settled(path) and _changed(log) > _changed(path)


def _changed(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0
