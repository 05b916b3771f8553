"""A button that a hand presses, by mouse, Space or Enter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ui.keystrokes import Keystrokes


class Press(QPushButton):
    """On every system Enter presses it when it has the focus; the end of a scan does not."""

    def __init__(self, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._keystrokes = keystrokes
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter if a hand pressed it."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._keystrokes.is_by_hand(event):
            self.click()
