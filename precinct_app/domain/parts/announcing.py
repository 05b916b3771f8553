"""The figures before the boxes: read aloud, frozen, reopened by two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.figures.before_boxes import lines_before_boxes
from precinct_app.domain.figures.lines import lines_of
from precinct_app.domain.kinds import Announced, Reopened
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_not_announced
from precinct_app.domain.required_closing import (
    require_cancelled,
    require_lists_settled,
    require_no_line_below_zero,
    require_unsigned,
    require_words,
)
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class FiguresAnnounced:
    """The figures of a kind before the boxes, as read aloud.

    ``lines`` are those that the law wants from the lists and the account; ``checkpoint`` is the
    digest of all desks that were in.
    """

    kind: ClassVar[str] = "figures_announced"
    version: ClassVar[int] = 1
    ballot: str
    lines: Mapping[str, int]
    checkpoint: str


@dataclass(frozen=True, slots=True)
class FiguresReopened:
    """Figures that had been read aloud were opened again; ``lines`` are the old ones."""

    kind: ClassVar[str] = "figures_reopened"
    version: ClassVar[int] = 1
    ballot: str
    lines: Mapping[str, int]
    reason: str


Events = FiguresAnnounced | FiguresReopened


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(3-1)", witness="always")
def announce_figures(day: Day, act: Act, ballot: str) -> FiguresAnnounced:
    """Read the figures of a kind aloud before any box is opened (art. 43(3-1), 43(4))."""
    require_ballot(day, ballot)
    require_not_announced(day, act, (ballot,))
    require_lists_settled(day, act)
    require_cancelled(day, act, ballot)
    digest = checkpoint_digest(day.desks)
    figures = lines_before_boxes(day.election, lines_of(day, ballot))
    require_no_line_below_zero(figures)
    return FiguresAnnounced(ballot, figures, digest)


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(3-1)", witness="always")
def reopen_figures(day: Day, act: Act, ballot: str, reason: str) -> FiguresReopened:
    """Open figures again that were read aloud; the old ones stay beside the new (practice 4.4)."""
    kind = require_unsigned(day, act, ballot)
    reason = require_words(reason)
    if kind.figures is None:
        raise Refusal(Reason.NOT_ANNOUNCED, "43(3-1)", ballot=ballot)
    return FiguresReopened(ballot, kind.figures.lines, reason)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by figures that are read aloud or reopened."""
    kind = day.kind(event.ballot)
    match event:
        case FiguresAnnounced(ballot=ballot, lines=lines, checkpoint=checkpoint):
            if kind.figures:
                day.note_conflict(entry, "announced_twice", ballot=ballot)
            figures = Announced(entry.id, lines, checkpoint)
            day.kinds[ballot] = replace(kind, figures=figures)
        case FiguresReopened(ballot=ballot, lines=lines, reason=reason):
            if kind.figures is None:
                day.note_conflict(entry, "reopens_nothing", ballot=ballot)
            reopened = (*kind.reopened, Reopened(entry.id, lines, reason))
            day.kinds[ballot] = replace(kind, figures=None, reopened=reopened)
        case _:
            assert_never(event)
