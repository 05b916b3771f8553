"""The first page stands at once; what a day needs is loaded while somebody types."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject

from ui.later import PIECES, load_later

FIRST = "import sys; import ui.app; print(*sys.modules)"
ALL = "import sys; from ui.later import PIECES; [load() for load in PIECES]; print(*sys.modules)"
HEAVY = {
    "precinct_app.desk.desk",
    "precinct_app.domain.fold",
    "sqlcipher3",
    "ui.setup_page",
    "ui.sign_in_page",
    "ui.stock_page",
    "ui.voter_page",
}


def test_the_first_page_loads_nothing_of_a_day():
    assert HEAVY & loaded_by(FIRST) == set()


def test_what_is_loaded_later_is_all_that_a_day_needs():
    loaded = loaded_by(ALL)
    assert loaded >= HEAVY
    # It makes tables, and a day that is opened has its own.
    assert "sqlite_utils" not in loaded


@pytest.mark.usefixtures("qapp")
def test_the_pieces_are_loaded_one_after_another_and_then_no_more():
    window, patience = QObject(), QDeadlineTimer(20_000)
    timer = load_later(window)
    while timer.isActive() and not patience.hasExpired():
        QCoreApplication.processEvents()
    assert not timer.isActive()
    assert all(load().__name__ in sys.modules for load in PIECES)


def loaded_by(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())
