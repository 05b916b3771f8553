"""Decisions of the commission: taken by a vote, or annulled."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS, Role
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import require_member
from precinct_app.domain.rulings import Decision
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class DecisionTaken:
    """A question was put to the vote; ``carried`` is what came of it."""

    kind: ClassVar[str] = "decision_taken"
    version: ClassVar[int] = 1
    question: str
    article: Free
    present: tuple[str, ...]
    votes_for: int
    against: int
    dissent: Free
    provisional: bool
    paper: Free
    carried: bool


@dataclass(frozen=True, slots=True)
class DecisionAnnulled:
    """A decision no longer stands; ``decision`` is the entry that took it."""

    kind: ClassVar[str] = "decision_annulled"
    version: ClassVar[int] = 1
    decision: str
    reason: str


Events = DecisionTaken | DecisionAnnulled


@verb(phases=ANY_PHASE, roles=LEADERS, article="20(4)")
def decide(
    day: Day,
    act: Act,
    question: str,
    present: tuple[str, ...],
    votes_for: int,
    against: int = 0,
    article: str = "",
    dissent: str = "",
    paper: str = "",
    provisional: bool = False,
) -> DecisionTaken:
    """Take a decision of the commission by open vote (art. 20(4)-(5)).

    Carried by more than half of all members. Where there is no quorum the chairman may decide
    alone, ``provisional`` (practice, no article), until the commission can meet.
    """
    question = tidy(question)
    if not question:
        raise Refusal(Reason.REASON_MISSING)
    voting = _voting(day, act, present)
    if votes_for < 0 or against < 0 or votes_for + against > voting:
        raise Refusal(Reason.VOTES_WRONG, "20(4)", votes=votes_for + against, present=voting)
    alone = provisional and not _is_quorate(day, voting)
    if alone:
        _require_chairman(day, act)
    elif not _is_quorate(day, voting):
        needed = next(n for n in range(voting, len(day.members) + 1) if _is_quorate(day, n))
        act.hold(Refusal(Reason.NO_QUORUM, "20(4)", present=voting, needed=needed))
    carried = alone or _is_carried(day, votes_for, against)
    words = (tidy(article), present, votes_for, against, tidy(dissent), alone, tidy(paper))
    return DecisionTaken(question, *words, carried)


@verb(phases=ANY_PHASE, roles=LEADERS, article="20(4)", witness="always")
def annul_decision(day: Day, act: Act, decision: int, reason: str) -> DecisionAnnulled:
    """Annul a decision; what was done by it is undone by acts of its own (art. 20(9))."""
    found = day.decisions.get(decision)
    if found is None:
        raise Refusal(Reason.DECISION_UNKNOWN, number=decision)
    if found.annulled:
        raise Refusal(Reason.DECISION_ANNULLED, number=decision, entry=found.annulled)
    reason = tidy(reason)
    if not reason:
        raise Refusal(Reason.REASON_MISSING)
    return DecisionAnnulled(found.entry, reason)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a decision."""
    match event:
        case DecisionTaken():
            number = len(day.decisions) + 1
            day.decisions[number] = Decision(
                number=number,
                entry=entry.id,
                question=event.question,
                article=event.article,
                present=event.present,
                votes_for=event.votes_for,
                against=event.against,
                dissent=event.dissent,
                provisional=event.provisional,
                paper=event.paper,
                carried=event.carried,
            )
        case DecisionAnnulled(decision=decision):
            _annul(day, entry, decision)
        case _:
            assert_never(event)


def _annul(day: Day, entry: Entry, decision: str) -> None:
    for number, found in day.decisions.items():
        if found.entry == decision and not found.annulled:
            day.decisions[number] = found._replace(annulled=entry.id)
            return
    day.note_conflict(entry, "corrects_nothing", corrects=decision)


def _voting(day: Day, act: Act, present: tuple[str, ...]) -> int:
    """Count those present who vote; a member with advisory vote does not (art. 20(6))."""
    if len(set(present)) < len(present):
        raise Refusal(Reason.BAD_ARGUMENT, argument="present")
    found = [require_member(day, member) for member in present]
    for member in found:
        if not member.serves:
            no = Refusal(Reason.NOT_SERVING, "39(2)", member=member.id, standing=member.standing)
            act.hold(no)
    return sum(member.counts for member in found)


def _is_quorate(day: Day, voting: int) -> bool:
    part, whole = day.election.rules.quorum
    return voting * whole >= _all_members(day) * part


def _is_carried(day: Day, votes_for: int, against: int) -> bool:
    if day.election.rules.majority_of_all_members:
        return votes_for * 2 > _all_members(day)
    return votes_for > against


def _all_members(day: Day) -> int:
    """Count all members with a vote; who is away or removed is a member until replaced."""
    return sum(member.counts for member in day.members.values())


def _require_chairman(day: Day, act: Act) -> None:
    chairmen = {chairman.id for chairman in day.bearers(Role.CHAIRMAN)}
    if not chairmen & {act.by, act.witness}:
        member = min(chairmen, default="")
        act.hold(Refusal(Reason.NOT_PRESENT, member=member))
