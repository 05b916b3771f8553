"""How a file is found when it is opened."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from precinct_app.desk.clock import Clock, LaptopClock, TrainingClock
from precinct_app.domain.day import Day
from precinct_app.domain.election_read import election_text
from precinct_app.domain.precinct import moment
from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import public_half
from precinct_app.resources import election_ids, load_election
from precinct_app.store.keeper import is_settled, log_waits
from precinct_app.store.laptop import Laptop
from precinct_app.store.opening import Opened
from precinct_app.store.verdict import Finding, Flaw, check_memory


def memory_of(day: Day, laptop: Laptop) -> Finding | None:
    """Find where the file falls short of what this laptop wrote into it."""
    known = laptop.remembered(day.created.file)
    return check_memory(day, known) if known else None


def shipped_election(election: str) -> str:
    """Give the canonical text of an election that came with the program, empty where none did."""
    if election not in election_ids():
        return ""
    return election_text(load_election(election))


def check_signing_key(day: Day, private: bytes) -> Finding | None:
    """Find a signing key that is not the half of the public one in entry 1."""
    holds = public_half(private) == day.created.key
    return None if holds else Finding(Flaw.SIGNING_KEY, 1, 1)


def finding_of(opened: Opened, memory: Finding | None) -> Finding | None:
    """Choose what to name first: entries before what only lies around them."""
    tables = None if opened.kept else Finding(Flaw.TABLES, 1, 1)
    return opened.finding or memory or tables


def hindrance_of(opened: Opened, memory: Finding | None, laptop: Laptop) -> Trouble | None:
    """Say why the day can't go on in this file, if it can't."""
    if opened.finding:
        damaged = opened.finding.flaw is Flaw.UNREADABLE
        return Trouble.DAMAGED if damaged else Trouble.CHAIN_BROKEN
    if opened.newer:
        return Trouble.NEWER_PROGRAM
    if not opened.kept:
        return Trouble.CHAIN_BROKEN
    if memory:
        # A head that stands there and is another one: no copy grows old that way.
        return Trouble.OLDER_COPY if memory.flaw is Flaw.GAP else Trouble.CHAIN_BROKEN
    laptops = opened.day.laptops
    if not laptops or not laptop.is_called(laptops[max(laptops)]):
        return Trouble.OTHER_LAPTOP
    return None


def left_undone(path: Path, day: Day, number: int, laptop: Laptop) -> Iterator[StoreError]:
    """Find what a desk of this laptop left undone in a file that may be gone on with."""
    if log_waits(path):
        yield StoreError(Trouble.LOG_WAITS, file=path.name)
    known = laptop.remembered(day.created.file)
    entries = day.desks[number].entries
    worked = any(entry.desk == number and entry.by for entry in day.entries)
    behind = known is None or (known[0] == number and known[1].entries < entries)
    if worked and behind and is_settled(path):
        yield StoreError(Trouble.NOT_REMEMBERED, file=path.name)


def clock_of(opened: Opened) -> Clock:
    """Choose the clock by the kind of the file; an exercise goes on from its last entry.

    What a file says that does not hold is not asked: nothing is recorded in it.
    """
    day = opened.day
    if opened.finding or day.created.day_kind == "live":
        return LaptopClock()
    return TrainingClock(datetime.fromisoformat(day.entries[-1].recorded))


def on_voting_day(day: Day, clock: str) -> datetime:
    """Read a stated moment: ISO 8601, or a time of day that is meant on voting day.

    Raises ValueError for text that is neither.
    """
    begins = moment(day.election, day.precinct, "voting_begins")
    if "T" in clock or " " in clock:
        stated = datetime.fromisoformat(clock)
        return stated if stated.tzinfo else stated.replace(tzinfo=begins.tzinfo)
    at = time.fromisoformat(clock)
    return datetime.combine(begins.date(), at, at.tzinfo or begins.tzinfo)
