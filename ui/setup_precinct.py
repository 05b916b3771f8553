"""The first step: the precinct's number is compared with the file, a second place is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from ui.button import Button
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.second_place_row import SecondPlaceRow
from ui.session import Session
from ui.theme import dress


class PrecinctPanel(Column):
    """``compared`` says that the typed number is the one of the file."""

    compared = Signal()

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self._typed = ""
        self.title, self.told, self.verdict = QLabel(), words(), words()
        self.paper = words("muted")
        self.number = Field(language, "setup.number").large()
        self.compare = Button("primary")
        dress(self.title, "title")
        self.second_place = SecondPlaceRow(session, language)
        self.add(self.title, self.told, self.number, self.verdict, self.paper, self.second_place)
        self.decide(self.compare)
        self.number.edit.returnPressed.connect(self._compare)
        self.compare.clicked.connect(self._compare)
        language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def agrees(self) -> bool:
        """Tell whether the number was typed as the file has it."""
        return self._typed == self._session.desk.day.precinct.number

    def come(self) -> None:
        """Be shown: the number is typed at once."""
        self.number.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, precinct = self._language.text, self._session.desk.day.precinct
        self.title.setText(say("setup_step.precinct"))
        self.told.setText(say("precinct.told"))
        self.compare.setText(say("precinct.compare"))
        self.paper.setText(self._language.word("about", "paper_prevails"))
        code = "precinct.agrees" if self.agrees else "precinct.differs"
        whole = ", ".join(part for part in (precinct.name, precinct.address) if part)
        self.verdict.setText(say(code, number=precinct.number, typed=self._typed))
        if self.agrees and whole:
            self.verdict.setText(f"{self.verdict.text()} {whole}")
        self.verdict.setVisible(bool(self._typed))
        dress(self.verdict, "good" if self.agrees else "bad")
        self.setAccessibleName(self.title.text())

    def _compare(self) -> None:
        self._typed = self.number.typed
        self.retranslate()
        if self.agrees:
            self.compared.emit()
        else:
            self.number.edit.selectAll()
