"""The stripe of a training file, which nobody overlooks."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QLabel

from ui.language import Language

YELLOW, BLACK = QColor("#FFD400"), QColor("#111111")
BAND = 22


class TrainingStripe(QLabel):
    """Black and yellow across the window, with the words in the middle."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that is on."""
        self.setText(self._language.text("training.stripe"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bands, and the words on a plain ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QBrush(YELLOW))
        painter.setBrush(BLACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height()
        for left in range(-height, self.width(), 2 * BAND):
            painter.drawPolygon(_band(left, height))
        words = self.fontMetrics().boundingRect(self.text()).width() + 2 * BAND
        middle = QRect((self.width() - words) // 2, 0, words, height)
        painter.fillRect(middle, YELLOW)
        painter.setPen(BLACK)
        painter.setFont(self.font())
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.text())


def _band(left: int, height: int) -> QPolygon:
    corners = ((left, height), (left + height, 0), (left + height + BAND, 0), (left + BAND, height))
    return QPolygon([QPoint(x, y) for x, y in corners])
