"""A page that may face the room: figures in large letters, no name on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.accounts import PUT_ASIDE, VOTERS
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.day import Day
from precinct_app.domain.election import Ballot
from precinct_app.domain.trips import trips_out
from ui.column import Column, words
from ui.flow import Flow
from ui.language import Language
from ui.session import Session
from ui.stack_view import paint_letter
from ui.theme import dress

WIDE = 220
FIGURES = ("listed", "served", "outside", "trips")
LINES = ("received", "issued", "left", "aside")


class ObserversPage(QWidget):
    """It is reckoned anew when the day has moved, and only while somebody looks at it."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self.title = words("title")
        self.figures = {code: Figure() for code in FIGURES}
        self.kinds = {one.id: KindFigures(one) for one in session.desk.day.election.ballots}
        self.slips_title, self.slips, self.head = QLabel(), words("large"), words("large")
        self._lay_out()
        session.changed.connect(self._move)
        language.changed.connect(self._move)

    def come(self) -> None:
        """Be shown; nothing here is typed."""
        self.setFocus()

    def retranslate(self) -> None:
        """Show the day as it is now, in the language that is on."""
        day, say = self._session.desk.day, self._language
        self.setAccessibleName(say.text("page.observers"))
        phase = say.word("phase", day.phase)
        self.title.setText(say.text("observers.title", number=day.precinct.number, state=phase))
        for (code, figure), count in zip(self.figures.items(), _figures(day), strict=True):
            figure.show_count(say.number(count), say.text(f"observers.{code}"))
        for ballot, kind in self.kinds.items():
            kind.show_kind(day, say, ballot)
        told = [
            say.text("chairman.slip", hour=hour, served=say.number(slip.served))
            for hour, slip in sorted(day.slips.items())
        ]
        self.slips_title.setText(say.text("observers.slips"))
        self.slips.setText("   ".join(told) or say.text("chairman.nothing"))
        digest = short_digest(checkpoint_digest(day.desks))
        entries = say.number(len(day.entries))
        self.head.setText(say.text("observers.head", entries=entries, digest=digest))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the day as it is now."""
        super().showEvent(event)
        self.retranslate()

    def _move(self, _entry: object = None) -> None:
        if self.isVisible():
            self.retranslate()

    def _lay_out(self) -> None:
        dress(self.slips_title, "middle")
        column = Column(WIDE, fills=True)
        column.rows.setSpacing(14)
        column.add(self.title)
        for widgets in (self.figures.values(), self.kinds.values()):
            row = Flow(18)
            for widget in widgets:
                row.addWidget(widget)
            column.rows.addLayout(row)
        column.add(self.slips_title, self.slips, self.head)
        column.rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Figure(QFrame):
    """A number as large as a room needs, and what it is below it."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.told = QLabel(), QLabel()
        dress(self, "panel")
        dress(self.count, "room")
        dress(self.told, "middle")
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(self.told)

    def show_count(self, count: str, told: str) -> None:
        """Show another number."""
        self.count.setText(count)
        self.told.setText(told)
        self.count.setAccessibleName(f"{told}: {count}")


class KindFigures(QFrame):
    """The account of one kind: its letter on its colour, and four lines."""

    def __init__(self, ballot: Ballot) -> None:
        super().__init__()
        self._ballot = ballot
        self.letter = QLabel(ballot.letter)
        self.lines = {code: QLabel() for code in LINES}
        dress(self, "panel")
        dress(self.letter, "room")
        self.letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        paint_letter(self.letter, ballot)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.addWidget(self.letter)
        row.addLayout(column)
        column.setSpacing(2)
        for line in self.lines.values():
            dress(line, "large")
            column.addWidget(line)

    def show_kind(self, day: Day, say: Language, ballot: str) -> None:
        """Show the account as it is now."""
        accounts = day.accounts
        aside = sum(day.left(ballot, account) for account in PUT_ASIDE)
        left = sum(accounts.unused(ballot).values())
        counts = (accounts.came_in(ballot), day.left(ballot, VOTERS), left, aside)
        for (code, line), count in zip(self.lines.items(), counts, strict=True):
            line.setText(say.text(f"observers.{code}", count=say.number(count)))
        self.letter.setAccessibleName(say.of(self._ballot.short))


def _figures(day: Day) -> tuple[int, ...]:
    """Reckon the figures of the room, in the order in which they stand."""
    outside = {voter for trip in day.trips.values() for voter in trip.results}
    return day.listed_count, day.served(), len(outside), len(trips_out(day))
