"""Where the day stands, from set-up to its end."""

from enum import StrEnum


class Phase(StrEnum):
    """The phases of the day in their order."""

    SETUP = "setup"
    VOTING = "voting"
    ENDED = "ended"


ANY_PHASE = frozenset(Phase)
