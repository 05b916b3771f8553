"""A copy of a day file, taken while the day goes on."""

from contextlib import closing
from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import SOUND, connect, rows_of
from precinct_app.store.opening import Opened, open_day
from precinct_app.store.placing import placed
from precinct_app.store.snapshot import untouched


def back_up(path: Path, key: bytes, target: Path) -> Opened:
    """Write a whole, encrypted copy of a day file, by whoever it is being written.

    It gets its name when it was opened and holds; the day is given as it stands in the copy. What
    does not hold in the file itself is copied too. Raises StoreError: EXISTS, or what hindered
    it; no half copy is left behind.
    """
    with placed(target) as draft:
        _copy(path, key, draft, target.name)
        copied = open_day(draft, key)
        if copied.finding and copied.finding != open_day(path, key).finding:
            raise StoreError(Trouble.NOT_PLACED, file=target.name)
    return copied


def _copy(path: Path, key: bytes, draft: Path, file: str) -> None:
    with untouched(path, key) as (source, _):
        salt = bytes.fromhex(source.execute("PRAGMA cipher_salt").fetchone()[0])
        with closing(connect(draft, key + salt, "rwc", file=file)) as copy:
            source.backup(copy)
            # The database writes zeros for a page that it can't read, and says nothing.
            if rows_of(copy, "PRAGMA integrity_check(1)") != SOUND:
                raise StoreError(Trouble.DAMAGED, file=path.name)
