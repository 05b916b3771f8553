"""The commission: who they are and what they may."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The office of a member (arts 10, 20)."""

    CHAIRMAN = "chairman"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"
    ADVISORY = "advisory"


# A member with advisory vote speaks, and neither votes nor signs (art. 20(6)).
COMMISSION = frozenset({Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY, Role.MEMBER})
LEADERS = frozenset({Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY})
ONE_OF_A_KIND = LEADERS


class Standing(StrEnum):
    """Whether a member does the duties of the office (art. 39(2), practice 3)."""

    SERVING = "serving"
    AWAY = "away"
    REMOVED = "removed"
    REPLACED = "replaced"


class Member(NamedTuple):
    """One member; ``pin`` is an Argon2id hash, ``shown_pin`` is filled in a training file only."""

    id: str
    name: str
    role: Role
    pin: str = ""
    shown_pin: str = ""
    standing: Standing = Standing.SERVING

    @property
    def serves(self) -> bool:
        """Whether the member may act, stand by an act and issue."""
        return self.standing is Standing.SERVING

    @property
    def counts(self) -> bool:
        """Whether the member has a vote among all members, there or not (art. 20(4)-(6))."""
        return self.role in COMMISSION and self.standing is not Standing.REPLACED


class WrongPins(NamedTuple):
    """Wrong PINs typed for a member since the last right one; ``last`` is ISO 8601."""

    times: int
    last: str
