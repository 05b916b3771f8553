"""What is made ready before voting, and the day as it stood at the opening."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from precinct_app.domain.election import Election

CheckState = Literal["done", "not_needed", "missing"]

# What a precinct has ready (arts 18(4-1), 37, 39, 40, 48(2-1); resolution 24/217 of 21.12.2018).
# ``stencils`` stands for one of each ballot.
ITEMS = (
    "premises",
    "booths",
    "boxes",
    "seals",
    "stand",
    "campaign_removed",
    "ground_floor",
    "ramp",
    "parking",
    "call_button",
    "tactile_signs",
    "wheelchair_booth",
    "booth_seat",
    "light",
    "magnifier",
    "stencils",
    "audio",
    "info_computer",
    "sound_amplifier",
    "sign_language",
    "invataxi",
    "escort",
)


class Check(NamedTuple):
    """One item of the readiness list, as somebody found it."""

    state: CheckState
    note: str
    entry: str


class LaptopCheck(NamedTuple):
    """The laptop as it was looked at.

    ``disk`` is the free space in megabytes, ``seconds`` how far its clock is from the chairman's
    watch (``behind`` it or ahead), ``battery`` a percentage.
    """

    entry: str
    disk: int
    seconds: int
    behind: bool
    battery: int
    mains: bool
    printer: bool


class Safe(NamedTuple):
    """The safe with the ballots: its seal and guard; the entries that sealed and opened it.

    ``intact`` tells whether the seals of room and safe were whole in the morning.
    """

    seal: str
    guard: str
    sealed: str
    opened: str = ""
    intact: bool = True
    note: str = ""


class AtOpening(NamedTuple):
    """The day as it stood when voting was opened (art. 40; opening protocol).

    ``voters`` and ``received`` are per ballot, ``present`` per kind of person, ``accounts`` per
    ballot and account. ``reason`` is why the chairman opened all the same, empty where nothing
    was missing.
    """

    entry: str
    voters: Mapping[str, int]
    received: Mapping[str, int]
    present: Mapping[str, int]
    accounts: Mapping[str, Mapping[str, int]]
    seals: Mapping[str, str]
    reason: str


class Ended(NamedTuple):
    """The end of voting: when it was announced, and how many were still inside.

    ``early`` marks an end before the hour (art. 38(3)); ``served`` are the voters who were served
    since.
    """

    entry: str
    happened: str
    inside: int
    early: bool
    served: tuple[str, ...] = ()


class Suspension(NamedTuple):
    """A time in which voting did not go on; ``resumed`` is empty while it lasts."""

    entry: str
    since: str
    reason: str
    resumed: str = ""
    until: str = ""


def items_of(election: Election) -> tuple[str, ...]:
    """List what has to be looked at: the items, with a stencil of each ballot."""
    found: list[str] = []
    for item in ITEMS:
        each = [f"{item}:{ballot}" for ballot in election.ballot_ids]
        found += each if item == "stencils" else [item]
    return tuple(found)
