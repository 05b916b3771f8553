"""Where every ballot lies, and how long the members' stacks last."""

from collections.abc import Mapping

from precinct_app.domain.accounts import (
    BAG,
    CANCELLED,
    DAMAGED,
    EXCHANGED,
    MISSING,
    RETURNED,
    SAFE,
    SENT_BACK,
    STACK,
    VOTERS,
    WAY,
    WITHDRAWN,
)
from precinct_app.domain.day import Day
from precinct_app.domain.figures.due import lasting
from precinct_app.domain.figures.pace import Stack, stacks
from precinct_app.domain.phases import UNTIL_THE_END, Phase
from ui.figures_table import FiguresTable
from ui.language import Language
from ui.names import short_name
from ui.session import Session

# Rows of accounts that are many, by how their names begin.
GATHERED = {STACK: "in_stacks", WAY: "on_way", BAG: "in_bags"}
ENDS = (EXCHANGED, RETURNED, DAMAGED, WITHDRAWN, SENT_BACK, MISSING, CANCELLED)
# These stand there even when they hold nothing.
ALWAYS = (SAFE, STACK, VOTERS)
# From so many minutes on it is told in hours.
LONG = 120


class AccountsTable(FiguresTable):
    """A row per account, a column per kind; below, what is left against who may still come."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language

    def retranslate(self) -> None:
        """Show the accounts as they are now, in the language that is on."""
        day, say = self._session.desk.day, self._language
        held = {ballot: _gather(amounts) for ballot, amounts in day.accounts.summary().items()}
        rows = [
            (self._named(name), [held.get(ballot, {}).get(name, 0) for ballot in _kinds(day)])
            for name in (SAFE, *GATHERED, VOTERS, *ENDS)
            if name in ALWAYS or any(found.get(name) for found in held.values())
        ]
        marked: set[tuple[int, int]] = set()
        if day.phase in UNTIL_THE_END:
            last = lasting(day)
            rows.append((say.text("chairman.left"), [one.left for one in last]))
            rows.append((say.text("chairman.waiting"), [one.waiting for one in last]))
            if day.phase is Phase.VOTING:
                marked = {(len(rows) - 2, n) for n, one in enumerate(last) if one.short}
        shown = [
            (name, [_written(say, n, low=(row, column) in marked) for column, n in enumerate(line)])
            for row, (name, line) in enumerate(rows)
        ]
        self.show_figures(say.text("chairman.accounts"), _letters(day), shown, marked)

    def _named(self, name: str) -> str:
        if name in GATHERED:
            return self._language.text(f"chairman.{GATHERED[name]}")
        return self._language.word("holder", name)


class StacksTable(FiguresTable):
    """A row per member with ballots to issue: how many of each kind, and how long they last."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.widest = len(session.desk.day.election.ballots)

    def retranslate(self) -> None:
        """Show the stacks as they are now, in the language that is on."""
        day, say, now = self._session.desk.day, self._language, self._session.desk.clock.now()
        rows: list[tuple[str, list[str]]] = []
        marked: set[tuple[int, int]] = set()
        for member in day.members.values():
            found = stacks(day, member.id, now)
            if self._session.may_issue(member.id) or any(one.left for one in found):
                # An empty stack is no stack; before and after voting nobody waits for one.
                issues = day.phase is Phase.VOTING and any(one.left for one in found)
                low = {n for n, one in enumerate(found) if one.low and issues}
                marked |= {(len(rows), n) for n in low}
                cells = [_written(say, one.left, low=n in low) for n, one in enumerate(found)]
                rows.append((short_name(member.name), [*cells, self._lasts(day, found)]))
        columns = [*_letters(day), say.text("chairman.lasts")]
        self.show_figures(say.text("chairman.stacks"), columns, rows, marked)

    def _lasts(self, day: Day, found: tuple[Stack, ...]) -> str:
        """Say how long the shortest stack lasts, and which kind that is."""
        timed = [(one.minutes, one.ballot) for one in found if one.minutes is not None]
        if not timed:
            return "–"
        minutes, ballot = min(timed, key=lambda one: one[0])
        letter, say = day.election.ballot(ballot).letter, self._language.text
        if minutes < LONG:
            return say("chairman.minutes", minutes=minutes, letter=letter)
        return say("chairman.hours", hours=minutes // 60, letter=letter)


def _written(say: Language, count: int, *, low: bool) -> str:
    """Write a count; one that is low has a mark."""
    written = say.number(count)
    return say.text("chairman.low", left=written) if low else written


def _gather(amounts: Mapping[str, int]) -> dict[str, int]:
    """Add up the accounts of each kind: all stacks, all ways, all bags."""
    found: dict[str, int] = {}
    for name, count in amounts.items():
        begin = name[: name.find(":") + 1]
        row = begin if begin in GATHERED else name
        found[row] = found.get(row, 0) + count
    return found


def _kinds(day: Day) -> tuple[str, ...]:
    return day.election.ballot_ids


def _letters(day: Day) -> list[str]:
    return [ballot.letter for ballot in day.election.ballots]
