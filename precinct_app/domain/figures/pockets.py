"""What went through a member's hands: one row of the stack sheet.

A member has two pockets, the stack and the bags of the trips whose ballots he signs. Papers that
move straight from stack to stack are a charge to another member, and belong to the issues.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from precinct_app.domain.accounts import (
    CANCELLED,
    DAMAGED,
    MISSING,
    STACK,
    SURPLUS,
    VOTERS,
    WITHDRAWN,
    in_safe,
)
from precinct_app.domain.day import Day


@dataclass(slots=True)
class Columns:
    """Papers of one ballot that went into and out of one member's pockets.

    ``back`` is what went to the safe, or was cancelled where it lay.
    """

    handed_in: int = 0
    handed_out: int = 0
    damaged: int = 0
    withdrawn: int = 0
    back: int = 0
    missing: int = 0
    surplus: int = 0


_ENDS: Mapping[str, str] = {
    DAMAGED: "damaged",
    WITHDRAWN: "withdrawn",
    MISSING: "missing",
    CANCELLED: "back",
}


def columns_of(day: Day) -> dict[tuple[str, str], Columns]:
    """Reckon the columns of every ballot and member out of all that ever moved."""
    found: dict[tuple[str, str], Columns] = defaultdict(Columns)
    signers = {trip.bag: trip.signer for trip in day.trips.values()}
    for ballot, flows in day.accounts.flows.items():
        for (source, target), papers in flows.items():
            giver, taker = _owner(source, signers), _owner(target, signers)
            if giver == taker or (source.startswith(STACK) and target.startswith(STACK)):
                continue
            if giver and (column := _out_by(target)):
                _add(found[ballot, giver], column, papers)
            if taker and source != VOTERS:
                _come(found[ballot, taker], source, papers)
    return dict(found)


def _owner(account: str, signers: Mapping[str, str]) -> str:
    return account.removeprefix(STACK) if account.startswith(STACK) else signers.get(account, "")


def _out_by(target: str) -> str:
    if target == VOTERS:
        return ""
    return "back" if in_safe(target) else _ENDS.get(target, "handed_out")


def _come(columns: Columns, source: str, papers: int) -> None:
    """Note what came; what was found again was not missing."""
    if source == SURPLUS:
        columns.surplus += papers
    elif source in _ENDS:
        _add(columns, _ENDS[source], -papers)
    else:
        columns.handed_in += papers


def _add(columns: Columns, name: str, papers: int) -> None:
    setattr(columns, name, getattr(columns, name) + papers)


def is_empty(day: Day, ballot: str, member: str) -> bool:
    """Tell whether nothing is left in a member's pockets."""
    bags = [trip.bag for trip in day.trips.values() if trip.signer == member]
    return not any(day.left(ballot, account) for account in (STACK + member, *bags))
