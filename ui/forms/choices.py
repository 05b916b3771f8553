"""The inputs that offer what the day has: one of a few, several, a number for each."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.amounts import MOST
from ui.choice import Choice
from ui.language import Language
from ui.tick import Tick

# How many stand side by side, by the letters of the longest.
IN_A_ROW = ((22, 3), (40, 2))

FIGURE_IN_ZEROS = 12


def in_a_row(rows: Mapping[str, str]) -> int:
    """Say how many of these fit side by side."""
    longest = max(map(len, rows.values()), default=0)
    return next((beside for letters, beside in IN_A_ROW if longest <= letters), 1)


class PickInput(QWidget):
    """One of a few; nothing is chosen at first where it may be left out."""

    picked = Signal()

    def __init__(self, language: Language, code: str, *, required: bool, numbers: bool) -> None:
        super().__init__()
        self._language, self._code = language, code
        self._required, self._numbers = required, numbers
        self._label, self.choice = QLabel(), Choice()
        self._label.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(lambda _place: self.picked.emit())
        language.changed.connect(self.retranslate)
        self.retranslate()

    def value(self) -> object:
        """Give the code, as a number where the argument is one."""
        code = self.choice.code
        return int(code) if code and self._numbers else code or None

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer these, and nothing where that may be."""
        nothing = {} if self._required else {"": self._language.text("form.nothing")}
        self.choice.offer({**nothing, **rows})

    def clear(self) -> None:
        """Keep what is chosen: the next is mostly of the same kind."""

    def retranslate(self) -> None:
        """Say what is to be chosen in the language that is on."""
        self._label.setText(self._language.text(self._code))
        self.choice.setAccessibleName(self._label.text())


class PicksInput(QWidget):
    """Several of a few, each with a tick."""

    picked = Signal()

    def __init__(self, language: Language, code: str) -> None:
        super().__init__()
        self._language, self._code = language, code
        self._label, self.ticks = QLabel(), dict[str, Tick]()
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(self._grid)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def value(self) -> object:
        """Give the codes that are ticked, in their order."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked()) or None

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer these; what was ticked stays ticked."""
        if list(rows) != list(self.ticks):
            self._make(rows)
        for code, words in rows.items():
            self.ticks[code].setText(words)

    def clear(self) -> None:
        """Tick nothing."""
        for tick in self.ticks.values():
            tick.setChecked(False)

    def retranslate(self) -> None:
        """Say what is to be ticked in the language that is on."""
        self._label.setText(self._language.text(self._code))
        self.setAccessibleName(self._label.text())

    def _make(self, rows: Mapping[str, str]) -> None:
        chosen = {code for code, tick in self.ticks.items() if tick.isChecked()}
        for tick in self.ticks.values():
            tick.setParent(None)
        self.ticks = {code: Tick() for code in rows}
        beside = in_a_row(rows)
        for place, (code, tick) in enumerate(self.ticks.items()):
            tick.setChecked(code in chosen)
            tick.toggled.connect(lambda _on: self.picked.emit())
            self._grid.addWidget(tick, place // beside, place % beside)


class NumbersInput(QWidget):
    """A number for each of a few: papers per ballot, per holder, votes per option."""

    def __init__(self, language: Language, code: str, *, noughts: bool) -> None:
        """With ``noughts`` an empty line is a nought, without it is left out."""
        super().__init__()
        self._language, self._code, self._noughts = language, code, noughts
        self._label, self.edits = QLabel(), dict[str, QLineEdit]()
        self._names: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(self._grid)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def value(self) -> object:
        """Give the numbers by their codes."""
        typed = {code: edit.text() for code, edit in self.edits.items()}
        if not any(typed.values()):
            return None
        return {code: int(text or 0) for code, text in typed.items() if text or self._noughts}

    def offer(self, rows: Mapping[str, str]) -> None:
        """Ask for a number of each of these."""
        if list(rows) != list(self.edits):
            self._make(rows)
        for code, words in rows.items():
            self._names[code].setText(words)
            self.edits[code].setAccessibleName(words)

    def clear(self) -> None:
        """Let the next numbers be typed."""
        for edit in self.edits.values():
            edit.clear()

    def retranslate(self) -> None:
        """Say what is counted in the language that is on."""
        self._label.setText(self._language.text(self._code))
        self.setAccessibleName(self._label.text())

    def _make(self, rows: Mapping[str, str]) -> None:
        for widget in (*self._names.values(), *self.edits.values()):
            widget.setParent(None)
        self.edits = {code: QLineEdit() for code in rows}
        self._names = {code: QLabel() for code in rows}
        beside = in_a_row(rows)
        for place, (code, edit) in enumerate(self.edits.items()):
            edit.setValidator(QIntValidator(0, MOST, edit))
            self._names[code].setBuddy(edit)
            if beside == 1:
                edit.setMaximumWidth(FIGURE_IN_ZEROS * self.fontMetrics().horizontalAdvance("0"))
                self._names[code].setWordWrap(True)
                self._grid.addWidget(self._names[code], place, 0)
                self._grid.addWidget(edit, place, 1)
                continue
            row, column = 2 * (place // beside), place % beside
            self._grid.addWidget(self._names[code], row, column)
            self._grid.addWidget(edit, row + 1, column)
