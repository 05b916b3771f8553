"""A whole day of issuing, played without a window."""

from collections import Counter
from itertools import count
from pathlib import Path
from typing import NamedTuple

from precinct_app.desk import Desk, Laptop, Plan, create_day, placed
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import StoreError, Trouble, is_full
from precinct_app.lists.intake import check_list, terms_of
from precinct_app.resources import load_election
from precinct_app.training import PASSPHRASE
from precinct_app.training.commission import Commission
from precinct_app.training.people import invent_list

ELECTION = "2023-03-19"
NUMBER = "214"
HOLDS = "yes"


class Places(NamedTuple):
    """Where the files of one rehearsal lie."""

    list: Path
    file: Path
    report: Path


class Rehearsal(NamedTuple):
    """What was played: its files, and figures by name."""

    list: Path
    file: Path
    report: Path
    figures: dict[str, int | str]


def rehearse(folder: Path, voters: int, seed: int, laptop: Laptop) -> Rehearsal:
    """Play a training day from a list file to the last voter and the end of voting.

    Writes a list and a day file into a folder and names a report, which is left to be written.
    Nothing that lies there is touched: a second rehearsal has names of its own. Raises StoreError
    for what hinders the files.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        places = free_places(folder)
    except OSError as error:
        reason = Trouble.NO_ROOM if is_full(error) else Trouble.NOT_PLACED
        raise StoreError(reason, file=folder.name) from error
    with placed(places.list) as draft:
        invent_list(voters, seed, draft)
    key = _create(places, laptop)
    with Desk(places.file, key, laptop) as desk:
        desk.start_writing()
        _play(Commission(desk))
    with Desk(places.file, key, laptop) as again:
        return Rehearsal(*places, _figures(again))


def free_places(folder: Path) -> Places:
    """Name files that are not in a folder yet, not even a log that one of them left behind."""
    ends = ("" if number == 1 else f"-{number}" for number in count(1))
    named = ((f"list{end}.xlsx", f"training{end}.precinct", f"report{end}.txt") for end in ends)
    free = (names for names in named if not any(any(folder.glob(f"{name}*")) for name in names))
    return Places(*(folder / name for name in next(free)))


def _create(places: Places, laptop: Laptop) -> bytes:
    election = load_election(ELECTION)
    report = check_list(places.list, terms_of(election))
    plan = Plan("training", election, Precinct(NUMBER), report.voters)
    return create_day(places.file, plan, PASSPHRASE, laptop).key


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
        "holds": str(desk.finding.flaw) if desk.finding else HOLDS,
        "conflicts": len(day.conflicts),
    }
