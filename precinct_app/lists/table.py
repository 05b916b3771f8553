"""Hold one sheet as it was read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Cells = Sequence[object]


class Table(NamedTuple):
    """One sheet: ``rows[0]`` is row 1 as the spreadsheet counts.

    A row is None where it can't be read. ``merged`` gives for a cell (row and column from 0)
    that lies under a merged one the value of that. ``delimiter`` is a csv file's.
    """

    name: str
    rows: Sequence[Cells | None]
    merged: Mapping[tuple[int, int], object]
    delimiter: str = ""
