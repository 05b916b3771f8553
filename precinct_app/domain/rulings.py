"""The decisions of the commission as the day knows them."""

from typing import NamedTuple


class Decision(NamedTuple):
    """One decision, counted from 1 in the order of the day (art. 20(4)).

    ``present`` are ids of members; ``provisional`` was taken by the chairman without a quorum;
    ``carried`` says whether it was adopted; ``annulled`` is the entry that overturned it. An event
    names a decision by its ``entry``, because a number waits for the entries of other desks.
    """

    number: int
    entry: str
    question: str
    article: str
    present: tuple[str, ...]
    votes_for: int
    against: int
    dissent: str
    provisional: bool
    paper: str
    carried: bool
    annulled: str = ""
