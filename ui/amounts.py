"""How many of each kind: one short line per ballot."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from precinct_app.domain.day import Day
from ui.language import Language
from ui.session import Session
from ui.stack_view import paint_letter
from ui.theme import dress

MOST = 99_999


class Amounts(QWidget):
    """``typed`` are the amounts above nothing, by the ids of the ballots."""

    entered = Signal()

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self._holder = ""
        self.edits: dict[str, QLineEdit] = {}
        self._left: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for ballot in session.desk.day.election.ballots:
            letter, edit, left = QLabel(ballot.letter), QLineEdit(), QLabel()
            paint_letter(letter, ballot)
            dress(left, "muted")
            edit.setValidator(QIntValidator(0, MOST, edit))
            edit.returnPressed.connect(self.entered)
            self.edits[ballot.id], self._left[ballot.id] = edit, left
            column = QVBoxLayout()
            column.setSpacing(4)
            top = QHBoxLayout()
            top.addWidget(letter)
            top.addWidget(left, 1)
            column.addLayout(top)
            column.addWidget(edit)
            row.addLayout(column, 1)
        self.setFocusProxy(next(iter(self.edits.values())))

    @property
    def typed(self) -> dict[str, int]:
        """The amounts above nothing."""
        found = {ballot: int(edit.text() or 0) for ballot, edit in self.edits.items()}
        return {ballot: count for ballot, count in found.items() if count}

    def show_left(self, day: Day, holder: str) -> None:
        """Show how many an account holds of each, from which they are taken."""
        say = self._language
        for ballot in day.election.ballots:
            left = say.number(day.left(ballot.id, holder))
            self._left[ballot.id].setText(say.text("stock.left", left=left))
            title = f"{ballot.letter}, {say.of(ballot.colour.name)}, {say.of(ballot.short)}"
            name = f"{title}: {self._left[ballot.id].text()}"
            self.edits[ballot.id].setAccessibleName(name)
            self.edits[ballot.id].setToolTip(name)

    def clear(self) -> None:
        """Let the next amounts be typed."""
        for edit in self.edits.values():
            edit.clear()
