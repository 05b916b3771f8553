"""Lines of a form as rows of a table: number, text, figure."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from precinct_app.domain.day import Day
from precinct_app.domain.election import Line, Words
from precinct_app.reports.pieces import Both

Figures = Mapping[str, int]


class LineRow(NamedTuple):
    """One row: the name of the line, its text, its figure (None: not known yet).

    ``heads`` marks the heading of a repeated line, whose name is that of the line itself; the
    lines under it have the number of member, option or box in theirs, on paper and in the symbol.
    """

    name: str
    words: Both
    figure: int | None
    heads: bool
    line: Line


def rows_of(
    day: Day, ballot: str, figures: Figures, wanted: Callable[[Line], bool]
) -> list[LineRow]:
    """List the rows of the lines that are wanted, in the order of the form."""
    lines = [line for line in day.election.lines if wanted(line)]
    return [row for line in lines for row in _rows(day, ballot, figures, line)]


def _rows(day: Day, ballot: str, figures: Figures, line: Line) -> Iterator[LineRow]:
    if not line.repeat:
        yield LineRow(line.n, shown(line.words), figures.get(line.n), False, line)
        return
    holders = _holders(day, ballot, figures, line)
    known = [figures[name] for holder in holders if (name := f"{line.n}.{holder}") in figures]
    total = sum(known) if line.repeat == "per_issuing_member" else None
    yield LineRow(line.n, shown(line.words), total, True, line)
    for holder in holders:
        name = f"{line.n}.{holder}"
        words = _each(line, _name(day, ballot, line, holder))
        yield LineRow(name, words, figures.get(name), False, line)


def _holders(day: Day, ballot: str, figures: Figures, line: Line) -> list[str]:
    """List for whom a line stands; options in the order of the ballot, also uncounted ones."""
    if line.repeat == "per_option":
        return [option.id for option in day.options_of(ballot)]
    found = [name.partition(".")[2] for name in figures if name.startswith(f"{line.n}.")]
    return sorted(found, key=lambda holder: (len(holder), holder))


def _name(day: Day, ballot: str, line: Line, holder: str) -> Both:
    if line.repeat == "per_option":
        options = {option.id: option.text for option in day.options_of(ballot)}
        return shown(options[holder]) if holder in options else Both(holder, holder)
    if line.repeat == "per_issuing_member":
        member = day.members.get(holder)
        holder = member.name if member else holder
    return Both(holder, holder)


def _each(line: Line, name: Both) -> Both:
    words = shown(line.each) if line.each else Both("{name}", "{name}")
    return Both(words.kk.replace("{name}", name.kk), words.ru.replace("{name}", name.ru))


def shown(words: Words) -> Both:
    """Take the two languages of paper out of a text of the election."""
    return Both(words.kk, words.ru)
