"""Three corrections, never mixed: take back, move the mark, charge to another member."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from precinct_app.desk import Who
from precinct_app.domain.entry import Act, Event
from precinct_app.domain.handing import entry_of
from precinct_app.domain.members import COMMISSION
from precinct_app.domain.parts import corrections
from precinct_app.domain.parts.corrections import SHORT_REASONS, alone_until
from ui.ballot_choice import BallotChoice
from ui.box import Box
from ui.choice import Choice
from ui.entry_words import entry_words
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.row_field import RowField
from ui.second_person import SecondPerson
from ui.session import Session
from ui.standing import correctable
from ui.text_field import TextField
from ui.theme import dress

TAKE_BACK, MOVE, CHARGE = WAYS = ("take_back", "move_mark", "charge_to_another")
IN_WORDS = "in_words"


class CorrectionBox(Box):
    """Which entry, what really happened, and why.

    The issuer alone within the minutes of the election, before the next issue and with a reason
    from the short list; else a second person confirms with the PIN.
    """

    code = "correction"
    answer = (
        corrections.BallotsTakenBack,
        corrections.MarkMoved,
        corrections.ChargedToAnother,
    )

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        language: Language,
        keystrokes: Keystrokes,
        entry: str,
        way: str = TAKE_BACK,
    ) -> None:
        super().__init__(parent, session, language, keystrokes)
        self._first = entry
        self.entry, self.reason, self.member = (Choice(keystrokes) for _ in range(3))
        self.ways = {way: QRadioButton() for way in WAYS}
        self.told_way, self.reason_words = QLabel(), QLabel()
        self.ballots = BallotChoice(session.desk.day.election, language, several=True)
        self.damaged = QRadioButton(), QRadioButton()
        self.row = RowField(session, language, keystrokes)
        self.in_words = TextField(keystrokes)
        self.second = SecondPerson(session, language, keystrokes)
        self._lay_out()
        self.ways[way].setChecked(True)
        self.damaged[0].setChecked(True)
        self.retranslate()
        self.entry.setCurrentIndex(max(0, self.entry.findData(entry)))
        (self.row.number if way == MOVE else self.ways[way]).setFocus()

    @property
    def way(self) -> str:
        """Which of the three corrections is chosen."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def ask(self) -> None:
        """Ask for the correction that is chosen."""
        session, entry, reason = self._session, self.entry.code, self._reason()
        alone = self._alone()
        witness = "" if alone else self.second.member.code
        who = Who(self._issuer() if alone else session.typist, witness)
        pin = "" if alone else self.second.pin.take()
        if self.way == TAKE_BACK:
            taken = self.ballots.chosen
            damaged = self.damaged[1].isChecked()
            self._do(who, pin, corrections.take_back, entry, reason, taken, damaged)
        elif self.way == MOVE:
            self._do(who, pin, corrections.move_mark, entry, self.row.voter, reason)
        else:
            self._do(who, pin, corrections.charge_to_another, entry, self.member.code, reason)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        say = self._language
        for way, button in self.ways.items():
            button.setText(say.text(f"correction.{way}"))
        self.reason_words.setText(say.text("correction.reason"))
        self.in_words.setAccessibleName(say.text("correction.in_words"))
        self.in_words.setPlaceholderText(say.text("correction.in_words"))
        for field, name in (
            (self.entry, "entry"),
            (self.reason, "reason"),
            (self.member, "member"),
        ):
            field.setAccessibleName(say.text(f"correction.{name}"))
        reasons = {code: say.text(f"reason.{code}") for code in (*SHORT_REASONS, IN_WORDS)}
        self.reason.offer({"": say.text("reason.choose"), **reasons})
        for button, code in zip(self.damaged, ("to_stack", "to_damaged"), strict=True):
            button.setText(say.text(f"correction.{code}"))
        for part in (self.ballots, self.row, self.second):
            part.retranslate()
        self._show_way()

    def _do(self, who: Who, pin: str, rule: Callable[..., Event], *args: object) -> None:
        if who.witness:
            self._session.do_confirmed(who, pin, rule, *args)
        else:
            self._session.do_as(who, rule, *args)

    def _entries(self, way: str) -> dict[str, str]:
        """Name the entries of the same voter that a way can correct."""
        day = self._session.desk.day
        handing = day.handings.get(self._first)
        found = correctable(day, handing.voter) if handing else ()
        found = tuple(name for name in found if self._fits(way, name))
        wanted = {entry_of(name) for name in found}
        known = {entry.id: entry for entry in day.entries if entry.id in wanted}
        return {name: entry_words(self._language, day, known[entry_of(name)]) for name in found}

    def _fits(self, way: str, name: str) -> bool:
        """Tell whether a way can correct an entry at all."""
        handing = self._session.desk.day.handings[name]
        if way == TAKE_BACK:
            return bool(self._unanswered(name))
        if way == MOVE:
            return handing.kind == "issue"
        return handing.kind != "return" and not handing.trip

    def _unanswered(self, name: str) -> tuple[str, ...]:
        """List the ballots of an entry that nothing later exchanged or took in."""
        day = self._session.desk.day
        ballots = day.handings[name].ballots
        return tuple(ballot for ballot in ballots if not day.answer_to(name, (ballot,)))

    def _issuer(self) -> str:
        """Give who may correct alone: the issuer; a return has none, then whoever types."""
        handing = self._session.desk.day.handings.get(self.entry.code)
        return (handing.issuer if handing else "") or self._session.typist

    def _alone(self) -> bool:
        """Tell whether the issuer, on duty here, still may correct without a second person."""
        desk, issuer = self._session.desk, self._issuer()
        if self.reason.code not in SHORT_REASONS or issuer not in desk.day.duty(desk.number):
            return False
        now = desk.clock.now()
        act = Act(now, now, desk.number, issuer)
        known = self.entry.code in desk.day.handings
        return known and alone_until(desk.day, act, self.entry.code) is not None

    def _reason(self) -> str:
        return self.in_words.text() if self.reason.code == IN_WORDS else self.reason.code

    def _show_way(self) -> None:
        """Show what the chosen correction asks for, and nothing of the others."""
        way, session = self.way, self._session
        for other, button in self.ways.items():
            button.setEnabled(other == way or bool(self._entries(other)))
        self.entry.offer(self._entries(way))
        members = session.desk.day.members
        issuers = {m: found.name for m, found in members.items() if session.may_issue(m)}
        issuers.pop(self._issuer(), None)
        self.member.offer(issuers)
        if self.entry.code in session.desk.day.handings:
            self.ballots.offer(self._unanswered(self.entry.code), ticked=True)
        self.told_way.setText(self._language.text(f"correction.{way}_told"))
        self.go.setText(self._language.text(f"correction.{way}_go"))
        for part in (self.ballots, *self.damaged):
            part.setVisible(way == TAKE_BACK)
        self.row.setVisible(way == MOVE)
        self.member.setVisible(way == CHARGE)
        self._show_second()

    def _show_second(self) -> None:
        day, chosen = self._session.desk.day, bool(self.reason.code)
        self.in_words.setVisible(self.reason.code == IN_WORDS)
        self.go.setEnabled(chosen and not self._session.is_waiting)
        alone = self._alone()
        self.second.setVisible(chosen and not alone)
        if not alone:
            others = [m for m, found in day.members.items() if found.role in COMMISSION]
            others = [member for member in others if member != self._session.typist]
            minutes = day.election.thresholds.alone_minutes
            self.second.offer(others, self._language.text("correction.second", minutes=minutes))
        self.fit()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button in self.ways.values():
            group.addButton(button)
        pair = QButtonGroup(self)
        for button in self.damaged:
            pair.addButton(button)
        dress(self.told_way, "muted")
        self.told_way.setWordWrap(True)
        self.reason_words.setBuddy(self.reason)
        self.body.addWidget(self.entry)
        self.body.addLayout(_row(*self.ways.values()))
        told: tuple[QWidget, ...] = (self.told_way, self.ballots)
        for part in told:
            self.body.addWidget(part)
        self.body.addLayout(_row(*self.damaged))
        asked: tuple[QWidget, ...] = (
            self.row,
            self.member,
            self.reason_words,
            self.reason,
            self.in_words,
            self.second,
        )
        for part in asked:
            self.body.addWidget(part)
        group.buttonToggled.connect(lambda *_: self._show_way())
        self.entry.currentIndexChanged.connect(lambda _: self.retranslate())
        self.reason.currentIndexChanged.connect(lambda _: self._show_second())


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
