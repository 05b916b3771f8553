"""The list changes in the day: voters added, corrected, struck."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.changes import Added, StrikeCause, Struck
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.listing import (
    enter_row,
    require_list_open,
    require_named,
    require_row,
    require_unknown,
    restate,
)
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE, Phase
from precinct_app.domain.required import require_decision, require_paper, require_voter
from precinct_app.domain.shape import Free
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class VoterAdded:
    """A voter was added to the list; his id is this entry.

    ``row`` is what was stated of him, ``request`` his written request, ``decision`` its entry.
    """

    kind: ClassVar[str] = "voter_added"
    version: ClassVar[int] = 1
    row: Mapping[str, str]
    ballot_set: str
    request: Free
    decision: Free
    paper: Free


@dataclass(frozen=True, slots=True)
class VoterCorrected:
    """A slip in a row was put right; ``row`` holds what was changed."""

    kind: ClassVar[str] = "voter_corrected"
    version: ClassVar[int] = 1
    voter: str
    row: Mapping[str, str]
    decision: Free
    paper: Free


@dataclass(frozen=True, slots=True)
class VoterStruck:
    """A voter was struck from the list."""

    kind: ClassVar[str] = "voter_struck"
    version: ClassVar[int] = 1
    voter: str
    cause: str
    decision: Free
    paper: Free


@dataclass(frozen=True, slots=True)
class VoterPutBack:
    """A voter who had been struck stands on the list again."""

    kind: ClassVar[str] = "voter_put_back"
    version: ClassVar[int] = 1
    voter: str
    decision: Free
    paper: Free


Events = VoterAdded | VoterCorrected | VoterStruck | VoterPutBack


@verb(phases=ANY_PHASE, roles=LEADERS, article="26(2)")
def add_voter(
    day: Day,
    act: Act,
    row: Mapping[str, str],
    request: str,
    decision: int,
    paper: str,
    ballot_set: str = "all",
    namesake: bool = False,
) -> VoterAdded:
    """Add a voter on his written request, by decision with its paper (art. 26(2)).

    ``row`` holds surname, first_name, and what else is known of patronymic, birth, iin, street,
    house, flat. ``namesake`` says that the documents showed another person of that name and birth.
    """
    stated = require_named(row)
    if ballot_set not in {known.id for known in day.election.sets}:
        raise Refusal(Reason.BAD_ARGUMENT, argument="ballot_set")
    require_list_open(day, act)
    require_unknown(day, act, stated, namesake=namesake)
    papers = (require_paper(act, request, "26(2)"), require_decision(day, act, decision))
    return VoterAdded(stated, ballot_set, *papers, require_paper(act, paper, "26(2)"))


@verb(phases=ANY_PHASE, roles=LEADERS, article="26(2)")
def correct_voter(
    day: Day,
    act: Act,
    voter: str,
    row: Mapping[str, str],
    decision: int,
    paper: str,
    namesake: bool = False,
) -> VoterCorrected:
    """Correct a slip in a voter's row, by decision with its paper (art. 26(2)).

    ``row`` holds the fields to be changed; the number in the list and the ballots stay.
    """
    require_voter(day, voter)
    stated = require_row(row)
    if not stated:
        raise Refusal(Reason.NOTHING_CHOSEN)
    require_list_open(day, act)
    found = day.voter(voter)
    whole = {**(found._asdict() if found else {}), **stated}
    require_unknown(day, act, whole, besides=voter, namesake=namesake)
    decided = require_decision(day, act, decision)
    return VoterCorrected(voter, stated, decided, require_paper(act, paper, "26(2)"))


@verb(phases=ANY_PHASE, roles=LEADERS, article="26(2)")
def strike_voter(
    day: Day, act: Act, voter: str, cause: str, decision: int, paper: str
) -> VoterStruck:
    """Strike a voter who is twice in the list, died, or is in another list (art. 25(3)).

    Never one who was served.
    """
    require_voter(day, voter)
    if cause not in tuple(StrikeCause):
        raise Refusal(Reason.STRIKE_CAUSE_UNKNOWN)
    require_list_open(day, act)
    if voter in day.struck:
        act.hold(Refusal(Reason.VOTER_STRUCK, "25(3)", entry=day.struck[voter].entry))
    if day.has_received(voter):
        act.hold(Refusal(Reason.VOTER_SERVED, "41(1)"))
    decided = require_decision(day, act, decision)
    return VoterStruck(voter, cause, decided, require_paper(act, paper, "26(2)"))


@verb(phases=ANY_PHASE, roles=LEADERS, article="26(2)")
def put_back_voter(day: Day, act: Act, voter: str, decision: int, paper: str) -> VoterPutBack:
    """Put a voter back on the list who had been struck, by decision (art. 26(2))."""
    require_voter(day, voter)
    if voter not in day.struck:
        raise Refusal(Reason.VOTER_NOT_STRUCK)
    require_list_open(day, act)
    decided = require_decision(day, act, decision)
    return VoterPutBack(voter, decided, require_paper(act, paper, "26(2)"))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a change of the list."""
    early = day.phase is Phase.SETUP
    match event:
        case VoterAdded(row=row, ballot_set=ballot_set, decision=decision, paper=paper):
            added = Added(entry.id, decision, paper, on_certificate=False, before_opening=early)
            enter_row(day, entry, row, ballot_set, added)
        case VoterCorrected(voter=voter, row=row):
            day.touch(entry, voter)
            found = day.voter(voter)
            if found:
                day.rows[voter] = restate(found, row)
        case VoterStruck(voter=voter, cause=cause, decision=decision):
            held = day.touch(entry, voter)
            if held.has_any():
                day.note_conflict(entry, "struck_served", voter=voter)
            if day.voter(voter):
                day.struck.setdefault(voter, Struck(entry.id, cause, decision, early))
        case VoterPutBack(voter=voter):
            day.touch(entry, voter)
            day.struck.pop(voter, None)
        case _:
            assert_never(event)
    if not isinstance(event, VoterAdded):
        day.row_changes.append(event.voter)
