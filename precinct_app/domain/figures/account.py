"""The figures of the account of a kind, and of each stack."""

from collections.abc import Callable, Mapping

from precinct_app.domain.accounts import (
    DAMAGED,
    EXCHANGED,
    MISSING,
    RECEIVED,
    RETURNED,
    SAFE,
    SENT_BACK,
    SURPLUS,
    WITHDRAWN,
)
from precinct_app.domain.controls import with_reserve
from precinct_app.domain.figures.pockets import Columns, is_empty
from precinct_app.domain.figures.tally import Tally
from precinct_app.domain.figures.voters import voters_at_opening


def received(tally: Tally, ballot: str) -> int:
    """Count the papers by all acts of receipt, whatever was in the packs (art. 43(4-1)(4))."""
    return -tally.day.accounts.left(ballot, RECEIVED)


def first_receipts(tally: Tally, ballot: str) -> int:
    """Count the papers by the acts until voting opened, as corrections left them."""
    receipts = tally.day.receipts.values()
    return sum(one.stated for one in receipts if one.first and one.ballot == ballot)


def later_receipts(tally: Tally, ballot: str) -> int:
    """Count the papers by the acts since voting opened."""
    return received(tally, ballot) - first_receipts(tally, ballot)


def allowed_with_reserve(tally: Tally, ballot: str) -> int:
    """Reckon the most papers for the voters at the opening (art. 37(3))."""
    percents = tally.day.election.thresholds.reserve_percent
    return with_reserve(voters_at_opening(tally, ballot), percents)


def surplus(tally: Tally, ballot: str) -> int:
    """Count the papers found above the acts of receipt, by act."""
    return -tally.day.accounts.left(ballot, SURPLUS)


def _came_to(account: str) -> Callable[[Tally, str], int]:
    return lambda tally, ballot: tally.came_to(ballot, account)


def _column(name: str) -> Callable[[Tally, str], Mapping[str, int]]:
    def reckon(tally: Tally, ballot: str) -> Mapping[str, int]:
        return {
            member: getattr(tally.columns.get((ballot, member), Columns()), name)
            for member in tally.issuers(ballot)
        }

    return reckon


def issued_by_member(tally: Tally, ballot: str) -> Mapping[str, int]:
    """Count the papers that each member issued, replacements included (art. 43(4)(3))."""
    return {member: tally.issued.get((ballot, member), 0) for member in tally.issuers(ballot)}


def stack_back(tally: Tally, ballot: str) -> Mapping[str, int]:
    """Count the papers that came back, of the members who have none left."""
    given = _column("back")(tally, ballot)
    return {one: papers for one, papers in given.items() if is_empty(tally.day, ballot, one)}


ACCOUNT: Mapping[str, Callable[[Tally, str], int | Mapping[str, int] | None]] = {
    "received": received,
    "first_receipts": first_receipts,
    "later_receipts": later_receipts,
    "allowed_with_reserve": allowed_with_reserve,
    "surplus": surplus,
    "missing": _came_to(MISSING),
    "sent_back": _came_to(SENT_BACK),
    "exchanged": _came_to(EXCHANGED),
    "returned": _came_to(RETURNED),
    "damaged": _came_to(DAMAGED),
    "withdrawn": _came_to(WITHDRAWN),
    "in_safe": lambda tally, ballot: tally.day.left(ballot, SAFE),
    "in_bags": Tally.in_bags,
    "issued_by_member": issued_by_member,
    "handed_in": _column("handed_in"),
    "stack_handed_out": _column("handed_out"),
    "stack_damaged": _column("damaged"),
    "stack_withdrawn": _column("withdrawn"),
    "stack_back": stack_back,
    "stack_missing": _column("missing"),
    "stack_surplus": _column("surplus"),
}
