"""The boxes: shown empty, sealed, opened when their time comes."""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Box(NamedTuple):
    """One ballot box under its seal.

    ``papers`` is what was taken out of a portable box per ballot, None until it is counted;
    ``invalid`` are the ballots of it that were declared invalid (art. 43(3-1)). ``entry`` sealed
    it last.
    """

    name: str
    portable: bool
    seal: str
    state: Literal["sealed", "opened", "missing"] = "sealed"
    papers: Mapping[str, int] | None = None
    invalid: tuple[str, ...] = ()
    entry: str = ""
