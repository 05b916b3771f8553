"""Voting is opened: what is missing, and the number of the precinct once more."""

from PySide6.QtWidgets import QLabel

from precinct_app.domain.entry import Entry
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

# What the steps before this one say already.
SAID_BY_STEPS = frozenset({"ballots", "stack"})


class OpeningPanel(Column):
    """The chairman types the number of the precinct; what is missing wants a reason."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self.told, self.missing = QLabel(), words(), words("warning")
        self.number = Field(language, "setup.number").large()
        self.reason = Field(language, "opening.reason")
        self.open = act_button(session)
        dress(self.title, "title")
        self.add(self.title, self.told, self.missing, self.number, self.reason)
        self.decide(self.open)
        for field in (self.number, self.reason):
            field.edit.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        session.changed.connect(self._day_moved)
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
        gaps = opening.missing_for_opening(day)
        names += [say.word("gap", gap) for gap in gaps if gap not in SAID_BY_STEPS]
        self.missing.setText(say.text("opening.missing", steps="; ".join(names)))
        self.missing.setVisible(bool(names) and not is_open)
        for widget in (self.number, self.open):
            widget.setVisible(not is_open)
        self.reason.setVisible(bool(gaps) and not is_open)
        self.setAccessibleName(self.title.text())

    def _day_moved(self, entry: Entry) -> None:
        self.retranslate()
        if isinstance(entry.event, opening.VotingOpened) and self.isVisible():
            # The line that was typed in is gone, and what is typed next must not go there.
            self.setFocus()

    def _open(self) -> None:
        rule = opening.open_voting
        typed = self.number.typed, self.reason.typed
        self._session.do_as(acting(self._session, rule), rule, *typed)
        self.number.edit.clear()
