"""The accounts of the ballots: a row per kind, a column per holder, or turned."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from precinct_app.domain.accounts import SAFE, WAY, stack
from precinct_app.domain.day import Day
from precinct_app.domain.election import Ballot
from ui.language import Language
from ui.names import short_name
from ui.session import Session

Cell = Callable[[Day, Ballot], int]


class AccountTable(QTableWidget):
    """What lies in the safe, with each member and on the way; it is looked at, not typed in."""

    def __init__(self, session: Session, language: Language, *, with_stacks: bool = True) -> None:
        """Show the members' stacks too, or only what came in and lies in the safe."""
        super().__init__()
        self._session, self._language, self._with_stacks = session, language, with_stacks
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the accounts as they are now, in the language that is on."""
        day, say = self._session.desk.day, self._language
        holders, ballots = self._holders(day), day.election.ballots
        kinds = [f"{one.letter}  {say.of(one.colour.name)}" for one in ballots]
        letters, names = [one.letter for one in ballots], [name for name, _ in holders]
        counts = [[say.number(count(day, one)) for _, count in holders] for one in ballots]
        if self._asks_turning(kinds, names):
            self._show(names, letters, [list(row) for row in zip(*counts, strict=True)])
        else:
            self._show(kinds, names, counts)
        self.setAccessibleName(say.text("stock.accounts"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the table where its headings have too little room."""
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the room that other letters need."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.rowCount():
            self.retranslate()

    def _fit(self) -> None:
        """Show all rows, as high as the letters need."""
        rows, height = self.rowCount(), self.fontMetrics().height() + 12
        for row in range(rows):
            self.setRowHeight(row, height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * height + 6)

    def _asks_turning(self, kinds: list[str], holders: list[str]) -> bool:
        """Tell whether the holders are few, or their names too wide to stand side by side."""
        if len(holders) < len(kinds):
            return True
        letters = self.horizontalHeader().fontMetrics()
        first = max(letters.horizontalAdvance(kind) for kind in kinds)
        widest = max(letters.horizontalAdvance(name) for name in holders)
        gap = round(1.4 * letters.height())
        return first + gap + len(holders) * (widest + gap) > self.width()

    def _show(self, rows: list[str], columns: list[str], counts: list[list[str]]) -> None:
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns))
        self.setVerticalHeaderLabels(rows)
        self.setHorizontalHeaderLabels(columns)
        for row, line in enumerate(counts):
            for column, count in enumerate(line):
                item = QTableWidgetItem(count)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)

    def _holders(self, day: Day) -> list[tuple[str, Cell]]:
        """Choose the holders: the safe, each stack, and the way where something is on it."""
        say = self._language.text
        holders: list[tuple[str, Cell]] = [
            (say("stock.came_in"), lambda day, ballot: day.accounts.came_in(ballot.id)),
            (say("stock.in_safe"), _holder(SAFE)),
        ]
        if not self._with_stacks:
            return holders
        holders += [
            (short_name(member.name), _holder(stack(member.id)))
            for member in day.members.values()
            if self._session.may_issue(member.id)
        ]
        if any(handover.open for handover in day.handovers.values()):
            holders.append((say("stock.way"), _on_the_way))
        return holders


def _holder(holder: str) -> Cell:
    return lambda day, ballot: day.left(ballot.id, holder)


def _on_the_way(day: Day, ballot: Ballot) -> int:
    return sum(
        day.left(ballot.id, WAY + entry)
        for entry, handover in day.handovers.items()
        if handover.open
    )
