"""How soon the chairman's page is painted when the day has moved, off screen, on a full day."""

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from precinct_app.desk import Desk, Who, unlock
from precinct_app.domain.parts import access
from precinct_app.store.laptop import Laptop
from precinct_app.training.commission import MEMBERS, Commission
from tests.bench.figure import Figure, percentile, seconds
from tests.bench.window_day import PASSPHRASE, make_day
from tests.bench.window_search import FRAME_MS, SCREEN, Painted
from tests.ui.offscreen import application
from ui.app import open_day
from ui.chairman_page import ChairmanPage
from ui.language import Language
from ui.look import Look
from ui.main_window import CHAIRMAN, MainWindow
from ui.session import Session
from ui.theme import load_fonts

VOTERS, ENTRIES = 3_000, 100


def figures() -> Iterable[Figure]:
    """Measure the page while the last hundred of 3,000 voters come."""
    shared = application()
    load_fonts()
    with tempfile.TemporaryDirectory() as name:
        taken = _measured(shared, Path(name))
    what = f"day moved → chairman's page painted, {VOTERS:,} voters"
    yield Figure(f"{what}, p95", percentile(taken, 95), "ms", None, FRAME_MS)
    yield Figure(f"{what}, p50", percentile(taken, 50), "ms")
    yield Figure(f"{what}, longest", max(taken), "ms")


def _measured(shared: QApplication, folder: Path) -> list[float]:
    file = make_day(folder, VOTERS)
    desk = Desk(file, unlock(file, PASSPHRASE), Laptop(folder / "home"))
    desk.start_writing()
    for member in MEMBERS:
        desk.act(Who(member), access.sign_in)
    commission = Commission(desk)
    voters = list(enumerate(commission.voters(), 1))
    for place, voter in voters[:-ENTRIES]:
        commission.serve(voter, place)
    window = MainWindow(Language("kk"), Look(shared))
    session = open_day(window, desk)
    window.resize(*SCREEN)
    window.show()
    assert window.frame
    window.frame.show_page(CHAIRMAN)
    page = window.frame.pages[CHAIRMAN]
    assert isinstance(page, ChairmanPage)
    painted, taken = Painted(page.plot), []
    try:
        for place, voter in voters[-ENTRIES:]:
            commission.serve(voter, place)
            _rest()
            painted.seen = False
            taken.append(1000 * seconds(partial(_announce, session, painted)))
    finally:
        window.close()
    return taken


def _announce(session: Session, painted: Painted) -> None:
    """Say that the day has moved, and wait until the page is painted."""
    session.changed.emit(session.desk.day.entries[-1])
    while not painted.seen:
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def _rest() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()
