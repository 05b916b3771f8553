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
# With less room than so many letters office and state stand below the name.
LETTERS = 76


def seconds_to_wait(session: Session, member: str) -> int:
    """Tell how long no PIN of a member is tried after wrong ones; 0 when one may be."""
    now = session.desk.clock.now()
    until = wait_until(session.desk.day, member, now)
    return ceil((until - now).total_seconds()) if until else 0


class MemberTable(QTableWidget):
    """Name, office and state of each member; the focus stays where the PIN is typed.

    Where there is little room, office and state stand below the name.
    """

    chosen = Signal()

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(0, COLUMNS)
        self._session, self._language = session, language
        self._rows: list[str] = []
        self._is_narrow = False
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
        self._is_narrow = self._asks_lines()
        for row, member in enumerate(members):
            for column, words in enumerate(self._texts(member)):
                self._put(row, column, words)
        self._fit()
        if members and self.currentRow() < 0:
            self.selectRow(0)

    def changeEvent(self, event: QEvent) -> None:
        """Give rows and columns the room that other letters need."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.rowCount():
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the last column reach the edge."""
        super().resizeEvent(event)
        if self._is_narrow or self._asks_lines():
            self.retranslate()
        self._fit()

    def _asks_lines(self) -> bool:
        """Tell whether the window is too narrow for all to stand side by side."""
        return self.viewport().width() < LETTERS * self.fontMetrics().averageCharWidth()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            lines = item.text().count("\n") + 1 if item else 1
            self.setRowHeight(row, max(ROW_HEIGHT, lines * line + 16))
        for column in range(1, COLUMNS):
            self.setColumnHidden(column, self._is_narrow)
        # The last column takes what is left, and never less than its words need.
        shown = range(1 if self._is_narrow else COLUMNS)
        *widths, last = (self.sizeHintForColumn(column) for column in shown)
        left = self.viewport().width() - sum(widths)
        for column, width in enumerate([*widths, max(last, left)]):
            self.setColumnWidth(column, width)

    def _texts(self, member: Member) -> tuple[str, str, str]:
        name, office = member.name, self._language.word("role", member.role)
        state = self._state(member)
        if not self._is_narrow:
            return name, office, state
        below = " · ".join(part for part in (office, state) if part)
        return "\n".join([name, *self._lines(below)]), "", ""

    def _lines(self, text: str) -> list[str]:
        """Break a text into lines that the window has room for."""
        room = self.viewport().width() - 2 * self.fontMetrics().height()
        first, *others = text.split(" ")
        lines = [first]
        for word in others:
            longer = f"{lines[-1]} {word}"
            fits = self.fontMetrics().horizontalAdvance(longer) <= room
            lines[-1:] = [longer] if fits else [lines[-1], word]
        return lines

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
