"""How a voter stands: each ballot, and who served him when."""

from enum import StrEnum
from typing import NamedTuple

from precinct_app.domain.accounts import stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Entry
from precinct_app.domain.handing import Handing


class BallotState(StrEnum):
    """What a voter's card says of one ballot."""

    OPEN = "open"
    DEFERRED = "deferred"
    DECLINED = "declined"
    LACKING = "lacking"
    GIVEN = "given"
    RETURNED = "returned"
    NOT_ENTITLED = "not_entitled"


# What may be ticked, and what is ticked when a card opens.
ISSUABLE = frozenset({BallotState.OPEN, BallotState.DEFERRED, BallotState.DECLINED})
TICKED = frozenset({BallotState.OPEN, BallotState.DEFERRED})


class Standing(NamedTuple):
    """The state of every ballot, the last issue that stands, and what could be corrected.

    ``correctable`` are the entries that no correction has used up, the newest first.
    """

    ballots: dict[str, BallotState]
    handing: Handing | None = None
    correctable: tuple[str, ...] = ()

    @property
    def is_served(self) -> bool:
        """Whether the voter received any ballot."""
        return any(
            state in {BallotState.GIVEN, BallotState.RETURNED} for state in self.ballots.values()
        )

    @property
    def is_done(self) -> bool:
        """Whether nothing is left that could be issued."""
        left = ISSUABLE | {BallotState.LACKING}
        return self.is_served and not any(state in left for state in self.ballots.values())

    def of(self, *states: BallotState) -> tuple[str, ...]:
        """List the ballots in some of the states."""
        return tuple(ballot for ballot, state in self.ballots.items() if state in states)


def standing(day: Day, voter: str, issuer: str) -> Standing:
    """Tell how a voter stands, from the stack of the issuer; with none chosen nothing lacks."""
    ballots = {ballot: _state(day, voter, ballot, issuer) for ballot in day.election.ballot_ids}
    found = correctable(day, voter)
    issues = [day.handings[entry] for entry in found if day.handings[entry].kind == "issue"]
    return Standing(ballots, issues[0] if issues else None, found)


def _state(day: Day, voter: str, ballot: str, issuer: str) -> BallotState:
    held = day.holding(voter)
    if held.has(ballot):
        return BallotState.GIVEN if held.in_hand(ballot) else BallotState.RETURNED
    if ballot not in day.entitled(voter):
        return BallotState.NOT_ENTITLED
    if ballot in held.declined:
        return BallotState.DECLINED
    if issuer and day.left(ballot, stack(issuer)) < 1:
        return BallotState.LACKING
    return BallotState.DEFERRED if ballot in held.deferred else BallotState.OPEN


def correctable(day: Day, voter: str) -> tuple[str, ...]:
    """List what was handed to a voter, or taken from him, and still stands; the newest first."""
    return tuple(
        entry
        for entry, handing in reversed(day.handings.items())
        if handing.voter == voter and handing.ballots
    )


def concerns(day: Day, entry: Entry, voter: str) -> bool:
    """Tell whether an entry is about a voter, also as a correction of one that was."""
    corrected = day.handings.get(getattr(entry.event, "corrects", ""))
    return entry.id in day.holding(voter).entries or (
        corrected is not None and corrected.voter == voter
    )
