"""What an examination of a day file found."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import inf
from operator import itemgetter
from typing import Any, NamedTuple

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.day import Day
from precinct_app.domain.entry import NO_HASH, line_digest

# A row of the journal as it is stored, in the order of its columns.
Row = tuple[Any, ...]


class Flaw(StrEnum):
    """What does not hold in a file, as ``verify`` names it."""

    HASH = "hash"
    UNREADABLE = "unreadable"
    GAP = "gap"
    LIST = "list"
    ELECTION = "election"
    ACCOUNTS = "accounts"
    TABLES = "tables"
    SIGNING_KEY = "signing_key"


class Finding(NamedTuple):
    """The first entry that does not hold, and why.

    A list, an election or a key that is not the one of entry 1 is named by that entry, and so are
    tables or triggers that are not those of a new file.
    """

    flaw: Flaw
    desk: int
    number: int


def check_chains(rows: Iterable[Row], unreadable: Iterable[tuple[int, int]]) -> list[Finding]:
    """Find the first entry that breaks the chain of each desk, hashing the text as it is stored.

    ``unreadable`` are the keys (desk, number) that stand in the file and can't be read.
    """
    desks: dict[int, list[Row]] = {desk: [] for desk, _ in unreadable}
    for row in sorted(rows, key=itemgetter(0, 1)):
        desks.setdefault(row[0], []).append(row)
    findings = (_check_desk(desk, own, set(unreadable)) for desk, own in sorted(desks.items()))
    return [found for found in findings if found]


def _check_desk(desk: int, rows: Iterable[Row], lost: set[tuple[int, int]]) -> Finding | None:
    number, head = 1, NO_HASH
    for row in rows:
        previous, digest = row[-2], row[-1]
        if (desk, number) in lost:
            break
        if row[1] != number:
            return Finding(Flaw.GAP, desk, number)
        if previous != head or line_digest(previous, row[:-2]) != digest:
            return Finding(Flaw.HASH, desk, number)
        number, head = number + 1, digest
    return Finding(Flaw.UNREADABLE, desk, number) if (desk, number) in lost else None


def earliest(findings: Iterable[Finding]) -> Finding | None:
    """Choose the finding that names the first entry; of two at one entry, the first given."""
    return min(findings, key=lambda found: (found.desk, found.number), default=None)


def day_order(row: Row) -> tuple[float, int, int]:
    """Give the place of a row in the day: tick, desk, number."""
    return row[2], row[0], row[1]


def before(rows: Sequence[Row], findings: Sequence[Finding]) -> list[Row]:
    """List the rows, in the order of the day, that come before all that does not hold."""
    end = min(_end(rows, finding) for finding in findings)
    bad = {found.desk: found.number for found in findings}
    good = [row for row in rows if day_order(row) < end and row[1] < bad.get(row[0], inf)]
    return sorted(good, key=day_order)


def _end(rows: Iterable[Row], finding: Finding) -> tuple[float, int, int]:
    """Find where in the day a finding stands.

    The tick of a row that does not hold is not to be trusted, so it only counts where it comes
    after the last good row of its desk.
    """
    same = [row for row in rows if row[0] == finding.desk]
    last = max((row[2] for row in same if row[1] < finding.number), default=0)
    bad = (day_order(row) for row in same if row[1] >= finding.number and row[2] > last)
    return min(bad, default=(inf, 0, 0))


def check_accounts(day: Day) -> bool:
    """Tell whether all accounts add up, and agree with what each voter holds."""
    with_voters: dict[str, int] = {}
    for held in day.holdings.values():
        for ballot, count in held.received.items():
            in_hand = count - held.returned.get(ballot, 0)
            with_voters[ballot] = with_voters.get(ballot, 0) + in_hand
    summary = day.accounts.summary()
    return all(
        sum(holders.values()) == day.accounts.came_in(ballot)
        and holders["voters"] == with_voters.get(ballot, 0)
        for ballot, holders in summary.items()
    )


def check_memory(day: Day, known: tuple[int, Mark]) -> Finding | None:
    """Find where a file falls short of what this laptop remembers having written."""
    desk, mark = known
    reached = day.desks.get(desk, Mark(0, NO_HASH)).entries
    if reached < mark.entries:
        return Finding(Flaw.GAP, desk, reached + 1)
    for entry in day.entries:
        if (entry.desk, entry.number) == (desk, mark.entries) and entry.digest != mark.head:
            return Finding(Flaw.HASH, desk, mark.entries)
    return None
