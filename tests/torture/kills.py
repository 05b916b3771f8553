"""Kill a running day at random moments, and look for what it lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from precinct_app.desk import Desk
from precinct_app.errors import StoreError
from tests.store.files import FIVE, found_day, laptop_of, open_desk, set_up, writing
from tests.store.neighbour import ROOT
from tests.torture.issuing import BORN, DEAD, FAILED, SERVED, WRITING

VOTERS = 1000
# Kills fall while the child opens the file, while it issues, while the log is brought in.
OPENING_SECONDS, ISSUING_SECONDS = 0.04, 0.02
MOST_BEFORE = 12
PAUSES = (0.0, 0.005, 0.02, 0.5)
_ALL = dict.fromkeys(FIVE, 1)


@dataclass
class Tally:
    """What was done to a day, and what it lost."""

    kills: int = 0
    while_opening: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    losses: list[str] = field(default_factory=list)


def kill_often(
    folder: Path, kills: int, seed: int, progress: Callable[[Tally], None] = lambda _tally: None
) -> Tally:
    """Kill a child again and again over one file, a new one when everybody is served."""
    tally, chance = Tally(), random.Random(seed)
    file = 0
    while tally.kills < kills and not tally.losses:
        file += 1
        path = _new_day(folder / f"day{file}")
        with _issuing(path) as child:
            _kill_until_served(path, child, tally, kills, chance, progress)
    return tally


def _new_day(folder: Path) -> Path:
    folder.mkdir()
    path = found_day(folder / "day.precinct", laptop_of(folder), VOTERS)
    with writing(path) as desk:
        set_up(desk, papers=VOTERS)
    return path


def _kill_until_served(
    path: Path,
    child: "_Child",
    tally: Tally,
    kills: int,
    chance: random.Random,
    progress: Callable[[Tally], None],
) -> None:
    known = _Known(open_desk(path), set())
    while tally.kills < kills and known.desk.day.served() < VOTERS and not tally.losses:
        said = child.run_and_kill(chance)
        tally.kills += 1
        tally.while_opening += WRITING not in said
        if FAILED in said:
            tally.losses.append("the file could not be gone on with")
        _look(path, set(said) - {WRITING, SERVED, FAILED}, known, tally)
        progress(tally)


@dataclass
class _Known:
    """What a file held when it was last looked at, and whom it must hold from then on."""

    desk: Desk
    acknowledged: set[str]


def _look(path: Path, said: set[str], known: _Known, tally: Tally) -> None:
    """Open the file as the kill left it; what was recorded unsaid counts from now on."""
    tally.acknowledged += len(said)
    known.acknowledged |= said
    try:
        after = open_desk(path)
    except StoreError as error:
        tally.losses.append(f"the file does not open: {error}")
        return
    served = {voter for voter in after.day.holdings if after.day.has_received(voter)}
    tally.unacknowledged += len(served - known.acknowledged)
    tally.losses += _losses(known.desk, after, served, known.acknowledged)
    known.acknowledged |= served
    known.desk = after


def _losses(before: Desk, after: Desk, served: set[str], acknowledged: set[str]) -> Iterator[str]:
    day = after.day
    if after.finding or after.hindrance:
        yield f"the file does not hold: {after.finding}, {after.hindrance}"
    if day.entries[: len(before.day.entries)] != before.day.entries:
        yield "entries that stood there are others now"
    if lost := acknowledged - served:
        yield f"acknowledged and not recorded: voters {sorted(lost)}"
    if len(unsaid := served - acknowledged) > 1:
        yield f"recorded and not acknowledged: voters {sorted(unsaid)}"
    for voter in served:
        if {ballot: day.holding(voter).received.get(ballot) for ballot in FIVE} != _ALL:
            yield f"half-issued: voter {voter}"
    if day.conflicts:
        yield f"conflicts: {day.conflicts}"


class _Child:
    """The program that bears the children, seen from here."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run_and_kill(self, chance: random.Random) -> list[str]:
        """Let a child work for a random while, kill it, and give the lines that it said."""
        assert self._process.stdin
        self._process.stdin.write(f"{chance.choice(PAUSES)}\n")
        self._process.stdin.flush()
        said: list[str] = []
        child = self._wait_for(BORN, said)
        if chance.random() < 0.2:
            time.sleep(chance.uniform(0, OPENING_SECONDS))
        else:
            self._wait_for(WRITING, said)
            for _ in range(chance.randrange(MOST_BEFORE)):
                if self._hear(said)[0] in (SERVED, FAILED):
                    break
            time.sleep(chance.uniform(0, ISSUING_SECONDS))
        os.kill(int(child), signal.SIGKILL)
        self._wait_for(DEAD, said)
        return said

    def _wait_for(self, word: str, said: list[str]) -> str:
        """Hear a word, or that the child failed, and give what is said with it."""
        while True:
            found, more = self._hear(said)
            if found in (word, FAILED):
                return more

    def _hear(self, said: list[str]) -> tuple[str, str]:
        assert self._process.stdout
        found, _, more = self._process.stdout.readline().strip().partition(" ")
        assert found, "the program that bears the children has ended"
        if found not in (BORN, DEAD):
            said.append(found)
        return found, more


@contextmanager
def _issuing(path: Path) -> Iterator[_Child]:
    command = [sys.executable, "-m", "tests.torture.issuing", str(path)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield _Child(process)
    finally:
        process.kill()
        process.communicate()
