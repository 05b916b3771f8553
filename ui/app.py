"""The window is opened from here."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from precinct_app.texts import text
from ui.before_day import BeforeDay
from ui.bug import hook_faults
from ui.habits import Habits, recall, remember
from ui.language import Language
from ui.later import load_later
from ui.look import Look
from ui.main_window import MainWindow
from ui.theme import THEMES, load_fonts

if TYPE_CHECKING:
    from precinct_app.desk import Desk
    from ui.session import Session

NO_SCREEN = 1
TRAINING = "--training"


def open_window(argv: list[str]) -> int:
    """Open the window, with the day file that is named; the exit code when it is closed.

    ``--training`` opens the built-in training precinct.
    """
    habits = recall()
    if not has_screen():
        return say_no_screen(habits.language)
    application = begin(habits.language, argv)
    language, look = Language(habits.language), Look(application)
    look.wear(THEMES[habits.theme], habits.scale)
    keep_habits(language, look)
    hook_faults(language)
    window = MainWindow(language, look)
    before = show_start(window, Path(argv[0]) if argv and argv[0] != TRAINING else None)
    if argv and argv[0] == TRAINING:
        before.train()
    window.showMaximized()
    load_later(window)
    return application.exec()


def begin(language: str, argv: list[str]) -> QApplication:
    """Begin the application; a screen that does not answer ends it with a sentence."""

    def end_if_fatal(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # Qt would leave a dump of the memory, and no word for a clerk.
            os._exit(say_no_screen(language))
        sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(end_if_fatal)
    application = QApplication([sys.argv[0], *argv])
    qInstallMessageHandler(None)
    application.setApplicationName("precinct-app")
    load_fonts()
    return application


def say_no_screen(language: str) -> int:
    """Say that there is no screen, and give the exit code."""
    sys.stderr.write(text(language, "ui", "window.no_screen") + "\n")
    sys.stderr.flush()
    return NO_SCREEN


def keep_habits(language: Language, look: Look) -> None:
    """Remember language, theme and size whenever they change."""

    def keep() -> None:
        remember(Habits(language.code, look.theme.name, look.scale))

    language.changed.connect(keep)
    look.changed.connect(keep)


def has_screen() -> bool:
    """Tell whether there is a screen; Qt would end the program where there is none."""
    if sys.platform != "linux":
        return True
    off_screen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return bool(
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or off_screen in {"offscreen", "vnc"}
    )


def show_start(window: MainWindow, file: Path | None) -> BeforeDay:
    """Show the pages before a day is open, and go on to the day."""
    before = BeforeDay(window.language)
    before.rail.theme_wanted.connect(window.look.next_theme)
    before.rail.size_wanted.connect(window.look.step)

    def go_on(desk: "Desk") -> None:
        open_day(window, desk)

    before.opened.connect(go_on)
    window.show_alone(before)
    if file:
        before.open_file(file)
    else:
        before.start()
    return before


def open_day(window: MainWindow, desk: "Desk") -> "Session":
    """Open a day in the window with all its pages."""
    from ui.session import Session

    session = Session(desk)
    window.open_day(session)
    return session
