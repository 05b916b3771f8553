"""Ask where a file is, or where it shall be."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

DAY_FILES = "*.precinct"
LISTS = "*.xlsx *.csv *.txt"


def ask_open(parent: QWidget, title: str, names: str, then: Callable[[Path], None]) -> None:
    """Ask for a file that is there; an answer comes only when one was chosen."""
    dialog = QFileDialog(parent, title, str(Path.home()), names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, then)


def ask_save(parent: QWidget, title: str, file: Path, then: Callable[[Path], None]) -> None:
    """Ask for the name of a file to be written; ``file`` is what is offered."""
    dialog = QFileDialog(parent, title, str(file.parent), f"*{file.suffix}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(file.suffix.removeprefix("."))
    dialog.selectFile(file.name)
    _ask(dialog, then)


def ask_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
    """Ask for a folder that is there; an answer comes only when one was chosen."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _ask(dialog, then)


def _ask(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    def chosen(file: str) -> None:
        then(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
