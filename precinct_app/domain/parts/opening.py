"""Voting opens, and voting ends."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import RECEIVED, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS, Role
from precinct_app.domain.phases import SETTING_UP, VOTING, Phase
from precinct_app.domain.precinct import moment
from precinct_app.domain.preparation import AtOpening, Ended, items_of
from precinct_app.domain.required import require_countable, require_not_before
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import refused_outside
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal

# What may be missing for the opening, the gravest first (art. 40).
GAPS = ("safe", "box", "ballots", "stack", "readiness", "laptop")
# How many of the missing things are named; the page of the opening shows them all.
NAMED = 3


@dataclass(frozen=True, slots=True)
class VotingOpened:
    """Voting has begun; ``reason`` is why, where something was missing."""

    kind: ClassVar[str] = "voting_opened"
    version: ClassVar[int] = 1
    reason: Free


@dataclass(frozen=True, slots=True)
class VotingEnded:
    """The chairman announced the end of voting; so many were still inside.

    ``early`` is an end before the hour (art. 38(3)).
    """

    kind: ClassVar[str] = "voting_ended"
    version: ClassVar[int] = 1
    inside: int
    early: bool


Events = VotingOpened | VotingEnded


@verb(phases=SETTING_UP, roles=frozenset({Role.CHAIRMAN}), article="38(1)")
def open_voting(day: Day, act: Act, precinct: str, reason: str = "") -> VotingOpened:
    """Open voting; the chairman types the number of the precinct (arts 38, 40).

    What is missing holds it, unless the chairman writes why voting begins all the same.
    """
    _require_zero(day, act, precinct)
    require_not_before(day, act, "voting_begins")
    gaps = missing_for_opening(day)
    if gaps and not tidy(reason):
        act.hold(Refusal(Reason.OPENING_INCOMPLETE, "40", gap=" ".join(gaps[:NAMED])))
    return VotingOpened(tidy(reason))


@verb(phases=VOTING, roles=LEADERS, article="43(1)")
def end_voting(day: Day, act: Act, inside: int = 0) -> VotingEnded:
    """End voting at the hour of the law; those still inside are counted (arts 38(1), 43(1)).

    A precinct of art. 38(3) ends when every voter was served or has refused.
    """
    if inside < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=inside)
    require_countable(inside)
    early = act.happened < moment(day.election, day.precinct, "voting_ends")
    if early and day.precinct.closed:
        waiting = sum(not _has_done(day, voter.id) for voter in day.listed())
        if waiting:
            act.hold(Refusal(Reason.NOT_ALL_SERVED, "38(3)", voters=waiting))
    else:
        require_not_before(day, act, "voting_ends")
    return VotingEnded(inside, early)


def missing_for_opening(day: Day) -> tuple[str, ...]:
    """List what is missing for the opening, the gravest first."""
    stacks = {stack(member) for member in day.members}
    holders = {name for held in day.accounts.balances.values() for name, n in held.items() if n > 0}
    checks = [day.checks.get(item) for item in items_of(day.election)]
    there = (
        day.safe is not None and bool(day.safe.opened),
        any(not box.portable for box in day.boxes.values()),
        all(day.accounts.came_in(ballot) for ballot in day.election.ballot_ids),
        bool(stacks & holders),
        all(check and check.state != "missing" for check in checks),
        bool(day.laptop_checks),
    )
    return tuple(gap for gap, is_there in zip(GAPS, there, strict=True) if not is_there)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the opening or the end."""
    match event:
        case VotingOpened(reason=reason):
            expected, phase = Phase.SETUP, Phase.VOTING
            day.at_opening = day.at_opening or _snapshot(day, entry, reason)
        case VotingEnded(inside=inside, early=early):
            expected, phase = Phase.VOTING, Phase.ENDED
            day.ended = day.ended or Ended(entry.id, entry.happened, inside, early)
        case _:
            assert_never(event)
    if day.phase is not expected:
        day.note_conflict(entry, "phase", phase=str(day.phase))
    # Two desks may both open the day; it never goes back by that.
    day.phase = max(day.phase, phase, key=list(Phase).index)


def _require_zero(day: Day, act: Act, precinct: str) -> None:
    """Hold back a file that is another precinct's, is not empty, or has another list."""
    if precinct.strip() != day.precinct.number:
        raise Refusal(Reason.PRECINCT_DIFFERS, precinct=day.precinct.number)
    issued = sum(day.issued().values())
    if issued:
        act.hold(Refusal(Reason.FILE_NOT_EMPTY, "40", issued=issued))
    stated = day.list_act
    if stated is None:
        act.hold(Refusal(Reason.LIST_ACT_MISSING, "26-1(1)"))
    elif stated.voters != day.roll.size and not stated.explanation:
        no = Refusal(Reason.LIST_DIFFERS, "26-1(1)", stated=stated.voters, voters=day.roll.size)
        act.hold(no)


def _has_done(day: Day, voter: str) -> bool:
    """Tell whether a voter was served, or refused every ballot; then nobody waits for him."""
    held, entitled = day.holding(voter), day.entitled(voter)
    return held.has_any() or held.declined.issuperset(entitled) or refused_outside(day, voter)


def _snapshot(day: Day, entry: Entry, reason: str) -> AtOpening:
    """Keep what the opening protocol states; certificates do not lessen the list of line 1a."""
    accounts = day.accounts
    received = {ballot: -accounts.left(ballot, RECEIVED) for ballot in day.election.ballot_ids}
    held = {ballot: dict(balances) for ballot, balances in accounts.balances.items()}
    present = Counter(one.kind for one in day.persons.values() if one.state == "present")
    seals = {box.name: box.seal for box in day.boxes.values()}
    return AtOpening(entry.id, _voters(day), received, dict(present), held, seals, reason)


def _voters(day: Day) -> Mapping[str, int]:
    """Count the voters of each ballot, as their rows entitle them."""
    found = dict.fromkeys(day.election.ballot_ids, 0)
    for ballots, count in Counter(voter.ballots for voter in day.listed()).items():
        for ballot in day.election.entitled(ballots):
            found[ballot] += count
    return found
