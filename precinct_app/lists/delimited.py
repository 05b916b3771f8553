"""Read a csv file: comma, semicolon or tab.

Rows are counted as a spreadsheet counts them that opens the file: a quoted field with line
breaks inside is one row, an empty line is a row, a first line ``sep=;`` is none.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.encoding import BROKEN, decode
from precinct_app.lists.headers import known_columns
from precinct_app.lists.table import Table

DELIMITERS: Final = (";", ",", "\t")
HEAD: Final = 100
"""Where the header is looked for, in lines."""
LONGEST: Final = 30
"""Lines of one row at most: a quote that closes later never was one."""
END: Final = "end"
STATED: Final = re.compile(r"(?i)sep=[;,\t|]")


def read_delimited(name: str, content: bytes) -> Table:
    """Read the one table of a csv file; ListError where it is no text."""
    text = decode(content)
    if text is None:
        raise ListError(ListFault.NOT_A_LIST, file=name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    stated = ""
    if lines and STATED.fullmatch(lines[0]):
        stated = lines.pop(0)[4]
    delimiter = stated or likely_delimiter(lines)
    rows = list(split_rows(lines, delimiter))
    if BROKEN in text:
        rows = [None if row and any(BROKEN in cell for cell in row) else row for row in rows]
    return Table(name, rows, {}, delimiter)


def likely_delimiter(lines: list[str]) -> str:
    """Choose the delimiter under which the header shows the most columns of a list."""

    def shown(delimiter: str) -> int:
        rows = split_rows(lines[:HEAD], delimiter)
        return max((known_columns(row) for row in rows if row), default=0)

    return max(DELIMITERS, key=shown)


def split_rows(lines: list[str], delimiter: str) -> Iterator[list[str] | None]:
    """Split lines into rows; None for a row that can't be read."""
    width = usual_width(lines[:HEAD], delimiter)
    at = 0
    while at < len(lines):
        if '"' not in lines[at]:
            yield lines[at].split(delimiter)
            at += 1
            continue
        row, used = quoted_row(lines[at : at + LONGEST], delimiter, width)
        yield row
        at += used


def usual_width(lines: list[str], delimiter: str) -> int:
    """Count the cells that most lines have."""
    widths = Counter(len(lone_row(line, delimiter)) for line in lines if line)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def quoted_row(lines: list[str], delimiter: str, width: int) -> tuple[list[str] | None, int]:
    """Read the row that begins these lines, and say how many it takes.

    A quote that is never closed, or closed in another voter's row, would swallow all rows in
    between: such a row ends with its line.
    """
    fed = [f"{line}\n" for line in lines]
    reader = csv.reader([*fed, END], delimiter=delimiter, strict=True)
    row: list[str] | None
    try:
        row, used = next(reader), reader.line_num
    except csv.Error:
        row, used = None, 1
    inner = lines[1:used]
    swallowed = any('"' not in line and line.count(delimiter) + 1 >= width > 1 for line in inner)
    if row is not None and used <= len(lines) and not swallowed:
        return row, used
    plain = [cell.strip().strip('"') for cell in lines[0].split(delimiter)]
    alone = lone_row(lines[0], delimiter)
    return next((cells for cells in (plain, alone) if len(cells) == width), None), 1


def lone_row(line: str, delimiter: str) -> list[str]:
    """Read one line by itself, whatever its quotes."""
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return line.split(delimiter)
