"""Catching up: what was issued on paper while the laptop stood still."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import VOTERS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handing
from precinct_app.domain.phases import FROM_THE_OPENING
from precinct_app.domain.precinct import at_clock, moment
from precinct_app.domain.required import (
    require_ballot,
    require_entitled,
    require_issuing,
    require_not_announced,
    require_voter,
)
from precinct_app.domain.required_outside import require_not_on_road
from precinct_app.domain.required_voting import require_voting
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import came_himself
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class PaperIssuesRecorded:
    """Voters of one page of the paper list received these ballots between two hours."""

    kind: ClassVar[str] = "paper_issues_recorded"
    version: ClassVar[int] = 1
    page: Free
    issuer: str
    ballots: tuple[str, ...]
    rows: tuple[str, ...]
    since: str
    until: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TimeOnPaperNoted:
    """The commission worked on paper for a time, and why."""

    kind: ClassVar[str] = "time_on_paper_noted"
    version: ClassVar[int] = 1
    since: str
    until: str
    reason: str


Events = PaperIssuesRecorded | TimeOnPaperNoted


@verb(phases=FROM_THE_OPENING, article="41(4)")
def record_paper_issues(
    day: Day,
    act: Act,
    page: str,
    issuer: str,
    ballots: tuple[str, ...],
    rows: tuple[str, ...],
    since: str,
    until: str,
) -> PaperIssuesRecorded:
    """Record at once what a page of the paper list shows: the rows that received ballots.

    ``rows`` are voters by their id; ``since`` and ``until`` are local times ``HH:MM``.
    """
    for name, texts in (("ballots", ballots), ("rows", rows)):
        if not texts:
            raise Refusal(Reason.NOTHING_CHOSEN)
        if len(set(texts)) < len(texts):
            raise Refusal(Reason.BAD_ARGUMENT, argument=name)
    for ballot in ballots:
        require_ballot(day, ballot)
    began, ended = _span(day, act, since, until)
    if began < (law := moment(day.election, day.precinct, "voting_begins")):
        act.hold(Refusal(Reason.TOO_EARLY, "38(1)", hour=law.strftime("%H:%M")))
    require_voting(day, act, *rows, happened=ended)
    require_issuing(day, act, issuer)
    for voter in rows:
        _require_unmarked(day, act, voter, ballots)
        require_not_on_road(day, act, voter)
    moves = tuple(Move(ballot, stack(issuer), VOTERS, len(rows)) for ballot in ballots)
    _require_papers(day, act, moves)
    return PaperIssuesRecorded(tidy(page), issuer, ballots, rows, since, until, moves)


@verb(phases=FROM_THE_OPENING)
def note_time_on_paper(day: Day, act: Act, since: str, until: str, reason: str) -> TimeOnPaperNoted:
    """Note that the commission worked on paper between two hours, and why."""
    _span(day, act, since, until)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    return TimeOnPaperNoted(since, until, tidy(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by what was recorded afterwards: one handing for each row."""
    match event:
        case PaperIssuesRecorded(issuer=issuer, ballots=ballots, rows=rows, moves=moves):
            day.transfer(entry, moves)
            for voter in rows:
                day.touch(entry, voter)
                day.count_received(entry, voter, ballots)
                came_himself(day, voter)
                handing = Handing("issue", voter, issuer, ballots, entry.recorded)
                day.handings[f"{entry.id}:{voter}"] = handing
                day.note_inside(entry, voter)
        case TimeOnPaperNoted():
            pass
        case _:
            assert_never(event)


def _span(day: Day, act: Act, since: str, until: str) -> tuple[datetime, datetime]:
    """Read two local times, or refuse what is no span of the past."""
    try:
        began = at_clock(day.election, day.precinct, since)
        ended = at_clock(day.election, day.precinct, until)
    except ValueError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="since") from error
    if ended < began:
        raise Refusal(Reason.BAD_ARGUMENT, argument="until")
    if ended > act.now:
        raise Refusal(Reason.HAPPENED_LATER)
    return began, ended


def _require_unmarked(day: Day, act: Act, voter: str, ballots: tuple[str, ...]) -> None:
    """Hold back a row that is marked already, and name it."""
    require_voter(day, voter)
    require_entitled(day, act, voter, ballots)
    for ballot in ballots:
        if day.has_received(voter, ballot):
            entry = day.issue_of(voter, ballot)
            no = Refusal(Reason.MARKED_ALREADY, "41(1)", voter=voter, ballot=ballot, entry=entry)
            act.hold(no)


def _require_papers(day: Day, act: Act, moves: tuple[Move, ...]) -> None:
    """Hold back what is more than the member's stack held."""
    require_not_announced(day, act, [move.ballot for move in moves])
    for ballot, holder, _, count in moves:
        left = day.left(ballot, holder)
        if left < count:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=left, amount=count))
