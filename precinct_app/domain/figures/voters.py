"""The figures of the list: who stands on it, and who received ballots."""

from collections.abc import Callable, Iterable, Mapping

from precinct_app.domain.figures.tally import Tally
from precinct_app.domain.trips import signed, voted_outside


def voters_listed(tally: Tally, ballot: str) -> int:
    """Count the voters on the list who may receive a ballot here (art. 43(4)(1))."""
    gone = (voter for voter in tally.day.certificates if tally.day.is_listed(voter))
    return tally.listed[ballot] - _certified(tally, ballot, gone)


def voters_at_opening(tally: Tally, ballot: str) -> int:
    """Count the voters on the list when voting opened, those with a certificate among them."""
    opening = tally.day.at_opening
    return opening.voters.get(ballot, 0) if opening else tally.listed[ballot]


def voters_added(tally: Tally, ballot: str) -> int:
    """Count the voters added on the day by decision (art. 26(2))."""
    return _added(tally, ballot, on_certificate=False)


def voters_on_certificates(tally: Tally, ballot: str) -> int:
    """Count the voters added on the day on a certificate of another precinct (art. 41(6-1))."""
    return _added(tally, ballot, on_certificate=True)


def certificates_issued(tally: Tally, ballot: str) -> int:
    """Count the certificates given to voters of this precinct that stand for a ballot (art. 41(6-1))."""
    return _certified(tally, ballot, tally.day.certificates)


def voters_struck(tally: Tally, ballot: str) -> int:
    """Count the voters struck on the day who could still have received a ballot here."""
    day = tally.day
    gone = [voter for voter, struck in day.struck.items() if not struck.before_opening]
    return _entitled(tally, ballot, gone) - _certified(tally, ballot, gone)


def voters_received(tally: Tally, ballot: str) -> int:
    """Count the voters who received a ballot (arts 43(3-1), 43(4)(2))."""
    return tally.received.get(ballot, 0)


def voters_outside(tally: Tally, ballot: str) -> int:
    """Count the voters who received a ballot outside the premises (arts 41(6), 43(3-1))."""
    return voted_outside(tally.day, ballot)


def received_on_certificates(tally: Tally, ballot: str) -> int:
    """Count the voters on certificates who received a ballot (art. 44(5))."""
    day = tally.day
    guests = [voter for voter, added in day.added.items() if added.on_certificate]
    return sum(day.holding(voter).has(ballot) for voter in guests)


def applications_signed(tally: Tally, ballot: str) -> Mapping[str, int]:
    """Count the applications signed for a ballot, over all trips of each portable box (art. 43(3-1))."""
    day = tally.day
    return {name: signed(day, name, ballot) for name, box in day.boxes.items() if box.portable}


def _added(tally: Tally, ballot: str, *, on_certificate: bool) -> int:
    added = tally.day.added.items()
    chosen = [
        voter
        for voter, found in added
        if found.on_certificate is on_certificate and not found.before_opening
    ]
    return _entitled(tally, ballot, chosen)


def _entitled(tally: Tally, ballot: str, voters: Iterable[str]) -> int:
    day = tally.day
    rows = [row for voter in voters if (row := day.voter(voter))]
    return sum(ballot in day.election.entitled(row.ballots) for row in rows)


def _certified(tally: Tally, ballot: str, voters: Iterable[str]) -> int:
    held = (tally.day.certificates.get(voter) for voter in voters)
    return sum(ballot in found.ballots for found in held if found and found.stands)


VOTERS: Mapping[str, Callable[[Tally, str], int | Mapping[str, int] | None]] = {
    "voters_listed": voters_listed,
    "voters_at_opening": voters_at_opening,
    "voters_added": voters_added,
    "voters_on_certificates": voters_on_certificates,
    "certificates_issued": certificates_issued,
    "voters_struck": voters_struck,
    "voters_received": voters_received,
    "voters_outside": voters_outside,
    "received_on_certificates": received_on_certificates,
    "served_without_kind": lambda tally, ballot: tally.without.get(ballot, 0),
    "applications_signed": applications_signed,
    "served": lambda tally, _ballot: tally.served,
}
