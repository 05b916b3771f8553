"""Read the sheets of an xlsx workbook.

Hidden rows and sheets count: a row under a filter is as signed as any. A cell that holds an
error such as #REF! comes as an empty one.
"""

import re
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.table import Table

Place = tuple[int, int]

MOST_CELLS: Final = 20_000_000
"""Rows times columns of one sheet: beyond it the reader takes all memory and falls."""
SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
FAR_CELL: Final = re.compile(rb"""\br=["']([A-Z]{2,3})\d""")
ROW: Final = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d+)""")


def read_workbook(name: str, content: bytes) -> list[Table]:
    """Read all sheets in their order; ListError where the file is damaged."""
    from python_calamine import CalamineError, SheetTypeEnum, load_workbook

    try:
        if any(cells > MOST_CELLS for cells in reaches(content)):
            raise ListError(ListFault.TOO_LARGE, file=name)
        with load_workbook(BytesIO(content)) as book:
            sheets = [
                book.get_sheet_by_name(sheet.name)
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
            read = [(sheet.to_python(skip_empty_area=False), sheet) for sheet in sheets]
            return [
                Table(sheet.name, rows, covered(rows, sheet.merged_cell_ranges or ()))
                for rows, sheet in read
            ]
    except (CalamineError, BadZipFile, zlib.error, OSError, ValueError, EOFError):
        raise ListError(ListFault.DAMAGED, file=name) from None


def reaches(content: bytes) -> Iterable[int]:
    """Reckon for each sheet the cells from A1 to the last."""
    with ZipFile(BytesIO(content)) as archive:
        for part in filter(SHEET.fullmatch, archive.namelist()):
            text = archive.read(part)
            columns = max(map(column_number, set(FAR_CELL.findall(text))), default=26)
            yield columns * max(map(int, ROW.findall(text)), default=0)


def column_number(letters: bytes) -> int:
    """Count a column's letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def covered(rows: list[list[Any]], ranges: Iterable[tuple[Place, Place]]) -> dict[Place, object]:
    """Give each cell under a merged one the value of that."""
    merged: dict[Place, object] = {}
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]) or rows[top][left] == "":
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[top]))):
                merged[row, column] = rows[top][left]
        del merged[top, left]
    return merged
