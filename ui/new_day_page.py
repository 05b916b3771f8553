"""A new day file: election, precinct, hours and the list, as the chairman states them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from precinct_app.desk.birth import DayKind
from precinct_app.domain.election import Election
from precinct_app.domain.precinct import Precinct, check_precinct
from precinct_app.domain.times import read_date
from precinct_app.errors import Refusal
from precinct_app.resources import election_ids, load_election
from ui.ask_file import LISTS, ask_open
from ui.button import Button
from ui.choice import Choice
from ui.column import Column, words
from ui.draft import Draft
from ui.field import Field
from ui.language import Language
from ui.notice import Notice
from ui.precinct_more import PrecinctMore
from ui.theme import dress

KINDS: tuple[DayKind, ...] = ("live", "training")
FIELDS = ("number", "begins", "ends", "offset", "name", "address")


class NewDayPage(Column):
    """``wanted`` carries a Draft whose precinct can be."""

    wanted = Signal(object)
    back = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._elections = [load_election(election) for election in election_ids()]
        self.list: Path | None = None
        self.title, self.kind_words, self.election_words = QLabel(), QLabel(), QLabel()
        self.paper, self.law, self.list_name = words("muted"), words(), words("strong")
        self.kind, self.election = Choice(), Choice()
        self.fields = {code: Field(language, f"new.{code}") for code in FIELDS}
        self.more_wanted, self.more = Button("plain"), PrecinctMore(language)
        self.choose, self.go_on, self.leave = Button(), Button(), Button()
        self.notice = Notice(language)
        self._lay_out()
        self._connect()
        self.retranslate()

    def come(self) -> None:
        """Be shown: the number of the precinct is typed first."""
        self.fields["number"].setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language.text
        self.title.setText(say("new.title"))
        self.paper.setText(self._language.word("about", "paper_prevails"))
        self.kind_words.setText(say("new.kind"))
        self.election_words.setText(say("new.election"))
        _name(self.kind, self.kind_words, [say(f"new.{kind}") for kind in KINDS])
        _name(self.election, self.election_words, [self._short(one) for one in self._elections])
        self._show_law()
        self.more_wanted.setText(say("new.more"))
        self.choose.setText(say("new.choose"))
        self.list_name.setText(self.list.name if self.list else say("new.no_list"))
        self.go_on.setText(say("new.go_on"))
        self.leave.setText(say("back"))
        self.setAccessibleName(self.title.text())

    def _lay_out(self) -> None:
        dress(self.title, "title")
        dress(self.go_on, "primary")
        dress(self.leave, "plain")
        for label, box in ((self.kind_words, self.kind), (self.election_words, self.election)):
            label.setBuddy(box)
        self.add(self.title, self.paper, self._grid_holder())
        self.add_row(self.more_wanted)
        self.add(self.more)
        self.more.hide()
        self.add_row(self.choose, self.list_name)
        self.add(self.notice)
        self.decide(self.go_on, self.leave)

    def _grid_holder(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.election_words, 0, 0, 1, 2)
        grid.addWidget(self.election, 1, 0, 1, 2)
        grid.addWidget(self.kind_words, 0, 2, 1, 2)
        grid.addWidget(self.kind, 1, 2, 1, 2)
        for place, code in enumerate(FIELDS[:4]):
            grid.addWidget(self.fields[code], 3, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.law, 2, 0, 1, 4)
        grid.addWidget(self.fields["name"], 4, 0, 1, 2)
        grid.addWidget(self.fields["address"], 4, 2, 1, 2)
        return holder

    def _connect(self) -> None:
        self.more_wanted.clicked.connect(self._show_more)
        self.choose.clicked.connect(self._ask_list)
        self.go_on.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.back)
        self.election.currentIndexChanged.connect(self._show_law)
        for field in (*self.fields.values(), *self.more.fields, self.more.pages):
            field.edit.returnPressed.connect(self._go_on)
        self._language.changed.connect(self.retranslate)

    def _show_law(self) -> None:
        """Show the hours of the law where nothing else is typed."""
        election = self._elections[max(0, self.election.currentIndex())]
        self.fields["begins"].hint(election.hours.voting_begins)
        self.fields["ends"].hint(election.hours.voting_ends)
        self.fields["offset"].hint(election.utc_offset)
        self.more.show_law(election)
        of = self._language.of
        ballots = "; ".join(f"{one.letter} – {of(one.short)}" for one in election.ballots)
        self.law.setText(f"{of(election.title)}. {ballots}.")

    def _show_more(self) -> None:
        """Show what few precincts state; it stays in sight, for what is typed in it holds."""
        self.more.show()
        self.more_wanted.hide()
        self.more.fields[0].setFocus()

    def _short(self, election: Election) -> str:
        """Tell elections apart that have one title: by day and number of ballots."""
        day = self._language.day(read_date(election.date))
        return self._language.text("new.election_of", day=day, ballots=len(election.ballots))

    def _ask_list(self) -> None:
        ask_open(self, self.choose.text(), LISTS, self.take_list)

    def take_list(self, file: Path) -> None:
        """Take the list file that was chosen."""
        self.list = file
        self.retranslate()
        self.go_on.setFocus()

    def _go_on(self) -> None:
        election = self._elections[self.election.currentIndex()]
        try:
            precinct = self.more.stated(self._precinct())
            check_precinct(election, precinct)
        except Refusal as no:
            self.notice.say(no)
            return
        if self.list is None:
            self._ask_list()
            return
        self.notice.clear()
        kind = KINDS[self.kind.currentIndex()]
        self.wanted.emit(Draft(kind, election, precinct, self.list, self.more.pages.typed))

    def _precinct(self) -> Precinct:
        typed = {code: field.typed for code, field in self.fields.items()}
        hours = {"voting_begins": typed["begins"], "voting_ends": typed["ends"]}
        return Precinct(
            number=typed["number"],
            name=typed["name"],
            address=typed["address"],
            utc_offset=typed["offset"],
            times={name: hour for name, hour in hours.items() if hour},
        )


def _name(box: Choice, label: QLabel, texts: list[str]) -> None:
    """Put the choices of a box in words, without changing what is chosen."""
    box.setAccessibleName(label.text())
    for place, text in enumerate(texts):
        if place < box.count():
            box.setItemText(place, text)
        else:
            box.addItem(text)
