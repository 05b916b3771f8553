"""A field for a PIN."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from precinct_app.domain.letters import from_wrong_layout
from ui.keystrokes import Keystrokes
from ui.text_field import TextField
from ui.theme import dress

LONGEST = 8


class PinField(TextField):
    """Hides what is typed, and reads the digits also from Kazakh keys.

    ``moved`` is an arrow (-1, 1): the focus stays here while a member is chosen.
    """

    moved = Signal(int)

    def __init__(self, keystrokes: Keystrokes) -> None:
        super().__init__(keystrokes)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        dress(self, "search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the arrows apart from what is typed."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def take(self) -> str:
        """Give the PIN and empty the field."""
        typed = self.text()
        self.clear()
        meant = (reading for reading in (typed, *from_wrong_layout(typed)) if reading.isdecimal())
        return next(meant, typed)
