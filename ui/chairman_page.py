"""The chairman's page: how the day stands, what comes next, what does not add up."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from precinct_app.domain.figures.turnout import served_moments
from precinct_app.domain.precinct import at_clock, moment
from ui.chairman_lines import due_lines, trip_lines, wrong_lines
from ui.chairman_tables import AccountsTable, StacksTable
from ui.column import Column, words
from ui.language import Language
from ui.session import Session
from ui.theme import dress
from ui.turnout_plot import Turnout, TurnoutPlot

# With less room than so many noughts the two columns stand below each other.
NARROW = 116
WIDE = 220
AGAIN_MS = 30_000


class ChairmanPage(QWidget):
    """It is reckoned anew when the day has moved, and only while somebody looks at it."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session, self._language = session, language
        self._titles: dict[str, QLabel] = {}
        self._is_stale = True
        self.wrong = _lines()
        self.plot, self.plotted = TurnoutPlot(language.number), words("muted")
        self.accounts, self.stacks = (
            AccountsTable(session, language),
            StacksTable(session, language),
        )
        self.due, self.trips = _lines(), _lines()
        self._column = Column(WIDE, fills=True)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._again = QTimer(self)
        self._again.timeout.connect(self._refresh)
        session.changed.connect(self._move)
        language.changed.connect(self._move)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def come(self) -> None:
        """Be shown, and take the keys that scroll."""
        self.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        say = self._language
        self.setAccessibleName(say.text("page.chairman"))
        for code, title in self._titles.items():
            title.setText(say.text(f"chairman.{code}"))
        self._show_turnout()
        self._show_wrong()
        self.accounts.retranslate()
        self.stacks.retranslate()
        day, now = self._session.desk.day, self._session.desk.clock.now()
        self.due.setText("\n".join(due_lines(say, day, now)) or say.text("chairman.nothing"))
        trips = trip_lines(say, day)
        self.trips.setText("\n".join(trips) or say.text("chairman.no_trips"))
        self._is_stale = False

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock too as long as the page is in sight."""
        super().showEvent(event)
        self._again.start(AGAIN_MS)
        if self._is_stale:
            self.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._again.stop()
        self._is_stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves below each other where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys."""
        bar = self._column.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _move(self, _entry: object = None) -> None:
        self._is_stale = True
        self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self.retranslate()

    def _show_turnout(self) -> None:
        day, say, now = self._session.desk.day, self._language, self._session.desk.clock.now()
        slips = {
            at_clock(day.election, day.precinct, hour): slip.served
            for hour, slip in sorted(day.slips.items())
        }
        begins = moment(day.election, day.precinct, "voting_begins")
        ends = moment(day.election, day.precinct, "voting_ends")
        moments = served_moments(day)
        until = min(max(now, begins), ends)
        self.plot.show_turnout(Turnout(begins, ends, until, moments, slips))
        told = [
            say.text("chairman.slip", hour=say.clock(at), served=say.number(served))
            for at, served in slips.items()
        ]
        self.plotted.setText(
            say.text(
                "chairman.plot",
                served=say.number(len(moments)),
                voters=say.number(day.listed_count),
                slips=", ".join(told) or say.text("chairman.nothing"),
            )
        )
        self.plot.setAccessibleName(self.plotted.text())

    def _show_wrong(self) -> None:
        lines = wrong_lines(self._language, self._session.desk.day)
        self.wrong.setText("\n".join(lines) or self._language.text("chairman.all_well"))
        dress(self.wrong, "bad" if lines else "good")
        self._titles["wrong"].setVisible(bool(lines))

    def _fit(self) -> None:
        if not hasattr(self, "_halves"):
            return
        noughts = self.width() / self.fontMetrics().horizontalAdvance("0")
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if noughts < NARROW else across)

    def _lay_out(self) -> None:
        self._column.rows.setSpacing(8)
        self._column.add(self._title("wrong"), self.wrong)
        left = self._half(("turnout", self.plot), ("", self.plotted), ("stacks", self.stacks))
        right = self._half(("due", self.due), ("trips", self.trips), ("accounts", self.accounts))
        for half in (left, right):
            self._halves.addLayout(half, 1)
        self._halves.setSpacing(18)
        self._column.rows.addLayout(self._halves)
        self._column.rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    def _half(self, *sections: tuple[str, QWidget]) -> QVBoxLayout:
        half = QVBoxLayout()
        half.setSpacing(6)
        for code, widget in sections:
            if code:
                half.addWidget(self._title(code))
            half.addWidget(widget)
        half.addStretch(1)
        return half

    def _title(self, code: str) -> QLabel:
        title = self._titles[code] = QLabel()
        dress(title, "strong")
        return title


def _lines() -> QLabel:
    label = words()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
