"""A row of the list, by its number; the voter is shown before anything is done."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.session import Session
from ui.text_field import TextField
from ui.theme import dress


class RowField(QWidget):
    """Takes the number in the list and shows name, birth date and street."""

    def __init__(self, session: Session, language: Language, keystrokes: Keystrokes) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.words, self.number, self.found = QLabel(), TextField(keystrokes), QLabel()
        self.words.setBuddy(self.number)
        self.found.setWordWrap(True)
        dress(self.found, "middle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, self.number, self.found):
            column.addWidget(part)
        self.number.textChanged.connect(self.retranslate)

    @property
    def voter(self) -> str:
        """The id of the voter in the row; empty for a number that the list does not have."""
        typed = self.number.text().strip()
        voters = self._session.desk.day.listed()
        return next((voter.id for voter in voters if typed and voter.number == typed), "")

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, found = self._language, self._session.desk.day.voter(self.voter)
        self.words.setText(say.text("row.words"))
        self.number.setAccessibleName(say.text("row.words"))
        if found:
            person = (found.name, say.birth(found.birth), found.address)
            self.found.setText(" · ".join(part for part in person if part))
        else:
            self.found.setText(say.text("row.none") if self.number.text().strip() else "")
