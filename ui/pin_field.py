"""A field for a PIN."""

from PySide6.QtWidgets import QLineEdit

from precinct_app.domain.letters import from_wrong_layout
from ui.keystrokes import Keystrokes
from ui.text_field import TextField
from ui.theme import dress

LONGEST = 8


class PinField(TextField):
    """Hides what is typed, and reads the digits also from Kazakh keys."""

    def __init__(self, keystrokes: Keystrokes) -> None:
        super().__init__(keystrokes)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        dress(self, "search")

    def take(self) -> str:
        """Give the PIN and empty the field."""
        typed = self.text()
        self.clear()
        meant = (reading for reading in (typed, *from_wrong_layout(typed)) if reading.isdecimal())
        return next(meant, typed)
