"""A row of widgets that goes on in the next line where one has no room."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Lays widgets out like words: as many in a line as fit, none of them cut."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a widget in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count what was taken in."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give what stands at a place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of what stands at a place; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Be higher where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Reckon the height that all lines take."""
        places = list(self._places(width))
        return max((place.bottom() + 1 for _, place in places), default=0)

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """Be one line where there is room."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        whole = sum(size.width() + self._gap for size in shown)
        return QSize(whole, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Be never narrower than the widest widget."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Lay all out in the room that is given."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Place what is shown, line after line."""
        at, deepest = QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, deepest + self._gap)
            yield item, QRect(at, size)
            deepest = max(deepest, at.y() + size.height())
            at.setX(at.x() + size.width() + self._gap)
