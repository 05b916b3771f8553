"""A line to type in, with its words above it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.theme import dress


class Field(QWidget):
    """Its words are the text of ``code``; a hint stands inside the empty line."""

    def __init__(self, language: Language, code: str, *, secret: bool = False) -> None:
        super().__init__()
        self._language, self._code, self._hint = language, code, ""
        self.words, self.edit = QLabel(), QLineEdit()
        self.words.setBuddy(self.edit)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def typed(self) -> str:
        """What was typed, without the spaces around it."""
        return self.edit.text().strip()

    def ask(self, code: str) -> None:
        """Ask for something else from now on."""
        self._code = code
        self.retranslate()

    def say(self, words: str) -> None:
        """Ask in words that hold facts, until the language changes."""
        self.words.setText(words)
        self.edit.setAccessibleName(words)

    def hint(self, text: str) -> None:
        """Show in the empty line what holds when nothing is typed."""
        self.edit.setPlaceholderText(text)

    def large(self) -> "Field":
        """Make it the line that the page is about."""
        dress(self.edit, "search")
        return self

    def retranslate(self) -> None:
        """Say it in the language that is on."""
        self.words.setText(self._language.text(self._code))
        self.edit.setAccessibleName(self.words.text())
