"""A page of one column, which scrolls where the window is small."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.theme import dress

WIDTH_IN_ZEROS = 84


class Column(QScrollArea):
    """Its ``rows`` take the widgets, from top to bottom."""

    def __init__(self, width: int = WIDTH_IN_ZEROS) -> None:
        super().__init__()
        self._width = width
        dress(self, "ground")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inner, outer = QWidget(), QWidget()
        self.rows = QVBoxLayout(self._inner)
        self.rows.setSpacing(12)
        row = QHBoxLayout(outer)
        row.addStretch(1)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)
        self.setWidget(outer)
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

    def changeEvent(self, event: QEvent) -> None:
        """Become wider as the letters become larger."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_inner"):
            self._inner.setMaximumWidth(self._width * self.fontMetrics().horizontalAdvance("0"))


def words(kind: str = "") -> QLabel:
    """Make a label for a sentence that may take several lines."""
    label = QLabel()
    label.setWordWrap(True)
    if kind:
        dress(label, kind)
    return label
