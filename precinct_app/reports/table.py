"""Tables ruled like an official form."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Table

from precinct_app.reports.fonts import BOLD, REGULAR
from precinct_app.reports.pieces import Both, Style, above, paragraph

Cell = str | int | Both | Flowable | Sequence[Flowable] | None
Row = Sequence[Cell]

_GREY = "#E8E8E8"
_RULE = 0.5


def ruled(
    head: Row | None,
    rows: Sequence[Row],
    widths: Sequence[float],
    size: float = 8.5,
    number_size: float = 10.5,
    room: float = 1.5,
) -> Table:
    """Rule a table: its head again on each page, numbers right, no row left alone.

    Words in both languages stand above each other, None is a dash; ``room`` is the space above
    and below, in points.
    """
    cells: list[list[Any]] = [[_cell(one, size, number_size) for one in row] for row in rows]
    if head:
        cells.insert(0, [_head(one, size - 1) for one in head])
    found = Table(
        cells, list(widths), repeatRows=1 if head else 0, style=_style(headed=bool(head), room=room)
    )
    found.hAlign = "LEFT"
    if len(cells) > 3:
        # ReportLab parts a table between any two rows: the ends hold together.
        found.setStyle(
            [("NOSPLIT", (0, 0), (-1, 2 if head else 1)), ("NOSPLIT", (0, -2), (-1, -1))]
        )
    return found


def number(value: int | None, size: float = 10.5) -> Flowable:
    """Set a number bold and to the right; a dash where there is none."""
    return paragraph("–" if value is None else str(value), BOLD, size, "right")


def _cell(cell: Cell, size: float, number_size: float) -> Any:
    if isinstance(cell, Both):
        return above(cell, size)
    if isinstance(cell, str):
        return paragraph(cell, REGULAR, size)
    if cell is None or isinstance(cell, int):
        return number(cell, number_size)
    return cell


def _head(cell: Cell, size: float) -> Any:
    if isinstance(cell, Both):
        return above(cell, size, BOLD)
    return paragraph(cell, BOLD, size) if isinstance(cell, str) else cell


def _style(*, headed: bool, room: float) -> Style:
    whole = (0, 0), (-1, -1)
    found: Style = [
        ("FONT", *whole, REGULAR, 9),
        ("GRID", *whole, _RULE, "black"),
        ("VALIGN", *whole, "MIDDLE"),
        ("LEFTPADDING", *whole, 3),
        ("RIGHTPADDING", *whole, 3),
        ("TOPPADDING", *whole, room),
        ("BOTTOMPADDING", *whole, room + 1),
    ]
    if headed:
        found += [
            ("BACKGROUND", (0, 0), (-1, 0), _GREY),
            ("LINEBELOW", (0, 0), (-1, 0), 1, "black"),
        ]
    return found
