"""Find the header of the list, wherever it stands and however it is merged.

Title rows may stand above it; it may have up to three rows, with a cell over several columns.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from precinct_app.lists.clean import text_of
from precinct_app.lists.columns import DATA, NAMES, Column, column_of
from precinct_app.lists.table import Cells, Table

SEARCHED: Final = 100
"""Rows from the top among which the header is looked for."""
DEEPEST: Final = 3


class Header(NamedTuple):
    """The header: the row of its last line from 1, and where each column stands.

    ``words`` are its cells by place, in small letters; they know it again on the next page.
    ``names`` and ``data`` are the places of the name and of what a voter's row says beside it.
    """

    row: int
    columns: Mapping[Column, tuple[int, ...]]
    width: int
    words: frozenset[tuple[int, str]]
    names: frozenset[int]
    data: frozenset[int]


def known_columns(cells: Iterable[object]) -> int:
    """Count the columns of a list that a row of headers names."""
    return len({column for cell in cells if (column := column_of(text_of(cell)))})


def find_header(table: Table) -> Header | None:
    """Find the header with the most columns; None where the sheet is no list.

    A list needs a name and one column more.
    """
    best: Header | None = None
    for top in range(min(len(table.rows), SEARCHED)):
        for depth in range(1, DEEPEST + 1):
            header = header_at(table, top, depth)
            if header and (best is None or len(header.columns) > len(best.columns)):
                best = header
    return best


def header_at(table: Table, top: int, depth: int) -> Header | None:
    """Read the rows from ``top`` as one header; None where they are none."""
    rows = table.rows[top : top + depth]
    if depth > 1 and not (len(rows) == depth and all(map(may_be_header, rows))):
        return None
    lines = [header_texts(table, top + offset) for offset in range(depth)]
    width = max(map(len, lines))
    columns: dict[Column, tuple[int, ...]] = {}
    named: dict[Column, list[str]] = {}
    for place in range(width):
        texts = [text for line in lines for text in line[place : place + 1] if text]
        column = column_under(texts)
        if column and (column is Column.BIRTH or named.setdefault(column, texts) == texts):
            columns[column] = (*columns.get(column, ()), place)
    if not NAMES & columns.keys() or len(columns) < 2:
        return None
    words = {(place, text.casefold()) for line in lines for place, text in enumerate(line) if text}
    names, data = (
        frozenset(place for column in some for place in columns.get(column, ()))
        for some in (NAMES, DATA)
    )
    return Header(top + depth, settle_names(columns), width, frozenset(words), names, data)


def may_be_header(cells: Cells | None) -> bool:
    """Say whether a row may be a line of a header of several: words, half of them known."""
    texts = [text for cell in cells or () if (text := text_of(cell))]
    unknown = [text for text in texts if column_of(text) is None]
    return len(texts) >= max(1, len(unknown) * 2) and not any(map(str.isdigit, "".join(unknown)))


def header_texts(table: Table, row: int) -> list[str]:
    """Write the cells of a row of the header, those under a merged cell too."""
    cells = table.rows[row] or ()
    return [
        text_of(cell) or text_of(table.merged.get((row, place))) for place, cell in enumerate(cells)
    ]


def column_under(texts: Sequence[str]) -> Column | None:
    """Say what stands under a stack of header cells.

    The lowest speaks; where it says too little ("day and month"), all of them together.
    """
    if not texts:
        return None
    return column_of(texts[-1]) or column_of(" ".join(dict.fromkeys(texts)))


def settle_names(columns: dict[Column, tuple[int, ...]]) -> dict[Column, tuple[int, ...]]:
    """Read a lone "name" as the whole name, where no column holds the surname."""
    if Column.FULL_NAME in columns or Column.SURNAME in columns:
        return columns
    lone = Column.FIRST_NAME if Column.FIRST_NAME in columns else Column.GIVEN_NAMES
    if lone is Column.FIRST_NAME and Column.PATRONYMIC in columns:
        return columns
    return {(Column.FULL_NAME if name is lone else name): at for name, at in columns.items()}
