"""Second places for the tests: folders that are away for a while, and what lies in them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from precinct_app.desk import CopyState, Desk
from precinct_app.desk.second import place_of
from precinct_app.keys import LineKey
from precinct_app.store.lines import Lines, read_lines
from precinct_app.store.whole_copies import Place
from tests.store.files import CHAIRMAN, KEY, writing

PATIENCE_S = 20.0


def stick_of(path: Path, name: str = "stick") -> Path:
    """Give the folder that is the stick of a day file."""
    folder = path.parent.parent / f"{path.parent.name}-{name}"
    folder.mkdir(exist_ok=True)
    return folder


def place(desk: Desk, folder: Path) -> Place:
    """Name what a desk has on a stick."""
    return place_of(desk.day, folder)


@contextmanager
def copying(path: Path, folder: Path) -> Iterator[Desk]:
    """Open a desk that writes, with a second place."""
    with writing(path) as desk:
        desk.choose_second_place(CHAIRMAN, folder)
        yield desk


def lines_of(desk: Desk, folder: Path) -> Lines:
    """Read the lines on a stick."""
    return read_lines(place(desk, folder).lines, LineKey(KEY, desk.day.created.file))


def state(desk: Desk) -> CopyState:
    """Tell how the second place of a desk stands, which has one."""
    found = desk.copy_state
    assert found
    return found


def age(desk: Desk) -> float:
    """Tell how many seconds ago the place last held every entry."""
    found = state(desk).age
    return float("inf") if found is None else found


def wait_until(holds: Callable[[], bool], patience: float = PATIENCE_S) -> float:
    """Wait for what a thread or a second process does, and tell how long it took."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < patience, "it never came to hold"
        time.sleep(0.01)
    return time.monotonic() - begun


def is_copied(desk: Desk, folder: Path) -> Callable[[], bool]:
    """Ask whether every entry of a desk stands as a line on a stick."""

    def holds() -> bool:
        there = {row[-1] for row in lines_of(desk, folder).rows}
        return all(entry.digest in there for entry in desk.day.entries)

    return holds


def has_whole_copy(desk: Desk, folder: Path) -> Callable[[], bool]:
    """Ask whether a whole copy lies on a stick."""
    return lambda: any(copy.exists() for copy in place(desk, folder).copies)
