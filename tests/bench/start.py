"""How long the program takes to be there."""

import subprocess
import sys
from collections.abc import Iterable
from functools import partial

from tests.bench.figure import Figure, in_turn, percentile

ROUNDS = 20


def figures() -> Iterable[Figure]:
    """Measure the import of the heart against a bare Python."""
    heart, bare = in_turn(
        ROUNDS,
        partial(_python, "import precinct_app.domain.fold"),
        partial(_python, "pass"),
    )
    yield Figure(
        "start of Python with the heart imported, p50",
        percentile(heart, 50) * 1000,
        "ms",
        floor=percentile(bare, 50) * 1000,
    )


def _python(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True)
