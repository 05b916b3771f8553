"""Find a voter: one field, twelve hits, and what Enter means."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.hits import MOST, Hits
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.namesakes import is_meant, may_be_code, mistakable
from ui.search_field import SearchField
from ui.session import Session
from ui.theme import dress

# With less room than so many lines the hint gives way.
LEAST_LINES = 14
# Enter opened nothing: the hint that says why must not be overlooked.
STOPS = {"voter.choose", "voter.similar", "voter.nobody", "voter.unknown_code"}


class Finder(QWidget):
    """Search field and hint above, below them the hits or whatever takes their place.

    ``opened`` carries the voter whom Enter, a click or a scanner means; ``begun`` says that
    something else is sought now; ``left`` is Escape.
    """

    opened = Signal(str)
    begun = Signal()
    left = Signal()

    def __init__(self, session: Session, language: Language, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._session, self._language, self._keystrokes = session, language, keystrokes
        self._alike: frozenset[str] = frozenset()
        self._is_meant = False
        self._hint_code = ""
        self.field, self.hint = SearchField(keystrokes), QLabel()
        self.hits, self.more = Hits(language), QLabel()
        self._below = QStackedWidget()
        self._lay_out()
        self.field.textChanged.connect(self._sought)
        self.field.entered.connect(self.enter)
        self.field.scanned.connect(self._open_scanned)
        self.field.moved.connect(self.hits.move_by)
        self.field.left.connect(self.left)
        self.hits.opened.connect(self.opened)

    @property
    def shows_hits(self) -> bool:
        """Whether the hits are in sight, and not what took their place."""
        return self._below.currentIndex() == 0

    def show_instead(self, widget: QWidget, hint: str) -> None:
        """Show something in the place of the hits, with a hint by its code."""
        if self._below.indexOf(widget) < 0:
            self._below.addWidget(widget)
        self._below.setCurrentWidget(widget)
        self.give_hint(hint)

    def show_hits(self) -> None:
        """Show who is found by what stands in the field, as the day is now."""
        self._below.setCurrentIndex(0)
        text, desk = self.field.text(), self._session.desk
        found = desk.find_voters(text, MOST)
        voters = [row for voter in found.hits if (row := desk.day.voter(voter))]
        self._alike = mistakable(text, voters)
        self._is_meant = bool(voters) and is_meant(text, voters[0])
        self.hits.show_voters(desk.day, voters, self._alike)
        more = self._language.text("hits.more", count=found.more) if found.more else ""
        self.more.setText(more)

    def start(self, event: QKeyEvent) -> None:
        """Begin a new search with the character that left a card."""
        self.field.begin(event)

    def clear(self) -> None:
        """Empty the field without beginning a search."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)

    def enter(self) -> None:
        """Open what Enter means: the chosen row, else the best hit if it stands alone."""
        chosen, voters = self.hits.chosen, self.hits.voters
        if not (self.field.text().strip() and self.shows_hits):
            return
        if chosen or (self._is_meant and not self._alike):
            self.opened.emit(chosen or voters[0])
            return
        self.give_hint(self._why_not())
        # What is typed next begins a new search.
        self.field.selectAll()

    def _why_not(self) -> str:
        """Say why Enter opens nobody."""
        if self.hits.voters:
            return "voter.choose" if self._alike else "voter.similar"
        is_code = self._keystrokes.is_code and may_be_code(self.field.text())
        return "voter.unknown_code" if is_code else "voter.nobody"

    def give_hint(self, code: str) -> None:
        """Say what can be done now, by its code."""
        self._hint_code = code
        self.hint.setText(self._language.text(code))
        dress(self.hint, "warning" if code in STOPS else "hint")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out a hint where there is hardly room for what it is about."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room = self.height() > LEAST_LINES * self.hint.fontMetrics().lineSpacing()
        self.hint.setVisible(has_room or self._hint_code in STOPS)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.field.setPlaceholderText(say("voter.search"))
        self.field.setAccessibleName(say("voter.search"))
        self.hits.retranslate()
        self.give_hint(self._hint_code or "voter.how")
        if self.shows_hits:
            self.show_hits()

    def _sought(self, text: str) -> None:
        self.begun.emit()
        self.show_hits()
        self.give_hint(self._hint_for(text))

    def _hint_for(self, text: str) -> str:
        if not text.strip():
            return "voter.how"
        if not self.hits.voters:
            return "voter.none"
        return "voter.found" if self._is_meant and not self._alike else "voter.rows"

    def _open_scanned(self) -> None:
        """Open the one voter of a code that came without Enter."""
        if self.shows_hits and len(self.hits.voters) == 1 and not self.more.text():
            self.opened.emit(self.hits.voters[0])

    def _lay_out(self) -> None:
        dress(self.hint, "hint")
        dress(self.more, "hint")
        self.hint.setWordWrap(True)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.hits, 1)
        column.addWidget(self.more)
        self._below.addWidget(found)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.field)
        whole.addWidget(self.hint)
        whole.addWidget(self._below, 1)
