"""The recovery sheet: the second key of a day file, to be kept sealed."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from precinct_app.domain.election import Words
from precinct_app.reports.fonts import BOLD, REGULAR, register_fonts
from precinct_app.reports.qr import draw_qr
from precinct_app.texts import text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = 595.28, 841.89
_MARGIN = 57.0
_GUTTER = 24.0
_COLUMN = (_WIDTH - 2 * _MARGIN - _GUTTER) / 2
_LEFT = {"kk": _MARGIN, "ru": _MARGIN + _COLUMN + _GUTTER}
# The key: four groups to a line, beside its symbol.
_GROUPS, _GROUP, _LINE = 4, 76.0, 36.0
_SYMBOL = 150.0
_SIGNATURES = 96.0
_NO_BREAK = "\N{NO-BREAK SPACE}"


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
    below = _head(canvas, sheet, _HEIGHT - _MARGIN)
    below = _key(canvas, sheet.recovery, below - 20)
    _advice(canvas, below - 28)
    _signatures(canvas)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _head(canvas: "Canvas", sheet: RecoverySheet, top: float) -> float:
    """Write what the sheet is, and give where it ends."""
    top = _row(canvas, top, BOLD, 17, "title")
    if sheet.training:
        top = _row(canvas, top, BOLD, 12, "training")
    top = _row(canvas, top, BOLD, 12, "precinct", number=sheet.precinct)
    top = _beside(canvas, top, REGULAR, 10.5, {one: getattr(sheet.election, one) for one in _LEFT})
    return _row(canvas, top, REGULAR, 10.5, "file", file=sheet.file)


def _key(canvas: "Canvas", recovery: str, top: float) -> float:
    """Write the key large, in numbered lines of four groups, and as a symbol."""
    groups = recovery.split(" ")
    rows = [groups[start : start + _GROUPS] for start in range(0, len(groups), _GROUPS)]
    height = max(len(rows) * _LINE, _SYMBOL) + 8
    canvas.setLineWidth(0.7)
    canvas.rect(_MARGIN, top - height, _WIDTH - 2 * _MARGIN, height)
    first = top - (height - len(rows) * _LINE) / 2 - _LINE / 2 - 7
    for number, row in enumerate(rows):
        line = first - number * _LINE
        canvas.setFont(REGULAR, 10)
        canvas.drawString(_MARGIN + 14, line, f"{number + 1}")
        canvas.setFont(BOLD, 20)
        for column, group in enumerate(row):
            canvas.drawString(_MARGIN + 36 + column * _GROUP, line, group)
    symbol = recovery.replace(" ", "")
    corner = _WIDTH - _MARGIN - _SYMBOL - 2, top - (height + _SYMBOL) / 2
    draw_qr(canvas, symbol, *corner, _SYMBOL)
    return top - height


def _advice(canvas: "Canvas", top: float) -> None:
    for code in ("keep", "use", "lost", "signs"):
        top = _row(canvas, top, REGULAR, 11, code)


def _signatures(canvas: "Canvas") -> None:
    """Draw the lines that are filled in by hand when the envelope is sealed."""
    captions = (("recovery_sheet", "sealed"), ("role", "chairman"), ("role", "secretary"))
    width = (_WIDTH - 2 * _MARGIN - 2 * _GUTTER) / len(captions)
    canvas.setLineWidth(0.5)
    canvas.setFont(REGULAR, 9)
    for place, caption in enumerate(captions):
        left = _MARGIN + place * (width + _GUTTER)
        canvas.line(left, _SIGNATURES, left + width, _SIGNATURES)
        words = " / ".join(text(language, *caption) for language in _LEFT)
        canvas.drawString(left, _SIGNATURES - 12, words)


def _row(canvas: "Canvas", top: float, font: str, size: float, code: str, /, **facts: str) -> float:
    """Write a text of the sheet in both languages, and give where the longer one ends."""
    texts = {language: text(language, "recovery_sheet", code, **facts) for language in _LEFT}
    return _beside(canvas, top, font, size, texts)


def _beside(
    canvas: "Canvas", top: float, font: str, size: float, texts: Mapping[str, str]
) -> float:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("line", fontName=font, fontSize=size, leading=size * 1.35)
    lowest = top
    for language, left in _LEFT.items():
        # A name may hold signs of markup; a dash stays with the words that it joins.
        shown = escape(texts[language]).replace(" – ", f"{_NO_BREAK}–{_NO_BREAK}")
        found = Paragraph(shown, style)
        _, height = found.wrap(_COLUMN, _HEIGHT)
        found.drawOn(canvas, left, top - height)
        lowest = min(lowest, top - height)
    return lowest - size * 0.6
