"""What the first page does not need, loaded while somebody types the key."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

# The page comes first; between two pieces the keys that were pressed have their turn.
FIRST_MS = 300
PAUSE_MS = 40

PIECES = (
    lambda: import_module("precinct_app.domain.fold"),
    lambda: import_module("precinct_app.desk.unlocking"),
    lambda: import_module("precinct_app.desk.state"),
    lambda: import_module("precinct_app.desk.desk"),
    lambda: import_module("precinct_app.desk.duty"),
    lambda: import_module("ui.session"),
    lambda: import_module("ui.day_frame"),
    lambda: import_module("ui.sign_in_page"),
    lambda: import_module("ui.voter_page"),
    lambda: import_module("ui.stock_page"),
    lambda: import_module("ui.setup_page"),
)


def load_later(window: QObject) -> QTimer:
    """Load what a day needs, piece by piece; the timer stops when all is there.

    Whoever is faster waits no longer than without it: what is missing is loaded when it is used.
    """
    timer, pieces = QTimer(window), iter(PIECES)

    def load_next() -> None:
        timer.setInterval(PAUSE_MS)
        load = next(pieces, None)
        if load is None:
            timer.stop()
        else:
            load()

    timer.timeout.connect(load_next)
    timer.start(FIRST_MS)
    return timer
