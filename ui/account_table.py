"""The accounts of the ballots: a row per kind, a column per holder."""

from collections.abc import Callable

from PySide6.QtCore import Qt
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

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
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
        columns = self._columns(day)
        ballots = day.election.ballots
        self.setColumnCount(len(columns))
        self.setRowCount(len(ballots))
        self.setHorizontalHeaderLabels([title for title, _ in columns])
        self.setVerticalHeaderLabels(
            [f"{one.letter}  {say.of(one.colour.name)}" for one in ballots]
        )
        for row, ballot in enumerate(ballots):
            for column, (_, count) in enumerate(columns):
                item = QTableWidgetItem(say.number(count(day, ballot)))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.setAccessibleName(say.text("stock.accounts"))
        height = self.fontMetrics().height() + 12
        for row in range(len(ballots)):
            self.setRowHeight(row, height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + len(ballots) * height + 6)

    def _columns(self, day: Day) -> list[tuple[str, Cell]]:
        """Choose the columns: the safe, each stack, and the way where something is on it."""
        say = self._language.text
        columns: list[tuple[str, Cell]] = [
            (say("stock.came_in"), lambda day, ballot: day.accounts.came_in(ballot.id)),
            (say("stock.in_safe"), _holder(SAFE)),
        ]
        columns += [
            (short_name(member.name), _holder(stack(member.id)))
            for member in day.members.values()
            if self._session.may_issue(member.id)
        ]
        if any(handover.open for handover in day.handovers.values()):
            columns.append((say("stock.way"), _on_the_way))
        return columns


def _holder(holder: str) -> Cell:
    return lambda day, ballot: day.left(ballot.id, holder)


def _on_the_way(day: Day, ballot: Ballot) -> int:
    return sum(
        day.left(ballot.id, WAY + entry)
        for entry, handover in day.handovers.items()
        if handover.open
    )
