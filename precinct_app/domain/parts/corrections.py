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
from precinct_app.domain.required import (
    require_entitled,
    require_issuing,
    require_not_announced,
    require_voter,
)
from precinct_app.domain.required_outside import require_not_on_road
from precinct_app.domain.shape import Free
from precinct_app.domain.trips import came_himself, into_bag, note_results, out_of_bag
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal

# The short list from which the issuer alone may choose (practice).
SHORT_REASONS = ("wrong_voter", "wrong_ballot", "voter_left", "wrong_member", "wrong_key")


@dataclass(frozen=True, slots=True)
class BallotsTakenBack:
    """The ballots lie on the desk again and went to the stack or to the damaged ones.

    A return has no issuer.
    """

    kind: ClassVar[str] = "ballots_taken_back"
    version: ClassVar[int] = 1
    corrects: str
    issuer: Free
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
    if answer := day.answer_to(entry, chosen):
        raise Refusal(Reason.EXCHANGED_SINCE, entry=answer)
    moves = tuple(
        move for ballot in chosen for move in _reverse(day, handing, ballot, damaged=damaged)
    )
    require_not_announced(day, act, chosen)
    return BallotsTakenBack(entry, handing.issuer, handing.voter, chosen, tidy(reason), moves)


@verb(phases=FROM_THE_OPENING, witness="by_rule")
def move_mark(day: Day, act: Act, entry: str, voter: str, reason: str) -> MarkMoved:
    """Move the mark of an issue to the row of the voter who really received the ballots."""
    handing = _open(day, act, entry, reason)
    if handing.kind != "issue":
        raise Refusal(Reason.NOT_AN_ISSUE, entry=entry)
    require_voter(day, voter)
    if voter == handing.voter:
        raise Refusal(Reason.SAME_VOTER, voter=voter)
    if not handing.trip:
        require_not_on_road(day, act, voter)
    held = day.holding(voter)
    for ballot in handing.ballots:
        if held.has(ballot):
            by_entry = day.issue_of(voter, ballot)
            act.hold(Refusal(Reason.ALREADY_ISSUED, "41(1)", ballot=ballot, entry=by_entry))
        require_entitled(day, act, voter, (ballot,))
    require_not_announced(day, act, handing.ballots)
    return MarkMoved(entry, handing.voter, voter, handing.ballots, tidy(reason))


@verb(phases=FROM_THE_OPENING, witness="by_rule")
def charge_to_another(day: Day, act: Act, entry: str, member: str, reason: str) -> ChargedToAnother:
    """Charge the ballots of an entry to the member from whose stack they really came."""
    handing = _open(day, act, entry, reason)
    if handing.kind == "return":
        raise Refusal(Reason.NOT_AN_ISSUE, entry=entry)
    if handing.trip:
        raise Refusal(Reason.FROM_A_BAG, entry=entry, trip=handing.trip)
    require_issuing(day, act, member)
    if member == handing.issuer:
        raise Refusal(Reason.SAME_MEMBER, member=member)
    require_not_announced(day, act, handing.ballots)
    moves = []
    for ballot in handing.ballots:
        if day.left(ballot, stack(member)) < 1:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=0, amount=1))
        moves.append(Move(ballot, stack(member), stack(handing.issuer), 1))
    return ChargedToAnother(entry, handing.issuer, member, tidy(reason), tuple(moves))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a correction; one that finds the entry changed is a conflict."""
    handing = day.handings.get(event.corrects)
    if handing is None:
        day.note_conflict(entry, "corrects_nothing", corrects=event.corrects)
    elif not _as_seen(day, event, handing):
        day.note_conflict(entry, "corrected_twice", corrects=event.corrects)
    match event:
        case BallotsTakenBack():
            _take(day, entry, event, handing)
        case MarkMoved():
            _move(day, entry, event, handing)
        case ChargedToAnother(to_member=to_member, moves=moves):
            day.transfer(entry, moves)
            if handing:
                day.handings[event.corrects] = handing._replace(issuer=to_member)
        case _:
            assert_never(event)
    if handing and handing.trip in day.trips:
        note_results(day, handing.trip)


def alone_until(day: Day, act: Act, entry: str) -> datetime | None:
    """Say until when the issuer may correct an entry alone; None when a second person is due.

    Alone means: by the issuer himself, before his next issue, within the minutes of the election.
    A clock that runs behind the entry proves no minutes.
    """
    handing = day.handings[entry]
    recorded = datetime.fromisoformat(handing.recorded)
    limit = recorded + timedelta(minutes=day.election.thresholds.alone_minutes)
    by_issuer = act.by == handing.issuer or handing.kind == "return"
    last = handing.kind == "return" or day.last_handing.get(handing.issuer) == entry
    return limit if by_issuer and last and recorded <= act.now <= limit else None


def _open(day: Day, act: Act, entry: str, reason: str) -> Handing:
    handing = day.handings.get(entry)
    if handing is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=entry)
    if not handing.ballots:
        raise Refusal(Reason.ALREADY_CORRECTED, entry=entry)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    alone = tidy(reason) in SHORT_REASONS and alone_until(day, act, entry)
    if not act.witness and not alone:
        raise Refusal(Reason.CORRECTION_LATE, minutes=day.election.thresholds.alone_minutes)
    return handing


def _reverse(day: Day, handing: Handing, ballot: str, *, damaged: bool) -> Iterable[Move]:
    """Send the papers of an entry back; a damaged one passes through the pocket it came from.

    What came out of the bag of a trip goes to where the bag's papers are now.
    """
    if handing.kind == "return":
        yield Move(ballot, RETURNED, VOTERS, 1)
        return
    trip = day.trips.get(handing.trip)
    if trip:
        yield from into_bag(trip, {ballot: 1}, VOTERS)
    else:
        yield Move(ballot, VOTERS, stack(handing.issuer), 1)
    if damaged and trip:
        yield from out_of_bag(trip, {ballot: 1}, DAMAGED)
    elif damaged:
        yield Move(ballot, stack(handing.issuer), DAMAGED, 1)
    if handing.kind == "exchange":
        yield Move(ballot, EXCHANGED, VOTERS, 1)


def _as_seen(day: Day, event: Events, handing: Handing) -> bool:
    """Tell whether the entry stands as it stood where the correction was made."""
    match event:
        case BallotsTakenBack(voter=voter, issuer=issuer, ballots=ballots):
            stands = (voter, issuer) == (handing.voter, handing.issuer)
            answered = day.answer_to(event.corrects, ballots)
            return stands and set(ballots) <= set(handing.ballots) and not answered
        case MarkMoved(voter=voter, ballots=ballots):
            return (voter, ballots) == (handing.voter, handing.ballots)
        case ChargedToAnother(issuer=issuer, moves=moves):
            ballots = tuple(move.ballot for move in moves)
            return (issuer, ballots) == (handing.issuer, handing.ballots)
        case _:
            assert_never(event)


def _take(day: Day, entry: Entry, event: BallotsTakenBack, handing: Handing | None) -> None:
    """Free the row that bears the mark now, whichever it was when the ballots came back."""
    day.transfer(entry, event.moves)
    held = day.touch(entry, handing.voter if handing else event.voter)
    standing = handing.ballots if handing else ()
    sources = {move.source for move in event.moves}
    for ballot in event.ballots:
        if RETURNED in sources:
            held.returned[ballot] = held.returned.get(ballot, 0) - 1
        elif EXCHANGED not in sources:
            held.received[ballot] = held.received.get(ballot, 0) - 1
        elif handing and handing.own_mistake and ballot in standing:
            held.own_mistakes[ballot] = held.own_mistakes.get(ballot, 0) - 1
    if handing:
        left = tuple(ballot for ballot in standing if ballot not in event.ballots)
        day.handings[event.corrects] = handing._replace(ballots=left)


def _move(day: Day, entry: Entry, event: MarkMoved, handing: Handing | None) -> None:
    """Move what still stands of the mark, with what was exchanged or returned since."""
    bearer = handing.voter if handing else event.voter
    source, target = day.touch(entry, bearer), day.touch(entry, event.to_voter)
    standing = handing.ballots if handing else event.ballots
    ballots = tuple(ballot for ballot in event.ballots if ballot in standing)
    if bearer == event.to_voter or not ballots:
        return
    for ballot in ballots:
        source.received[ballot] = source.received.get(ballot, 0) - 1
        if not source.has(ballot):
            for before, after in (
                (source.returned, target.returned),
                (source.own_mistakes, target.own_mistakes),
            ):
                if ballot in before:
                    after[ballot] = after.get(ballot, 0) + before.pop(ballot)
            _carry_answers(day, bearer, event.to_voter, ballot)
    day.count_received(entry, event.to_voter, ballots)
    if not (handing and handing.trip):
        came_himself(day, event.to_voter)
    if handing:
        day.handings[event.corrects] = handing._replace(voter=event.to_voter)


def _carry_answers(day: Day, voter: str, to_voter: str, ballot: str) -> None:
    """Let the exchanges and the return of a ballot stand for the voter who has it now."""
    for name, handing in day.handings.items():
        if handing.kind != "issue" and handing.concerns(voter, (ballot,)):
            day.handings[name] = handing._replace(voter=to_voter)
