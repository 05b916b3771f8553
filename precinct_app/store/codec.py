"""A row of the journal becomes an entry, and back."""

import json
from typing import Any

from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import KINDS
from precinct_app.domain.shape import reader
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.upcast import lift

COLUMNS = (
    "desk",
    "number",
    "tick",
    "recorded",
    "happened",
    "by",
    "witness",
    "kind",
    "version",
    "body",
    "previous",
    "digest",
)


def row_of(entry: Entry) -> tuple[str | int, ...]:
    """Give the row of an entry, in the order of COLUMNS."""
    return tuple(getattr(entry, column) for column in COLUMNS)


def entry_of(row: tuple[Any, ...]) -> Entry:
    """Build the entry of a row; the stored text stays as it is.

    Raises StoreError NEWER_PROGRAM for a kind or version that this program does not know, and
    DAMAGED for a body that is not what its kind says.
    """
    kind, version, body = row[7], row[8], row[9]
    wanted = KINDS.get(kind)
    if wanted is None or version > wanted.version:
        raise StoreError(Trouble.NEWER_PROGRAM)
    try:
        event = reader(wanted)(lift(kind, version, json.loads(body)), "")
    except ValueError as error:
        raise StoreError(Trouble.DAMAGED) from error
    return Entry(*(*row, event))
