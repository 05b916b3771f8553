"""The frame of every page: whose paper it is, and as of which entry.

Kazakh stands left or above, Russian right or below, on every paper the same.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.day import Day
from precinct_app.domain.election import Words
from precinct_app.reports.fonts import BOLD, REGULAR, register_fonts
from precinct_app.reports.pieces import Both, draw_beside
from precinct_app.reports.qr import draw_qr
from precinct_app.reports.statement import statement
from precinct_app.texts import text

WIDTH, HEIGHT = A4
MARGIN = 15 * mm
INNER = WIDTH - 2 * MARGIN
# Above the head and below the foot; printers leave some 5 mm white.
_EDGE = 11 * mm
_HEAD, _FOOT = 21 * mm, 12 * mm
_SYMBOL = 20 * mm
_WATERMARK = 0.87
_FOOT_SIZE = 7.5


class Sheet(NamedTuple):
    """What the frame of a paper says; ``content`` is the text of the symbol in it.

    ``content`` is empty where the paper shows its symbol by itself; ``open`` is its class.
    """

    paper: str
    title: Both
    open: bool
    precinct: str
    election: Words
    training: bool
    time: str
    entries: int
    head: str
    content: str


def sheet_of(day: Day, paper: str, title: Both, content: str | None = None) -> Sheet:
    """Fill the frame of an open paper from the day as it stands (or stood)."""
    last = day.entries[-1]
    return Sheet(
        paper=paper,
        title=title,
        open=True,
        precinct=day.precinct.number,
        election=day.election.title,
        training=day.created.day_kind == "training",
        time=shown_time(last.recorded),
        entries=len(day.entries),
        head=short_digest(checkpoint_digest(day.desks)),
        content=statement(day, paper) if content is None else content,
    )


def shown_time(moment: str) -> str:
    """Show a moment of the journal (ISO 8601) as people write it: ``2023-03-19 07:00``."""
    return moment[:16].replace("T", " ")


def draw_paper(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """Set the parts of a paper on as many pages as they need; the same bytes each time."""
    register_fonts()
    paper = BytesIO()
    # The stubs take the name of a font for a number.
    font: Any = REGULAR
    template = BaseDocTemplate(
        paper,
        pagesize=A4,
        invariant=1,
        initialFontName=font,
        lang="kk",
        title=f"{sheet.title.kk} / {sheet.title.ru}",
        author="precinct-app",
        leftMargin=0,
        rightMargin=0,
    )
    height = HEIGHT - 2 * _EDGE - _HEAD - _FOOT
    room = Frame(MARGIN, _EDGE + _FOOT, INNER, height, 0, 0, 0, 0, "room")
    template.addPageTemplates(
        PageTemplate("page", [room], onPage=lambda canvas, _: _head(canvas, sheet))
    )

    def pages(*given: Any, **named: Any) -> Canvas:
        return _Pages(sheet, *given, **named)

    template.build([*story], canvasmaker=pages)
    return paper.getvalue()


class _Pages(Canvas):
    """Keeps the pages until their number is known, then writes the foot of each."""

    _startPage: Callable[[], None]  # noqa: N815 - ReportLab's own name

    def __init__(self, sheet: Sheet, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._sheet = sheet
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Keep the page, and begin the next one."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write every page with its foot."""
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            _foot(self, self._sheet, number, len(self._kept))
            super().showPage()
        super().save()


def _head(canvas: Canvas, sheet: Sheet) -> None:
    """Draw the precinct and the election, above a line."""
    if sheet.training:
        watermark(canvas, WIDTH / 2, HEIGHT / 2)
    top = HEIGHT - _EDGE
    width = INNER
    if sheet.content:
        width -= _SYMBOL + 3 * mm
        draw_qr(canvas, sheet.content, WIDTH - MARGIN - _SYMBOL, top - _SYMBOL + 4, _SYMBOL)
    write_head(canvas, sheet, MARGIN, top, width)
    canvas.setLineWidth(0.8)
    bottom = top - _HEAD + 4
    canvas.line(MARGIN, bottom, WIDTH - MARGIN, bottom)


def write_head(canvas: Canvas, sheet: Sheet, left: float, top: float, width: float) -> float:
    """Write precinct, election and whether it is for training; give where it ends."""
    places = Both(*(text(one, "paper", "precinct", number=sheet.precinct) for one in ("kk", "ru")))
    top = draw_beside(canvas, places, left, top, width, BOLD, 11)
    names = Both(sheet.election.kk, sheet.election.ru)
    top = draw_beside(canvas, names, left, top - 1, width, REGULAR, 7.5)
    if sheet.training:
        marks = Both(*(text(one, "paper", "training_file") for one in ("kk", "ru")))
        top = draw_beside(canvas, marks, left, top, width, BOLD, 8)
    return top


def _foot(canvas: Canvas, sheet: Sheet, number: int, total: int) -> None:
    canvas.setLineWidth(0.5)
    line = _EDGE + _FOOT - 8
    canvas.line(MARGIN, line, WIDTH - MARGIN, line)
    write_foot(canvas, sheet, MARGIN, line - 9, INNER, (number, total))


def write_foot(
    canvas: Canvas, sheet: Sheet, left: float, top: float, width: float, page: tuple[int, int]
) -> None:
    """Write paper, class, moment, entries, check sign and page, a line for each language."""
    lines = [_foot_line(sheet, language, page) for language in ("kk", "ru")]
    size = min(_FOOT_SIZE, *(_fitting(words, which, width) for words, which in lines))
    canvas.setFont(REGULAR, size)
    for row, (words, which) in enumerate(lines):
        canvas.drawString(left, top - row * 10, words)
        canvas.drawRightString(left + width, top - row * 10, which)


def _foot_line(sheet: Sheet, language: str, page: tuple[int, int]) -> tuple[str, str]:
    parts = (
        getattr(sheet.title, language),
        text(language, "paper", "open" if sheet.open else "commission"),
        sheet.time,
        text(language, "paper", "entries", entries=sheet.entries),
        sheet.head,
    )
    return " · ".join(parts), text(language, "paper", "page", page=page[0], pages=page[1])


def _fitting(words: str, which: str, width: float) -> float:
    """Reckon the size at which a line of the foot has its room."""
    return width / float(stringWidth(f"{words}    {which}", REGULAR, 1))


def watermark(canvas: Canvas, middle: float, height: float, size: float = 44) -> None:
    """Write across the page that it is no real paper, in both languages."""
    canvas.saveState()
    canvas.setFillGray(_WATERMARK)
    canvas.translate(middle, height)
    canvas.rotate(35)
    canvas.setFont(BOLD, size)
    for row, language in enumerate(("kk", "ru")):
        canvas.drawCentredString(0, (0.5 - row) * size * 1.3, text(language, "paper", "training"))
    canvas.restoreState()
