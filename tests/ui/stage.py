"""A window with a day behind it, driven as a person drives it."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from precinct_app.desk import Desk
from precinct_app.texts import LANGUAGES
from ui.language import Language
from ui.look import Look
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Theme, load_fonts

SIZE = (1366, 768)
# A hand's pause after a character; a scanner is faster.
BY_HAND_S = 0.06
PATIENCE_S = 20.0


class Stage:
    """One window of a fixed size, in a folder of its own, with fixed clocks."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        language: str = LANGUAGES[0],
        session: type[Session] = Session,
    ) -> None:
        application.setCursorFlashTime(0)
        load_fonts()
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.application = folder, application
        self.language = Language(language)
        self.look = Look(application)
        self.window = MainWindow(self.language, self.look)
        self.window.resize(*SIZE)
        self.desk: Desk | None = None
        self.session = session

    def open_day(self, desk: Desk) -> Session:
        """Open a day in the window, as the front door does."""
        self.desk = desk
        session = self.session(desk)
        self.window.open_day(session)
        self.show()
        return session

    def show_page(self, page: str) -> None:
        """Show a page of the day."""
        assert self.window.frame
        self.window.frame.show_page(page)
        self.settle()

    def show(self) -> None:
        """Show the window and let it come to rest."""
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def wear(self, theme: Theme, scale: float) -> None:
        """Wear a theme in a size, and give an open box the size it would have been opened in."""
        self.look.wear(theme, scale)
        self.settle()
        for box in self.window.findChildren(QDialog):
            width = box.sizeHint().width()
            layout = box.layout()
            assert layout is not None
            box.resize(width, layout.totalHeightForWidth(width))

    def settle(self) -> None:
        """Let Qt do what it has put off."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()

    def wait(self, seconds: float) -> None:
        """Let time pass as a person does."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QCoreApplication.processEvents()

    def wait_for_answer(self, session: Session) -> None:
        """Wait until what was asked has been answered."""
        until = time.monotonic() + PATIENCE_S
        while session.is_waiting:
            assert time.monotonic() < until, "no answer came"
            QCoreApplication.processEvents()
        self.settle()

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys."""
        box = self.application.activeModalWidget()
        if box is not None:
            within: QWidget | None = box.focusWidget()
            return within if within is not None else box
        focused: tuple[QWidget | None, ...]
        focused = (self.application.focusWidget(), self.window.focusWidget())
        return next((widget for widget in focused if widget is not None), self.window)

    def type(self, text: str) -> None:
        """Type a text as a hand does, then pause."""
        for letter in text:
            self.key(Qt.Key.Key_unknown, letter)
        self.wait(BY_HAND_S)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys that bear no letter."""
        for key in keys:
            self.key(key)
        self.settle()

    def key(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None
    ) -> None:
        """Send one key to whatever has the focus."""
        held = modifiers or Qt.KeyboardModifier.NoModifier
        focus = self.focus
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(focus, QKeyEvent(kind, key, held, text))

    def close(self) -> None:
        """Close the window and let go of the file."""
        self.window.close()
        if self.desk:
            self.desk.close()
        QCoreApplication.removeTranslator(self.language._qt)
        for left in self.application.topLevelWidgets():
            left.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
