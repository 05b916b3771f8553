"""From a passphrase or a recovery sheet to a file's key, on this laptop."""

from pathlib import Path

from precinct_app.keys import file_key, read_recovery
from precinct_app.store.laptop import Laptop, home
from precinct_app.store.sniff import sniff


def unlock(path: Path, passphrase: str) -> bytes:
    """Make the raw key of a day file from the chairman's passphrase, in about 0.2 s.

    Whether it is the right one shows when the file is opened. Raises StoreError for what is no
    day file.
    """
    return file_key(passphrase, sniff(path))


def unlock_by_sheet(path: Path, recovery: str) -> bytes:
    """Read the raw key of a day file from its recovery sheet; its use is to be recorded.

    Raises StoreError for what is no day file, and for a text that was mistyped.
    """
    sniff(path)
    return read_recovery(recovery)


def this_laptop() -> Laptop:
    """Recall this laptop: its id, and what it wrote last."""
    return Laptop(home())
