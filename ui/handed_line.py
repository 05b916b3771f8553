"""What this desk wrote last before the program ended, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from precinct_app.domain.entry import Entry
from precinct_app.domain.phases import Phase
from ui.entry_words import entry_words
from ui.language import Language
from ui.session import Session
from ui.theme import dress

# The question and its buttons stand side by side from so many letters on.
LETTERS = 110


class HandedLine(QWidget):
    """Asks once, when the window opens on a running day, whether the last ballots were given.

    ``no`` carries the entry whose ballots were not.
    """

    no = Signal(str)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.question, self.yes, self.back = QLabel(), QPushButton(), QPushButton()
        self._entry = last_handed(session)
        dress(self.question, "warning")
        self.question.setWordWrap(True)
        self._row, buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self), QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.question, 1)
        for button in (self.yes, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self._row.addLayout(buttons)
        self.yes.clicked.connect(self._answered)
        self.back.clicked.connect(self._take_back)
        session.changed.connect(self._day_moved)
        self.setVisible(self._entry is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.yes.setText(say.text("handed.yes"))
        self.back.setText(say.text("handed.no"))
        if self._entry:
            words = entry_words(say, self._session.desk.day, self._entry)
            self.question.setText(say.text("handed.question", entry=words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the question where there is little room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < LETTERS * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def put_aside(self, aside: bool) -> None:
        """Leave the room to a card, or ask again."""
        self.setVisible(self._entry is not None and not aside)

    def _answered(self) -> None:
        self._entry = None
        self.hide()

    def _take_back(self) -> None:
        if self._entry:
            self.no.emit(self._entry.id)

    def _day_moved(self, entry: Entry) -> None:
        """Go away once voters are served again, or the entry was corrected."""
        if entry.id in self._session.desk.day.handings or hasattr(entry.event, "corrects"):
            self._answered()


def last_handed(session: Session) -> Entry | None:
    """Find the last issue of this desk that still stands, if voting is on."""
    desk = session.desk
    if desk.day.phase is not Phase.VOTING:
        return None
    for entry in reversed(desk.day.entries):
        handing = desk.day.handings.get(entry.id)
        if handing and entry.desk == desk.number:
            return entry if handing.ballots else None
    return None
