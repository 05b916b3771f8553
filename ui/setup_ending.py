"""Voting is ended: by a word that nobody types in passing."""

from PySide6.QtWidgets import QLabel

from precinct_app.domain.parts import opening
from precinct_app.domain.phases import Phase
from precinct_app.domain.precinct import moment
from ui.acting import acting
from ui.button import act_button
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.session import Session
from ui.theme import dress


class EndingPanel(Column):
    """The button stays still until the word of the language that is on was typed."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self.told = QLabel(), words()
        self.word = Field(language, "ending.word").large()
        self.end = act_button(session)
        dress(self.title, "title")
        self.add(self.title, self.told, self.word)
        self.decide(self.end)
        self.word.edit.textChanged.connect(self._may_end)
        self.word.edit.returnPressed.connect(self._end)
        self.end.clicked.connect(self._end)
        session.changed.connect(self.retranslate)
        session.waiting.connect(self._may_end)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown: the word is typed at once."""
        self.retranslate()
        self.word.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, day = self._language, self._session.desk.day
        ends = moment(day.election, day.precinct, "voting_ends")
        states = {Phase.SETUP: "ending.not_open", Phase.VOTING: "ending.told"}
        facts = {"hour": say.clock(ends), "word": say.text("ending.the_word")}
        self.title.setText(say.text("setup_step.ending"))
        self.told.setText(say.text(states.get(day.phase, "ending.is_ended"), **facts))
        self.end.setText(say.text("ending.end"))
        for widget in (self.word, self.end):
            widget.setVisible(day.phase is Phase.VOTING)
        self.word.hint(say.text("ending.the_word"))
        self._may_end()
        self.setAccessibleName(self.title.text())

    def _may_end(self) -> None:
        self.end.setEnabled(self._is_typed() and not self._session.is_waiting)

    def _is_typed(self) -> bool:
        return self.word.typed.casefold() == self._language.text("ending.the_word").casefold()

    def _end(self) -> None:
        if self._is_typed():
            rule = opening.end_voting
            self._session.do_as(acting(self._session, rule), rule)
            self.word.edit.clear()
