"""Turnout as it was reported, hour by hour."""

from typing import NamedTuple


class Slip(NamedTuple):
    """What was reported for one hour.

    ``on_road`` are the voters whose trip has not come back; ``explanation`` tells why the figure
    is lower than the one before.
    """

    entry: str
    served: int
    listed: int
    on_road: int
    counted_by_hand: bool
    explanation: str
