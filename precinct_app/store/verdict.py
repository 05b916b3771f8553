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


class Finding(NamedTuple):
    """The first entry that does not hold, and why.

    A list or an election that is not the one of entry 1 is named by that entry.
    """

    flaw: Flaw
    desk: int
    number: int


def check_chain(rows: Iterable[Row], unreadable: Iterable[tuple[int, int]]) -> Finding | None:
    """Find the first entry that breaks its desk's chain, hashing the text as it is stored.

    ``unreadable`` are the keys (desk, number) that stand in the file and can't be read.
    """
    lost = set(unreadable)
    heads: dict[int, Mark] = {}
    for row in sorted(rows, key=itemgetter(0, 1)):
        desk, number, previous, digest = row[0], row[1], row[-2], row[-1]
        before = heads.get(desk, Mark(0, NO_HASH))
        expected = (desk, before.entries + 1)
        if expected in lost:
            return Finding(Flaw.UNREADABLE, *expected)
        if number != before.entries + 1:
            return Finding(Flaw.GAP, *expected)
        if previous != before.head or line_digest(previous, row[:-2]) != digest:
            return Finding(Flaw.HASH, desk, number)
        heads[desk] = Mark(number, digest)
    return Finding(Flaw.UNREADABLE, *min(lost)) if lost else None


def earliest(*findings: Finding | None) -> Finding | None:
    """Choose the finding that stands first in the day; of two at one entry, the first given."""
    return min(filter(None, findings), key=lambda found: (found.desk, found.number), default=None)


def day_order(rows: Iterable[Row]) -> list[Row]:
    """Put rows in the order of the day: tick, desk, number."""
    return sorted(rows, key=itemgetter(2, 0, 1))


def before(rows: Sequence[Row], finding: Finding) -> list[Row]:
    """List the rows, in the order of the day, that come before what does not hold.

    The tick of the row that does not hold is not to be trusted, so it only counts where it comes
    after the last good row of its desk.
    """
    desk, number = finding.desk, finding.number
    same = [(row[1], row[2]) for row in rows if row[0] == desk]
    last = max((tick for other, tick in same if other < number), default=0)
    end = min((tick for other, tick in same if other >= number and tick > last), default=inf)
    return [row for row in day_order(rows) if (row[1] < number if row[0] == desk else row[2] < end)]


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
