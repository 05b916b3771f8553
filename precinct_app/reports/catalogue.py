"""Every paper that can be made: id, class, what it is made for, title, function."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from precinct_app.domain.day import Day
from precinct_app.reports.opening_protocol import opening_protocol
from precinct_app.reports.pieces import Both, both
from precinct_app.reports.protocol_annex import protocol_annex
from precinct_app.reports.protocol_sheet import protocol_sheet
from precinct_app.reports.slips import figures_slip, turnout_slip

Secrecy = Literal["open", "commission"]
# What a paper is made for: the day, each kind of ballot, each hour that was reported.
Per = Literal["day", "ballot", "hour"]


class Paper(NamedTuple):
    """A paper of the catalogue; ``draw`` takes the day, what it is for, and the copy."""

    id: str
    secrecy: Secrecy
    per: Per
    draw: Callable[[Day, str, int], bytes]

    @property
    def title(self) -> Both:
        """What it is called."""
        return both("paper", self.id)


CATALOGUE: Mapping[str, Paper] = {
    found.id: found
    for found in (
        Paper("opening-protocol", "open", "day", opening_protocol),
        Paper("turnout-slip", "open", "hour", turnout_slip),
        Paper("figures-slip", "open", "ballot", figures_slip),
        Paper("protocol-sheet", "open", "ballot", protocol_sheet),
        Paper("protocol-annex", "open", "ballot", protocol_annex),
    )
}


def choices(day: Day, paper: Paper) -> tuple[str, ...]:
    """List what a paper can be made for on this day; one empty text for the day itself."""
    if paper.per == "ballot":
        return day.election.ballot_ids
    return tuple(sorted(day.slips)) if paper.per == "hour" else ("",)


def all_papers(day: Day) -> Iterator[tuple[Paper, str]]:
    """Go through every paper that can be made now, with what it is made for."""
    for paper in CATALOGUE.values():
        for which in choices(day, paper):
            yield paper, which
