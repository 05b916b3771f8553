"""Ballots are money: each paper is on one account."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# Where papers come from; the only accounts that may stand below zero.
RECEIVED = "received"
SURPLUS = "surplus"
ORIGINS = (RECEIVED, SURPLUS)

SAFE = "safe"
VOTERS = "voters"
EXCHANGED = "exchanged"
RETURNED = "returned"
DAMAGED = "damaged"
WITHDRAWN = "withdrawn"
SENT_BACK = "sent_back"
MISSING = "missing"
CANCELLED = "cancelled"

# What is put aside during the day, and cancelled with the unused papers (art. 43(4)).
PUT_ASIDE = (EXCHANGED, RETURNED, DAMAGED, WITHDRAWN)
# Where a paper is no longer unused.
SPENT = frozenset({VOTERS, *PUT_ASIDE, SENT_BACK, MISSING, CANCELLED})

# A name that ends in a colon is completed with the entry that bore the account.
PACK = "safe:"
WAY = "way:"
BAG = "bag:"

# The stack of a member is completed with the member's number.
STACK = "member:"


class Move(NamedTuple):
    """So many papers of one ballot from one account to another.

    In the journal it is one line of text: ``maz_pl member:4 voters 1``.
    """

    ballot: str
    source: str
    target: str
    papers: int

    def __str__(self) -> str:
        return f"{self.ballot} {self.source} {self.target} {self.papers}"

    @classmethod
    def from_text(cls, text: str) -> "Move":
        """Read the line, or raise ValueError with the fault."""
        ballot, source, target, papers = text.split(" ")
        return cls(ballot, source, target, int(papers))


def stack(member: str) -> str:
    """Name the account of a member's stack."""
    return f"{STACK}{member}"


@dataclass(slots=True)
class Accounts:
    """All accounts of all ballots; they always add up to what came in.

    ``flows`` keeps per ballot how many papers ever went from one account to another.
    """

    balances: dict[str, dict[str, int]] = field(default_factory=dict)
    flows: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)

    def left(self, ballot: str, holder: str) -> int:
        """Papers of a ballot on one account; ``safe`` is the safe with all its packs."""
        held = self.balances.get(ballot, {})
        if holder == SAFE:
            return sum(count for name, count in held.items() if in_safe(name))
        return held.get(holder, 0)

    def unused(self, ballot: str) -> dict[str, int]:
        """Papers that were neither issued nor put aside, by holder; the packs are one ``safe``."""
        return {
            holder: count
            for holder, count in _holders(self.balances.get(ballot, {})).items()
            if count and holder not in SPENT
        }

    def came_in(self, ballot: str) -> int:
        """Papers that ever came in, by receipt or as surplus."""
        held = self.balances.get(ballot, {})
        return -sum(held.get(origin, 0) for origin in ORIGINS)

    def transfer(self, moves: Iterable[Move], born: str) -> Iterator[Move]:
        """Carry out moves and yield those that overdrew their account.

        ``born`` is the id of the entry, which completes names such as ``way:``.
        """
        for ballot, source, target, papers in moves:
            held = self.balances.setdefault(ballot, {})
            giver = source + born if source[-1:] == ":" else source
            taker = target + born if target[-1:] == ":" else target
            held[giver] = held.get(giver, 0) - papers
            held[taker] = held.get(taker, 0) + papers
            flows = self.flows.setdefault(ballot, {})
            flows[giver, taker] = flows.get((giver, taker), 0) + papers
            if held[giver] < 0 and giver not in ORIGINS:
                yield Move(ballot, giver, taker, papers)

    def safe_packs(self, ballot: str) -> list[tuple[str, int]]:
        """List what the safe holds of a ballot, account by account, oldest first."""
        held = self.balances.get(ballot, {})
        return [(name, count) for name, count in held.items() if count > 0 and in_safe(name)]

    def summary(self) -> dict[str, dict[str, int]]:
        """Ballot to holder to papers; the packs are one ``safe``, the origins are left out."""
        return {ballot: _holders(held) for ballot, held in self.balances.items()}


def in_safe(holder: str) -> bool:
    """Tell whether an account lies in the safe."""
    return holder == SAFE or holder.startswith(PACK)


def _holders(held: Mapping[str, int]) -> dict[str, int]:
    holders = {SAFE: 0, VOTERS: 0}
    for name, count in held.items():
        if name in ORIGINS:
            continue
        holder = SAFE if in_safe(name) else name
        holders[holder] = holders.get(holder, 0) + count
    return {name: count for name, count in holders.items() if count or name in (SAFE, VOTERS)}
