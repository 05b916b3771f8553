"""Open a day file: integrity, chain, list, election, replay."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from precinct_app.domain.day import Day
from precinct_app.domain.election import Election
from precinct_app.domain.election_read import election_digest, read_election
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import replay
from precinct_app.domain.parts.setup import DayCreated
from precinct_app.domain.voters import Roll, is_voter_text, read_roll, roll_digest
from precinct_app.errors import ElectionError, StoreError, Trouble
from precinct_app.store.codec import entry_of
from precinct_app.store.contents import Contents, read_contents
from precinct_app.store.salvage import Key
from precinct_app.store.verdict import (
    Finding,
    Flaw,
    Row,
    before,
    check_accounts,
    check_chains,
    earliest,
)


class Opened(NamedTuple):
    """A day as its file gives it.

    ``finding`` is the first thing that does not hold; the day is then as of the entry before it.
    ``unreadable`` are the keys of entries that stand in the file and can't be read. ``newer``
    tells that a newer program wrote what this one does not know; the day is as of before that.
    ``kept`` tells that tables and triggers are those of a new file. ``signing_key`` is the private
    half as it stands in the file, which nobody has compared yet.
    """

    day: Day
    finding: Finding | None
    unreadable: tuple[Key, ...]
    newer: bool
    kept: bool
    signing_key: bytes


# From an election's id to its canonical text, empty where there is none.
Shipped = Callable[[str], str]


def open_day(path: Path, key: bytes, shipped: Shipped = lambda _id: "") -> Opened:
    """Open a day file for reading; it and its neighbours stay byte for byte what they are.

    Where its election does not hold, the day is shown by the one that came with the program, if
    that is the one of entry 1; what does not hold is found all the same. Raises StoreError for what can't be opened at all: not a day file, cut, a wrong key, an
    election or a beginning that can't be read.
    """
    with _uncollected():
        return _opened(read_contents(path, key), path.name, shipped)


def _opened(found: Contents, file: str, shipped: Shipped) -> Opened:
    broken = check_chains(found.rows, found.lost)
    rows = before(found.rows, broken) if broken else found.rows
    # The first of all is shown even where it does not hold: it says what day this is.
    entries, newer = _entries(rows or found.rows[:1])
    first = entries[0].event
    if not isinstance(first, DayCreated):
        raise StoreError(Trouble.DAMAGED, file=file)
    foundation = check_foundation(found, first)
    election = _election(_text_of(found, first, shipped), file)
    day = replay(election, _roll(found, foundation), entries)
    finding = earliest([*broken, *foundation])
    if finding is None and not found.sound:
        finding = Finding(Flaw.UNREADABLE, entries[-1].desk, entries[-1].number + 1)
    if finding is None and not check_accounts(day):
        finding = Finding(Flaw.ACCOUNTS, entries[-1].desk, entries[-1].number)
    newer = newer or found.newer
    return Opened(day, finding, tuple(found.lost), newer, found.kept, found.signing_key)


def check_foundation(found: Contents, first: DayCreated) -> list[Finding]:
    """Compare election and list with what the first entry says of them."""
    if election_digest(found.election) != first.election_digest:
        flaw = Flaw.ELECTION
    elif (roll_digest(found.voters), len(found.voters)) != (first.roll_digest, first.voters):
        flaw = Flaw.LIST
    else:
        return []
    return [Finding(flaw if found.sound else Flaw.UNREADABLE, 1, 1)]


def _roll(found: Contents, foundation: list[Finding]) -> Roll:
    """Build the list; of one that does not hold, what still looks like voters."""
    texts = filter(is_voter_text, found.voters) if foundation else found.voters
    return read_roll([*texts])


def _entries(rows: list[Row]) -> tuple[list[Entry], bool]:
    """Read entries up to the first that only a newer program knows, and tell if there is one."""
    entries: list[Entry] = []
    for row in rows:
        try:
            entries.append(entry_of(row))
        except StoreError as error:
            if error.reason is Trouble.NEWER_PROGRAM and entries:
                return entries, True
            raise
    return entries, False


def _text_of(found: Contents, first: DayCreated, shipped: Shipped) -> str:
    """Choose the text of the election: the file's own, or the one with the digest of entry 1."""
    if election_digest(found.election) != first.election_digest:
        text = shipped(first.election)
        if election_digest(text) == first.election_digest:
            return text
    return found.election


def _election(text: str, file: str) -> Election:
    try:
        return read_election(text, file)
    except ElectionError as error:
        raise StoreError(Trouble.ELECTION_DAMAGED, file=file) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage be while a day is built: nearly all that is made stays.

    The collector would look at all of it again and again, for half of the time of opening. To
    freeze and unfreeze counts it among the old at once, without one look at it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
