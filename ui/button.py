"""A button that Enter presses too, on every system."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ui.theme import dress

if TYPE_CHECKING:
    from ui.session import Session


class Button(QPushButton):
    """Qt itself lets Enter press a button in a dialog only; an Enter that repeats does nothing."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        if kind:
            dress(self, kind)
        self._held = False

    def rest(self, waiting: bool) -> None:
        """Rest while an answer is awaited; the focus comes back unless it is wanted elsewhere."""
        if waiting:
            self._held = self.hasFocus()
            # Qt would hand the focus on to whatever comes next, and Enter would press that.
            self.clearFocus()
        self.setDisabled(waiting)
        if not waiting and self._held:
            self._held = False
            if self.window().focusWidget() is None:
                self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def act_button(session: "Session", kind: str = "primary") -> Button:
    """Make a button of an act: it rests while an answer is awaited."""
    button = Button(kind)
    session.waiting.connect(button.rest)
    return button
