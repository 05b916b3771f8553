"""One figure of the program, measured and judged."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value and what it has to reach.

    With a ``floor``, which is measured in the same run and in the same unit, the target is
    the highest ratio of value to floor; without one it is the highest value. A figure
    without a target is only reported.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor the value is."""
        return self.value / self.floor if self.floor else None

    @property
    def holds(self) -> bool:
        """Whether the target is reached, or there is none."""
        measured = self.value if self.ratio is None else self.ratio
        return self.target is None or measured <= self.target

    def as_json(self) -> dict[str, object]:
        """Give all of it as plain values."""
        return asdict(self) | {"ratio": self.ratio, "holds": self.holds}


def percentile(samples: Sequence[float], part: float) -> float:
    """Give the smallest sample that `part` percent of all do not exceed."""
    ordered = sorted(samples)
    rank = -(-len(ordered) * part // 100)
    return ordered[max(int(rank), 1) - 1]


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(rounds: int, *works: Callable[[], object]) -> tuple[list[float], ...]:
    """Time several works in turn, so that a busy moment meets all alike.

    Gives one list of seconds for each work. The first round only warms up.
    """
    taken: tuple[list[float], ...] = tuple([] for _ in works)
    for lap in range(rounds + 1):
        for work, samples in zip(works, taken, strict=True):
            spent = seconds(work)
            if lap:
                samples.append(spent)
    return taken
