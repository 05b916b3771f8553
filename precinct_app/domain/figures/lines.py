"""The lines of every form as the day stands, named as the controls want them.

A line that stands once per holder has the holder in its name: ``3.4``, ``5.amanat``, ``10a.1``. A
line whose papers are not counted yet is absent, and a control that needs it does not answer.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from precinct_app.domain.controls import Figures, Verdict, verdicts
from precinct_app.domain.day import Day
from precinct_app.domain.election import COUNTED, Control, Form, Line, Scope
from precinct_app.domain.figures.account import ACCOUNT
from precinct_app.domain.figures.counted import AFTER_COUNT, COUNTED_LINES
from precinct_app.domain.figures.presence import PRESENT
from precinct_app.domain.figures.tally import Tally
from precinct_app.domain.figures.voters import VOTERS

Reckoned = int | Mapping[str, int] | None
Figure = Callable[[Tally, str], Reckoned]

SOURCES: Mapping[str, Figure] = {
    **PRESENT,
    **VOTERS,
    **ACCOUNT,
    **AFTER_COUNT,
    "served_by_hour": lambda tally, _ballot: {
        hour: slip.served for hour, slip in sorted(tally.day.slips.items())
    },
}


OF_A_KIND: tuple[Scope, ...] = ("kind", "per_issuing_member", "per_portable_box")


class Asked(NamedTuple):
    """A control of the election, and what came of it."""

    control: Control
    verdict: Verdict


class Reckoning(NamedTuple):
    """All that a protocol stands on: lines and controls of its kind, controls of the day."""

    lines: Figures
    asked: tuple[Asked, ...]
    of_day: tuple[Asked, ...]


def lines_of(day: Day, ballot: str) -> Figures:
    """Reckon the lines of one ballot kind and its stacks."""
    return _lines(Tally(day), ballot, ("kind", "stack"))


def day_lines(day: Day) -> Figures:
    """Reckon the lines of the day as a whole, and the turnout by hour."""
    return _lines(Tally(day), "", ("day", "turnout"))


def opening_lines(day: Day, ballot: str) -> Figures:
    """Reckon the lines of the opening protocol for one kind, as of the day that is handed in."""
    return _lines(Tally(day), ballot, ("opening",))


def verdicts_of(day: Day, ballot: str) -> tuple[Asked, ...]:
    """Ask every control of one ballot kind, its stacks and portable boxes."""
    return _ask(Tally(day), ballot)


def reckon(day: Day, ballot: str) -> Reckoning:
    """Reckon what the protocol of one kind stands on, counting the day once."""
    tally = Tally(day)
    lines, of_day = _lines(tally, ballot, ("kind", "stack")), _lines(tally, "", ("day", "turnout"))
    asked = _asked(day, OF_A_KIND, {**of_day, **lines})
    return Reckoning(lines, asked, _asked(day, ("day",), of_day))


def all_verdicts(day: Day) -> dict[str, tuple[Asked, ...]]:
    """Ask every control of every ballot kind, counting the day once."""
    tally = Tally(day)
    return {ballot: _ask(tally, ballot) for ballot in day.election.ballot_ids}


def day_verdicts(day: Day) -> tuple[Asked, ...]:
    """Ask the controls of the day as a whole."""
    return _asked(day, ("day",), day_lines(day))


def opening_verdicts(day: Day, ballot: str) -> tuple[Asked, ...]:
    """Ask the controls of the opening protocol for one kind."""
    return _asked(day, ("opening",), opening_lines(day, ballot))


def _ask(tally: Tally, ballot: str) -> tuple[Asked, ...]:
    figures = {**_lines(tally, "", ("day",)), **_lines(tally, ballot, ("kind", "stack"))}
    return _asked(tally.day, OF_A_KIND, figures)


def _asked(day: Day, scopes: Iterable[Scope], figures: Figures) -> tuple[Asked, ...]:
    return tuple(
        Asked(control, verdict)
        for scope in scopes
        for control in day.election.controls_of(scope)
        for verdict in verdicts(control, figures)
    )


def _lines(tally: Tally, ballot: str, forms: Iterable[Form]) -> dict[str, int]:
    found: dict[str, int] = {}
    for form in forms:
        for line in tally.day.election.lines_of(form):
            reckoned = _reckon(tally, ballot, line)
            if isinstance(reckoned, int):
                found[line.n] = reckoned
            elif reckoned is not None:
                found |= {f"{line.n}.{holder}": number for holder, number in reckoned.items()}
    return found


def _reckon(tally: Tally, ballot: str, line: Line) -> Reckoned:
    figure = COUNTED_LINES.get(line.n) if line.source == COUNTED else SOURCES.get(line.source)
    return figure(tally, ballot) if figure else None
