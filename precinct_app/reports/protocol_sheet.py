"""The sheet of a protocol: statutory lines in figures and words, one leaf (art. 43(8))."""

from collections.abc import Mapping

from reportlab.platypus import Flowable

from precinct_app.domain.day import Day
from precinct_app.domain.election import Line
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.figures.explained import holding_back
from precinct_app.domain.figures.lines import Reckoning, reckon
from precinct_app.reports.as_of import before
from precinct_app.reports.fonts import BOLD, REGULAR
from precinct_app.reports.line_rows import LineRow, rows_of, shown
from precinct_app.reports.page import INNER, draw_paper, sheet_of
from precinct_app.reports.pieces import Both, beside, both, each, gap, heading, paragraph
from precinct_app.reports.signing import signatures, title_block
from precinct_app.reports.statement import statement
from precinct_app.reports.table import Row, number, ruled
from precinct_app.reports.words import in_words
from precinct_app.texts import article_text, ballot_text, text

# The article by which a protocol is made (art. 43).
_COUNT = "43"
_WIDTHS = (30.0, 312.0, 46.0, INNER - 388)


def protocol_sheet(day: Day, ballot: str, copy: int = 0) -> bytes:
    """Draw the protocol of a kind: as it was signed, else as the day stands.

    ``copy`` is the number of a certified copy, 0 the original.
    """
    is_signed = bool(day.kind(ballot).signed)
    day, reckoned = as_signed(day, ballot)
    name = f"protocol-{ballot}-sheet"
    symbol = statement(day, name, copy, _stated(day, reckoned.lines))
    sheet = sheet_of(day, name, protocol_name(day, ballot), content="")
    story = [
        *head_of(day, ballot, copy),
        *([] if is_signed else _warning(day, ballot, reckoned)),
        _table(day, ballot, reckoned),
        gap(3),
        beside(each(lambda one: _law(day, one)), INNER, REGULAR, 7),
        *changes(day, ballot, sheet_lines(day.election, reckoned.lines)),
        signatures(day, INNER, symbol),
    ]
    return draw_paper(sheet, story)


def as_signed(day: Day, ballot: str) -> tuple[Day, Reckoning]:
    """Give the day and the figures that were signed; unsigned, as the day stands.

    The checkpoint is the one that the signatures state: the entry before they were recorded.
    """
    signed = day.kind(ballot).signed
    if signed is None:
        return day, reckon(day, ballot)
    then = before(day, signed.entry)
    return then, reckon(then, ballot)._replace(lines=signed.lines)


def protocol_name(day: Day, ballot: str) -> Both:
    """Name the protocol of a kind in the frame: letter and short title."""
    title = both("paper", "protocol-sheet")
    return each(lambda one: f"{getattr(title, one)}: {ballot_text(one, day.election, ballot)}")


def _law(day: Day, language: str) -> str:
    """Say by which law the lines stand: the count is told in article 43, or by analogy to it."""
    statuses = {line.status for line in day.election.lines if _is_statutory(line)}
    ground = "law_statutory" if statuses == {"statutory"} else "law_by_analogy"
    law = getattr(day.election.law, language)
    named = f"{text(language, 'paper', ground)}: {article_text(language, _COUNT)}"
    return f"{law}. {named}. {text(language, 'paper', 'line_numbers')}"


def head_of(day: Day, ballot: str, copy: int) -> list[Flowable]:
    """Set title, letter, number of the protocol and of the copy."""
    kind, number_of = day.election.ballot(ballot), day.kind(ballot).number
    story: list[Flowable] = []
    if number_of > 1:
        story.append(beside(both("paper", "repeated", number=number_of), INNER, BOLD, 13))
    story.append(title_block(shown(kind.protocol), INNER))
    named = each(lambda one: f"{kind.letter} – {getattr(kind.short, one)}")
    story.append(beside(named, INNER, BOLD, 13))
    held = both("paper", "certified_copy", copy=copy) if copy else both("paper", "original")
    return [*story, beside(held, INNER, REGULAR, 9), gap(2)]


def changes(day: Day, ballot: str, lines: Mapping[str, int]) -> list[Flowable]:
    """List the lines that a repeated protocol changes, old and new."""
    earlier = day.kind(ballot).earlier
    if not earlier:
        return []
    old = earlier[-1].lines
    rows = rows_of(day, ballot, {**old, **lines}, _on_paper)
    changed = [
        (row.name, row.words, old.get(row.name), lines.get(row.name))
        for row in rows
        if not row.heads and row.name in lines and old.get(row.name) != lines.get(row.name)
    ]
    if not changed:
        return []
    titles = [both("paper", code) for code in ("line", "text", "old", "new")]
    widths = (42.0, INNER - 162, 60.0, 60.0)
    return [*heading(both("paper", "changed"), INNER), gap(2), ruled(titles, changed, widths)]


def _on_paper(line: Line) -> bool:
    return line.form == "kind"


def _is_statutory(line: Line) -> bool:
    return line.form == "kind" and line.on == "sheet"


def _stated(day: Day, lines: Mapping[str, int]) -> dict[str, int]:
    """Choose what the symbol says: the lines of the sheet, those of the members as their sum."""
    repeated = {line.n for line in day.election.lines if line.repeat == "per_issuing_member"}
    found: dict[str, int] = {}
    for name, figure in sheet_lines(day.election, lines).items():
        line = name.partition(".")[0]
        key = f"{line}.*" if line in repeated else name
        found[key] = figure + (found.get(key, 0) if key != name else 0)
    return found


def _warning(day: Day, ballot: str, reckoned: Reckoning) -> list[Flowable]:
    """Say that the paper is not ready to be signed."""
    if day.kind(ballot).result and not holding_back(day, ballot, reckoned):
        return []
    return [beside(both("paper", "not_ready"), INNER, BOLD, 9), gap(2)]


def _table(day: Day, ballot: str, reckoned: Reckoning) -> Flowable:
    rows = rows_of(day, ballot, reckoned.lines, _is_statutory)
    head: Row = ["№", *(both("paper", code) for code in ("text", "number", "words"))]
    return ruled(head, [_row(one) for one in rows], _WIDTHS, 8)


def _row(row: LineRow) -> Row:
    if row.figure is None:
        # An option's line has a figure; the heading of the options has none, and no dash.
        return [_number_of(row), row.words, paragraph("") if row.heads else number(None, 12), ""]
    figure = row.figure
    words = each(lambda one: in_words(one, figure))
    return [_number_of(row), row.words, number(figure, 12), words]


def _number_of(row: LineRow) -> Flowable:
    return paragraph(row.name, BOLD, 9)
