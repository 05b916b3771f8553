"""A page of one column, which scrolls where the window is small."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.scrolling import Scrolling
from ui.theme import dress

WIDTH_IN_ZEROS = 84


class Column(QWidget):
    """Its ``rows`` take the widgets, from top to bottom; what decides stands below, in sight."""

    def __init__(self, width: int = WIDTH_IN_ZEROS, *, fills: bool = False) -> None:
        super().__init__()
        self._width = width
        dress(self, "ground")
        self._inner, self._foot = QWidget(), QWidget()
        self.rows, self._deciding = QVBoxLayout(self._inner), QHBoxLayout(self._foot)
        self.rows.setSpacing(12)
        self._foot.hide()
        self.area = Scrolling(_middle(self._inner), fills=fills)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1000)
        whole.addWidget(_middle(self._foot))
        whole.addStretch(1)
        self._fit()

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below those that there are."""
        for widget in widgets:
            self.rows.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets side by side; a sentence at the end takes the room that is left."""
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        if isinstance(widgets[-1], QLabel):
            row.setStretch(len(widgets) - 1, 1)
        else:
            row.addStretch(1)
        self.rows.addLayout(row)

    def decide(self, *buttons: QWidget) -> None:
        """Put buttons below the column, where they stay in sight while it scrolls."""
        for button in buttons:
            self._deciding.addWidget(button)
        self._deciding.addStretch(1)
        self._foot.show()

    def changeEvent(self, event: QEvent) -> None:
        """Become wider as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_inner"):
            width = self._width * self.fontMetrics().horizontalAdvance("0")
            self._inner.setMaximumWidth(width)
            self._foot.setMaximumWidth(width)


def words(kind: str = "") -> QLabel:
    """Make a label for a sentence that may take several lines."""
    label = QLabel()
    label.setWordWrap(True)
    if kind:
        dress(label, kind)
    return label


def _middle(inner: QWidget) -> QWidget:
    """Keep a widget in the middle of a wide window."""
    outer = QWidget()
    row = QHBoxLayout(outer)
    row.setContentsMargins(9, 0, 9, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return outer
