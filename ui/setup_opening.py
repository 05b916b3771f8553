"""Voting is opened: what is missing, and the number of the precinct once more."""

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
from ui.setup_steps import STEPS
from ui.theme import dress


class OpeningPanel(Column):
    """The chairman types the number of the precinct; nothing else opens voting."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self.told, self.missing = QLabel(), words(), words("warning")
        self.number = Field(language, "setup.number").large()
        self.open = act_button(session)
        dress(self.title, "title")
        self.add(self.title, self.told, self.missing, self.number)
        self.add_row(self.open)
        self.rows.addStretch(1)
        self.number.edit.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown: the number is typed at once."""
        self.retranslate()
        self.number.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, day = self._language, self._session.desk.day
        begins = moment(day.election, day.precinct, "voting_begins")
        is_open = day.phase is not Phase.SETUP
        self.title.setText(say.text("setup_step.opening"))
        code = "opening.is_open" if is_open else "opening.told"
        self.told.setText(say.text(code, day=say.day(begins), hour=say.clock(begins)))
        self.open.setText(say.text("opening.open"))
        before = STEPS[: [step.code for step in STEPS].index("opening")]
        names = [say.text(f"setup_step.{step.code}") for step in before if not step.is_done(day)]
        self.missing.setText(say.text("opening.missing", steps="; ".join(names)))
        self.missing.setVisible(bool(names) and not is_open)
        for widget in (self.number, self.open):
            widget.setVisible(not is_open)
        self.setAccessibleName(self.title.text())

    def _open(self) -> None:
        rule = opening.open_voting
        self._session.do_as(acting(self._session, rule), rule, self.number.typed)
        self.number.edit.clear()
