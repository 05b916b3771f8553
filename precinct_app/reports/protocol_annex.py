"""The annex: what explains a protocol and is no part of it."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from precinct_app.domain.day import Day
from precinct_app.domain.election import Line
from precinct_app.domain.figures.explained import GRAVE, is_explained
from precinct_app.domain.figures.lines import Asked, day_lines
from precinct_app.domain.recorded import Breach
from precinct_app.reports.fonts import BOLD
from precinct_app.reports.line_rows import LineRow, rows_of, shown
from precinct_app.reports.page import INNER, draw_paper, sheet_of, shown_time
from precinct_app.reports.pieces import (
    Both,
    above,
    beside,
    both,
    each,
    gap,
    heading,
    named,
    paragraph,
)
from precinct_app.reports.protocol_sheet import as_signed, changes, head_of, protocol_name
from precinct_app.reports.table import Row, number, ruled
from precinct_app.texts import article_text

_LINES = (42.0, INNER - 182, 60.0, 80.0)
_CONTROLS = (38.0, INNER - 258, 66.0, 16.0, 66.0, 72.0)
_BREACHES = (44.0, 88.0, INNER - 132)
# Shares are reckoned in hundredths of a percent.
_SHARES = ("share", "share_against_all")
_SIGNS = {"==": "=", "<=": "≤"}


def protocol_annex(day: Day, ballot: str, copy: int = 0) -> bytes:
    """Draw the annex to the protocol of a kind, as of the same entry as its sheet."""
    day, reckoned = as_signed(day, ballot)
    name, kind = f"protocol-{ballot}-annex", protocol_name(day, ballot)
    label = both("paper", "protocol-annex")
    title = Both(f"{label.kk}. {kind.kk}", f"{label.ru}. {kind.ru}")
    story = [
        beside(label, INNER, BOLD, 13),
        *head_of(day, ballot, copy),
        beside(both("paper", "annex_note"), INNER, BOLD, 9),
        *changes(day, ballot, reckoned.lines),
        *_lines(both("paper", "sub_lines"), rows_of(day, ballot, reckoned.lines, _is_annexed)),
        *_lines(both("paper", "day_lines"), rows_of(day, "", day_lines(day), _is_of_day)),
        *_controls(day, ballot, [*reckoned.asked, *reckoned.of_day]),
        *_breaches(day),
    ]
    return draw_paper(sheet_of(day, name, title), story)


def _is_annexed(line: Line) -> bool:
    return line.form == "kind" and line.on == "annex"


def _is_of_day(line: Line) -> bool:
    return line.form == "day"


def _lines(title: Both, rows: Iterable[LineRow]) -> list[Flowable]:
    found = [*rows]
    with_shares = any(_is_share(row) and row.figure is not None for row in found)
    kept = [row for row in found if with_shares or not _is_share(row)]
    head: Row = ["№", both("paper", "text"), both("paper", "number"), both("paper", "percent")]
    cells = [(row.name, row.words, _figure(row), _percent(row)) for row in kept]
    return [*heading(title, INNER), gap(2), ruled(head, cells, _LINES, 8)]


def _figure(row: LineRow) -> Flowable:
    return paragraph("") if row.heads or _is_share(row) else number(row.figure)


def _is_share(row: LineRow) -> bool:
    return row.line.source in _SHARES


def _percent(row: LineRow) -> Flowable:
    if not _is_share(row) or row.figure is None:
        return paragraph("")
    whole, part = divmod(row.figure, 100)
    return paragraph(f"{whole},{part:02} %", BOLD, 9.5, "right")


def _controls(day: Day, ballot: str, asked: Iterable[Asked]) -> list[Flowable]:
    head: Row = ["№", both("paper", "control"), "", "", "", both("paper", "state")]
    rows = [_control(day, ballot, one) for one in asked]
    return [*heading(both("paper", "controls"), INNER), gap(2), ruled(head, rows, _CONTROLS, 8)]


def _control(day: Day, ballot: str, asked: Asked) -> Row:
    control, verdict = asked
    where = f" · {_where(day, asked)}" if verdict.where else ""
    title = shown(control.title)
    words = above(Both(title.kk + where, title.ru + where), 8)
    scope = "" if control.scope == "day" else ballot
    if verdict.holds is False and is_explained(day, scope, verdict):
        found = day.kind(scope).explanations if scope else day.explanations
        reason = found[control.id, verdict.where].reason
        words += above(named("reason", reason), 8, BOLD)[:1]
    return [
        control.id.partition("_")[0],
        words,
        number(verdict.left, 9),
        _SIGNS.get(control.relation, ":"),
        number(verdict.right, 9),
        both("paper", _outcome(asked)),
    ]


def _where(day: Day, asked: Asked) -> str:
    holder = asked.verdict.where
    if asked.control.scope != "per_issuing_member" or holder not in day.members:
        return holder
    return day.members[holder].name


def _outcome(asked: Asked) -> str:
    """Name what came of a control; one that holds nothing back is only noted."""
    if asked.verdict.holds is None:
        return "not_known"
    if asked.verdict.holds:
        return "holds"
    return "fails" if asked.control.severity in GRAVE else "noted"


def _breaches(day: Day) -> list[Flowable]:
    story = heading(both("paper", "breaches"), INNER)
    if not day.breaches:
        return [*story, beside(both("paper", "no_breaches"), INNER)]
    head = [both("paper", code) for code in ("entry", "article", "text")]
    happened = {entry.id: entry.happened for entry in day.entries}
    rows = [_breach(one, happened[one.entry]) for one in day.breaches]
    return [*story, gap(2), ruled(head, rows, _BREACHES, 8)]


def _breach(breach: Breach, happened: str) -> Row:
    articles = each(lambda one: article_text(one, breach.article))
    words = [paragraph(f"{shown_time(happened)} · {breach.paper}", size=8)]
    return [
        breach.entry,
        Both(articles.kk, articles.ru),
        [*words, paragraph(breach.reason, size=8)],
    ]
