"""Room that scrolls up and down where the window is small, and never sideways."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.theme import dress


class Scrolling(QScrollArea):
    """Holds one widget; what gets the focus in it comes in sight.

    Unless it ``fills`` what room there is, it is never higher than the widget, so that what
    stands below it follows at once. With a height ``most`` it takes all that it needs up to that.
    """

    def __init__(self, inner: QWidget, *, fills: bool = False) -> None:
        super().__init__()
        self._inner, self._fills, self.most = inner, fills, 0
        dress(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        # What is behind shows through.
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def wanted_height(self, width: int) -> int:
        """Tell how high all of it is at a width."""
        inner = self._inner
        if not inner.hasHeightForWidth():
            return inner.sizeHint().height()
        # Qt itself asks for the least height too, and would show a bar for it.
        return max(inner.heightForWidth(width), inner.minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Ask for a height only where there is a most."""
        return bool(self.most)

    def heightForWidth(self, width: int) -> int:
        """Be as high as the widget, up to the most."""
        return min(self.most, self.wanted_height(width))

    def sizeHint(self) -> QSize:
        """Be as large as the widget, with room for the bar where it scrolls up to a most."""
        wanted = self._inner.sizeHint()
        scrolls = 0 < self.most < self.wanted_height(wanted.width())
        return QSize(wanted.width() + scrolls * self._bar_width(), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Give way in height alone."""
        width = self._inner.minimumSizeHint().width() + self._bar_width()
        return QSize(width, 2 * self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the widget wants another height."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the widget is at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._fills:
            self.setMaximumHeight(max(1, self.wanted_height(self.viewport().width())))

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _show_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now and self._inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)
