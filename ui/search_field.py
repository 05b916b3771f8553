"""The one field in which voters are sought."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.keystrokes import Keystrokes, is_character
from ui.theme import dress

# A scanner that sends no Enter has ended when nothing came for so long.
QUIET_MS = 80
LONGEST_CODE = 4_000


class SearchField(QLineEdit):
    """Takes what a hand types or a scanner sends.

    ``entered`` is Enter, ``scanned`` a code that came without one, ``moved`` an arrow (-1, 1),
    ``left`` Escape.
    """

    entered = Signal()
    scanned = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, keystrokes: Keystrokes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keystrokes = keystrokes
        self.setMaxLength(LONGEST_CODE)
        dress(self, "search")
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.scanned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note characters, and tell the keys that mean more than text."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._quiet.stop()
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            if is_character(event):
                self._take_note(event)
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed: what stands below it gives way."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def clear(self) -> None:
        """Empty the field for good.

        Qt's own clearing can be undone: a name would come back, and the undo grow all day.
        """
        self.setText("")

    def begin(self, event: QKeyEvent) -> None:
        """Begin a new search with the character that left a card."""
        self._take_note(event)
        self.setFocus()
        self.clear()
        self.insert(event.text())

    def _take_note(self, event: QKeyEvent) -> None:
        self._keystrokes.note(event)
        if self._keystrokes.is_code:
            self._quiet.start(QUIET_MS)
