"""How long five ballots take, from the asking to the disk."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path

from precinct_app.desk import Desk, Plan, Who, create_day
from precinct_app.domain.parts import issuing
from precinct_app.domain.precinct import Precinct
from precinct_app.resources import load_election
from precinct_app.store.database import connect, transaction
from precinct_app.store.laptop import Laptop
from precinct_app.training.commission import ISSUERS, SECRETARY, Commission
from precinct_app.training.people import invent_voters
from tests.bench.figure import Figure, in_turn, percentile

VOTERS = 1200


def figures() -> Iterable[Figure]:
    """Measure an issue against a bare commit of one row, taken in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _opened(folder) as desk:
            issued, bare = in_turn(VOTERS - 1, _issuing(desk), _committing(folder))
    floor = percentile(bare, 50) * 1000
    yield Figure("issue five ballots, p50", percentile(issued, 50) * 1000, "ms", floor, 2.0)
    yield Figure("issue five ballots, p95", percentile(issued, 95) * 1000, "ms")


def _opened(folder: Path) -> Desk:
    plan = Plan("training", load_election("2023-03-19"), Precinct("214"), invent_voters(VOTERS, 1))
    laptop, file = Laptop(folder / "home"), folder / "day.precinct"
    desk = Desk(file, create_day(file, plan, "training", laptop).key, laptop)
    desk.start_writing()
    commission = Commission(desk)
    commission.set_up(first_stack=VOTERS // len(ISSUERS) + 1)
    commission.open()
    return desk


def _issuing(desk: Desk) -> Callable[[], object]:
    voters: Iterator[str] = iter(desk.day.roll.voters)
    issuers, ballots = cycle(ISSUERS), desk.day.election.ballot_ids

    def issue() -> object:
        return desk.act(Who(SECRETARY), issuing.issue_ballots, next(voters), ballots, next(issuers))

    return issue


def _committing(folder: Path) -> Callable[[], object]:
    connection = connect(folder / "bare.db", os.urandom(48), "rwc")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE bare (one INTEGER) STRICT")

    def commit() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO bare VALUES (1)")

    return commit
