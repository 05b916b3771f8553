"""The button of a page in the rail, with a count of what is open there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton

from ui.theme import dress

# The ring against the letters of the button, and its digits against the ring.
ROUND, SMALLER = 0.85, 0.75


class PageButton(QPushButton):
    """The count stands in a ring at the right; nothing open, no ring."""

    def __init__(self) -> None:
        super().__init__()
        self.open = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(self, "page")

    def show_open(self, count: int, name: str, told: str) -> None:
        """Show how much is open, under a name that says so, and tell what it is."""
        if count != self.open:
            self.open = count
            self.update()
        self.setAccessibleName(name)
        self.setToolTip(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring over the button."""
        super().paintEvent(event)
        if not self.open:
            return
        colours, high = self.palette(), self._ring()
        role = QPalette.ColorRole
        ink, ground = (role.HighlightedText, role.Highlight)
        if not self.isChecked():
            ink, ground = role.WindowText, role.Base
        text = str(self.open)
        letters = self.font()
        letters.setPixelSize(round(SMALLER * high))
        width = max(high, QFontMetricsF(letters).horizontalAdvance(text) + high / 2)
        place = QRectF(self.width() - width - 3, (self.height() - high) / 2, width, high)
        painter = QPainter(self)
        painter.setFont(letters)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.brush(ground))
        painter.setPen(QPen(colours.color(ink), high / 14))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _ring(self) -> float:
        """Tell how high the ring is: it has its place in the padding at the right."""
        return ROUND * self.fontMetrics().height()
