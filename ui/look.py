"""Theme and size of the window, changed while it runs."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.theme import CONTRAST, LARGEST, LIGHT, SMALLEST, STEP, Theme, apply_theme


class Look(QObject):
    """The theme and the size that are on."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.theme, self.scale = LIGHT, SMALLEST
        self.wear(LIGHT, SMALLEST)

    def next_theme(self) -> None:
        """Change between light and high contrast."""
        self.wear(LIGHT if self.theme is CONTRAST else CONTRAST, self.scale)

    def step(self, steps: int) -> None:
        """Make everything larger or smaller by so many steps, 100 to 200 %."""
        self.wear(self.theme, min(LARGEST, max(SMALLEST, self.scale + steps * STEP)))

    def wear(self, theme: Theme, scale: float) -> None:
        """Wear a theme in a size."""
        self.theme, self.scale = theme, scale
        apply_theme(self._application, theme, scale)
        self.changed.emit()
