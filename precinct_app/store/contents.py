"""What stands in a day file, read as far as it can be read."""

from pathlib import Path
from typing import Any, NamedTuple

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS
from precinct_app.store.database import (
    SOUND,
    Connection,
    DatabaseError,
    rows_of,
    trouble_of,
)
from precinct_app.store.salvage import Key, lost_keys, salvage
from precinct_app.store.schema import is_kept, is_newer
from precinct_app.store.snapshot import untouched
from precinct_app.store.verdict import Row, day_order

_NAMES = ", ".join(COLUMNS)
_JOURNAL = f"SELECT {_NAMES} FROM journal ORDER BY place"  # noqa: S608 - our own names


class Contents(NamedTuple):
    """The text of a day file: journal in the order of the day, list, election, signing key.

    ``lost`` are the keys of entries that stand in the file and can't be read. ``sound`` tells
    that no page is damaged, ``newer`` that a newer program changed the tables, ``kept`` that
    tables and triggers are the ones that this program made.
    """

    rows: list[Row]
    lost: list[Key]
    voters: list[str]
    election: str
    signing_key: bytes
    sound: bool
    newer: bool
    kept: bool = True


def read_contents(path: Path, key: bytes) -> Contents:
    """Read all that stands in a day file, touching nothing; damage costs what lies on it.

    Raises StoreError for what can't be read at all.
    """
    newer = False
    with untouched(path, key) as (connection, place):
        try:
            newer = is_newer(connection)
            found = _read(connection, newer=newer)
        except DatabaseError as error:
            if trouble_of(error) is not Trouble.DAMAGED:
                # Tables that are not what this program knows.
                reason = Trouble.NEWER_PROGRAM if newer else Trouble.NOT_A_DAY
                raise StoreError(reason, file=path.name) from error
            found = None
        found = found or _salvage(place, key, newer=newer)
    if not found.rows:
        raise StoreError(Trouble.DAMAGED, file=path.name)
    return found


def _read(connection: Connection, *, newer: bool) -> Contents | None:
    """Read a sound file, or give None."""
    if rows_of(connection, "PRAGMA integrity_check(1)") != SOUND:
        return None
    # Sorted here: the database would copy each row for it, and they are nearly in order.
    rows = sorted(rows_of(connection, _JOURNAL), key=day_order)
    voters = rows_of(connection, "SELECT voter FROM roll ORDER BY place")
    elections = rows_of(connection, "SELECT text FROM election")
    (private,) = _first(rows_of(connection, "SELECT private FROM signing_key")) or [b""]
    texts = _first(voters), "".join(_first(elections)), private
    kept = newer or is_kept(connection)
    return Contents(rows, [], *texts, sound=True, newer=newer, kept=kept)


def _salvage(path: Path, key: bytes, *, newer: bool) -> Contents:
    rows, whole = salvage(path, key, "journal", _NAMES)
    lost = [] if whole else lost_keys(path, key, rows)
    voters = salvage(path, key, "roll", "voter").rows
    elections = salvage(path, key, "election", "text").rows
    (private, *_) = _first(salvage(path, key, "signing_key", "private").rows) or [b""]
    texts = _first(voters), "".join(_first(elections)), private
    return Contents(sorted(rows, key=day_order), lost, *texts, sound=False, newer=newer)


def _first(rows: list[Row]) -> list[Any]:
    return [value for (value,) in rows]
