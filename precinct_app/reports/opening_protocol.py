"""The opening protocol: who is there, what came, where it lies (arts 20(8), 40)."""

from reportlab.platypus import Flowable

from precinct_app.domain.day import Day
from precinct_app.domain.election import Line
from precinct_app.domain.figures.lines import opening_lines
from precinct_app.reports.as_of import as_of
from precinct_app.reports.fonts import BOLD
from precinct_app.reports.line_rows import LineRow, rows_of
from precinct_app.reports.page import INNER, draw_paper, sheet_of
from precinct_app.reports.pieces import Both, beside, both, gap, heading, named, paragraph
from precinct_app.reports.signing import signatures, title_block
from precinct_app.reports.table import Row, number, ruled

_COLUMN = 50.0
_PEOPLE = ("p1", "p2", "p3", "p4", "p5", "p6")
# Read by a person: the first signs of the key, which the papers of the day are signed with.
_KEY_SIGNS = 16


def opening_protocol(day: Day, _which: str = "", copy: int = 0) -> bytes:
    """Draw the opening protocol as voting was opened, before that as the day stands."""
    opened = day.at_opening
    day = as_of(day, opened.entry if opened else "")
    title = both("paper", "opening-protocol")
    story = [
        title_block(title, INNER, 13),
        beside(both("paper", "drawn_up"), INNER, size=8.5),
        *_place(day),
        *([beside(both("paper", "certified_copy", copy=copy), INNER)] if copy else []),
        *_people(day),
        *_account(day),
        *_boxes(day),
        *_reason(day),
        gap(4),
        beside(both("paper", "key", key=day.created.key[:_KEY_SIGNS].upper()), INNER, size=8),
        signatures(day, INNER),
    ]
    return draw_paper(sheet_of(day, "opening-protocol", title), story)


def _place(day: Day) -> list[Flowable]:
    place = ", ".join(part for part in (day.precinct.name, day.precinct.address) if part)
    return [beside(named("place", place), INNER)] if place else []


def _people(day: Day) -> list[Flowable]:
    found = opening_lines(day, day.election.ballot_ids[0])
    rows = [
        (row.name, row.words, row.figure)
        for row in rows_of(day, "", found, lambda one: one.n in _PEOPLE)
    ]
    head: Row = ["№", both("paper", "present"), both("paper", "number")]
    return [gap(6), ruled(head, rows, (30.0, INNER - 90, 60.0), 8.5)]


def _account(day: Day) -> list[Flowable]:
    """Set the lines of each kind side by side, a column for each."""
    ballots = day.election.ballots
    found = {one.id: opening_lines(day, one.id) for one in ballots}
    known = {name for lines in found.values() for name in lines}
    rows = rows_of(day, "", dict.fromkeys(sorted(known), 0), _of_account)
    titles = [paragraph(one.letter, BOLD, 12, "right") for one in ballots]
    widths = (34.0, INNER - 34 - _COLUMN * len(ballots), *[_COLUMN] * len(ballots))
    head: Row = ["№", both("paper", "kind"), *titles]
    cells: list[Row] = []
    for row in rows:
        figures = [_figure(row, found[one.id].get(row.name)) for one in ballots]
        cells.append([row.name, row.words, *figures])
    kinds = Both(*(_key(day, language) for language in ("kk", "ru")))
    story = heading(both("paper", "account"), INNER)
    return [*story, beside(kinds, INNER, size=8), gap(2), ruled(head, cells, widths, 8.5)]


def _of_account(line: Line) -> bool:
    return line.form == "opening" and line.n not in (*_PEOPLE, "h1", "o4")


def _figure(row: LineRow, figure: int | None) -> Flowable:
    return paragraph("") if row.heads else number(figure or 0)


def _key(day: Day, language: str) -> str:
    """Say which letter stands for which kind."""
    return "\n".join(
        f"{one.letter} – {getattr(one.short, language)}" for one in day.election.ballots
    )


def _boxes(day: Day) -> list[Flowable]:
    line = next((one for one in day.election.lines if one.n == "o4"), None)
    boxes = sorted(day.boxes.values(), key=lambda box: (box.portable, len(box.name), box.name))
    if not boxes or line is None:
        return []
    head = [both("paper", "box"), both("paper", "state"), both("paper", "seal_number")]
    rows = [
        (box.name, both("paper", "box_portable" if box.portable else "box_stationary"), box.seal)
        for box in boxes
    ]
    words = Both(line.words.kk, line.words.ru)
    return [
        *heading(both("paper", "boxes"), INNER),
        beside(words, INNER, size=8.5),
        gap(2),
        ruled(head, rows, (INNER / 3,) * 3, 8.5),
    ]


def _reason(day: Day) -> list[Flowable]:
    reason = day.at_opening.reason if day.at_opening else ""
    if not reason:
        return []
    return [gap(4), beside(named("opened_all_the_same", reason), INNER, BOLD)]
