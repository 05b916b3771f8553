"""Where the day stands, from set-up to its end."""

from enum import StrEnum


class Phase(StrEnum):
    """The phases of the day in their order."""

    SETUP = "setup"
    VOTING = "voting"
    ENDED = "ended"


ANY_PHASE = frozenset(Phase)
SETTING_UP = frozenset({Phase.SETUP})
UNTIL_THE_END = frozenset({Phase.SETUP, Phase.VOTING})
VOTING = frozenset({Phase.VOTING})
FROM_THE_OPENING = frozenset({Phase.VOTING, Phase.ENDED})
