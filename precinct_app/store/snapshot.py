"""Look at a day file without touching it or its neighbours."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.lock import is_being_written
from precinct_app.store.sniff import sniff


@contextmanager
def untouched(path: Path) -> Iterator[tuple[Path, str]]:
    """Give a path to read from, and the mode to open it in.

    While a program writes the file, that is the file itself, opened for reading only. Otherwise
    it is a private copy with its log, so that not even a recovery after a crash changes a byte.
    """
    sniff(path)
    if is_being_written(path):
        yield path, "ro"
        return
    with tempfile.TemporaryDirectory(prefix="precinct-") as folder:
        copy = Path(folder) / "day.precinct"
        try:
            shutil.copyfile(path, copy)
            if wal_path(path).exists():
                shutil.copyfile(wal_path(path), wal_path(copy))
        except OSError as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=path.name) from error
        yield copy, "rw"


def wal_path(path: Path) -> Path:
    """Name the write-ahead log beside a file."""
    return path.with_name(path.name + "-wal")
