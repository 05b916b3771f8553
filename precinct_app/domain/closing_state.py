"""What the closing leaves behind for the day as a whole: lists, copies, packs, the road."""

from collections.abc import Mapping
from typing import NamedTuple


class Difference(NamedTuple):
    """A row in which signature and mark differ: how it ends, and on which paper."""

    entry: str
    ending: str
    voter: str
    paper: str


class Signatures(NamedTuple):
    """The signatures of the lists and applications as counted (art. 43(3-1)).

    ``pages`` and ``members`` hold what was counted per page of the list and per issuing member.
    """

    entry: str
    main: int
    additional: int
    outside: int
    pages: Mapping[str, int]
    members: Mapping[str, int]
    differences: tuple[Difference, ...] = ()

    @property
    def total(self) -> int:
        """All signatures of voters."""
        return self.main + self.additional + self.outside


class CountOrder(NamedTuple):
    """The order of the count that the commission chose, and how many tables count at once.

    ``decision`` is the entry of the decision for two tables.
    """

    entry: str
    ballots: tuple[str, ...]
    tables: int
    decision: str


class Copy(NamedTuple):
    """A certified copy of a protocol: for a registered person, or for whom the words name."""

    number: int
    entry: str
    ballot: str
    protocol: int
    person: int
    words: str
    given: str


class Pack(NamedTuple):
    """A sealed pack of papers; ``ballot`` and ``option`` are empty where it has none.

    ``opened`` is the entry that opened it again.
    """

    number: int
    entry: str
    content: str
    ballot: str
    option: str
    papers: int
    seal: str
    opened: str = ""


class Journey(NamedTuple):
    """Protocols on the road to one addressee: TEC or DEC, carriers, guards, observers."""

    number: int
    entry: str
    addressee: str
    ballots: tuple[str, ...]
    carriers: tuple[str, ...]
    guards: str
    observers: str
    handed_to: str = ""
    receipt: str = ""
    handed_in: str = ""
