"""A whole day of issuing, played without a window."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from precinct_app.desk import Desk, Laptop, Plan, create_day
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.times import read_date
from precinct_app.errors import StoreError, Trouble
from precinct_app.lists.intake import check_list
from precinct_app.resources import load_election
from precinct_app.training.commission import Commission
from precinct_app.training.people import invent_list

ELECTION = "2023-03-19"
NUMBER = "214"
# A training file hides nothing; its passphrase stands in the README.
PASSPHRASE = "training"  # noqa: S105


class Rehearsal(NamedTuple):
    """What was played: the list, the day file, and figures by name."""

    list: Path
    file: Path
    figures: dict[str, int | str]


def rehearse(folder: Path, voters: int, seed: int, laptop: Laptop) -> Rehearsal:
    """Play a training day from a list file to the last voter and the end of voting.

    Writes ``list.xlsx`` and ``training.precinct`` into a folder, which may hold those of an
    earlier rehearsal. Raises StoreError for what hinders the files.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for earlier in folder.glob("training.precinct*"):
            earlier.unlink()
    except OSError as error:
        raise StoreError(Trouble.READ_ONLY, file=folder.name) from error
    paper, file = folder / "list.xlsx", folder / "training.precinct"
    invent_list(voters, seed, paper)
    key = _create(paper, file, laptop)
    with Desk(file, key, laptop) as desk:
        desk.start_writing()
        _play(Commission(desk))
    with Desk(file, key, laptop) as again:
        return Rehearsal(paper, file, _figures(again))


def _create(paper: Path, file: Path, laptop: Laptop) -> bytes:
    election = load_election(ELECTION)
    sets = frozenset(one.id for one in election.sets)
    report = check_list(paper, read_date(election.date), sets)
    plan = Plan("training", election, Precinct(NUMBER), report.voters)
    return create_day(file, plan, PASSPHRASE, laptop).key


def _play(commission: Commission) -> None:
    commission.set_up()
    commission.open()
    for place, voter in enumerate(commission.voters(), 1):
        commission.serve(voter, place)
    commission.end()


def _figures(desk: Desk) -> dict[str, int | str]:
    """Say what the file holds, read anew."""
    day = desk.day
    kinds = Counter(entry.kind for entry in day.entries)
    return {
        "voters": day.roll.size,
        "served": day.served(),
        "issued": sum(day.issued().values()),
        "exchanged": kinds["ballot_exchanged"],
        "declined": kinds["ballots_declined"],
        "corrections": kinds["ballots_taken_back"] + kinds["charged_to_another"],
        "entries": len(day.entries),
        "digest": short_digest(checkpoint_digest(desk.checkpoint())),
        "holds": "yes" if desk.finding is None else str(desk.finding.flaw),
        "conflicts": len(day.conflicts),
    }
