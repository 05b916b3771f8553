"""Tell a hand from a scanner, and from a key that repeats by itself."""

import time
from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

# No hand presses Enter so soon after a character; a scanner does.
SCANNER_S = 0.050
# A name is shorter in a burst than a code is.
SHORTEST_CODE = 8


class Keystrokes:
    """Remembers when the last character came; one for all fields of a window."""

    def __init__(self, ticking: Callable[[], float] = time.monotonic) -> None:
        self._ticking = ticking
        self._handled = self._pressed = float("-inf")
        self.run = 0

    def note(self, event: QKeyEvent) -> None:
        """Note a character as it comes."""
        self.run = self.run + 1 if self.follows_character(event) else 1
        self._handled, self._pressed = self._ticking(), _pressed(event)

    def follows_character(self, event: QKeyEvent) -> bool:
        """Tell whether a key came within 50 ms after a character.

        By the keyboard's own time stamp or by our clock: a slow moment of the program must not
        make a scanner look like a hand.
        """
        handled, pressed = self._ticking() - self._handled, _pressed(event) - self._pressed
        return handled < SCANNER_S or 0 <= pressed < SCANNER_S

    def is_by_hand(self, event: QKeyEvent) -> bool:
        """Tell whether an Enter may act: it neither repeats by itself nor ends a scan."""
        return not event.isAutoRepeat() and not self.follows_character(event)

    @property
    def is_code(self) -> bool:
        """Whether the last characters came as a scanner sends them."""
        return self.run >= SHORTEST_CODE


def is_character(event: QKeyEvent) -> bool:
    """Tell whether a key types something that can begin a search.

    A scanner on Kazakh keys types digits as letters and signs, so any printed sign counts.
    """
    text = event.text()
    return bool(text) and text.isprintable() and not text.isspace()


def _pressed(event: QKeyEvent) -> float:
    """Give the keyboard's time stamp in seconds; minus infinity where there is none."""
    return event.timestamp() / 1000 if event.timestamp() else float("-inf")
