"""Three corrections, never mixed: take back, move the mark, charge to another member."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import DAMAGED, EXCHANGED, RETURNED, VOTERS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.handing import Handing
from precinct_app.domain.phases import FROM_THE_OPENING
from precinct_app.domain.required import require_issuing, require_voter
from precinct_app.domain.verb import require_witness, verb
from precinct_app.errors import Reason, Refusal

# The short list from which the issuer alone may choose (practice).
SHORT_REASONS = ("wrong_voter", "wrong_ballot", "voter_left", "wrong_member", "wrong_key")


@dataclass(frozen=True, slots=True)
class BallotsTakenBack:
    """The ballots lie on the desk again and went to the stack or to the damaged ones."""

    kind: ClassVar[str] = "ballots_taken_back"
    version: ClassVar[int] = 1
    corrects: str
    issuer: str
    voter: str
    ballots: tuple[str, ...]
    reason: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class MarkMoved:
    """The ballots stay out; the mark goes from one row of the list to another."""

    kind: ClassVar[str] = "mark_moved"
    version: ClassVar[int] = 1
    corrects: str
    voter: str
    to_voter: str
    ballots: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ChargedToAnother:
    """The ballots stay out; they came from the stack of another member."""

    kind: ClassVar[str] = "charged_to_another"
    version: ClassVar[int] = 1
    corrects: str
    issuer: str
    to_member: str
    reason: str
    moves: tuple[Move, ...]


Events = BallotsTakenBack | MarkMoved | ChargedToAnother


@verb(phases=FROM_THE_OPENING, witness="by_rule")
def take_back(
    day: Day,
    act: Act,
    entry: str,
    reason: str,
    ballots: tuple[str, ...] = (),
    damaged: bool = False,
) -> BallotsTakenBack:
    """Take ballots back that lie on the desk again; without names, all of the entry.

    They go to the issuer's stack or, ``damaged``, to the ballots spoiled before issue. Taking back
    an exchange gives the voter the first ballot again; taking back a return, the returned one.
    """
    handing = _open(day, act, entry, reason)
    chosen = ballots or handing.ballots
    if len(set(chosen)) < len(chosen) or not set(chosen) <= set(handing.ballots):
        raise Refusal(Reason.BALLOT_NOT_RECEIVED, ballot=chosen[0], voter=handing.voter)
    back_to = DAMAGED if damaged else stack(handing.issuer)
    moves = tuple(move for ballot in chosen for move in _reverse(handing, ballot, back_to))
    _require_untouched(day, handing, chosen)
    return BallotsTakenBack(entry, handing.issuer, handing.voter, chosen, reason.strip(), moves)


@verb(phases=FROM_THE_OPENING, witness="by_rule")
def move_mark(day: Day, act: Act, entry: str, voter: str, reason: str) -> MarkMoved:
    """Move the mark of an issue to the row of the voter who really received the ballots."""
    handing = _open(day, act, entry, reason)
    if handing.kind != "issue":
        raise Refusal(Reason.NOT_AN_ISSUE, entry=entry)
    require_voter(day, voter)
    if voter == handing.voter:
        raise Refusal(Reason.SAME_VOTER, voter=voter)
    held, entitled = day.holding(voter), day.entitled(voter)
    for ballot in handing.ballots:
        if held.has(ballot):
            raise Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=ballot, entry=held.entries[-1])
        if ballot not in entitled:
            raise Refusal(Reason.BALLOT_NOT_ENTITLED, "41(6-1)", ballot=ballot)
    return MarkMoved(entry, handing.voter, voter, handing.ballots, reason.strip())


@verb(phases=FROM_THE_OPENING, witness="by_rule")
def charge_to_another(day: Day, act: Act, entry: str, member: str, reason: str) -> ChargedToAnother:
    """Charge the ballots of an entry to the member from whose stack they really came."""
    handing = _open(day, act, entry, reason)
    if handing.kind == "return":
        raise Refusal(Reason.NOT_AN_ISSUE, entry=entry)
    require_issuing(day, member)
    if member == handing.issuer:
        raise Refusal(Reason.SAME_MEMBER, member=member)
    moves = []
    for ballot in handing.ballots:
        if day.left(ballot, stack(member)) < 1:
            raise Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=0, amount=1)
        moves.append(Move(ballot, stack(member), stack(handing.issuer), 1))
    return ChargedToAnother(entry, handing.issuer, member, reason.strip(), tuple(moves))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a correction; one that answers nothing is a conflict."""
    handing = day.handings.get(event.corrects)
    if handing is None:
        day.note_conflict(entry, "corrects_nothing", corrects=event.corrects)
    match event:
        case BallotsTakenBack(voter=voter, ballots=ballots, moves=moves):
            day.transfer(entry, moves)
            _take(day, entry, handing, voter, ballots)
        case MarkMoved(voter=voter, to_voter=to_voter, ballots=ballots):
            _move(day, entry, voter, to_voter, ballots)
            if handing:
                day.handings[event.corrects] = handing._replace(voter=to_voter)
        case ChargedToAnother(to_member=to_member, moves=moves):
            day.transfer(entry, moves)
            if handing:
                day.handings[event.corrects] = handing._replace(issuer=to_member)
        case _:
            assert_never(event)


def alone_until(day: Day, act: Act, entry: str) -> datetime | None:
    """Say until when the issuer may correct an entry alone; None when a second person is due.

    Alone means: by the issuer himself, before his next issue, within the minutes of the election.
    """
    handing = day.handings[entry]
    limit = datetime.fromisoformat(handing.recorded) + timedelta(
        minutes=day.election.thresholds.alone_minutes
    )
    by_issuer = act.by == handing.issuer or handing.kind == "return"
    last = handing.kind == "return" or day.last_handing.get(handing.issuer) == entry
    return limit if by_issuer and last and act.now <= limit else None


def _open(day: Day, act: Act, entry: str, reason: str) -> Handing:
    handing = day.handings.get(entry)
    if handing is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=entry)
    if not handing.ballots:
        raise Refusal(Reason.ALREADY_CORRECTED, entry=entry)
    if not reason.strip():
        raise Refusal(Reason.REASON_MISSING)
    if act.witness:
        require_witness(day, act)
    elif alone_until(day, act, entry) is None or reason.strip() not in SHORT_REASONS:
        raise Refusal(Reason.CORRECTION_LATE, minutes=day.election.thresholds.alone_minutes)
    return handing


def _require_untouched(day: Day, handing: Handing, ballots: Iterable[str]) -> None:
    """Refuse to take back a ballot that was exchanged or returned since: take that back first."""
    held = day.holding(handing.voter)
    if handing.kind != "issue":
        return
    for ballot in ballots:
        if not held.in_hand(ballot):
            raise Refusal(Reason.BALLOT_NOT_RECEIVED, ballot=ballot, voter=handing.voter)


def _reverse(handing: Handing, ballot: str, back_to: str) -> Iterable[Move]:
    if handing.kind == "return":
        return (Move(ballot, RETURNED, VOTERS, 1),)
    out = Move(ballot, VOTERS, back_to, 1)
    if handing.kind == "exchange":
        return (out, Move(ballot, EXCHANGED, VOTERS, 1))
    return (out,)


def _take(
    day: Day, entry: Entry, handing: Handing | None, voter: str, ballots: tuple[str, ...]
) -> None:
    held = day.touch(entry, voter)
    if handing is None or not set(ballots) <= set(handing.ballots):
        day.note_conflict(entry, "taken_back_twice", voter=voter)
    kind = handing.kind if handing else "issue"
    counted = {"issue": held.received, "exchange": held.own_mistakes, "return": held.returned}[kind]
    for ballot in ballots:
        if kind == "issue" or counted.get(ballot, 0) > 0:
            counted[ballot] = counted.get(ballot, 0) - 1
    corrected = entry.event
    if handing and isinstance(corrected, BallotsTakenBack):
        left = tuple(ballot for ballot in handing.ballots if ballot not in ballots)
        day.handings[corrected.corrects] = handing._replace(ballots=left)


def _move(day: Day, entry: Entry, voter: str, to_voter: str, ballots: tuple[str, ...]) -> None:
    source, target = day.touch(entry, voter), day.touch(entry, to_voter)
    for ballot in ballots:
        source.received[ballot] = source.received.get(ballot, 0) - 1
        if not source.has(ballot):
            for before, after in (
                (source.returned, target.returned),
                (source.own_mistakes, target.own_mistakes),
            ):
                if ballot in before:
                    after[ballot] = after.get(ballot, 0) + before.pop(ballot)
    day.count_received(entry, to_voter, ballots)
