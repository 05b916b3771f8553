"""A list to choose one from."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from ui.keystrokes import Keystrokes, is_character


class Choice(QComboBox):
    """Notes each character, so that the end of a scan presses no button."""

    def __init__(self, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._keystrokes = keystrokes

    @property
    def code(self) -> str:
        """What is chosen, as the code behind the words; empty for nothing."""
        return str(self.currentData() or "")

    def offer(self, rows: dict[str, str]) -> None:
        """Offer words by their codes; the same choice stays where it can."""
        chosen = self.code
        self.blockSignals(True)
        self.clear()
        for code, words in rows.items():
            self.addItem(words, code)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow by hand: the style sheet would want a picture."""
        super().paintEvent(event)
        size = self.fontMetrics().height() * 0.4
        right, middle = self.width() - size * 2.5, (self.height() - size / 2) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text(), size / 4))
        corners = ((0.0, 0.0), (size / 2, size / 2), (size, 0.0))
        painter.drawPolyline([QPointF(right + x, middle + y) for x, y in corners])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note a character, and search the list with it."""
        if is_character(event):
            self._keystrokes.note(event)
        super().keyPressEvent(event)
