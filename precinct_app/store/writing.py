"""The right to write a day file, with all that goes with it."""

from collections.abc import Callable
from pathlib import Path

from precinct_app.domain.checkpoint import Checkpoint
from precinct_app.domain.entry import Entry
from precinct_app.errors import StoreError
from precinct_app.store.drafts import sweep_drafts
from precinct_app.store.journal import Journal
from precinct_app.store.keeper import Keeper
from precinct_app.store.lock import WriterLock


class Writer:
    """Lock, journal and keeper of one file, taken and given back together."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Take the right, or raise StoreError: a second program, or a file not to be written."""
        self._path, self._key = path, key
        self._lock = WriterLock(path)
        self._lock.acquire()
        try:
            sweep_drafts(path.parent)
            self._journal = Journal(path, key)
        except BaseException:
            self._lock.release()
            raise
        self._keeper: Keeper | None = None

    def stands_at(self, checkpoint: Checkpoint) -> bool:
        """Tell whether the file reaches exactly so far."""
        return self._journal.heads() == checkpoint

    def keep(self, afterwards: Callable[[], bool | None]) -> None:
        """Bring the log into the file from now on, and call ``afterwards`` each time."""
        self._keeper = Keeper(self._path, self._key, afterwards)

    def append(self, entry: Entry) -> None:
        """Write a sealed entry; it is on the disk when this returns (see Journal.append)."""
        self._journal.append(entry)
        if self._keeper:
            self._keeper.committed()

    @property
    def trouble(self) -> StoreError | None:
        """What stops nobody from writing, and is to be mended (see Keeper.trouble)."""
        return self._keeper.trouble if self._keeper else None

    def settle(self) -> tuple[Entry, ...]:
        """Find out the fate of entries that could not be looked up (see Journal.settle)."""
        return self._journal.settle()

    def close(self) -> None:
        """Bring all into the file and give the right back, whatever happens."""
        try:
            if self._keeper:
                self._keeper.stop()
            self._journal.close()
        finally:
            self._lock.release()
