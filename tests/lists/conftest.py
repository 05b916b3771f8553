"""Real files in a temporary folder, and the one door they go through."""

from datetime import date

import openpyxl
import pytest

from precinct_app.lists.intake import Terms, check_list

SETS = frozenset({"all", "maz_only"})
TERMS = Terms(date(2023, 3, 19), SETS, 18, 3_000)


@pytest.fixture
def take(tmp_path):
    """Write bytes or text to a file and take it in."""

    def take(content, encoding="utf-8", name="list.csv", **more):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return check_list(path, TERMS, **more)

    return take


@pytest.fixture
def take_rows(tmp_path):
    """Write rows to the first sheet of a workbook and take it in."""

    def take_rows(rows, change=None):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value is not None:
                    sheet.cell(row, column, value)
        if change:
            change(book, sheet)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return check_list(path, TERMS)

    return take_rows
