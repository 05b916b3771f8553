"""The protocol of one kind: controls explained, signed, made anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, assert_never

from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.figures.before_boxes import lines_before_boxes
from precinct_app.domain.figures.explained import asked_of, holding_back
from precinct_app.domain.figures.lines import Asked, reckon
from precinct_app.domain.kinds import Explanation, Kind, Signed
from precinct_app.domain.members import LEADERS, Role
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_member
from precinct_app.domain.required_closing import (
    require_announced,
    require_cancelled,
    require_no_line_below_zero,
    require_unsigned,
    require_words,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


class Ground(StrEnum):
    """Why a protocol is made anew (practice 4.7)."""

    SENT_BACK = "sent_back"
    RECOUNT = "recount_43_9"
    COURT = "court"


@dataclass(frozen=True, slots=True)
class ControlExplained:
    """Why a control does not hold, for the numbers that it showed; no ballot: the whole day."""

    kind: ClassVar[str] = "control_explained"
    version: ClassVar[int] = 1
    ballot: Free
    control: str
    where: Free
    left: int
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class ProtocolSigned:
    """The protocol of a kind was signed, with all its lines and the desks that were in.

    ``absent`` is why the chairman did not sign; ``dissent`` pairs members with their words.
    """

    kind: ClassVar[str] = "protocol_signed"
    version: ClassVar[int] = 1
    ballot: str
    number: int
    members: tuple[str, ...]
    absent: Free
    dissent: tuple[tuple[str, str], ...]
    lines: Mapping[str, int]
    checkpoint: str


@dataclass(frozen=True, slots=True)
class ProtocolReopened:
    """A signed protocol is made anew under the next number, by a named decision."""

    kind: ClassVar[str] = "protocol_reopened"
    version: ClassVar[int] = 1
    ballot: str
    ground: str
    decision: str
    reason: str


Events = ControlExplained | ProtocolSigned | ProtocolReopened


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(4-1)", witness="always")
def explain_control(
    day: Day, act: Act, control: str, reason: str, ballot: str = "", where: str = ""
) -> ControlExplained:
    """Write down why a control of a kind, or of the day, does not hold (art. 43(4-1)).

    ``where`` names the member or box. The explanation is good for the numbers that it saw.
    """
    if ballot:
        require_unsigned(day, act, ballot)
    reason = require_words(reason)
    asked = [one for one in asked_of(day, ballot) if one.control.id == control]
    verdict = next((one.verdict for one in asked if one.verdict.where == where), None)
    if verdict is None:
        raise Refusal(Reason.CONTROL_UNKNOWN, control=control)
    if verdict.holds is not False or verdict.left is None or verdict.right is None:
        raise Refusal(Reason.NOTHING_TO_EXPLAIN, control=control)
    return ControlExplained(ballot, control, where, verdict.left, verdict.right, reason)


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(8)", witness="always")
def sign_protocol(
    day: Day,
    act: Act,
    ballot: str,
    members: tuple[str, ...],
    absent: str = "",
    dissent: tuple[Mapping[str, str], ...] = (),
) -> ProtocolSigned:
    """Sign the protocol of a kind: the chairman, or the deputy or secretary, and members.

    ``absent`` says why the chairman does not sign; each dissent is an object with ``member`` and
    ``words``.
    """
    kind = require_unsigned(day, act, ballot)
    against = tuple(_dissent(day, one) for one in dissent)
    _require_signers(day, act, members, absent)
    require_cancelled(day, act, ballot)
    require_announced(day, act, ballot)
    if kind.result is None:
        act.hold(Refusal(Reason.NOT_COUNTED, "43(4-1)", ballot=ballot))
    reckoned = reckon(day, ballot)
    lines = dict(reckoned.lines)
    require_no_line_below_zero(lines)
    if kind.figures and dict(kind.figures.lines) != lines_before_boxes(day.election, lines):
        act.hold(Refusal(Reason.FIGURES_MOVED, "43(3-1)", ballot=ballot))
    _require_controls(act, holding_back(day, ballot, reckoned))
    checkpoint = checkpoint_digest(day.desks)
    # A second one that was signed all the same is another paper, under another number.
    number = kind.number + (kind.signed is not None)
    return ProtocolSigned(ballot, number, members, tidy(absent), against, lines, checkpoint)


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(9)", witness="always")
def reopen_protocol(
    day: Day, act: Act, ballot: str, ground: str, decision: str, reason: str
) -> ProtocolReopened:
    """Make a signed protocol anew, by a named decision (art. 43(9), practice 4.7)."""
    require_ballot(day, ballot)
    if day.kind(ballot).signed is None:
        raise Refusal(Reason.NOT_SIGNED, "43(8)", ballot=ballot)
    if ground not in tuple(Ground):
        raise Refusal(Reason.GROUND_UNKNOWN, ground=ground)
    if ground == Ground.SENT_BACK and not day.kind(ballot).sent_back:
        act.hold(Refusal(Reason.NOT_SENT_BACK, ballot=ballot))
    return ProtocolReopened(ballot, ground, require_words(decision), require_words(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of a protocol."""
    kind = day.kind(event.ballot)
    match event:
        case ControlExplained(ballot=ballot, control=control, where=where):
            found = Explanation(entry.id, event.reason, event.left, event.right)
            if ballot:
                explained = {**kind.explanations, (control, where): found}
                day.kinds[ballot] = replace(kind, explanations=explained)
            else:
                day.explanations[control, where] = found
        case ProtocolSigned(ballot=ballot, number=number, members=members, lines=lines):
            if kind.signed:
                day.note_conflict(entry, "signed_twice", ballot=ballot)
            if number > kind.number:
                kind = _replaced(kind, number)
            signed = Signed(number, entry.id, members, lines, event.dissent)
            day.kinds[ballot] = replace(kind, signed=signed)
        case ProtocolReopened(ballot=ballot, ground=ground):
            if kind.signed is None:
                day.note_conflict(entry, "reopens_no_protocol", ballot=ballot)
            day.kinds[ballot] = _anew(kind, ground)
        case _:
            assert_never(event)


def _anew(kind: Kind, ground: str) -> Kind:
    """Give a kind whose protocol is to be made anew; an ordered recount begins with no sheet."""
    fresh = _replaced(kind, kind.number + 1)
    if ground != Ground.RECOUNT or kind.sheet is None:
        return fresh
    before = (*kind.sheets_before, kind.sheet)
    return replace(fresh, sheet=None, confirmed="", sheets_before=before)


def _replaced(kind: Kind, number: int) -> Kind:
    """Put the signed protocol among the earlier ones; nothing is done with the new one yet."""
    earlier = (*kind.earlier, kind.signed) if kind.signed else kind.earlier
    return replace(
        kind,
        number=number,
        earlier=earlier,
        signed=None,
        transferred="",
        posted="",
        sent=0,
        taken="",
        sent_back="",
    )


def _dissent(day: Day, one: Mapping[str, str]) -> tuple[str, str]:
    member = require_member(day, one.get("member", ""))
    return member.id, require_words(one.get("words", ""))


def _require_controls(act: Act, held: Iterable[Asked]) -> None:
    """Hold back a protocol with a broken control, or with a line that is not there yet."""
    for control, verdict in held:
        for name in verdict.missing:
            act.hold(Refusal(Reason.LINE_MISSING, "43(8)", line=name))
        left, right = verdict.left, verdict.right
        if left is not None and right is not None:
            name = control.id
            act.hold(
                Refusal(Reason.CONTROL_BROKEN, "43(4-1)", control=name, left=left, right=right)
            )


def _require_signers(day: Day, act: Act, members: tuple[str, ...], absent: str) -> None:
    """Hold back a protocol without the chairman, or whom the law puts there (art. 43(8))."""
    if not members:
        raise Refusal(Reason.NOTHING_CHOSEN)
    if len(set(members)) < len(members):
        raise Refusal(Reason.BAD_ARGUMENT, argument="members")
    for signer in [require_member(day, member) for member in members]:
        if not signer.counts:
            no = Refusal(Reason.ROLE_WRONG, "20(6)", member=signer.id, role=signer.role)
            act.hold(no)
    roles = {day.members[member].role for member in members}
    if Role.CHAIRMAN not in roles:
        require_words(absent)
        if not roles & LEADERS:
            act.hold(Refusal(Reason.CHAIRMAN_UNSIGNED, "43(8)"))
