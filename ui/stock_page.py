"""The stock: from the safe to a member, back, and from member to member."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton

from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import handover, stock
from ui.account_table import AccountTable
from ui.acting import acting, beside
from ui.amounts import Amounts
from ui.button import act_button
from ui.choice import Choice
from ui.column import Column, words
from ui.flow import Flow
from ui.handover_list import HandoverList
from ui.language import Language
from ui.session import Session
from ui.theme import dress

OUT, BACK, OVER = "hand_out", "put_in", "hand_over"
WAYS = (OUT, BACK, OVER)
MOVED = (stock.BallotsHandedOut, stock.BallotsPutInSafe, handover.BallotsHandedOver)
ENDED = (handover.BallotsTaken, handover.HandoverCalledOff)


class StockPage(Column):
    """One chooses the way and the members, types how many, and presses Enter."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(140)
        self._session, self._language = session, language
        self.title, self.told = QLabel(), words("muted")
        self.accounts = AccountTable(session, language)
        self.ways = {way: QRadioButton() for way in WAYS}
        self.giver_words, self.taker_words = QLabel(), QLabel()
        self.giver, self.taker = Choice(), Choice()
        self.amounts, self.carry = Amounts(session, language), act_button(session)
        self.on_way = HandoverList(session, language)
        self._lay_out()
        self._connect()
        self.ways[OUT].setChecked(True)
        self.retranslate()

    def come(self) -> None:
        """Be shown: the first amount is typed at once."""
        self.retranslate()
        self.amounts.setFocus()

    @property
    def way(self) -> str:
        """Which way the ballots go."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("stock.title"))
        for way, button in self.ways.items():
            button.setText(say(f"stock.{way}"))
        self.giver_words.setText(say("stock.from"))
        self.taker_words.setText(say("stock.to"))
        self.carry.setText(say(f"stock_do.{self.way}"))
        self.told.setText(say(f"stock_told.{self.way}"))
        for box, label in ((self.giver, self.giver_words), (self.taker, self.taker_words)):
            box.setAccessibleName(label.text())
        self._fill()
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        group = QButtonGroup(self)
        for button in self.ways.values():
            group.addButton(button)
        self.giver_words.setBuddy(self.giver)
        self.taker_words.setBuddy(self.taker)
        members = QHBoxLayout()
        members.setSpacing(12)
        for widget in (self.giver_words, self.giver, self.taker_words, self.taker):
            members.addWidget(widget)
        for box in (self.giver, self.taker):
            members.setStretchFactor(box, 1)
        self.add(self.title, self.accounts, self.on_way)
        ways = Flow(12)
        for button in self.ways.values():
            ways.addWidget(button)
        self.rows.addLayout(ways)
        self.add(self.told)
        self.rows.addLayout(members)
        self.add(self.amounts)
        self.decide(self.carry)

    def _connect(self) -> None:
        for button in self.ways.values():
            button.toggled.connect(self.retranslate)
        self.giver.currentIndexChanged.connect(self._show_left)
        self.amounts.entered.connect(self._move)
        self.carry.clicked.connect(self._move)
        self._session.changed.connect(self._day_moved)
        self._language.changed.connect(self.retranslate)

    def _fill(self) -> None:
        """Offer the members who may issue, and the safe where it is a side."""
        sides = {OUT: (True, False), BACK: (False, True), OVER: (False, False)}
        for box, is_safe in zip((self.giver, self.taker), sides[self.way], strict=True):
            _offer(box, self._safe() if is_safe else self._members())
            box.setDisabled(is_safe)
        self._show_left()

    def _safe(self) -> list[tuple[str, str]]:
        return [(SAFE, self._language.text("stock.safe"))]

    def _members(self) -> list[tuple[str, str]]:
        members = self._session.desk.day.members.values()
        able = [one for one in members if self._session.may_issue(one.id)]
        return [(one.id, one.name) for one in able]

    def _show_left(self) -> None:
        giver = str(self.giver.currentData() or "")
        holder = SAFE if giver == SAFE else stack(giver)
        self.amounts.show_left(self._session.desk.day, holder)

    def _day_moved(self, entry: Entry) -> None:
        self.retranslate()
        if isinstance(entry.event, MOVED):
            self.amounts.clear()
        # Also what is taken or called off: its own button is gone.
        if isinstance(entry.event, MOVED + ENDED) and self.isVisible():
            self.amounts.setFocus()

    def _move(self) -> None:
        giver, taker = str(self.giver.currentData() or ""), str(self.taker.currentData() or "")
        session, amounts = self._session, self.amounts.typed
        if self.way == OUT:
            who = acting(session, stock.hand_out_ballots)
            session.do_as(who, stock.hand_out_ballots, taker, amounts)
        elif self.way == BACK:
            session.do_as(beside(session, giver), stock.put_in_safe, giver, amounts)
        else:
            who = beside(session, giver)
            session.do_as(who, handover.hand_over_ballots, giver, taker, amounts)


def _offer(box: Choice, choices: list[tuple[str, str]]) -> None:
    """Offer choices by their ids, and keep the one that was chosen."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for one, name in choices:
        box.addItem(name, one)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
