"""Where the day stands, from set-up to its end."""

from enum import StrEnum


class Phase(StrEnum):
    """The phases of the day in their order."""

    SETUP = "setup"
    VOTING = "voting"
    ENDED = "ended"
    NOT_USED = "not_used"


ANY_PHASE = frozenset({Phase.SETUP, Phase.VOTING, Phase.ENDED})
SETTING_UP = frozenset({Phase.SETUP})
UNTIL_THE_END = frozenset({Phase.SETUP, Phase.VOTING})
VOTING = frozenset({Phase.VOTING})
AFTER_VOTING = frozenset({Phase.ENDED})
FROM_THE_OPENING = frozenset({Phase.VOTING, Phase.ENDED})
