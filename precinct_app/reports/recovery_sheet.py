"""The recovery sheet: the second key of a day file, to be kept sealed."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from precinct_app.domain.election import Words
from precinct_app.reports.fonts import BOLD, REGULAR, register_fonts
from precinct_app.reports.qr import draw_qr
from precinct_app.texts import text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = 595.28, 841.89
_MARGIN = 57.0
_COLUMNS = 4
_SYMBOL = 142.0


class RecoverySheet(NamedTuple):
    """What stands on the sheet; ``recovery`` is the key in groups of four signs."""

    precinct: str
    election: Words
    file: str
    training: bool
    recovery: str


def recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Draw the sheet: one A4 page in Kazakh and Russian, the same bytes for the same sheet."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    paper = BytesIO()
    size = (_WIDTH, _HEIGHT)
    # The stubs take the name of a font for a number.
    font: Any = REGULAR
    canvas = Canvas(paper, pagesize=size, invariant=1, initialFontName=font, lang="kk")
    canvas.setTitle(text("kk", "recovery_sheet", "title"))
    canvas.setAuthor("precinct-app")
    below = _head(canvas, sheet)
    below = _key(canvas, sheet.recovery, below - 24)
    _text(canvas, "kk", _MARGIN, below - 24)
    _text(canvas, "ru", _WIDTH / 2 + 12, below - 24)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _head(canvas: "Canvas", sheet: RecoverySheet) -> float:
    """Write what the sheet is, in both languages side by side, and give where it ends."""
    lowest = _HEIGHT
    for language, left in (("kk", _MARGIN), ("ru", _WIDTH / 2 + 12)):
        lines = [
            (text(language, "recovery_sheet", "title"), BOLD, 17.0),
            (text(language, "recovery_sheet", "precinct", number=sheet.precinct), BOLD, 12.0),
            (getattr(sheet.election, language), REGULAR, 10.5),
            (text(language, "recovery_sheet", "file", file=sheet.file), REGULAR, 10.5),
        ]
        if sheet.training:
            lines.insert(1, (text(language, "recovery_sheet", "training"), BOLD, 12.0))
        top = _HEIGHT - _MARGIN
        for line, font, size in lines:
            top = _paragraph(canvas, line, left, top, font, size)
        lowest = min(lowest, top)
    return lowest


def _key(canvas: "Canvas", recovery: str, top: float) -> float:
    """Write the key large, four groups to a line with the line's number, and as a symbol."""
    groups = recovery.split(" ")
    canvas.setLineWidth(0.7)
    rows = [groups[start : start + _COLUMNS] for start in range(0, len(groups), _COLUMNS)]
    height = max(len(rows) * 36.0 + 16, _SYMBOL)
    canvas.rect(_MARGIN, top - height, _WIDTH - 2 * _MARGIN, height)
    for number, row in enumerate(rows, 1):
        line = top - 8 - number * 36.0 + 12
        canvas.setFont(REGULAR, 10)
        canvas.drawString(_MARGIN + 12, line, f"{number}")
        canvas.setFont(BOLD, 20)
        for column, group in enumerate(row):
            canvas.drawString(_MARGIN + 34 + column * 74, line, group)
    draw_qr(
        canvas,
        recovery.replace(" ", ""),
        _WIDTH - _MARGIN - _SYMBOL,
        top - (height + _SYMBOL) / 2,
        _SYMBOL,
    )
    return top - height


def _text(canvas: "Canvas", language: str, left: float, top: float) -> None:
    for code in ("keep", "use", "lost", "signs"):
        top = _paragraph(canvas, text(language, "recovery_sheet", code), left, top, REGULAR, 11.0)


def _paragraph(
    canvas: "Canvas", line: str, left: float, top: float, font: str, size: float
) -> float:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("line", fontName=font, fontSize=size, leading=size * 1.35)
    found = Paragraph(line, style)
    _, height = found.wrap(_WIDTH / 2 - _MARGIN - 12, _HEIGHT)
    found.drawOn(canvas, left, top - height)
    return top - height - size * 0.6
