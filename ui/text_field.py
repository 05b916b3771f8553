"""A field for words in a box."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.keystrokes import Keystrokes, is_character

LONGEST_TEXT = 300


class TextField(QLineEdit):
    """Notes each character, so that the end of a scan presses no button."""

    def __init__(self, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._keystrokes = keystrokes
        self.setMaxLength(LONGEST_TEXT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note a character, and type it."""
        if is_character(event):
            self._keystrokes.note(event)
        super().keyPressEvent(event)
