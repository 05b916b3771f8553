"""Read what a damaged file still gives, page by page."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from precinct_app.errors import StoreError
from precinct_app.store.database import DatabaseError, connect, rows_of

Row = tuple[Any, ...]
Key = tuple[int, int]

_KEYS = "SELECT desk, number FROM journal INDEXED BY sqlite_autoindex_journal_1"
# No row that is worth reading takes less room in a page.
_LEAST_BYTES = 100


def salvage(path: Path, key: bytes, table: str, columns: str) -> list[Row]:
    """Read all rows of a table that can be read, in their place, over fresh connections.

    One bad page costs the rows on it, and the connection that met it fails for all that follows;
    so a range that fails is halved until its readable parts are found.
    """
    query = f"SELECT {columns} FROM {table} WHERE place BETWEEN ? AND ? ORDER BY place"  # noqa: S608

    def read(first: int, last: int) -> Iterator[Row]:
        rows = _try(path, key, query, first, last)
        if rows is not None:
            yield from rows
        elif first < last:
            middle = (first + last) // 2
            yield from read(first, middle)
            yield from read(middle + 1, last)

    return list(read(1, path.stat().st_size // _LEAST_BYTES))


def lost_keys(path: Path, key: bytes, rows: Iterable[Row]) -> list[Key]:
    """Name the entries (desk, number) that stand in a damaged journal and can't be read.

    The index names them; where it is damaged too, the gaps between readable entries do, and the
    entry after the last.
    """
    found = {(row[0], row[1]) for row in rows}
    keys = _try(path, key, _KEYS)
    if keys is not None:
        return sorted({(desk, number) for desk, number in keys} - found)
    last: dict[int, int] = {1: 0}
    for desk, number in found:
        last[desk] = max(number, last.get(desk, 0))
    expected = {(desk, number) for desk, end in last.items() for number in range(1, end + 2)}
    return sorted(expected - found)


def _try(path: Path, key: bytes, query: str, *values: int) -> list[Row] | None:
    try:
        connection = connect(path, key, "ro")
    except StoreError:
        return None
    try:
        return rows_of(connection, query, *values)
    except DatabaseError:
        return None
    finally:
        connection.close()
