"""Words of a paper: paragraphs in Kazakh and Russian, above or beside each other."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from precinct_app.reports.fonts import BOLD, REGULAR, register_fonts
from precinct_app.texts import text

BESIDE = 10.0
# What happens to a span of cells, as ReportLab has it: name, from, to, and the rest.
Style = list[tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]]
Side = Literal["left", "right"]
_ALIGNMENT: Mapping[Side, Literal[0, 2]] = {"left": 0, "right": 2}
# The height of a heading, the head of a table and three rows, in points.
_FOLLOWS = 120.0
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Both(NamedTuple):
    """The same text in Kazakh and Russian."""

    kk: str
    ru: str


def both(section: str, code: str, /, **facts: str | int) -> Both:
    """Give a text of the program in both languages."""
    return Both(text("kk", section, code, **facts), text("ru", section, code, **facts))


def each(make: Callable[[str], str]) -> Both:
    """Make a text in both languages."""
    return Both(make("kk"), make("ru"))


def named(code: str, words: str) -> Both:
    """Put the name of a text before words that somebody wrote, however many they are."""
    return each(lambda language: f"{text(language, 'paper', code)}: {words}")


@cache
def style(font: str = REGULAR, size: float = 9, align: Side = "left") -> ParagraphStyle:
    """Give a style; a long word is broken rather than cut."""
    register_fonts()
    return ParagraphStyle(
        "paper",
        fontName=font,
        fontSize=size,
        leading=size * 1.22,
        alignment=_ALIGNMENT[align],
        splitLongWords=1,
    )


def paragraph(words: str, font: str = REGULAR, size: float = 9, align: Side = "left") -> Paragraph:
    """Set words as a paragraph; they may hold signs of markup."""
    shown = escape(words).replace(" – ", f"{_NO_BREAK}– ").replace("\n", "<br/>")
    return Paragraph(shown, style(font, size, align))


def above(words: Both, size: float = 8.5, font: str = REGULAR) -> list[Flowable]:
    """Set Kazakh above Russian."""
    return [paragraph(words.kk, font, size), paragraph(words.ru, font, size)]


def beside(
    words: Both, width: float, font: str = REGULAR, size: float = 9, align: Side = "left"
) -> Table:
    """Set Kazakh left of Russian, in two columns that begin at the same height."""
    half = (width - BESIDE) / 2
    cells = [paragraph(words.kk, font, size, align), "", paragraph(words.ru, font, size, align)]
    return Table([cells], [half, BESIDE, half], style=bare())


def bare() -> Style:
    """Give the style of a table that only holds things in their places."""
    whole = (0, 0), (-1, -1)
    return [
        ("FONT", *whole, REGULAR, 9),
        ("VALIGN", *whole, "TOP"),
        ("LEFTPADDING", *whole, 0),
        ("RIGHTPADDING", *whole, 0),
        ("TOPPADDING", *whole, 0),
        ("BOTTOMPADDING", *whole, 2),
    ]


def heading(words: Both, width: float, size: float = 10) -> list[Flowable]:
    """Head a part of a paper; with no room for some rows below, it begins a page."""
    return [CondPageBreak(_FOLLOWS), gap(7), beside(words, width, BOLD, size)]


def gap(points: float) -> Spacer:
    """Leave some points free."""
    return Spacer(1, points)


def draw_beside(
    canvas: Canvas, words: Both, left: float, top: float, width: float, font: str, size: float
) -> float:
    """Write Kazakh left of Russian at a place of the page, and give where the longer one ends."""
    half = (width - BESIDE) / 2
    return min(
        _draw(canvas, paragraph(one, font, size), left + row * (half + BESIDE), top, half)
        for row, one in enumerate(words)
    )


def stacked(parts: Sequence[Sequence[Flowable]]) -> list[Flowable]:
    """Join the parts of a paper."""
    return [one for part in parts for one in part]


def _draw(canvas: Canvas, found: Paragraph, left: float, top: float, width: float) -> float:
    _, height = found.wrap(width, top)
    found.drawOn(canvas, left, top - height)
    return float(top - height)
