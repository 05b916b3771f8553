"""A box to tick."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton


class Tick(QCheckBox):
    """Its tick is painted by hand: the style sheet would want a picture."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick into the square that the style sheet fills."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        square = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        corners = ((0.22, 0.5), (0.42, 0.7), (0.78, 0.3))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().highlightedText(), square.height() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(
            [
                QPointF(square.left() + x * square.width(), square.top() + y * square.height())
                for x, y in corners
            ]
        )
