"""The members of the commission as rows to choose from."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from precinct_app.domain.members import COMMISSION, Member
from precinct_app.domain.parts.access import wait_until
from ui.language import Language
from ui.session import Session

ROW_HEIGHT = 36
COLUMNS = 3


def seconds_to_wait(session: Session, member: str) -> int:
    """Tell how long no PIN of a member is tried after wrong ones; 0 when one may be."""
    now = session.desk.clock.now()
    until = wait_until(session.desk.day, member, now)
    return ceil((until - now).total_seconds()) if until else 0


class MemberTable(QTableWidget):
    """Name, office and state of each member; the focus stays where the PIN is typed."""

    chosen = Signal()

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(0, COLUMNS)
        self._session, self._language = session, language
        self._rows: list[str] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemSelectionChanged.connect(self.chosen)

    @property
    def member(self) -> str:
        """The member whose row is chosen; empty while there is none."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else ""

    def move_by(self, rows: int) -> None:
        """Choose the row above or below."""
        if self._rows:
            self.selectRow(min(len(self._rows) - 1, max(0, self.currentRow() + rows)))

    def retranslate(self) -> None:
        """Show the members as they are now, in the language that is on."""
        members = list(self._session.desk.day.members.values())
        self.setAccessibleName(self._language.text("sign_in.members"))
        self._rows = [member.id for member in members]
        self.setRowCount(len(members))
        for row, member in enumerate(members):
            office = self._language.word("role", member.role)
            for column, words in enumerate((member.name, office, self._state(member))):
                self._put(row, column, words)
        self._fit()
        if members and self.currentRow() < 0:
            self.selectRow(0)

    def changeEvent(self, event: QEvent) -> None:
        """Give rows and columns the room that other letters need."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the last column reach the edge."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(ROW_HEIGHT, self.fontMetrics().height() + 16))
        # The last column takes what is left, and never less than its words need.
        *widths, last = (self.sizeHintForColumn(column) for column in range(COLUMNS))
        left = self.viewport().width() - sum(widths)
        for column, width in enumerate([*widths, max(last, left)]):
            self.setColumnWidth(column, width)

    def _put(self, row: int, column: int, words: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        item.setText(words)

    def _state(self, member: Member) -> str:
        """Say in words whether a member is on duty, waits, or has no PIN."""
        say, day = self._language, self._session.desk.day
        states = []
        if member.shown_pin:
            states.append(say.text("sign_in.shown_pin", pin=member.shown_pin))
        elif member.role in COMMISSION and not member.pin:
            states.append(say.text("sign_in.no_pin"))
        if member.id in day.duty(self._session.desk.number):
            states.append(say.text("sign_in.on_duty"))
        if wait := seconds_to_wait(self._session, member.id):
            states.append(say.text("sign_in.wait", seconds=wait))
        return " · ".join(states)
