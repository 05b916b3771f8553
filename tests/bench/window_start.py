"""How soon the window takes a key, and what it takes of the memory."""

import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from tests.bench.figure import Figure, in_turn, percentile
from tests.bench.window_day import BARE, MEMORY, OPENED, PASSPHRASE, STARTED, make_day, play

ROUNDS = 10
VOTERS = 3_000


def figures() -> Iterable[Figure]:
    """Measure each against a bare window of PySide6, in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = make_day(folder, VOTERS)
        started, bare = in_turn(
            ROUNDS,
            partial(play, folder, STARTED, file),
            partial(play, folder, BARE),
        )
        yield Figure(
            "start → the page that asks for the passphrase takes a key, p50",
            percentile(started, 50),
            "s",
            percentile(bare, 50),
            1.8,
        )
        played = [play(folder, OPENED, file, PASSPHRASE).split() for _ in range(ROUNDS)]
        accepted, entered = ([float(one[place]) for one in played] for place in (0, 1))
        yield Figure(
            "passphrase accepted → voter page takes a key, p50",
            percentile(accepted, 50),
            "s",
            None,
            0.6,
        )
        yield Figure(
            "passphrase entered → voter page takes a key, with Argon2id, p50",
            percentile(entered, 50),
            "s",
        )
        ours = int(play(folder, OPENED + MEMORY, file, PASSPHRASE).split()[-1])
        floor = int(play(folder, BARE + MEMORY))
    yield Figure(f"memory with {VOTERS:,} voters", ours / 1024, "MiB", floor / 1024, 2.0)
