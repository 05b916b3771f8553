"""A row of the journal becomes an entry, and back."""

import json
from dataclasses import replace
from typing import Any

from precinct_app.domain.canonical import canonical
from precinct_app.domain.entry import Entry, Event
from precinct_app.domain.fold import KINDS
from precinct_app.domain.recorded import FactRecorded
from precinct_app.domain.shape import plain, reader
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
    event = _event_of(*row[7:10])
    if isinstance(event, FactRecorded):
        fact = _event_of(event.fact, event.fact_version, event.body)
        event = replace(event, fact_version=fact.version, body=canonical(plain(fact)))
    return Entry(*(*row, event))


def _event_of(kind: str, version: int, body: str) -> Event:
    wanted = KINDS.get(kind)
    if wanted is None or version > wanted.version:
        raise StoreError(Trouble.NEWER_PROGRAM)
    try:
        event: Event = reader(wanted)(lift(kind, version, json.loads(body)), "")
    except ValueError as error:
        raise StoreError(Trouble.DAMAGED) from error
    return event
