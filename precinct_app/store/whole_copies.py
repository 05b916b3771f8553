"""The whole file at its second place: every five minutes, the last two kept."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.backup import back_up
from precinct_app.store.drafts import with_neighbours
from precinct_app.store.placing import sync_folder

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from precinct_app.store.opening import Opened

EVERY_SECONDS = 300.0
# After what hindered a copy the next one is tried at once, and then now and then.
RETRY_SECONDS = (2.0, 30.0)
# A stick that takes longer than this for one copy does not answer any more.
LONGEST_SECONDS = 240.0

_DONE, _AWAY, _FULL, _UNFIT = 0, 3, 4, 5
_CODES = {Trouble.NO_FOLDER: _AWAY, Trouble.NO_ROOM: _FULL}
_GENTLY = 10


class Place(NamedTuple):
    """A folder, and how all names begin that one day has there."""

    folder: Path
    prefix: str

    @property
    def shown(self) -> str:
        """The folder as a sentence names it."""
        return self.folder.name or str(self.folder)

    @property
    def lines(self) -> Path:
        """The file of lines."""
        return self.folder / f"{self.prefix}.lines"

    @property
    def copies(self) -> list[Path]:
        """The two whole copies that are kept, whether they are there or not."""
        return [self.folder / f"{self.prefix}.copy-{number}.precinct" for number in (1, 2)]

    @property
    def fresh(self) -> Path:
        """The whole copy that has not taken the place of another yet."""
        return self.folder / f"{self.prefix}.fresh.precinct"

    def copied_at(self) -> float:
        """Tell when the newest whole copy was made, by the clock of the laptop; 0 without one."""
        return max(map(_changed, self.copies))


class WholeCopies:
    """Makes whole copies in a second process: to prove one takes longer than a frame."""

    def __init__(self, path: Path, key: bytes, place: Place) -> None:
        self._path, self._key, self._place = path, key, place
        age = time.time() - place.copied_at()
        self._due = time.monotonic() + min(EVERY_SECONDS, max(0.0, EVERY_SECONDS - age))
        self._copied, self._making, self._until = 0, 0, 0.0
        self._process: SpawnProcess | None = None
        self.trouble: StoreError | None = None

    def tend(self, entries: int, *, at_once: bool = False) -> None:
        """Look whether a copy is made or due; ``entries`` is how many the day has.

        ``at_once`` tries again without waiting what was hindered.
        """
        now = time.monotonic()
        if at_once and self.trouble:
            self._due = now
        if self._process:
            if self._process.is_alive() and now > self._until:
                self._process.terminate()
            elif not self._process.is_alive():
                self._finish(self._process, now)
        elif now >= self._due and entries != self._copied:
            self._begin(entries, now)

    def stop(self) -> None:
        """End a copy that is being made; what is left of it is swept up by the next one."""
        if self._process:
            self._process.terminate()
            self._process.join(1)
            self._process = None

    def _begin(self, entries: int, now: float) -> None:
        # Most days have no second place.
        import multiprocessing

        # One that is forked would hold the locks of our threads for good.
        fresh = multiprocessing.get_context("spawn")
        told = (self._path, self._key, self._place)
        self._process = fresh.Process(target=_copy_there, args=told, daemon=True)
        self._making, self._until = entries, now + LONGEST_SECONDS
        try:
            self._process.start()
        except OSError:
            # No memory for another program just now.
            self._process, self._due = None, now + RETRY_SECONDS[1]

    def _finish(self, process: "SpawnProcess", now: float) -> None:
        code, self._process = process.exitcode, None
        if code == _DONE:
            self._copied, self.trouble = self._making, None
            self._due = now + EVERY_SECONDS
            return
        self._due = now + RETRY_SECONDS[self.trouble is not None]
        folder = self._place.shown
        if code == _FULL:
            self.trouble = StoreError(Trouble.SECOND_PLACE_FULL, folder=folder)
        elif code == _AWAY:
            self.trouble = StoreError(Trouble.SECOND_PLACE_AWAY, folder=folder)
        else:
            self.trouble = StoreError(Trouble.SECOND_PLACE_UNFIT, folder=folder)


def copy_whole(path: Path, key: bytes, place: Place) -> None:
    """Put a whole, checked copy in the place of the older of two, in one step.

    It was opened, replayed and brought to the disk before it gets the name. Raises StoreError:
    what hindered it, or DAMAGED where the file itself does not hold; both copies stay then.
    """
    try:
        _require_lines(place)
        for left in with_neighbours(place.fresh):
            left.unlink(missing_ok=True)
        try:
            _require_sound(back_up(path, key, place.fresh), path)
            _require_lines(place)
        except StoreError:
            place.fresh.unlink(missing_ok=True)
            raise
        place.fresh.replace(min(place.copies, key=_changed))
        sync_folder(place.folder)
    except OSError as error:
        raise StoreError(Trouble.NO_FOLDER, folder=str(place.folder)) from error


def _require_sound(copied: "Opened", path: Path) -> None:
    """Refuse a copy of a file that does not hold: it must not take the place of a good one."""
    if copied.finding:
        raise StoreError(Trouble.DAMAGED, file=path.name)


def _require_lines(place: Place) -> None:
    """Make sure that it is the stick: an empty folder under its name is the laptop's own disk."""
    if not place.lines.exists():
        raise StoreError(Trouble.NO_FOLDER, folder=str(place.folder))


def _copy_there(path: Path, key: bytes, place: Place) -> None:
    """Make a copy as a process of its own, gently; its exit code says what hindered it."""
    if hasattr(os, "nice"):
        os.nice(_GENTLY)
    try:
        copy_whole(path, key, place)
    except StoreError as no:
        sys.exit(next((code for trouble, code in _CODES.items() if no.reason is trouble), _UNFIT))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
