"""Where a desk's second place is, and how it stands."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from precinct_app.domain.day import Day
from precinct_app.domain.members import Role
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.keys import LineKey
from precinct_app.store.laptop import Laptop
from precinct_app.store.lines import Header, read_lines
from precinct_app.store.second_place import CopyState, SecondPlace, Source, begin_lines
from precinct_app.store.traces import salt_of
from precinct_app.store.whole_copies import Place, copy_whole

_SHOWN = 8


class Second:
    """The second place of one file: chosen, written to while the desk writes, looked at."""

    def __init__(self, path: Path, key: bytes, laptop: Laptop, day: Callable[[], Day]) -> None:
        self._path, self._key, self._laptop, self._day = path, key, laptop, day
        self._place: SecondPlace | None = None

    def choose(self, member: str, folder: Path, *, whole: bool) -> None:
        """Let a folder be the second place from now on (see Desk.choose_second_place)."""
        day = self._day()
        require_chairman(day, member)
        if folder.resolve() == self._path.parent:
            raise StoreError(Trouble.SECOND_PLACE_SAME, folder=str(folder))
        begin_lines(place_of(day, folder), self._header(day))
        if whole:
            self.stop()
            copy_whole(self._path, self._key, place_of(day, folder))
        self._laptop.remember_place(day.created.file, folder.absolute())
        self.begin()

    def begin(self) -> None:
        """Write to the place that was chosen, if any was, and to no other."""
        self.stop()
        day = self._day()
        if folder := self._laptop.place(day.created.file):
            seal = LineKey(self._key, day.created.file)
            header = self._header(day)
            source = Source(self._path, self._key, seal, header, lambda: self._day().entries)
            self._place = SecondPlace(source, place_of(day, folder))

    def committed(self) -> None:
        """Tell it that there is an entry to write; it is not waited for."""
        if self._place:
            self._place.committed()

    def stop(self) -> None:
        """Write the last lines and end, unless the place does not answer."""
        if self._place:
            place, self._place = self._place, None
            place.stop()

    @property
    def state(self) -> CopyState | None:
        """How it stands: as the thread says, or by its lines alone where nobody writes here."""
        if self._place:
            return self._place.state
        folder = self._laptop.place(self._day().created.file)
        return look_at(self._key, self._day(), folder) if folder else None

    @property
    def trouble(self) -> StoreError | None:
        """What keeps entries from it; nothing is lost by that."""
        return self._place.trouble if self._place else None

    def _header(self, day: Day) -> Header:
        return Header(day.created.file, salt_of(self._path))


def place_of(day: Day, folder: Path) -> Place:
    """Name what one day has in a folder: by the precinct's number and the file's random id."""
    number = re.sub(r"[^0-9A-Za-z]+", "_", day.precinct.number)
    return Place(folder, f"{number}-{day.created.file[:_SHOWN]}")


def require_chairman(day: Day, member: str) -> None:
    """Refuse anybody but a chairman who serves; before there is one, whoever sets up may."""
    chairmen = [one.id for one in day.bearers(Role.CHAIRMAN)]
    if chairmen and member not in chairmen:
        known = day.members.get(member)
        if known is None:
            raise Refusal(Reason.MEMBER_UNKNOWN, member=member)
        raise Refusal(Reason.ROLE_WRONG, member=member, role=known.role)


def look_at(key: bytes, day: Day, folder: Path) -> CopyState:
    """Tell how a second place stands, by its lines alone: for who does not write."""
    place = place_of(day, folder)
    try:
        lines = read_lines(place.lines, LineKey(key, day.created.file))
        age = time.time() - place.lines.stat().st_mtime
    except OSError:
        return CopyState(folder, None, len(day.entries))
    there = {row[-1] for row in lines.rows}
    waiting = sum(entry.digest not in there for entry in day.entries)
    return CopyState(folder, max(0.0, age) if waiting else 0.0, waiting)
