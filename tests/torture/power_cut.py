"""The log of a running day, cut as a power cut leaves it."""

import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from precinct_app.domain.entry import Entry
from precinct_app.store import keeper
from precinct_app.store.database import PAGE, connect
from precinct_app.store.sniff import wal_path
from tests.store.files import (
    KEY,
    back_on_duty,
    copy_day,
    desk_at,
    issue,
    open_desk,
    writing,
)

HEAD, FRAME_HEAD, SECTOR = 32, 24, 512
FRAME = FRAME_HEAD + PAGE
# In the head of a frame, at its border with the page, and in the page.
INSIDE = (1, 8, 23, FRAME_HEAD, FRAME_HEAD + 1, FRAME // 2, FRAME - 1)


class Running(NamedTuple):
    """A day as the disk holds it while it is being written.

    ``recorded`` tells how many entries had been acknowledged when the log was so many bytes long;
    ``brought_in`` is the file when the log has been brought into it.
    """

    file: bytes
    log: bytes
    recorded: list[tuple[int, int]]
    entries: list[Entry]
    brought_in: bytes

    def at_least(self, length: int) -> int:
        """Entries that must survive when so many bytes of the log do."""
        return max(entries for bytes_, entries in self.recorded if bytes_ <= length)


def log_length(path: Path) -> int:
    """How many bytes of a log count: what follows is left over from before it began anew."""
    log = wal_path(path).read_bytes()
    salt, length = log[16:24], 0
    for start in range(HEAD, len(log) - FRAME + 1, FRAME):
        if log[start + 8 : start + 16] != salt:
            break
        ends_a_commit = any(log[start + 4 : start + 8])
        length = start + FRAME if ends_a_commit else length
    return length


def run(path: Path, voters: Iterable[int], earlier: Iterable[int] = ()) -> Running:
    """Issue to voters without bringing the log in, and keep what the disk holds then.

    What is issued to ``earlier`` ones is brought in first, so that the log begins anew over it.
    """
    with _no_keeper(), writing(path) as desk:
        back_on_duty(desk)
        recorded = [(0, 0), (log_length(path), len(desk.day.entries))]
        for voter in earlier:
            issue(desk, voter)
        if earlier:
            bring_in(path)
            recorded = [(0, len(desk.day.entries))]
        for voter in voters:
            issue(desk, voter)
            recorded.append((log_length(path), len(desk.day.entries)))
        file, log = path.read_bytes(), wal_path(path).read_bytes()
        bring_in(path)
        return Running(file, log, recorded, desk.day.entries, path.read_bytes())


@contextmanager
def _no_keeper() -> Iterator[None]:
    """Let nothing bring the log in by itself."""
    pause, keeper.PAUSE_SECONDS = keeper.PAUSE_SECONDS, 3600
    try:
        yield
    finally:
        keeper.PAUSE_SECONDS = pause


def bring_in(path: Path) -> None:
    """Bring the log into the file as the program does."""
    with closing(connect(path, KEY)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def cuts(log: bytes) -> Iterator[int]:
    """Every border of a frame and several places inside each, and inside the head."""
    yield from (0, 1, HEAD // 2, HEAD - 1)
    for start in range(HEAD, len(log) + 1, FRAME):
        yield start
        yield from (start + place for place in INSIDE if start + place < len(log))


def torn(log: bytes, cut: int, chance: random.Random) -> Iterator[bytes]:
    """What may stand behind a cut: nothing, zeros, noise, the end of what was to come."""
    kept = log[:cut]
    missing = len(log) - cut
    yield kept
    yield kept + bytes(missing)
    yield kept + chance.randbytes(min(missing, 2 * FRAME))
    # Sectors reach the disk in any order: the one at the cut is lost, later ones are there.
    border = min(cut + SECTOR - cut % SECTOR, len(log))
    yield kept + bytes(border - cut) + log[border:]


def put(path: Path, file: bytes, log: bytes) -> None:
    """Lay a day as the disk held it, on a laptop that remembers the evening before."""
    shutil.rmtree(path.parent, ignore_errors=True)
    copy_day(path.parents[1] / "evening" / path.name, path.parent)
    path.write_bytes(file)
    wal_path(path).write_bytes(log)


def entries_read(path: Path) -> list[Entry]:
    """The entries that reading shows, of a file that is whole and changed by nothing."""
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (None, None)
    return desk.day.entries


def write_on(path: Path, found: list[Entry]) -> None:
    """Go on with the day, after the entries that reading has shown."""
    with open_desk(path) as desk:
        desk.start_writing()
        back_on_duty(desk)
        issue(desk, 40)
    assert desk.day.entries[: len(found)] == found
    assert entries_read(path) == desk.day.entries


def check(path: Path, running: Running, log: bytes, length: int) -> None:
    """What reopens is a whole prefix with all that was acknowledged, by either way."""
    put(path, running.file, log)
    found = entries_read(path)
    assert found == running.entries[: len(found)]
    assert len(found) >= running.at_least(length)
    if length % FRAME == HEAD:
        write_on(path, found)
