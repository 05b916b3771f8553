"""An assistant's name, or a note beside a voter's row."""

from PySide6.QtWidgets import QLabel, QWidget

from precinct_app.domain.parts import issuing
from ui.box import Box
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.session import Session
from ui.text_field import TextField


class AssistantBox(Box):
    """Who helps the voter in the booth (art. 42); an empty name takes a wrong one away."""

    code = "assistant"
    answer = (issuing.AssistantNamed,)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        voter: str,
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._voter = voter
        self.words, self.field = _line(self, keystrokes)
        self.field.setText(session.desk.day.holding(voter).assistant)
        self.field.setFocus()

    def ask(self) -> None:
        """Ask to write the name down."""
        self._session.do(issuing.name_assistant, self._voter, self.field.text())

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        self.words.setText(self._language.text("assistant.words"))
        self.field.setAccessibleName(self.words.text())


class NoteBox(Box):
    """A note beside the voter's row; never a word on how anybody voted.

    It may begin with words that were got ready, to be changed or kept.
    """

    code = "note"
    answer = (issuing.NoteAdded,)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        voter: str,
        begun: str = "",
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._voter = voter
        self.words, self.field = _line(self, keystrokes)
        self.field.setText(begun)
        self.field.setFocus()

    def ask(self) -> None:
        """Ask to add the note."""
        self._session.do(issuing.add_note, self._voter, self.field.text())

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        self.words.setText(self._language.text("note.words"))
        self.field.setAccessibleName(self.words.text())


def _line(box: Box, keystrokes: Keystrokes) -> tuple[QLabel, TextField]:
    words, field = QLabel(), TextField(keystrokes)
    words.setBuddy(field)
    box.body.addWidget(words)
    box.body.addWidget(field)
    return words, field
