"""What left a stack, and what a voter holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

HandingKind = Literal["issue", "exchange", "return"]


class Handing(NamedTuple):
    """An entry that moved papers between a member and a voter, as corrections left it.

    ``ballots`` are those that no correction took back or moved away; ``own_mistake`` marks an
    exchange for the voter's own mistake; ``trip`` is the trip on which it was, 0 for none.
    """

    kind: HandingKind
    voter: str
    issuer: str
    ballots: tuple[str, ...]
    recorded: str
    own_mistake: bool = False
    trip: int = 0

    def concerns(self, voter: str, ballots: Iterable[str]) -> bool:
        """Tell whether it still stands for a voter and one of these ballots."""
        return self.voter == voter and not set(self.ballots).isdisjoint(ballots)


class Handover(NamedTuple):
    """Papers on the way from one member to another until they are taken."""

    giver: str
    taker: str
    amounts: tuple[tuple[str, int], ...]
    open: bool = True


@dataclass(slots=True)
class Holding:
    """All that the day knows of one voter; numbers per ballot are balances, never sets."""

    received: dict[str, int] = field(default_factory=dict)
    returned: dict[str, int] = field(default_factory=dict)
    own_mistakes: dict[str, int] = field(default_factory=dict)
    declined: set[str] = field(default_factory=set)
    deferred: set[str] = field(default_factory=set)
    assistant: str = ""
    notes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    def has(self, ballot: str) -> bool:
        """Tell whether the voter received a ballot."""
        return self.received.get(ballot, 0) > 0

    def has_any(self) -> bool:
        """Tell whether the voter received at least one ballot."""
        return bool(self.received) and max(self.received.values()) > 0

    def in_hand(self, ballot: str) -> bool:
        """Tell whether the voter still holds a ballot that he received."""
        return self.received.get(ballot, 0) > self.returned.get(ballot, 0)


def entry_of(handing: str) -> str:
    """Name the entry of a handing; an entry with many voters has a handing for each row."""
    return handing.partition(":")[0]
