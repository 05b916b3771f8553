"""What the day changed in the list, and certificates."""

from enum import StrEnum
from typing import Literal, NamedTuple

# Rows that were added have a series of their own.
SERIES = "A-"


class StrikeCause(StrEnum):
    """Why a voter is struck from the list (arts 25(3), 26(2))."""

    TWICE = "twice"
    DIED = "died"
    OTHER_LIST = "other_list"


class Added(NamedTuple):
    """A voter added by an entry, which is his id.

    ``decision`` is the entry of the decision. ``paper`` is for a guest the blank of the certificate
    of another precinct, which is decision enough (art. 41(6-1)).
    """

    entry: str
    decision: str
    paper: str
    on_certificate: bool
    before_opening: bool


class Struck(NamedTuple):
    """A voter struck from the list; ``decision`` is the entry of the decision."""

    entry: str
    cause: str
    decision: str
    before_opening: bool


class Certificate(NamedTuple):
    """An absentee certificate of one of our voters, and the ballots it stands for."""

    entry: str
    blank: str
    ballots: tuple[str, ...]
    state: Literal["issued", "brought_back", "lost"]

    @property
    def stands(self) -> bool:
        """Whether its ballots may be received elsewhere, and so not here."""
        return self.state != "brought_back"


class Blanks(NamedTuple):
    """Blanks of certificates: received, spoiled, ever issued; unused when they were closed."""

    received: int = 0
    spoiled: int = 0
    issued: int = 0
    unused: int | None = None

    @property
    def left(self) -> int:
        """How many there should still be."""
        return self.received - self.spoiled - self.issued
