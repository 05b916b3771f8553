"""The voter page on a running day, worked by keys alone, with a hand or with a scanner."""

import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from precinct_app.desk import Desk
from ui.idle import Idle
from ui.keystrokes import Keystrokes
from ui.language import Language
from ui.look import Look
from ui.main_window import VOTER, MainWindow
from ui.session import Session
from ui.theme import load_fonts

ENTER, ESCAPE, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
F = [Qt.Key.Key_unknown, *(Qt.Key(Qt.Key.Key_F1.value + n) for n in range(12))]
HAND_S, SCANNER_S = 0.150, 0.004
PATIENCE_S = 20.0


class Ticking:
    """A clock of seconds that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def go(self, seconds: float) -> None:
        self.seconds += seconds


class Voting:
    """One window at the voter page; its clocks are made by hand."""

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        session: type[Session] = Session,
        language: str = "kk",
    ) -> None:
        application.setCursorFlashTime(0)
        load_fonts()
        self.application, self.desk = application, desk
        self.ticking, self.idling = Ticking(), Ticking()
        self.idle = Idle(self.idling)
        self.language = Language(language)
        keystrokes = Keystrokes(self.ticking)
        self.window = MainWindow(self.language, Look(application), self.idle, keystrokes)
        self.window.resize(1366, 768)
        self.session = session(desk)
        self.window.open_day(self.session)
        assert self.window.frame
        assert self.window.voters
        self.frame, self.page = self.window.frame, self.window.voters
        self.finder, self.card, self.hits = self.page.finder, self.page.card, self.page.finder.hits
        self.field = self.finder.field
        self.window.show()
        self.window.activateWindow()
        self.frame.show_page(VOTER)
        self.settle()

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys: in the box on top, else in the window."""
        box = self.page.acts.box
        top: QWidget = box or self.window
        focused: QWidget | None = top.focusWidget()
        return focused if focused is not None else top

    @property
    def flow(self) -> str:
        """The name of the state in which the page is."""
        return type(self.page.flow).__name__

    @property
    def day(self):
        return self.desk.day

    def key(self, key, text="", modifiers=Qt.KeyboardModifier.NoModifier, *, repeats=False) -> None:
        """Send one key to whatever has the focus."""
        focus = self.focus
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeats)
        QCoreApplication.sendEvent(focus, event)

    def press(self, *keys, repeats: bool = False) -> None:
        """Press keys as a hand does."""
        for key in keys:
            self.ticking.go(HAND_S)
            self.key(key, repeats=repeats)

    def type(self, text: str) -> None:
        """Type as a hand does."""
        for letter in text:
            self.ticking.go(HAND_S)
            self.key(Qt.Key.Key_unknown, letter)

    def scan(self, text: str) -> None:
        """Type as a scanner does; a line feed is its Enter."""
        for letter in text:
            self.ticking.go(SCANNER_S)
            self.key(ENTER if letter == "\n" else Qt.Key.Key_unknown, letter.strip("\n"))

    def choose(self, place: int) -> None:
        """Choose who issues with Ctrl and a digit."""
        key = Qt.Key(Qt.Key.Key_0.value + place)
        self.key(key, "", Qt.KeyboardModifier.ControlModifier)

    def open(self, number: str) -> None:
        """Open the card of a voter by the number in the list."""
        self.page.open_voter(number)
        self.ticking.go(HAND_S)

    def answer(self) -> None:
        """Wait until what was asked has been answered."""
        until = time.monotonic() + PATIENCE_S
        while self.session.is_waiting:
            assert time.monotonic() < until, "no answer came"
            QCoreApplication.processEvents()
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()

    def issues(self) -> list[tuple[str, str]]:
        """The issues in the journal: voter and issuer."""
        events = [entry.event for entry in self.day.entries if entry.kind == "ballots_issued"]
        return [(event.voter, event.issuer) for event in events]

    def close(self) -> None:
        self.page.acts.close()
        self.window.close()
        self.desk.close()
        QCoreApplication.removeTranslator(self.language._qt)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begin(application: QApplication, folder: Path, session: type[Session] = Session, **wanted):
    """Open the window on a running day with four issuers on duty; the deputy issues."""
    from tests.ui.days import DEPUTY, desk_at

    folder.mkdir(parents=True, exist_ok=True)
    voting = Voting(application, desk_at(folder, **wanted), session)
    voting.session.choose(DEPUTY)
    return voting
