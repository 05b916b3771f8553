"""The act of handing the list over: its number, its voters, and why they differ."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from precinct_app.domain.parts import setup
from ui.acting import acting
from ui.button import act_button
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.session import Session
from ui.theme import dress


class ListActPanel(Column):
    """Voting is not opened while act and list differ and nobody wrote down why."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title, self.told, self.verdict = QLabel(), words("muted"), words()
        self.number, self.voters = Field(language, "act.number"), Field(language, "act.voters")
        self.explanation = Field(language, "act.explanation")
        self.save = act_button(session)
        dress(self.title, "title")
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.number)
        row.addWidget(self.voters)
        self.add(self.title, self.told, self.verdict)
        self.rows.addLayout(row)
        self.add(self.explanation)
        self.decide(self.save)
        self.save.clicked.connect(self._save)
        for field in (self.number, self.voters, self.explanation):
            field.edit.returnPressed.connect(self._save)
        session.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def come(self) -> None:
        """Be shown, with what stands in the file."""
        act = self._session.desk.day.list_act
        if act:
            self.number.edit.setText(act.number)
            self.voters.edit.setText(str(act.voters))
            self.explanation.edit.setText(act.explanation)
        self.retranslate()
        differs = act and act.voters != self._session.desk.day.roll.size
        (self.explanation if differs else self.number).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, day = self._language, self._session.desk.day
        self.title.setText(say.text("setup_step.list_act"))
        self.told.setText(say.text("act.told"))
        self.save.setText(say.text("act.save"))
        act, listed = day.list_act, day.roll.size
        code = "act.not_stated" if act is None else "act.equal"
        if act and act.voters != listed:
            code = "act.explained" if act.explanation else "act.unexplained"
        facts = {"stated": say.number(act.voters if act else 0), "listed": say.number(listed)}
        self.verdict.setText(say.text(code, **facts))
        dress(self.verdict, {"act.equal": "good", "act.unexplained": "bad"}.get(code, "warning"))
        self.setAccessibleName(self.title.text())

    def _save(self) -> None:
        voters = self.voters.typed
        rule = setup.state_list_act
        # What is no number is refused by the rule as one that can't be.
        stated = int(voters) if voters.isdecimal() else -1
        who = acting(self._session, rule)
        self._session.do_as(who, rule, self.number.typed, stated, self.explanation.typed)
