"""The inputs of a form: each gives the value of one argument, or None for nothing."""

from collections.abc import Mapping

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.amounts import MOST
from ui.field import Field
from ui.language import Language
from ui.tick import Tick

IN_A_ROW = 3


class TextInput(Field):
    """One line of text; empty is left out."""

    def value(self) -> object:
        """Give the text."""
        return self.typed or None

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer nothing: a text is typed."""

    def clear(self) -> None:
        """Let the next be typed."""
        self.edit.clear()


class NumberInput(TextInput):
    """A whole number from 0."""

    def __init__(self, language: Language, code: str) -> None:
        super().__init__(language, code)
        self.edit.setValidator(QIntValidator(0, MOST, self))

    def value(self) -> object:
        """Give the number."""
        return int(self.typed) if self.typed else None


class SeveralInput(TextInput):
    """Several words or numbers in one line, with commas between them."""

    def value(self) -> object:
        """Give the words in their order."""
        return tuple(word for part in self.typed.split(",") if (word := part.strip())) or None


class VoterInput(TextInput):
    """A voter by the number in the list; a number that nobody has is left to the rule."""

    def __init__(self, language: Language, code: str) -> None:
        super().__init__(language, code)
        self._ids: Mapping[str, str] = {}

    def value(self) -> object:
        """Give the id of the voter."""
        return self._ids.get(self.typed, self.typed) or None

    def offer(self, rows: Mapping[str, str]) -> None:
        """Know the ids of the voters by their numbers."""
        self._ids = rows


class VotersInput(VoterInput):
    """Several voters by their numbers: ``214, 216-219``."""

    def value(self) -> object:
        """Give the ids in the order in which they were typed."""
        found: list[str] = []
        for part in self.typed.split(","):
            found += self._voters(part.strip())
        return tuple(found) or None

    def _voters(self, part: str) -> list[str]:
        first, dash, last = (word.strip() for word in part.partition("-"))
        if not (dash and first.isdecimal() and last.isdecimal()):
            return [self._ids.get(part, part)] if part else []
        between = range(int(first), int(last) + 1)
        numbered = (one for one in self._ids if one.isdecimal() and int(one) in between)
        return [self._ids[one] for one in numbered] or [part]


class TruthInput(Tick):
    """Yes or no; ``usual`` is ticked at first."""

    def __init__(self, language: Language, code: str, *, usual: bool) -> None:
        super().__init__()
        self._language, self._code, self._usual = language, code, usual
        language.changed.connect(self.retranslate)
        self.clear()
        self.retranslate()

    def value(self) -> object:
        """Give what is ticked."""
        return self.isChecked()

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer nothing: it is yes or no."""

    def clear(self) -> None:
        """Be what it usually is."""
        self.setChecked(self._usual)

    def retranslate(self) -> None:
        """Say the question in the language that is on."""
        self.setText(self._language.text(self._code))


class RowInput(QWidget):
    """The row of a voter: what is known of it, field by field."""

    def __init__(self, language: Language, names: tuple[str, ...]) -> None:
        super().__init__()
        self.fields = {name: Field(language, f"row_field.{name}") for name in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // IN_A_ROW, place % IN_A_ROW)
        self.setFocusProxy(next(iter(self.fields.values())))

    def value(self) -> object:
        """Give what was typed, by the names of the fields."""
        typed = {name: field.typed for name, field in self.fields.items()}
        return {name: words for name, words in typed.items() if words} or None

    def offer(self, rows: Mapping[str, str]) -> None:
        """Offer nothing: a row is typed."""

    def clear(self) -> None:
        """Let the next row be typed."""
        for field in self.fields.values():
            field.edit.clear()
