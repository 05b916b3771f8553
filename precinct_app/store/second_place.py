"""A second place takes every entry within two seconds of its commit."""

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from precinct_app.domain.entry import Entry
from precinct_app.errors import StoreError, Trouble, is_full, unplaced
from precinct_app.store.codec import row_of
from precinct_app.store.lines import Header, LineFile, Seal, header_line, read_header
from precinct_app.store.placing import sync_folder
from precinct_app.store.whole_copies import Place, WholeCopies

# Entries that come together are one write; together with the disk well within two seconds.
PAUSE_SECONDS = 0.3
# Without an entry: how often it is looked whether the place is still there.
LOOK_SECONDS = 1.0
# What comes back after hours is written in pieces, so that the desk hardly feels it.
PIECE = 40
_BREATH_SECONDS = 0.01
# A stick that does not answer must not hold the window.
PATIENCE_SECONDS = 3.0


class Source(NamedTuple):
    """What is copied: the file, its key, the seal of its lines, its entries as they stand now."""

    path: Path
    key: bytes
    seal: Seal
    header: Header
    entries: Callable[[], Sequence[Entry]]


class CopyState(NamedTuple):
    """How the second place stands.

    ``age`` is how many seconds ago it last held every entry, None where it never did;
    ``waiting`` how many entries are not there yet.
    """

    folder: Path
    age: float | None
    waiting: int


class SecondPlace:
    """A thread that writes lines, and tends the whole copies; nobody waits for it."""

    def __init__(self, source: Source, place: Place) -> None:
        self._source, self._place = source, place
        self._lines = LineFile(place.lines, source.seal, source.header)
        self._copies = WholeCopies(source.path, source.key, place)
        self._trouble: StoreError | None = None
        self._held = 0
        self._whole_at: float | None = None
        self._fault = ""
        self._work, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="second place", daemon=True)
        self._thread.start()

    @property
    def state(self) -> CopyState:
        """How old the copy is, and how many entries wait."""
        waiting = max(0, len(self._source.entries()) - self._held)
        age = None if self._whole_at is None else time.monotonic() - self._whole_at
        return CopyState(self._place.folder, age, waiting)

    @property
    def trouble(self) -> StoreError | None:
        """What keeps entries or whole copies from the place; nothing is lost by it."""
        return self._trouble or self._copies.trouble

    def committed(self) -> None:
        """Tell it that there is an entry to write."""
        self._work.set()

    def stop(self) -> None:
        """Write the last lines and end, unless the place does not answer."""
        self._over.set()
        self._work.set()
        self._thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        ending = False
        while not ending:
            self._work.wait(LOOK_SECONDS)
            ending = self._over.wait(PAUSE_SECONDS)
            self._work.clear()
            try:
                self._round(ending=ending)
            except Exception as fault:  # noqa: BLE001 - our own fault must not end the copying
                self._tell_fault(fault)
        self._copies.stop()

    def _round(self, *, ending: bool) -> None:
        was_hindered = self._trouble is not None
        self._write_lines()
        if not (self._trouble or ending):
            self._copies.tend(len(self._source.entries()), at_once=was_hindered)

    def _tell_fault(self, fault: Exception) -> None:
        """Hand a fault of ours to whoever writes them down, once; it is tried again all the same."""
        self._trouble = StoreError(Trouble.SECOND_PLACE_UNFIT, folder=self._place.shown)
        if repr(fault) != self._fault:
            self._fault = repr(fault)
            told = (type(fault), fault, fault.__traceback__, self._thread)
            threading.excepthook(threading.ExceptHookArgs(told))

    def _write_lines(self) -> None:
        """Write all lines that are not there; what hinders it is tried again by itself."""
        begun = time.monotonic()
        try:
            entries, there = [*self._source.entries()], self._lines.digests()
            missing = [entry for entry in entries if entry.digest not in there]
            self._held = len(entries) - len(missing)
            for start in range(0, len(missing), PIECE):
                piece = missing[start : start + PIECE]
                self._lines.append(map(row_of, piece))
                self._held += len(piece)
                time.sleep(_BREATH_SECONDS)
        except OSError as error:
            self._trouble = _trouble(error, self._place)
        except StoreError as error:
            self._trouble = error
        else:
            # What was committed since is not in it.
            self._whole_at, self._trouble = begun, None


def begin_lines(place: Place, header: Header) -> None:
    """Make the file of lines where there is none yet, or raise StoreError for what hinders it.

    Only here it is made: where it is missing later the stick was pulled out, and what lies under
    its name is the laptop's own disk.
    """
    try:
        with suppress(FileNotFoundError):
            if read_header(place.lines) == header:
                return
            raise StoreError(Trouble.EXISTS, file=place.lines.name)
        draft = place.lines.with_suffix(".new")
        with draft.open("wb") as file:
            file.write(header_line(header))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place.lines)
        sync_folder(place.folder)
    except OSError as error:
        raise unplaced(error, place.lines) from error


def _trouble(error: OSError, place: Place) -> StoreError:
    """Say what keeps lines from their place."""
    folder = place.shown
    if is_full(error):
        return StoreError(Trouble.SECOND_PLACE_FULL, folder=folder)
    try:
        there = place.lines.exists()
    except OSError:
        there = False
    if there:
        return StoreError(Trouble.SECOND_PLACE_UNFIT, folder=folder)
    return StoreError(Trouble.SECOND_PLACE_AWAY, folder=folder)
