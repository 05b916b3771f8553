"""One voter, large: who, where in the paper list, and each ballot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from precinct_app.domain.members import Member
from precinct_app.domain.phases import Phase
from precinct_app.domain.voters import Voter
from ui.ballot_card import BallotCard
from ui.ballot_row import BallotRow
from ui.flow import Flow
from ui.kept_words import kept_words
from ui.language import Language
from ui.place import place_words
from ui.scrolling import Scrolling
from ui.session import Session
from ui.standing import TICKED, BallotState, Standing, standing
from ui.theme import dress

ACTS = ("decline", "defer", "spoiled", "correct", "assistant", "note", "look")


class VoterCard(QFrame):
    """Shows how a voter stands, and tells by signals what somebody wants.

    ``issue_wanted`` is the large button, ``wanted`` one of the others by its code.
    """

    issue_wanted = Signal()
    wanted = Signal(str)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.voter: Voter | None = None
        self.is_open = False
        self.standing = Standing({})
        self._by_hand: dict[str, bool] = {}
        self._told: tuple[Callable[[], str], str] | None = None
        self.name, self.person, self.place = QLabel(), QLabel(), QLabel()
        self.notes, self.banner, self.issue = QLabel(), QLabel(), QPushButton()
        ballots = session.desk.day.election.ballots
        self.ballots = [BallotCard(one, n, language) for n, one in enumerate(ballots, 1)]
        self._row = BallotRow(self.ballots)
        self.acts = {code: QPushButton() for code in ACTS}
        self._lay_out()
        self._connect()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ballots that Enter would issue."""
        return tuple(card.ballot.id for card in self.ballots if card.isChecked())

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ballots that could be issued and are not ticked."""
        open_ones = self.standing.of(*TICKED)
        return tuple(ballot for ballot in open_ones if ballot not in self.ticked)

    def show_voter(self, voter: Voter) -> None:
        """Open the card of a voter, with all that he may receive ticked."""
        self.voter, self.is_open = voter, True
        self._by_hand, self._told = {}, None
        self.refresh()
        self.reach.verticalScrollBar().setValue(0)

    def close_with(self, words: Callable[[], str]) -> None:
        """Take no more ticks, and say what was done."""
        self.is_open = False
        self.tell(words, "good")
        self.refresh()

    def offers(self, code: str) -> bool:
        """Tell whether an act of ``ACTS`` makes sense for the voter as he stands."""
        if code in {"decline", "defer"}:
            return self.is_open and not self.standing.is_done
        if code == "correct":
            return bool(self.standing.correctable)
        if code == "spoiled":
            return bool(self.standing.of(BallotState.GIVEN))
        return self.standing.is_served or code != "look"

    def toggle(self, place: int) -> None:
        """Take a ballot out or put it back, by its place from 0."""
        if place < len(self.ballots) and self.ballots[place].isEnabled():
            self.ballots[place].toggle()

    def tell(self, words: Callable[[], str], kind: str) -> None:
        """Say something above the ballots until the next act, in whatever language is on."""
        self._told = words, kind
        self._show_banner()

    def follow(self, words: Callable[[], str] | None) -> None:
        """Show the voter after an act on him, and say what was done where it needs words."""
        self._told = (words, "good") if words else None
        self.refresh()

    def refresh(self) -> None:
        """Show the voter as the day has him now; what was ticked by hand stays so."""
        if self.voter is None:
            return
        day = self._session.desk.day
        self.voter = day.voter(self.voter.id) or self.voter
        self.standing = standing(day, self.voter.id, self._session.issuer)
        for card in self.ballots:
            state = self.standing.ballots[card.ballot.id]
            ticked = self._by_hand.get(card.ballot.id, state in TICKED) and self.is_open
            card.show_state(state, ticked=ticked, open_to_ticks=self.is_open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        for card in self.ballots:
            card.retranslate()
        self._row.fit()
        for code, button in self.acts.items():
            button.setText(self._language.text(f"card.{code}"))
            button.setToolTip(self._language.text(f"card.{code}_told"))
        if self.voter:
            self._show_person(self.voter)
            self._show_banner()
            self._show_issue()

    def _show_person(self, voter: Voter) -> None:
        say, day = self._language, self._session.desk.day
        held = day.holding(voter.id)
        self.name.setText(voter.name)
        four = say.text("card.iin", four=voter.iin[-4:]) if voter.iin else ""
        known = "card.birth" if "-" in voter.birth else "card.birth_year"
        birth = say.text(known, date=say.birth(voter.birth)) if voter.birth else ""
        self.person.setText("   ".join(part for part in (birth, voter.address, four) if part))
        self.place.setText(place_words(say, voter))
        self.setAccessibleName(f"{voter.name}. {self.place.text()}")
        noted = [say.text("card.assistant_is", name=held.assistant)] if held.assistant else []
        self.notes.setText("\n".join([*kept_words(say, day, voter.id), *noted, *held.notes]))
        self.notes.setVisible(bool(self.notes.text()))

    def _show_banner(self) -> None:
        told, kind = self._told or (str, "good")
        words = told()
        if self.is_open and self.standing.is_served:
            # Whatever was done since: nobody must overlook that the voter was served.
            words = "\n".join(filter(None, [self._served_words(), words]))
            kind = "bad" if self.standing.is_done else "warning"
        self.banner.setText(words)
        self.banner.setVisible(bool(words))
        self.banner.setAccessibleName(words)
        dress(self.banner, kind)

    def _served_words(self) -> str:
        """Say that the voter was served, wholly or in part, when and by whom."""
        handing, code = self.standing.handing, "served" if self.standing.is_done else "partly"
        if handing is None:
            return self._language.text(f"card.{code}")
        member = self._session.desk.day.members.get(handing.issuer)
        name = member.name if member else handing.issuer
        time = self._language.clock(handing.recorded)
        return self._language.text(f"card.{code}_by", time=time, name=name)

    def _show_issue(self) -> None:
        day, ticked = self._session.desk.day, self.ticked
        member = day.members.get(self._session.issuer)
        may = day.phase is Phase.VOTING and bool(ticked) and member is not None
        self.issue.setEnabled(may and not self._session.is_waiting)
        self.issue.setVisible(self.is_open and not self.standing.is_done)
        self.issue.setText(self._issue_words(len(ticked), member))
        for code, button in self.acts.items():
            button.setVisible(self.offers(code))

    def _issue_words(self, count: int, member: Member | None) -> str:
        """Say what Enter does now, or why it does nothing."""
        say, phase = self._language, self._session.desk.day.phase
        if self._session.is_waiting:
            return say.text("busy")
        if phase is not Phase.VOTING:
            return say.text("card.not_voting", phase=phase)
        if member is None:
            return say.text("card.no_issuer")
        if not count:
            return say.text("card.nothing_ticked")
        return say.text("card.issue", count=count, name=member.name)

    def _lay_out(self) -> None:
        dress(self, "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self.name, "title")
        dress(self.person, "middle")
        dress(self.place, "place")
        dress(self.notes, "middle")
        dress(self.issue, "primary")
        for label in (self.name, self.person, self.place, self.notes, self.banner):
            label.setWordWrap(True)
        inner = QWidget()
        column, whole = QVBoxLayout(inner), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        whole.setContentsMargins(16, 10, 16, 12)
        whole.setSpacing(8)
        for label in (self.banner, self.name, self.person, self.place, self.notes):
            column.addWidget(label)
        column.addWidget(self._row)
        acts = Flow()
        for button in self.acts.values():
            acts.addWidget(button)
        column.addLayout(acts)
        # In large letters the rest scrolls, and what decides stays in sight.
        self.reach = Scrolling(inner)
        whole.addWidget(self.reach, 1000)
        whole.addWidget(self.issue)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.issue.clicked.connect(self.issue_wanted)
        for code, button in self.acts.items():
            button.clicked.connect(lambda _=False, code=code: self.wanted.emit(code))
        for card in self.ballots:
            card.toggled.connect(self._ticks_changed)
        self._session.waiting.connect(lambda _: self.retranslate())
        self._session.chosen.connect(self.refresh)

    def _ticks_changed(self) -> None:
        self._by_hand = {card.ballot.id: card.isChecked() for card in self.ballots}
        self._show_issue()
