"""How long a served day takes to open again."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from precinct_app.desk import Desk, unlock
from precinct_app.store.laptop import Laptop
from precinct_app.training import PASSPHRASE
from precinct_app.training.rehearsal import rehearse
from tests.bench.figure import Figure, in_turn, percentile

VOTERS = 3000
ROUNDS = 10


def figures() -> Iterable[Figure]:
    """Measure the opening of a file with 3,000 voters served, without the passphrase."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        laptop = Laptop(folder / "home")
        file = rehearse(folder, VOTERS, 1, laptop).file
        key = unlock(file, PASSPHRASE)
        (opened,) = in_turn(ROUNDS, lambda: Desk(file, key, laptop))
    yield Figure(
        "reopen a file with 3,000 voters served, p50",
        percentile(opened, 50) * 1000,
        "ms",
        target=100,
    )
