"""How long a list takes to be read and checked."""

import csv
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from precinct_app.domain.voters import Voter
from precinct_app.lists.intake import Terms, check_list
from precinct_app.training.people import invent_list, invent_voters
from tests.bench.figure import Figure, in_turn, percentile

SETS = frozenset({"all"})
TERMS = Terms(date(2023, 3, 19), SETS, 18, 3_000)
ROUNDS = 5


def figures() -> Iterable[Figure]:
    """Measure a spreadsheet of 3,000 rows and a csv of 100,000."""
    with tempfile.TemporaryDirectory() as name:
        sheet, text = Path(name) / "list.xlsx", Path(name) / "list.csv"
        invent_list(3_000, 1, sheet)
        _write_csv(text, invent_voters(100_000, 1))
        (read,) = in_turn(ROUNDS, lambda: check_list(sheet, TERMS))
        yield Figure("xlsx of 3,000 rows, p50", percentile(read, 50), "s", None, 0.5)
        (read,) = in_turn(2, lambda: check_list(text, TERMS))
        yield Figure("csv of 100,000 rows, p50", percentile(read, 50), "s", None, 5.0)


def _write_csv(path: Path, voters: Sequence[Voter]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["№", "Тегі", "Аты", "Әкесінің аты", "Туған күні", "ЖСН", "Көше", "Үй"])
        for voter in voters:
            named = (voter.number, voter.surname, voter.first_name, voter.patronymic)
            rows.writerow([*named, voter.birth, voter.iin, voter.street, voter.house])
