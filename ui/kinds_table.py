"""The state of the evening kind by kind: a row per step, a column per ballot."""

from collections.abc import Callable, Mapping

from precinct_app.domain.day import Day
from precinct_app.domain.kinds import Kind
from ui.figures_table import FiguresTable
from ui.language import Language
from ui.session import Session

NOT_YET = "–"
# What stands in a cell: a number that was counted, or the entry whose hour is shown.
Cell = Callable[[Kind], int | str | None]


def _sheet(kind: Kind) -> int | None:
    sheet = kind.result
    return sum(sheet.votes.values()) + sheet.against_all + sheet.invalid if sheet else None


ROWS: Mapping[str, Cell] = {
    "unused": lambda kind: kind.unused_papers,
    "cancelled": lambda kind: kind.cancelled,
    "announced": lambda kind: kind.figures.entry if kind.figures else "",
    "papers": lambda kind: kind.stationary,
    "counted": _sheet,
    "confirmed": lambda kind: kind.confirmed,
    "signed": lambda kind: kind.signed.entry if kind.signed else "",
    "posted": lambda kind: kind.posted,
    "sent": lambda kind: kind.sent or None,
    "taken": lambda kind: kind.taken,
}
PAGES: Mapping[str, tuple[str, ...]] = {
    "closing": ("unused", "cancelled", "announced"),
    "count": ("announced", "papers", "counted", "confirmed"),
    "protocol": ("confirmed", "signed", "posted", "sent", "taken"),
}


class KindsTable(FiguresTable):
    """What has been done to each kind: a number, the hour, or a dash for not yet."""

    def __init__(self, session: Session, language: Language, code: str) -> None:
        super().__init__()
        self._session, self._language, self._code = session, language, code

    def retranslate(self) -> None:
        """Show how the kinds stand now, in the language that is on."""
        day, say = self._session.desk.day, self._language
        ballots = day.election.ballots
        rows = [
            (say.text(f"kinds.{row}"), [self._cell(day, row, ballot.id) for ballot in ballots])
            for row in PAGES[self._code]
        ]
        self.show_figures(say.text("kinds.title"), [ballot.letter for ballot in ballots], rows)

    def _cell(self, day: Day, row: str, ballot: str) -> str:
        found = ROWS[row](day.kind(ballot))
        if isinstance(found, int):
            return self._language.number(found)
        entry = next((one for one in reversed(day.entries) if one.id == found), None)
        return self._language.clock(entry.happened) if entry else NOT_YET
