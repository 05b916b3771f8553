"""The window is opened from here."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from precinct_app.desk import Desk
from precinct_app.texts import text
from ui.before_day import BeforeDay
from ui.bug import hook_faults
from ui.language import Language
from ui.look import Look
from ui.main_window import MainWindow
from ui.session import Session
from ui.spoken import spoken
from ui.theme import load_fonts

NO_SCREEN = 1
TRAINING = "--training"


def open_window(argv: list[str]) -> int:
    """Open the window, with the day file that is named; the exit code when it is closed.

    ``--training`` opens the built-in training precinct.
    """
    language_code = spoken()
    if not has_screen():
        sys.stderr.write(text(language_code, "ui", "window.no_screen") + "\n")
        return NO_SCREEN
    application = QApplication([sys.argv[0], *argv])
    application.setApplicationName("precinct-app")
    load_fonts()
    language = Language(language_code)
    hook_faults(language)
    window = MainWindow(language, Look(application))
    before = show_start(window, Path(argv[0]) if argv and argv[0] != TRAINING else None)
    if argv and argv[0] == TRAINING:
        before.train()
    window.showMaximized()
    return application.exec()


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

    def go_on(desk: Desk) -> None:
        open_day(window, desk)

    before.opened.connect(go_on)
    window.show_alone(before)
    if file:
        before.open_file(file)
    else:
        before.start()
    return before


def open_day(window: MainWindow, desk: Desk) -> Session:
    """Open a day in the window with all its pages."""
    session = Session(desk)
    window.open_day(session)
    return session
