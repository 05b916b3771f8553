"""The last entry of the day, in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.entry_words import entry_words
from ui.language import Language
from ui.session import Session
from ui.theme import dress


class LastEntry(QLabel):
    """Number, time and what was recorded; never a name of a voter."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        dress(self, "muted")
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the last entry, in the language that is on."""
        day = self._session.desk.day
        words = entry_words(self._language, day, day.entries[-1])
        self.setText(self._language.text("last.entry", entry=words))
