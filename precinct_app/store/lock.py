"""One writer at a time, by a lock of the operating system."""

from pathlib import Path

from filelock import FileLock, Timeout

from precinct_app.errors import StoreError, Trouble

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
            raise StoreError(Trouble.READ_ONLY, file=self._name) from error

    def release(self) -> None:
        """Give the right back."""
        self._lock.release()


def lock_path(path: Path) -> Path:
    """Name the lock beside a day file."""
    return path.with_name(path.name + ".lock")


def is_being_written(path: Path) -> bool:
    """Tell whether a program is writing this file now, without leaving a trace."""
    if not lock_path(path).exists():
        return False
    lock = FileLock(lock_path(path))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False
