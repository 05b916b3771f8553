"""The commission changes: somebody is removed, ill, elected, replaced."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import (
    COMMISSION,
    LEADERS,
    ONE_OF_A_KIND,
    Member,
    Role,
    Standing,
)
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import require_decision, require_member, require_paper
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal

# Who acts and who stands by: with fewer nothing can be recorded, and nobody called back.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class MemberStood:
    """A member was removed, went away, or does the duties again; ``decision`` is its entry."""

    kind: ClassVar[str] = "member_stood"
    version: ClassVar[int] = 1
    member: str
    standing: str
    decision: Free
    reason: Free


@dataclass(frozen=True, slots=True)
class MemberAppointed:
    """A member was given another office."""

    kind: ClassVar[str] = "member_appointed"
    version: ClassVar[int] = 1
    member: str
    role: str
    decision: Free


@dataclass(frozen=True, slots=True)
class MemberReplaced:
    """A new member took the place of one, by a paper of those who form the commission."""

    kind: ClassVar[str] = "member_replaced"
    version: ClassVar[int] = 1
    member: str
    successor: str
    name: str
    paper: Free


Events = MemberStood | MemberAppointed | MemberReplaced


@verb(phases=ANY_PHASE, roles=LEADERS, article="39(2)", witness="always")
def remove_member(day: Day, act: Act, member: str, decision: int, reason: str) -> MemberStood:
    """Remove a member who breaks the law, by decision (art. 39(2))."""
    require_member(day, member)
    reason = _stated(reason)
    _require_leader_besides(day, act, member)
    _require_two_besides(day, member)
    return MemberStood(member, Standing.REMOVED, require_decision(day, act, decision), reason)


@verb(phases=ANY_PHASE, roles=LEADERS, witness="always")
def excuse_member(day: Day, act: Act, member: str, reason: str) -> MemberStood:
    """Note that a member is ill or away from now on."""
    found = require_member(day, member)
    reason = _stated(reason)
    _require_serving(act, found)
    _require_leader_besides(day, act, member)
    _require_two_besides(day, member)
    return MemberStood(member, Standing.AWAY, "", reason)


@verb(phases=ANY_PHASE, roles=LEADERS, article="39(2)", witness="always")
def reinstate_member(
    day: Day, act: Act, member: str, reason: str, decision: int = 0
) -> MemberStood:
    """Let a member do the duties again; one who was removed only by decision."""
    found = require_member(day, member)
    reason = _stated(reason)
    if found.standing is Standing.REPLACED:
        act.hold(_not_serving(found))
    decided = ""
    if decision or found.standing is Standing.REMOVED:
        decided = require_decision(day, act, decision)
    _require_vacant(day, act, member, found.role)
    return MemberStood(member, Standing.SERVING, decided, reason)


@verb(phases=ANY_PHASE, roles=LEADERS, article="10(3)", witness="always")
def appoint_member(day: Day, act: Act, member: str, role: str, decision: int) -> MemberAppointed:
    """Give a member another office by decision: acting chairman, secretary elected.

    Whoever becomes chairman or secretary hands the stack over (see ``Day.owes_stack``).
    """
    found = require_member(day, member)
    if role not in {str(office) for office in COMMISSION}:
        raise Refusal(Reason.ROLE_UNKNOWN, role=role)
    if found.role not in COMMISSION:
        raise Refusal(Reason.ROLE_WRONG, "20(6)", member=member, role=found.role)
    _require_serving(act, found)
    _require_vacant(day, act, member, role)
    if role not in LEADERS:
        _require_leader_besides(day, act, member)
    return MemberAppointed(member, role, require_decision(day, act, decision))


@verb(phases=ANY_PHASE, roles=LEADERS, article="10(3)", witness="always")
def replace_member(
    day: Day, act: Act, member: str, successor: str, name: str, paper: str
) -> MemberReplaced:
    """Let a new member take the place of one, by the paper that named him (art. 10(3))."""
    require_member(day, member)
    successor, name = tidy(successor), tidy(name)
    for argument, words in (("successor", successor), ("name", name)):
        if not words or " " in successor:
            raise Refusal(Reason.BAD_ARGUMENT, argument=argument)
    if successor in day.members:
        raise Refusal(Reason.MEMBER_KNOWN, member=successor)
    _require_leader_besides(day, act, member)
    return MemberReplaced(member, successor, name, require_paper(act, paper, "10(3)"))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a change of the commission."""
    if event.member not in day.members:
        day.note_conflict(entry, "member_unknown", member=event.member)
    match event:
        case MemberStood(member=member, standing=standing):
            _stand(day, member, Standing(standing))
        case MemberAppointed(member=member, role=role):
            if member in day.members:
                day.members[member] = day.members[member]._replace(role=Role(role))
        case MemberReplaced(member=member, successor=successor, name=name):
            _stand(day, member, Standing.REPLACED)
            if successor in day.members:
                day.note_conflict(entry, "member_twice", member=successor)
            else:
                day.members[successor] = Member(successor, name, Role.MEMBER)
        case _:
            assert_never(event)


def _stand(day: Day, member: str, standing: Standing) -> None:
    if member not in day.members:
        return
    day.members[member] = day.members[member]._replace(standing=standing)
    for duty in day.on_duty.values():
        if standing is not Standing.SERVING and member in duty:
            duty.remove(member)


def _stated(reason: str) -> str:
    reason = tidy(reason)
    if not reason:
        raise Refusal(Reason.REASON_MISSING)
    return reason


def _not_serving(member: Member) -> Refusal:
    return Refusal(Reason.NOT_SERVING, "39(2)", member=member.id, standing=member.standing)


def _require_serving(act: Act, member: Member) -> None:
    if not member.serves:
        act.hold(_not_serving(member))


def _require_vacant(day: Day, act: Act, member: str, role: str) -> None:
    """Hold back a second chairman, deputy or secretary (art. 10(3))."""
    holders = {one.id for one in day.bearers(Role(role))} - {member}
    if role in ONE_OF_A_KIND and holders:
        act.hold(Refusal(Reason.ALREADY_NAMED, "10(3)", role=role, member=min(holders)))


def _require_two_besides(day: Day, member: str) -> None:
    """Refuse to leave one member alone: nobody could stand by any act, nor by the way back."""
    others = (one for one in day.members.values() if one.serves and one.id != member)
    if sum(one.role in COMMISSION for one in others) < FEWEST:
        raise Refusal(Reason.SECOND_NEEDED, "10(3)", member=member)


def _require_leader_besides(day: Day, act: Act, member: str) -> None:
    """Hold back where nobody else would lead the commission."""
    leading = {one.id for office in LEADERS for one in day.bearers(office)}
    if leading <= {member}:
        act.hold(Refusal(Reason.LEADER_NEEDED, "10(3)", member=member))
