"""One kind of ballot from the end of voting to its accepted protocol."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Announced(NamedTuple):
    """The figures before the boxes as they were read aloud (art. 43(3-1), 43(4)).

    ``lines`` are lines 1, 2, 3.<member>, 8 and 9; ``checkpoint`` is the digest of all desks.
    """

    entry: str
    lines: Mapping[str, int]
    checkpoint: str


class Reopened(NamedTuple):
    """Figures that were announced and taken back: what they said, and why."""

    entry: str
    lines: Mapping[str, int]
    reason: str


class Sheet(NamedTuple):
    """The tally sheet: votes per option, against all, invalid in the piles; ``by`` typed it."""

    votes: Mapping[str, int]
    against_all: int
    invalid: int
    by: str


class Dispute(NamedTuple):
    """A disputed ballot, and how the commission voted on it (art. 43(7))."""

    entry: str
    votes_for: int
    against: int
    valid: bool
    note: str


class Recount(NamedTuple):
    """A count that was made again: whose application, its paper, the sheet before."""

    entry: str
    proxy: str
    paper: str
    sheet: Sheet | None


class Explanation(NamedTuple):
    """Why a control does not hold, written for the numbers that it showed."""

    entry: str
    reason: str
    left: int
    right: int


class Signed(NamedTuple):
    """A signed protocol: its number, its members, all lines as they stood, what was said against.

    ``dissent`` pairs a member with the words.
    """

    number: int
    entry: str
    members: tuple[str, ...]
    lines: Mapping[str, int]
    dissent: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """Closing, count and protocol of one kind; entries are ids, empty where nothing happened.

    ``unused`` is the first count per holder of papers, ``unused_again`` the second one where the
    first differed; cancelling turns them into ``cancelled_unused``. ``number`` is the protocol's
    (2 and more: repeated), ``earlier`` are the signed protocols that it replaces.
    """

    unused: Mapping[str, int] = field(default_factory=dict)
    counted_by: str = ""
    unused_again: Mapping[str, int] = field(default_factory=dict)
    cancelled: str = ""
    cancelled_unused: int = 0
    figures: Announced | None = None
    reopened: tuple[Reopened, ...] = ()
    stationary: int | None = None
    sheet: Sheet | None = None
    confirmed: str = ""
    sheets_before: tuple[Sheet, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    recounts: tuple[Recount, ...] = ()
    explanations: Mapping[tuple[str, str], Explanation] = field(default_factory=dict)
    number: int = 1
    signed: Signed | None = None
    earlier: tuple[Signed, ...] = ()
    transferred: str = ""
    posted: str = ""
    sent: int = 0
    taken: str = ""
    sent_back: str = ""

    @property
    def counted(self) -> Mapping[str, int]:
        """The unused papers per holder by the last count of each."""
        return {**self.unused, **self.unused_again}

    @property
    def unused_papers(self) -> int | None:
        """The unused papers as counted, cancelled or not yet (line 9a); None before any count."""
        if not self.counted_by and not self.cancelled:
            return None
        return self.cancelled_unused + sum(self.counted.values())

    @property
    def result(self) -> Sheet | None:
        """The tally sheet once two members typed the same; what one typed is nobody's business."""
        return self.sheet if self.confirmed else None


# What a kind is before anything of its closing is done; a kind is replaced, never changed.
UNTOUCHED = Kind()
