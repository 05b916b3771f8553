"""Notice when nobody has touched the laptop for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LOCK_AFTER_S = 10 * 60
LOOK_EVERY_MS = 5_000
TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class Idle(QObject):
    """Tells once that ten minutes have passed without a key or a click."""

    lock = Signal()

    def __init__(self, ticking: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._ticking, self._since = ticking, ticking()
        self._told = False
        application = QCoreApplication.instance()
        if isinstance(application, QGuiApplication):
            # Boxes have windows of their own.
            application.focusWindowChanged.connect(self.watch)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)

    def watch(self, window: QObject | None) -> None:
        """Watch what comes into a window from outside, before any widget gets it."""
        if window is not None:
            window.installEventFilter(self)

    def touch(self) -> None:
        """Begin to count anew."""
        self._since, self._told = self._ticking(), False

    def look(self) -> None:
        """Lock if the time has passed."""
        if not self._told and self._ticking() - self._since >= LOCK_AFTER_S:
            self._told = True
            self.lock.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a touch, and let everything pass."""
        if event.type() in TOUCHES:
            self.touch()
        return False
