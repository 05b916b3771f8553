"""A spoiled ballot: exchanged, or returned without exchange."""

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from precinct_app.domain.members import Role
from precinct_app.domain.parts import spoiled
from precinct_app.domain.parts.spoiled import Cause
from ui.ballot_choice import BallotChoice
from ui.box import Box
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.second_person import SecondPerson
from ui.session import Session
from ui.standing import BallotState, standing
from ui.text_field import TextField

RETURNED = "returned"


class SpoiledBox(Box):
    """Which ballot came back, why, and whether a new one goes out.

    A second exchange for the voter's own mistake asks for the chairman's PIN and a reason.
    """

    code = "spoiled"
    answer = (spoiled.BallotExchanged, spoiled.BallotReturned)

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        voter: str,
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._voter, day = voter, session.desk.day
        self.which, self.why, self.reason_words = QLabel(), QLabel(), QLabel()
        self.ballots = BallotChoice(day.election, language, several=False)
        self.causes = {code: QRadioButton() for code in (*Cause, RETURNED)}
        self.reason = TextField(keystrokes)
        self.chairman = SecondPerson(session, language, keystrokes)
        self._lay_out()
        self.ballots.offer(standing(day, voter, "").of(BallotState.GIVEN))
        self.causes[Cause.VOTER].setChecked(True)
        self.ballots.setFocus()
        self._show_stop()

    def ask(self) -> None:
        """Ask for the exchange, or for the return."""
        session, (ballot, *_) = self._session, self.ballots.chosen or ("",)
        cause = next(code for code, button in self.causes.items() if button.isChecked())
        if cause == RETURNED:
            session.do(spoiled.return_ballot, self._voter, ballot)
        elif self._is_stopped():
            chairman = self.chairman.member.code
            who = session.who("" if chairman == session.typist else chairman)
            exchange = (self._voter, ballot, session.issuer, cause, self.reason.text())
            pin = self.chairman.pin.take()
            session.do_confirmed(who, pin, spoiled.exchange_ballot, *exchange)
        else:
            session.do(spoiled.exchange_ballot, self._voter, ballot, session.issuer, cause)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        say = self._language.text
        self.which.setText(say("spoiled.which"))
        self.why.setText(say("spoiled.why"))
        self.reason_words.setText(say("spoiled.reason"))
        self.reason.setAccessibleName(say("spoiled.reason"))
        for code, button in self.causes.items():
            button.setText(say(f"spoiled.{code}"))
        self.ballots.retranslate()
        self._show_stop()

    def _lay_out(self) -> None:
        self.reason_words.setBuddy(self.reason)
        group = QButtonGroup(self)
        causes = QVBoxLayout()
        causes.setSpacing(0)
        for button in self.causes.values():
            group.addButton(button)
            causes.addWidget(button)
        shown: tuple[QWidget, ...] = (self.which, self.ballots, self.why)
        for part in shown:
            self.body.addWidget(part)
        self.body.addLayout(causes)
        for part in (self.chairman, self.reason_words, self.reason):
            self.body.addWidget(part)
        group.buttonToggled.connect(lambda *_: self._show_stop())
        self.ballots.changed.connect(self._show_stop)

    def _is_stopped(self) -> bool:
        """Tell whether the voter has had his exchange of this kind for his own mistake."""
        day, (ballot, *_) = self._session.desk.day, self.ballots.chosen or ("",)
        made = day.holding(self._voter).own_mistakes.get(ballot, 0)
        limit = day.election.thresholds.own_mistake_exchanges
        return self.causes[Cause.VOTER].isChecked() and made >= limit

    def _show_stop(self) -> None:
        stopped = self._is_stopped()
        day = self._session.desk.day
        if stopped:
            chairmen = [found.id for found in day.bearers(Role.CHAIRMAN)]
            self.chairman.offer(chairmen, self._language.text("spoiled.stop"))
        for part in (self.chairman, self.reason_words, self.reason):
            part.setVisible(stopped)
        self.fit()
