"""Our own mistake: a traceback in a log, and one calm box."""

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from precinct_app.desk import home
from ui.language import Language

LOG = "precinct-app-faults.log"


def hook_faults(language: Language) -> None:
    """Catch what nobody caught: Qt's loop goes on after it."""
    told: list[QMessageBox] = []

    def take(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, at)
            return
        log = write_fault(kind, at)
        # One box at a time: a fault that repeats must not bury the desk in boxes.
        if not any(box.isVisible() for box in told):
            told[:] = [_box(language, log)]

    sys.excepthook = take


def write_fault(kind: type[BaseException], at: TracebackType | None) -> Path:
    """Append where it happened, without the words of the error, which may hold a name."""
    import traceback

    log = home() / LOG
    frames = "".join(traceback.format_tb(at))
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{moment} {kind.__module__}.{kind.__qualname__}\n{frames}\n")
    except OSError:
        sys.stderr.write(frames)
    return log


def _box(language: Language, log: Path) -> QMessageBox:
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(language.text("bug.title"))
    box.setText(language.text("bug.words", file=log.name))
    box.setAccessibleName(box.windowTitle())
    box.open()
    return box
