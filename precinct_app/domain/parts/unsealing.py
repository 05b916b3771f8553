"""The boxes after the end: the portable ones first, one by one, then the stationary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.boxes import Box
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_decision, require_member, require_not_before
from precinct_app.domain.required_closing import (
    require_announced,
    require_cancelled,
    require_home,
    require_in_hours,
    require_per_ballot,
    require_unsigned,
    require_words,
    too_many,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BoxOpened:
    """A box was opened before the eyes of all; ``note`` says what its seal looked like."""

    kind: ClassVar[str] = "box_opened"
    version: ClassVar[int] = 1
    box: str
    intact: bool
    note: Free


@dataclass(frozen=True, slots=True)
class PortableBoxCounted:
    """The papers of a portable box per kind, counted face down."""

    kind: ClassVar[str] = "portable_box_counted"
    version: ClassVar[int] = 1
    box: str
    papers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BoxDeclaredInvalid:
    """All papers of these kinds in a portable box are invalid, by decision and act."""

    kind: ClassVar[str] = "box_declared_invalid"
    version: ClassVar[int] = 1
    box: str
    ballots: tuple[str, ...]
    decision: Free
    paper: str
    members: tuple[str, ...]
    answer: str


Events = BoxOpened | PortableBoxCounted | BoxDeclaredInvalid


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(3-1)", witness="always")
def open_box(day: Day, act: Act, box: str, intact: bool, note: str = "") -> BoxOpened:
    """Open a box when the figures of every kind are known; portable boxes first (art. 43(3-1))."""
    found = _box(day, box)
    if found.state == "opened":
        raise Refusal(Reason.BOX_OPEN, box=box)
    if found.state == "missing":
        act.hold(Refusal(Reason.BOX_MISSING, box=box))
    if not intact:
        note = require_words(note)
        act.hold(Refusal(Reason.SEAL_BROKEN, "40(4)", box=box))
    if day.election.rules.count_from == "stated_end":
        require_not_before(day, act, "voting_ends", "43(1)")
    require_home(day, act)
    for ballot in day.election.ballot_ids:
        require_cancelled(day, act, ballot)
        require_announced(day, act, ballot)
    _require_turn(day, act, found)
    return BoxOpened(box, intact, tidy(note))


@verb(phases=AFTER_VOTING, article="43(3-1)")
def count_portable_box(
    day: Day, act: Act, box: str, papers: Mapping[str, int]
) -> PortableBoxCounted:
    """Count the papers of a portable box per kind, face down; a kind not named has none."""
    found = _portable(day, box)
    require_per_ballot(day, papers)
    for ballot in papers:
        require_unsigned(day, act, ballot)
    if found.state != "opened":
        act.hold(Refusal(Reason.BOX_CLOSED, "43(3-1)", box=box))
    require_in_hours(day, act, papers or day.election.ballot_ids)
    return PortableBoxCounted(box, {one: papers.get(one, 0) for one in day.election.ballot_ids})


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(3-1)", witness="always")
def declare_box_invalid(
    day: Day,
    act: Act,
    box: str,
    ballots: tuple[str, ...],
    decision: int,
    paper: str,
    members: tuple[str, ...],
    answer: str,
) -> BoxDeclaredInvalid:
    """Declare papers of a portable box invalid that holds more than were signed for.

    ``decision`` is the number of the commission's decision, ``paper`` the act that names the
    members, ``answer`` what the superior commission said: this kind, or all of the box.
    """
    found = _portable(day, box)
    for ballot in ballots:
        require_unsigned(day, act, ballot)
    for member in members:
        require_member(day, member)
    if not ballots or not members:
        raise Refusal(Reason.NOTHING_CHOSEN)
    ruling = require_decision(day, act, decision)
    if found.papers is None:
        act.hold(Refusal(Reason.BOX_UNCOUNTED, "43(3-1)", box=box))
    elif not set(ballots) & set(too_many(day, box)):
        act.hold(Refusal(Reason.NO_MORE_THAN_SIGNED, "43(3-1)", box=box))
    paper, answer = require_words(paper), require_words(answer)
    return BoxDeclaredInvalid(box, ballots, ruling, paper, members, answer)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the boxes."""
    box = day.boxes.get(event.box)
    if box is None:
        day.note_conflict(entry, "box_unknown", box=event.box)
    match event:
        case BoxOpened(box=name):
            day.count_begun = day.count_begun or entry.id
            if box and box.state == "opened":
                day.note_conflict(entry, "box_opened_twice", box=name)
            if box:
                day.boxes[name] = box._replace(state="opened")
        case PortableBoxCounted(box=name, papers=papers):
            if box:
                # What is invalid was decided on another count of it.
                day.boxes[name] = box._replace(papers=papers, invalid=())
        case BoxDeclaredInvalid(box=name, ballots=ballots):
            if box:
                day.boxes[name] = box._replace(invalid=ballots)
        case _:
            assert_never(event)


def _box(day: Day, box: str) -> Box:
    found = day.boxes.get(box)
    if found is None:
        raise Refusal(Reason.BOX_UNKNOWN, box=box)
    return found


def _portable(day: Day, box: str) -> Box:
    found = _box(day, box)
    if not found.portable:
        raise Refusal(Reason.NOT_PORTABLE, box=box)
    return found


def _require_turn(day: Day, act: Act, box: Box) -> None:
    """Hold back a box whose turn has not come: portable ones first, one by one."""
    for other in day.boxes.values():
        if not other.portable or other.name == box.name or other.state == "missing":
            continue
        if other.state == "sealed" and not box.portable:
            act.hold(Refusal(Reason.PORTABLE_FIRST, "43(3-1)", box=other.name))
        if other.state == "opened" and other.papers is None:
            act.hold(Refusal(Reason.BOX_UNCOUNTED, "43(3-1)", box=other.name))
        if other.state == "opened" and not set(too_many(day, other.name)) <= set(other.invalid):
            act.hold(Refusal(Reason.BOX_UNDECIDED, "43(3-1)", box=other.name))
