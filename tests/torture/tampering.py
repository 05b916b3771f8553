"""Ways to change a day file behind the program's back, with its key in hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from precinct_app.desk import Desk
from precinct_app.domain.entry import line_digest
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS
from precinct_app.store.verdict import Finding
from tests.store.files import KEY, broken_in, desk_at, journal_rows, laptop_of

CHANGE = "UPDATE journal SET {} = {} WHERE number = 30"


def found_at(path: Path) -> Finding:
    """What opening finds, with a day that can't go on."""
    desk = desk_at(path)
    assert desk.finding
    assert desk.hindrance is Trouble.CHAIN_BROKEN
    with pytest.raises(StoreError) as no:
        desk.start_writing()
    assert no.value.reason is Trouble.CHAIN_BROKEN
    # As a command opens it: with the clock of the file.
    assert Desk(path, KEY, laptop_of(path.parent)).finding == desk.finding
    return desk.finding


def forge(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change rows and chain all of them anew, as somebody who knows how would."""
    written, previous = [], "0" * 64
    for row in journal_rows(path):
        values = dict(zip(("place", *COLUMNS), row, strict=True))
        change(values)
        line = tuple(values[name] for name in COLUMNS[:-2])
        values["previous"], previous = previous, line_digest(previous, line)
        written.append(values | {"digest": previous})
    with broken_in(path) as connection:
        connection.execute("DELETE FROM journal")
        Database(connection).table("journal").insert_all(written)
