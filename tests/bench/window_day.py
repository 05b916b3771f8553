"""A training day for the window's figures, and a program that opens it."""

import os
import subprocess
import sys
from pathlib import Path

from precinct_app.desk import Desk, Plan, create_day
from precinct_app.domain.precinct import Precinct
from precinct_app.resources import load_election
from precinct_app.store.laptop import Laptop
from precinct_app.training.commission import Commission
from precinct_app.training.people import invent_voters

PASSPHRASE = "training"
PATIENCE_S = 120

# Ends as soon as a key that was sent into the focus stands in a field that was painted.
TAKES_A_KEY = """
import os, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False

def take_a_key(*_):
    field, painted = None, Painted()
    while not isinstance(field, QLineEdit) or not field.isEnabled():
        QCoreApplication.processEvents()
        field = QApplication.focusWidget()
    field.installEventFilter(painted)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, "a")
    QCoreApplication.sendEvent(field, key)
    assert field.text() == "a"
    while not painted.seen:
        QCoreApplication.processEvents()
"""

BARE = """
application = QApplication([])
window, field = QMainWindow(), QLineEdit()
window.setCentralWidget(field)
window.showMaximized()
field.setFocus()
take_a_key()
"""

STARTED = """
from ui.app import open_window
QApplication.exec = take_a_key
open_window(sys.argv[1:])
"""

OPENED = """
import time
from pathlib import Path
from ui.app import show_start
from ui.language import Language
from ui.later import load_later
from ui.look import Look
from ui.main_window import MainWindow
from ui.passphrase_page import PassphrasePage
from ui.theme import load_fonts

look, accepted = PassphrasePage._look, []

def note(page, key):
    accepted.append(time.perf_counter())
    look(page, key)

def rest(seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()

PassphrasePage._look = note
application = QApplication([])
load_fonts()
window = MainWindow(Language("kk"), Look(application))
before = show_start(window, Path(sys.argv[1]))
window.showMaximized()
load_later(window)
while not isinstance(QApplication.focusWidget(), QLineEdit):
    QCoreApplication.processEvents()
field = QApplication.focusWidget()
for letter in sys.argv[2]:
    field.insert(letter)
    rest(0.15)
begun = time.perf_counter()
field.returnPressed.emit()
while window.frame is None:
    QCoreApplication.processEvents()
window.show_voters()
take_a_key()
ended = time.perf_counter()
print(ended - accepted[0], ended - begun)
"""

MEMORY = """
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
"""


def make_day(folder: Path, voters: int) -> Path:
    """Make the file of a training day whose voting is open."""
    plan = Plan(
        "training", load_election("2023-03-19"), Precinct("214"), invent_voters(voters, 214)
    )
    laptop, file = Laptop(folder / "home"), folder / "day.precinct"
    with Desk(file, create_day(file, plan, PASSPHRASE, laptop).key, laptop) as desk:
        desk.start_writing()
        commission = Commission(desk)
        commission.set_up()
        commission.open()
    return file


def play(folder: Path, program: str, *words: str | Path) -> str:
    """Play a program in a process of its own, off screen, and give what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", TAKES_A_KEY + program, *words],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PRECINCT_HOME": str(folder / "home")},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=PATIENCE_S,
    )
    return done.stdout
