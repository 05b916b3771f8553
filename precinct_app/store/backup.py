"""A copy of a day file, taken while the day goes on."""

from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import DatabaseError, connect, trouble_of
from precinct_app.store.snapshot import untouched


def back_up(path: Path, key: bytes, target: Path) -> None:
    """Write a whole, encrypted copy of a day file, by whoever it is being written.

    Raises StoreError: EXISTS, or what hindered it; no half copy is left behind.
    """
    if target.exists():
        raise StoreError(Trouble.EXISTS, file=target.name)
    try:
        with untouched(path) as (place, mode):
            source = connect(place, key, mode)
            salt = bytes.fromhex(source.execute("PRAGMA cipher_salt").fetchone()[0])
            copy = connect(target, key + salt, "rwc")
            try:
                source.backup(copy)
            finally:
                copy.close()
                source.close()
    except DatabaseError as error:
        target.unlink(missing_ok=True)
        raise StoreError(trouble_of(error), file=target.name) from error
