"""Work that takes longer than a frame, beside the window."""

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from precinct_app.errors import Saying

LOOK_EVERY_MS = 30
# Long enough for the busy sign to be painted before a PIN is reckoned.
PAINTED_MS = 20


class Background(QObject):
    """One piece of work in a second process: a thread would make the window stand still.

    ``done`` carries what came out, ``said_no`` a Saying; ``ended`` comes once after either, after
    ``cancel``, and when the process died, which is then raised as our own fault.
    """

    progress = Signal(int, int)
    done = Signal(object)
    said_no = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[..., object], *arguments: Any) -> None:
        # Most windows never need a second process.
        import multiprocessing

        from ui.second_process import work_there

        super().__init__()
        fresh = multiprocessing.get_context("spawn")
        self._pipe, theirs = fresh.Pipe(duplex=False)
        told = (theirs, work, arguments)
        self._process = fresh.Process(target=work_there, args=told, daemon=True)
        self._theirs = theirs
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Tell whether the work goes on."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin to work."""
        self._process.start()
        self._theirs.close()
        self._timer.start(LOOK_EVERY_MS)

    def cancel(self) -> None:
        """Stop the work at once; nothing comes out of it."""
        if self.is_running:
            self._process.terminate()
            self._finish()

    def _look(self) -> None:
        while self.is_running and self._pipe.poll():
            try:
                kind, told = self._pipe.recv()
            except EOFError:
                self._finish()
                raise RuntimeError(f"ended with {self._process.exitcode}") from None
            self._take(kind, told)

    def _take(self, kind: str, told: Any) -> None:
        from ui.second_process import DONE, PROGRESS, unpack

        if kind == PROGRESS:
            self.progress.emit(*told)
            return
        self._finish()
        if kind == DONE:
            self.done.emit(told)
        else:
            self.said_no.emit(unpack(told))

    def _finish(self) -> None:
        self._timer.stop()
        self._process.join()
        self._pipe.close()
        self.ended.emit()


class Aside(QObject):
    """One piece of work in a thread: only what lets go of Python's lock, as Argon2id does.

    No widget may die in that thread: it never has the last hold of the work, and the collector of
    garbage, which runs wherever memory is taken, rests meanwhile.
    """

    done = Signal(object)
    said_no = Signal(object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to work."""
        from concurrent.futures import ThreadPoolExecutor

        # A page that is closed meanwhile goes; its work stays until it is done.
        _UNDER_WAY.add(self)
        gc.disable()
        thread = ThreadPoolExecutor(1)
        self._found = thread.submit(self._work)
        thread.shutdown(wait=False)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        if not self._found.done():
            return
        self._timer.stop()
        _UNDER_WAY.discard(self)
        if not _UNDER_WAY:
            gc.enable()
        try:
            found = self._found.result()
        except Saying as no:
            self.said_no.emit(no)
        else:
            self.done.emit(found)


_UNDER_WAY: set[Aside] = set()
