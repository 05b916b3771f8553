"""The frame around the pages of a day: what is always in sight."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from precinct_app.errors import Saying
from ui.day_steps import STEPS, open_items
from ui.duty_row import DutyRow
from ui.headline import Headline
from ui.language import Language
from ui.last_entry import LastEntry
from ui.notice import Notice
from ui.rail import Rail
from ui.session import Session
from ui.stripe import TrainingStripe
from ui.theme import dress
from ui.trouble_line import TroubleLine

# No name of a member stands around these pages.
FACING_ROOM = ("observers",)


class Page(Protocol):
    """What the frame asks of a page, which is a widget."""

    def retranslate(self) -> None:
        """Say everything in the language that is on."""

    def come(self) -> None:
        """Be shown: refresh, and take the focus."""


class DayFrame(QWidget):
    """Stripe, headline, members on duty, what waits, the last no, a page, the last entry."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self.session, self.language = session, language
        self.headline, self.duty = Headline(session, language), DutyRow(session, language)
        self.notice = Notice(language, session.desk.day.election)
        self.last = LastEntry(session, language)
        self.rail, self.busy = Rail(language), QLabel()
        self.troubles = TroubleLine(session, language)
        self.pages: dict[str, QWidget] = {}
        self._unmade: dict[str, Callable[[], QWidget]] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self.rail.wanted.connect(self.show_page)
        session.refused.connect(self._say_no)
        session.failed.connect(self._say_no)
        session.changed.connect(self.notice.clear)
        session.waiting.connect(self.busy.setVisible)
        language.changed.connect(self.retranslate)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.headline.tick)
        self._tick.timeout.connect(self.troubles.look)
        self._tick.start(1_000)
        self._pace = QTimer(self)
        self._pace.timeout.connect(self.headline.stack.retranslate)
        self._pace.timeout.connect(self.show_open)
        self._pace.start(30_000)
        session.changed.connect(self.show_open)
        self.retranslate()

    def add_page(self, code: str, page: QWidget) -> None:
        """Add a page under its code; ``page.<code>`` is its name in the rail."""
        self.pages[code] = page
        self._stack.addWidget(page)
        self.rail.add(code)

    def add_unmade(self, code: str, make: Callable[[], QWidget]) -> None:
        """Add a page that is made when it is first shown: most desks never ask for it."""
        self._unmade[code] = make
        self.rail.add(code)

    def show_page(self, code: str) -> None:
        """Show a page and let it take the focus."""
        if make := self._unmade.pop(code, None):
            self.pages[code] = make()
            self._stack.addWidget(self.pages[code])
        page = self.pages[code]
        self._face_room(code in FACING_ROOM)
        self._stack.setCurrentWidget(page)
        self.rail.mark(code)
        cast("Page", page).come()

    @property
    def shown(self) -> str:
        """The code of the page that is shown."""
        return next(
            code for code, page in self.pages.items() if page is self._stack.currentWidget()
        )

    def retranslate(self) -> None:
        """Say the frame's own words in the language that is on."""
        self.busy.setText(self.language.text("busy"))
        self.show_open()

    def show_open(self, _entry: object = None) -> None:
        """Show in the rail on which pages something is due or missing now."""
        day, now = self.session.desk.day, self.session.desk.clock.now()
        self.rail.show_open({code: open_items(day, code, now) for code in STEPS})

    def _face_room(self, faces: bool) -> None:
        """Hide the names around a page that the room looks at."""
        if faces:
            self.notice.clear()
        for named in (self.headline.stack, self.duty, self.last):
            named.setVisible(not faces)

    def _say_no(self, no: Saying) -> None:
        """Say it above the page, unless a box stands over it that says it itself."""
        if QApplication.activeModalWidget() is None:
            self.notice.say(no)

    def _lay_out(self) -> None:
        dress(self, "ground")
        dress(self.busy, "strong")
        # What stands beside it in the headline stays where it is.
        kept = self.headline.stack.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.headline.stack.setSizePolicy(kept)
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.session.desk.day.created.day_kind == "training":
            column.addWidget(TrainingStripe(self.language))
        column.addWidget(self.headline)
        body = QHBoxLayout()
        body.addWidget(self.rail)
        right = QVBoxLayout()
        right.setContentsMargins(12, 8, 12, 6)
        right.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.last, 1)
        foot.addWidget(self.busy)
        for widget in (self.duty, self.troubles, self.notice):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        body.addLayout(right, 1)
        column.addLayout(body, 1)
