"""Tell by its first bytes what a file is, touching nothing."""

from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import PAGE, SALT

_FOREIGN = (
    (b"SQLite format 3\0", Trouble.PLAIN_SQLITE),
    (b"PK\x03\x04", Trouble.SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", Trouble.SPREADSHEET),
    (b"%PDF", Trouble.PDF),
)


def sniff(path: Path) -> bytes:
    """Give the salt of a day file, its first 16 bytes.

    Raises StoreError for what can't be a day file: missing, out of reach, empty, cut, a
    spreadsheet, a PDF, a plain SQLite file.
    """
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(SALT)
    except FileNotFoundError as error:
        raise StoreError(Trouble.MISSING, file=name) from error
    except OSError as error:
        raise StoreError(Trouble.OUT_OF_REACH, file=name) from error
    if not size:
        raise StoreError(Trouble.EMPTY, file=name)
    for start, trouble in _FOREIGN:
        if head.startswith(start):
            raise StoreError(trouble, file=name)
    if size % PAGE and not _has_log(path):
        raise StoreError(Trouble.CUT, file=name)
    return head


def wal_path(path: Path) -> Path:
    """Name the write-ahead log beside a file."""
    return path.with_name(path.name + "-wal")


def _has_log(path: Path) -> bool:
    """Tell whether a log lies beside a file: then a power cut may have torn the file's end."""
    log = wal_path(path)
    return log.exists() and log.stat().st_size > 0
