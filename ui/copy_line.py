"""How old the copy at the second place is, in the bar above every page."""

from PySide6.QtWidgets import QLabel

from ui.language import Language
from ui.session import Session
from ui.theme import dress

MINUTE = 60
# Up to here the second place keeps its promise: written within two seconds, looked at every one.
FRESH = 5


class CopyLine(QLabel):
    """``copy 2 s old``, and how many entries wait; nothing where no second place was chosen."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        dress(self, "muted")
        # Without a parent a label in sight would be a window of its own.
        self.hide()

    def look(self) -> None:
        """Look again: a thread of the desk copies, and nobody announces it."""
        desk = self._session.desk
        found = desk.copy_state if desk.is_writing else None
        if found is None:
            self.hide()
            return
        say = self._language.text
        old = found.age is None or found.age > FRESH
        words = say("copy.never") if found.age is None else self._age(int(found.age))
        if old and found.waiting:
            words = say("copy.waiting", copy=words, waiting=found.waiting)
        if words != self.text():
            self.setText(words)
            dress(self, "strong" if old else "muted")
        self.show()

    def _age(self, seconds: int) -> str:
        say = self._language.text
        if seconds < MINUTE:
            return say("copy.age", age=seconds)
        return say("copy.minutes", age=seconds // MINUTE)
