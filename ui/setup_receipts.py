"""Ballots come in by packs: stated in the act, counted here or left sealed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.accounts import PACK
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import stock
from ui.account_table import AccountTable
from ui.acting import acting
from ui.amounts import MOST
from ui.button import act_button
from ui.choice import Choice
from ui.column import Column, words
from ui.field import Field
from ui.language import Language
from ui.session import Session
from ui.theme import dress


class ReceiptsPanel(Column):
    """One pack at a time; a sealed one is counted when it is opened."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(110)
        self._session, self._language = session, language
        self.title, self.told, self.verdict = QLabel(), words("muted"), words("warning")
        self.accounts = AccountTable(session, language, with_stacks=False)
        self.ballot_words, self.ballot = QLabel(), Choice()
        self.stated, self.counted = Field(language, "pack.stated"), Field(language, "pack.counted")
        self.paper, self.receive = Field(language, "pack.paper"), act_button(session)
        self.pack_words, self.pack = QLabel(), Choice()
        self.pack_counted = Field(language, "pack.counted_now")
        self.count, self.sealed = act_button(session, ""), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def come(self) -> None:
        """Be shown: the first figure is typed at once."""
        self.retranslate()
        self.stated.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say, day = self._language, self._session.desk.day
        self.title.setText(say.text("setup_step.receipts"))
        self.told.setText(say.text("pack.told"))
        self.ballot_words.setText(say.text("pack.ballot"))
        self.ballot.setAccessibleName(self.ballot_words.text())
        for place, one in enumerate(day.election.ballots):
            self.ballot.setItemText(place, f"{one.letter} – {say.of(one.short)}")
        self.receive.setText(say.text("pack.receive"))
        self.pack_words.setText(say.text("pack.sealed"))
        self.pack.setAccessibleName(self.pack_words.text())
        self.count.setText(say.text("pack.count"))
        self._offer_packs()
        self._compare()
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        for _ in self._session.desk.day.election.ballots:
            self.ballot.addItem("")
        for field in (self.stated, self.counted, self.pack_counted):
            field.edit.setValidator(QIntValidator(0, MOST, field))
        holder = _grid(self.pack_words, self.pack, self.pack_counted)
        self.sealed.setLayout(holder)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(
            self.count, 1, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        )
        self.add(self.title, self.told, self.accounts, self.sealed)
        self.rows.addLayout(
            _grid(self.ballot_words, self.ballot, self.stated, self.counted, self.paper)
        )
        self.add(self.verdict)
        self.decide(self.receive)

    def _connect(self) -> None:
        for field in (self.stated, self.counted):
            field.edit.textChanged.connect(self._compare)
        for field in (self.stated, self.counted, self.paper):
            field.edit.returnPressed.connect(self._receive)
        self.receive.clicked.connect(self._receive)
        self.pack_counted.edit.returnPressed.connect(self._count)
        self.count.clicked.connect(self._count)
        self._session.changed.connect(self._day_moved)
        self._language.changed.connect(self.retranslate)

    def _compare(self) -> None:
        """Say what the count says beside the act, before it is recorded."""
        stated, counted = int(self.stated.typed or 0), self.counted.typed
        if not counted:
            self.verdict.setText(self._language.text("pack.left_sealed"))
        elif int(counted) == stated:
            self.verdict.setText(self._language.text("pack.agrees"))
        else:
            code = "pack.short" if int(counted) < stated else "pack.over"
            self.verdict.setText(self._language.text(code, count=abs(int(counted) - stated)))
        self.verdict.setVisible(bool(stated))
        dress(self.verdict, "muted" if not counted or int(counted) == stated else "warning")

    def _offer_packs(self) -> None:
        """Offer the packs that are still sealed."""
        day, say = self._session.desk.day, self._language
        letters = {one.id: one.letter for one in day.election.ballots}
        self.pack.clear()
        for entry, ballot in day.sealed_packs.items():
            left = say.number(day.left(ballot, PACK + entry))
            words_of = say.text("pack.one", letter=letters[ballot], left=left, entry=entry)
            self.pack.addItem(words_of, entry)
        self.sealed.setVisible(bool(day.sealed_packs))

    def _receive(self) -> None:
        rule = stock.receive_ballots
        ballot = self._session.desk.day.election.ballot_ids[self.ballot.currentIndex()]
        counted = int(self.counted.typed) if self.counted.typed else None
        stated = int(self.stated.typed or 0)
        who = acting(self._session, rule)
        self._session.do_as(who, rule, ballot, stated, counted, self.paper.typed)

    def _count(self) -> None:
        rule, counted = stock.count_pack, int(self.pack_counted.typed or -1)
        who = acting(self._session, rule)
        self._session.do_as(who, rule, str(self.pack.currentData()), counted, self.paper.typed)

    def _day_moved(self, entry: Entry) -> None:
        """Go on to the next kind; the act is mostly the same one."""
        if isinstance(entry.event, stock.BallotsReceived):
            self.stated.edit.clear()
            self.counted.edit.clear()
            self.ballot.setCurrentIndex((self.ballot.currentIndex() + 1) % self.ballot.count())
            if self.isVisible():
                self.stated.setFocus()
        elif isinstance(entry.event, stock.PackCounted):
            self.pack_counted.edit.clear()
        self.retranslate()


def _grid(label: QLabel, box: Choice, *fields: Field) -> QGridLayout:
    """Put figures side by side, below the choice that they are about."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    label.setBuddy(box)
    choice = QVBoxLayout()
    choice.setSpacing(4)
    choice.addWidget(label)
    choice.addWidget(box)
    grid.addLayout(choice, 0, 0, 1, 3)
    for column, field in enumerate(fields):
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
    return grid
