"""Read what a damaged file still gives, page by page."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from precinct_app.errors import Trouble
from precinct_app.store.database import DatabaseError, connect, rows_of, trouble_of

Row = tuple[Any, ...]
Key = tuple[int, int]

_KEYS = "SELECT desk, number FROM journal INDEXED BY sqlite_autoindex_journal_1"
# No row takes less room in a page.
_LEAST_BYTES = 50


class Salvaged(NamedTuple):
    """The rows of a table that can be read, in their order, and whether those are all."""

    rows: list[Row]
    whole: bool


def salvage(path: Path, key: bytes, table: str, columns: str) -> Salvaged:
    """Read all rows of a table that can be read, over fresh connections.

    One bad page costs the rows on it, and the connection that met it fails for all that follows;
    so a range that fails is halved until its readable parts are found.
    """
    rows_between = "WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    query = f"SELECT {columns} FROM {table} {rows_between}"  # noqa: S608 - our own names
    failed: list[int] = []

    def read(first: int, last: int) -> Iterator[Row]:
        rows = _try(path, key, query, first, last)
        if rows is not None:
            yield from rows
        elif first < last:
            middle = (first + last) // 2
            yield from read(first, middle)
            yield from read(middle + 1, last)
        else:
            failed.append(first)

    rows = list(read(1, path.stat().st_size // _LEAST_BYTES))
    return Salvaged(rows, not failed)


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
    """Read over a fresh connection, or give None where it meets damage."""
    try:
        with closing(connect(path, key, "ro")) as connection:
            return rows_of(connection, query, *values)
    except DatabaseError as error:
        if trouble_of(error) is not Trouble.DAMAGED:
            raise
        return None
