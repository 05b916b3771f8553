"""A day of 3,000 voters from the list to the signed protocols, and what each act asks."""

import gc
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from precinct_app.desk import Desk, Plan, Who, create_day
from precinct_app.domain.accounts import VOTERS
from precinct_app.domain.entry import Act, Entry, Event, seal
from precinct_app.domain.figures.causes import causes
from precinct_app.domain.figures.due import due, lasting
from precinct_app.domain.figures.lines import all_verdicts, lines_of
from precinct_app.domain.parts import setup
from precinct_app.domain.precinct import Precinct
from precinct_app.resources import load_election
from precinct_app.store.laptop import Laptop
from precinct_app.store.writing import Writer
from precinct_app.training.commission import CHAIRMAN, Commission
from precinct_app.training.people import invent_voters
from tests.bench.figure import Figure, in_turn, percentile, seconds
from tests.day import evening
from tests.day.morning import CANDIDATES
from tests.domain.days import EVENING, Table

VOTERS_LISTED = 3000
ROUNDS = 40


class Timed(Desk):
    """A desk that notes how long each kind of act took beside its commit, in seconds."""

    def __init__(self, path: Path, key: bytes, laptop: Laptop) -> None:
        super().__init__(path, key, laptop)
        self.taken: dict[str, list[float]] = {}
        self._committing = 0.0

    def act(self, who: Who, rule: Any, *args: Any, **kwargs: Any) -> Entry:
        """Act, and note the time of all but the commit."""
        done: list[Entry] = []
        ask = partial(super().act, who, rule, *args, **kwargs)
        whole = seconds(lambda: done.append(ask()))
        self.taken.setdefault(done[0].kind, []).append(whole - self._committing)
        return done[0]

    def _write(self, writer: Writer, act: Act, event: Event) -> Entry:
        entry = seal(self.day.head(self.number), act, event)
        self._committing = seconds(lambda: writer.append(entry))
        self._believe(entry)
        return entry


class AtDesk(Table):
    """The table of the stories, whose acts go through a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.day, EVENING)
        self._desk = desk

    def do(
        self,
        by: str,
        rule: Any,
        *args: Any,
        witness: str = "",
        happened: datetime | None = None,
        **named: Any,
    ) -> Any:
        """Act at the desk, at the moment of the table."""
        entry = self._desk.act(Who(by, witness, happened or self.now), rule, *args, **named)
        self.day = self._desk.day
        return entry


def figures() -> Iterable[Figure]:
    """Measure the whole day, its slowest verb, and what is looked at when it is full."""
    with tempfile.TemporaryDirectory() as name:
        desk = _desk(Path(name))
        with desk:
            whole = seconds(lambda: _play(desk))
        yield Figure("a day of 3,000 voters through the desk", whole, "s", target=10)
        yield _slowest(desk.taken)
        yield from _looks(desk)


def _desk(folder: Path) -> Timed:
    voters = invent_voters(VOTERS_LISTED, 1)
    plan = Plan("training", load_election("2023-03-19"), Precinct("214"), voters)
    laptop, file = Laptop(folder / "home"), folder / "day.precinct"
    desk = Timed(file, create_day(file, plan, "training", laptop).key, laptop)
    desk.start_writing()
    return desk


def _play(desk: Desk) -> None:
    commission = Commission(desk)
    commission.set_up()
    names = tuple({"id": one, "kk": kk, "ru": ru} for one, kk, ru in CANDIDATES)
    for ballot in desk.day.election.ballot_ids:
        if not desk.day.options_of(ballot):
            desk.act(Who(CHAIRMAN), setup.set_options, ballot, names)
    commission.open()
    for place, voter in enumerate(commission.voters(), 1):
        commission.serve(voter, place)
    _close(AtDesk(desk))


def _close(table: Table) -> None:
    """Go from the end of voting to five signed protocols, all votes for the first option."""
    evening.end(table)
    evening.announce(table)
    evening.open_portable(table)
    evening.open_stationary(table)
    for ballot in table.day.election.ballot_ids:
        papers, first = table.left(ballot, VOTERS), table.day.options_of(ballot)[0].id
        evening.count_kind(table, ballot, papers, {first: papers}, 0, 0)
    for ballot in table.day.election.ballot_ids:
        evening.sign(table, ballot)


def _slowest(taken: dict[str, list[float]]) -> Figure:
    slow = {kind: percentile(samples, 95) * 1000 for kind, samples in taken.items()}
    kind = max(slow, key=lambda one: slow[one])
    return Figure(f"slowest verb without its commit, p95 ({kind})", slow[kind], "ms", target=5)


def _looks(desk: Desk) -> Iterable[Figure]:
    """Measure what the chairman's page asks of a full day."""
    day = desk.day
    blue = day.election.ballot_ids[0]

    def reckon() -> None:
        lines_of(day, blue)
        all_verdicts(day)

    looks: dict[str, tuple[Callable[[], object], float]] = {
        "lines of a kind and all verdicts, 3,000 voters, p95": (reckon, 10),
        "what is due, what lasts and causes, 3,000 voters, p95": (
            lambda: (due(day, EVENING), lasting(day), causes(day)),
            10,
        ),
    }
    gc.collect()
    for name, (look, target) in looks.items():
        (taken,) = in_turn(ROUNDS, look)
        yield Figure(name, percentile(taken, 95) * 1000, "ms", target=target)
