"""What stops no voter and is to be mended: one calm line in the frame."""

from PySide6.QtWidgets import QLabel

from ui.language import Language
from ui.session import Session
from ui.theme import dress


class TroubleLine(QLabel):
    """Says that the log, the laptop's memory or a copy waits; gone when that is mended."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        dress(self, "warning")
        self.setWordWrap(True)
        # Without a parent a label in sight would be a window of its own.
        self.hide()
        language.changed.connect(self.look)

    def look(self) -> None:
        """Look again: a thread of the desk meets these troubles, and nobody announces them."""
        desk = self._session.desk
        found = desk.troubles() if desk.is_writing else []
        words = "  ".join(self._language.say(one) for one in found)
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))
