"""Bring the write-ahead log into the file, soon after each commit."""

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from precinct_app.errors import StoreError
from precinct_app.store.database import DatabaseError, connect, identity, rows_of

# Half of the promised second, so that a slow disk still keeps the promise.
PAUSE_SECONDS = 0.5


class Keeper:
    """A thread that checkpoints after commits, so that a copy of the file alone is whole.

    ``afterwards`` is called on its thread after each checkpoint that took effect.
    """

    def __init__(self, path: Path, key: bytes, afterwards: Callable[[], None]) -> None:
        self._path, self._key, self._afterwards = path, key, afterwards
        self._file = identity(path)
        self._work = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

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
            if self._checkpoint():
                self._afterwards()
            else:
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
