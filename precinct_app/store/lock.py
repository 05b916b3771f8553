"""One writer at a time, by a lock of the operating system."""

import sys
from pathlib import Path

from filelock import FileLock, Timeout

from precinct_app.errors import StoreError, Trouble, is_full

if sys.platform != "win32":
    import fcntl

PATIENCE_SECONDS = 1.0


class WriterLock:
    """The right to write one day file; the system takes it back when the program dies."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._lock = FileLock(lock_path(path))

    def acquire(self, patience: float = PATIENCE_SECONDS) -> None:
        """Take the right, or raise StoreError: a second program, or a folder not to be written."""
        try:
            self._lock.acquire(timeout=patience)
        except Timeout as error:
            raise StoreError(Trouble.SECOND_WRITER, file=self._name) from error
        except OSError as error:
            trouble = Trouble.DISK_FULL if is_full(error) else Trouble.READ_ONLY
            raise StoreError(trouble, file=self._name) from error

    def release(self) -> None:
        """Give the right back."""
        self._lock.release()


def lock_path(path: Path) -> Path:
    """Name the lock beside a day file."""
    return path.with_name(path.name + ".lock")


def is_being_written(path: Path) -> bool:
    """Tell whether a program is writing this file now, without leaving a trace.

    Readers that ask at the same time do not take one another for a writer.
    """
    try:
        lock = lock_path(path).open("rb")
    except OSError:
        return False
    with lock:
        return not _shareable(lock.fileno(), lock_path(path))


if sys.platform == "win32":

    def _shareable(_descriptor: int, path: Path) -> bool:
        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            return False
        lock.release()
        return True

else:

    def _shareable(descriptor: int, _path: Path) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
