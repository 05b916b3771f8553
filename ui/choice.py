"""A list to choose one from."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.keystrokes import Keystrokes, is_character

LEAST_LETTERS = 16


class Choice(QComboBox):
    """As wide as its words where there is room; its list shows them whole all the same.

    In a box it notes each character, so that the end of a scan presses no button.
    """

    def __init__(self, keystrokes: Keystrokes | None = None) -> None:
        super().__init__()
        self._keystrokes = keystrokes
        # Qt's own way to fit the words resizes the list a moment later, and past its layout.
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        model = self.model()
        for change in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            change.connect(lambda *_: self.updateGeometry())

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

    def sizeHint(self) -> QSize:
        """Be as wide as the longest words."""
        letters, option = self.fontMetrics(), QStyleOptionComboBox()
        self.initStyleOption(option)
        widths = (letters.horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        inside = QSize(max(widths, default=0) + letters.height(), letters.height())
        kind = QStyle.ContentsType.CT_ComboBox
        width = self.style().sizeFromContents(kind, option, inside, self).width()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give way where the window is small."""
        wanted = self.sizeHint()
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(wanted.width(), least), wanted.height())

    def showPopup(self) -> None:
        """Show a list that is wide enough for its words."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + self.fontMetrics().height())
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow by hand: the style sheet would want a picture."""
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        size = self.fontMetrics().height() * 0.4
        left = self.width() - size * 2.5
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(left - size / 2) - room.left()
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._paint_arrow(painter, left, size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note a character, and search the list with it."""
        if self._keystrokes and is_character(event):
            self._keystrokes.note(event)
        super().keyPressEvent(event)

    def _paint_arrow(self, painter: QPainter, left: float, size: float) -> None:
        middle = (self.height() - size / 2) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text(), size / 4))
        corners = ((0.0, 0.0), (size / 2, size / 2), (size, 0.0))
        painter.drawPolyline([QPointF(left + x, middle + y) for x, y in corners])
