"""Slips to be read aloud and posted: A5, two to an A4 sheet with a line to cut."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, KeepInFrame

from precinct_app.domain.day import Day
from precinct_app.domain.election import Line
from precinct_app.domain.figures.lines import lines_of
from precinct_app.domain.members import LEADERS, Member, Role
from precinct_app.reports.as_of import as_of
from precinct_app.reports.fonts import BOLD, REGULAR, register_fonts
from precinct_app.reports.line_rows import rows_of
from precinct_app.reports.page import (
    HEIGHT,
    INNER,
    MARGIN,
    WIDTH,
    Sheet,
    sheet_of,
    watermark,
    write_foot,
    write_head,
)
from precinct_app.reports.pieces import Both, beside, both, each, gap, named
from precinct_app.reports.qr import draw_qr
from precinct_app.reports.statement import statement
from precinct_app.reports.table import Row, ruled
from precinct_app.texts import ballot_text, text

_HALF = HEIGHT / 2
_SYMBOL = 24 * mm
_HEAD, _FOOT = 17 * mm, 11 * mm
_EDGE = 7.5 * mm
_SIGNED = 27 * mm
# How much smaller the parts of a slip may be set, one after the other.
_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)


class _Slip(NamedTuple):
    """A slip: its frame, its parts for a width, and who signs it."""

    sheet: Sheet
    story: Callable[[float], Sequence[Flowable]]
    signed: Sequence[Both]


def turnout_slip(day: Day, hour: str, _copy: int = 0) -> bytes:
    """Draw the turnout of an hour as it was reported; KeyError for an hour that was not."""
    day = as_of(day, day.slips[hour].entry)
    slip, name = day.slips[hour], f"turnout-{hour.replace(':', '')}"
    title = both("paper", "turnout-slip")
    figures = {"1": slip.listed, "2": slip.served}
    rows: list[Row] = [
        [both("paper", "turnout_listed"), slip.listed],
        [both("paper", "turnout_served"), slip.served],
        [both("paper", "turnout_road"), slip.on_road],
    ]

    def story(width: float) -> Sequence[Flowable]:
        parts: list[Flowable] = [
            beside(title, width, BOLD, 13),
            beside(both("paper", "turnout_hour", hour=hour), width, BOLD, 16),
            gap(5),
            ruled(None, rows, (width - 110, 110.0), 11, 20),
        ]
        if slip.counted_by_hand:
            parts += [gap(4), beside(both("paper", "turnout_by_hand"), width, BOLD, 10)]
        if slip.explanation:
            parts += [gap(2), beside(named("reason", slip.explanation), width)]
        return parts

    sheet = sheet_of(day, name, title, statement(day, name, 0, figures))
    return _two(_Slip(sheet, story, _leaders(day)))


def figures_slip(day: Day, ballot: str, _copy: int = 0) -> bytes:
    """Draw the figures before the boxes of a kind as announced, else as the day stands."""
    announced = day.kind(ballot).figures
    day = as_of(day, announced.entry if announced else "")
    lines = {**lines_of(day, ballot), **(announced.lines if announced else {})}
    name, title = f"figures-{ballot}", both("paper", "figures-slip")
    kind = each(lambda one: ballot_text(one, day.election, ballot))
    found = rows_of(day, ballot, lines, _is_before_boxes)
    rows = [(row.name, row.words.kk, row.words.ru, row.figure) for row in found]
    stated = {row.name: row.figure for row in found if row.figure is not None and not row.heads}

    def story(width: float) -> Sequence[Flowable]:
        half = (width - 30 - 56) / 2
        return [
            beside(title, width, BOLD, 11),
            beside(kind, width, BOLD, 12),
            gap(2),
            ruled(None, rows, (30.0, half, half, 56.0), 8, 13, room=0.5),
        ]

    sheet = sheet_of(day, name, title, statement(day, name, 0, stated))
    return _two(_Slip(sheet, story, _leaders(day)))


def _is_before_boxes(line: Line) -> bool:
    """Tell the lines of the sheet that are known from lists and account (art. 43(3-1), 43(4))."""
    early = line.stage in ("receipt", "before_opening_boxes")
    return line.form == "kind" and line.on == "sheet" and early


def _leaders(day: Day) -> list[Both]:
    """Name who signs a slip: the chairman and the secretary."""
    chosen = [
        one
        for one in day.members.values()
        if one.serves and one.role in LEADERS and one.role is not Role.DEPUTY
    ]
    return [_office(one) for one in sorted(chosen, key=lambda one: one.role)]


def _office(member: Member) -> Both:
    return each(lambda language: f"{text(language, 'role', member.role)}: {member.name}")


def _two(slip: _Slip) -> bytes:
    """Draw a slip twice on a sheet: one is posted, one is kept."""
    register_fonts()
    paper = BytesIO()
    # The stubs take the name of a font for a number.
    font: Any = REGULAR
    canvas = Canvas(paper, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=font, lang="kk")
    canvas.setTitle(f"{slip.sheet.title.kk} / {slip.sheet.title.ru}")
    canvas.setAuthor("precinct-app")
    for bottom in (_HALF, 0.0):
        _draw(canvas, slip, bottom)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 4)
    canvas.line(0, _HALF, WIDTH, _HALF)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _draw(canvas: Canvas, slip: _Slip, bottom: float) -> None:
    """Draw one slip into the half that begins at ``bottom``."""
    if slip.sheet.training:
        watermark(canvas, WIDTH / 2, bottom + _HALF / 2, 34)
    top = bottom + _HALF - _EDGE
    write_head(canvas, slip.sheet, MARGIN, top, INNER)
    canvas.setLineWidth(0.8)
    canvas.line(MARGIN, top - _HEAD + 4, WIDTH - MARGIN, top - _HEAD + 4)
    low = bottom + _EDGE + _FOOT
    height = top - _HEAD - low - _SIGNED
    _fit(canvas, slip.story, low + _SIGNED, height)
    draw_qr(canvas, slip.sheet.content, WIDTH - MARGIN - _SYMBOL, low, _SYMBOL)
    _sign(canvas, slip.signed, low)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, low - 4, WIDTH - MARGIN, low - 4)
    write_foot(canvas, slip.sheet, MARGIN, low - 14, INNER, (1, 1))


def _fit(
    canvas: Canvas, story: Callable[[float], Sequence[Flowable]], bottom: float, height: float
) -> None:
    """Set the parts as large as they have room for, always over the whole width."""
    for size in _SIZES:
        parts = list(story(INNER / size))
        if sum(part.wrap(INNER / size, HEIGHT)[1] for part in parts) * size <= height:
            break
    canvas.saveState()
    canvas.translate(MARGIN, bottom)
    canvas.scale(size, size)
    parts = list(story(INNER / size))
    whole = KeepInFrame(INNER / size, height / size, parts, mode="shrink")
    Frame(0, 0, INNER / size, height / size, 0, 0, 0, 0).addFromList([whole], canvas)
    canvas.restoreState()


def _sign(canvas: Canvas, signed: Sequence[Both], low: float) -> None:
    """Draw a line for each who signs."""
    width = INNER - _SYMBOL - 20
    for row, names in enumerate(signed):
        base = low + _SIGNED - 30 - row * 30
        canvas.line(MARGIN + width * 0.62, base, MARGIN + width, base)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(MARGIN, base + 10, names.kk)
        canvas.drawString(MARGIN, base, names.ru)
