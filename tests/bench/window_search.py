"""How soon the hits are painted after a key, off screen."""

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from precinct_app.desk import Desk, unlock
from precinct_app.store.laptop import Laptop
from tests.bench.figure import Figure, percentile, seconds
from tests.bench.search_mix import SEED, queries
from tests.bench.window_day import PASSPHRASE, make_day
from tests.ui.offscreen import application
from ui.app import open_day
from ui.finder import Finder
from ui.language import Language
from ui.look import Look
from ui.main_window import MainWindow
from ui.theme import load_fonts

SCREEN = (1366, 768)
FRAME_MS = 16.7


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.seen = False
        watched.installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note it, and let everything pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def figures() -> Iterable[Figure]:
    """Measure the mix of the search, key by key, at 3,000 and at 30,000 voters."""
    shared = application()
    load_fonts()
    for count in (3_000, 30_000):
        with tempfile.TemporaryDirectory() as name:
            taken = _measured(shared, Path(name), count)
        what = f"key pressed → hits painted, {count:,} voters"
        yield Figure(f"{what}, p95", percentile(taken, 95), "ms", None, FRAME_MS)
        yield Figure(f"{what}, p50", percentile(taken, 50), "ms")
        yield Figure(f"{what}, longest", max(taken), "ms")


def _measured(shared: QApplication, folder: Path, count: int) -> list[float]:
    file = make_day(folder, count)
    desk = Desk(file, unlock(file, PASSPHRASE), Laptop(folder / "home"))
    window = MainWindow(Language("kk"), Look(shared))
    open_day(window, desk)
    window.resize(*SCREEN)
    window.show()
    window.show_voters()
    assert window.voters
    try:
        return _typed(window.voters.finder, queries([*desk.day.roll.voters.values()], SEED))
    finally:
        window.close()


def _typed(finder: Finder, mix: list[str]) -> list[float]:
    """Type each text of the mix, and time its last key from the press to the paint."""
    letters, hits, taken = Painted(finder.field), Painted(finder.hits.viewport()), []
    for text in mix:
        finder.field.setText(text[:-1])
        _rest()
        letters.seen = hits.seen = False
        taken.append(1000 * seconds(partial(_press, finder, text[-1], letters, hits)))
    return taken


def _press(finder: Finder, letter: str, letters: Painted, hits: Painted) -> None:
    """Press a key, and wait for the paint of the field and of the hits, if they are others."""
    key, held = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
    before = finder.hits.voters
    QCoreApplication.sendEvent(finder.field, QKeyEvent(QEvent.Type.KeyPress, key, held, letter))
    while not (letters.seen and (hits.seen or finder.hits.voters == before)):
        QCoreApplication.processEvents()


def _rest() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()
