"""Record what happened: ballots were given against a rule."""

from PySide6.QtWidgets import QLabel, QWidget

from precinct_app.domain.members import COMMISSION
from precinct_app.domain.parts import issuing
from precinct_app.domain.recorded import FactRecorded
from ui.ballot_choice import BallotChoice
from ui.box import Box
from ui.choice import Choice
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.second_person import SecondPerson
from ui.session import Session
from ui.text_field import TextField


class RecordBox(Box):
    """Which ballots, by whom, on which paper, and why; always with a second person."""

    code = "record"
    answer = (FactRecorded,)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        voter: str,
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._voter, election = voter, session.desk.day.election
        self.issuer_words, self.paper_words, self.reason_words = QLabel(), QLabel(), QLabel()
        self.ballots = BallotChoice(election, language, several=True)
        self.issuer = Choice(keystrokes)
        self.paper, self.reason = TextField(keystrokes), TextField(keystrokes)
        self.second = SecondPerson(session, language, keystrokes)
        self.ballots.offer(election.ballot_ids)
        named = {self.issuer_words: self.issuer, self.paper_words: self.paper}
        self.body.addWidget(self.ballots)
        for words, field in {**named, self.reason_words: self.reason}.items():
            words.setBuddy(field)
            self.body.addWidget(words)
            self.body.addWidget(field)
        self.body.addWidget(self.second)
        self.ballots.setFocus()

    def ask(self) -> None:
        """Ask to record it, once the second person's PIN holds."""
        who, pin = self._session.who(self.second.member.code), self.second.pin.take()
        facts = (self._voter, self.ballots.chosen, self.issuer.code)
        record = issuing.issue_ballots.recorded(self.paper.text(), self.reason.text())
        self._session.do_confirmed(who, pin, record, *facts)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        say, members = self._language.text, self._session.desk.day.members
        labels = ("issuer", self.issuer_words, self.issuer), ("paper", self.paper_words, self.paper)
        for code, words, field in (*labels, ("reason", self.reason_words, self.reason)):
            words.setText(say(f"record.{code}"))
            field.setAccessibleName(words.text())
        commission = [m for m, found in members.items() if found.role in COMMISSION]
        self.issuer.offer({member: members[member].name for member in commission})
        others = [member for member in commission if member != self._session.typist]
        self.second.offer(others, say("record.second"))
        self.ballots.retranslate()
        self.second.retranslate()
