"""Who is on duty at this desk, and by which key."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import COMMISSION, Role, WrongPins
from precinct_app.domain.phases import ANY_PHASE, Phase
from precinct_app.domain.required import require_member
from precinct_app.domain.shape import Free
from precinct_app.domain.verb import require_serving, require_witness, verb
from precinct_app.errors import Reason, Refusal

# As many as a row of keys can choose among at one laptop.
MOST_ON_DUTY = 8
# After so many wrong PINs the next one waits, twice as long each time (practice).
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class PinSet:
    """A member's PIN as its Argon2id hash; ``shown`` is filled in a training file only."""

    kind: ClassVar[str] = "pin_set"
    version: ClassVar[int] = 1
    member: str
    pin: str
    shown: Free


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A member came on duty at a desk."""

    kind: ClassVar[str] = "signed_in"
    version: ClassVar[int] = 1
    member: str


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A member left a desk."""

    kind: ClassVar[str] = "signed_out"
    version: ClassVar[int] = 1
    member: str


@dataclass(frozen=True, slots=True)
class SignInFailed:
    """Somebody typed a wrong PIN."""

    kind: ClassVar[str] = "sign_in_failed"
    version: ClassVar[int] = 1
    member: str


@dataclass(frozen=True, slots=True)
class WaitLifted:
    """The chairman let a member try the PIN again at once."""

    kind: ClassVar[str] = "wait_lifted"
    version: ClassVar[int] = 1
    member: str


@dataclass(frozen=True, slots=True)
class DeskStarted:
    """The program was started anew at a desk: nobody is on duty until the PIN is typed."""

    kind: ClassVar[str] = "desk_started"
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class RecoveryUsed:
    """The file was opened with the recovery sheet."""

    kind: ClassVar[str] = "recovery_used"
    version: ClassVar[int] = 1


Events = PinSet | SignedIn | SignedOut | SignInFailed | WaitLifted | DeskStarted | RecoveryUsed


@verb(phases=ANY_PHASE, duty=False)
def sign_in(day: Day, act: Act) -> SignedIn:
    """Come on duty at this desk."""
    if not day.members[act.by].pin:
        raise Refusal(Reason.PIN_MISSING, member=act.by)
    require_no_wait(day, act.by, act.now)
    others = [member for member in day.duty(act.desk) if member != act.by]
    if len(others) >= MOST_ON_DUTY:
        raise Refusal(Reason.TOO_MANY_ON_DUTY, most=MOST_ON_DUTY)
    return SignedIn(act.by)


@verb(phases=ANY_PHASE)
def sign_out(day: Day, act: Act) -> SignedOut:
    """Leave this desk."""
    return SignedOut(act.by)


@verb(phases=ANY_PHASE, roles=frozenset({Role.CHAIRMAN}))
def lift_wait(day: Day, act: Act, member: str) -> WaitLifted:
    """Let a member try the PIN again at once."""
    if member not in day.wrong_pins:
        raise Refusal(Reason.NOTHING_TO_LIFT, member=member)
    return WaitLifted(member)


def wait_until(day: Day, member: str, now: datetime) -> datetime | None:
    """Say until when no PIN of a member is tried after wrong ones; None when one may be."""
    wrong = day.wrong_pins.get(member)
    if wrong is None or wrong.times < FREE_TRIES:
        return None
    last = datetime.fromisoformat(wrong.last)
    until = last + min(FIRST_WAIT * 2 ** min(wrong.times - FREE_TRIES, 10), LONGEST_WAIT)
    # A clock that was put back would wait for hours; the next wrong PIN starts the wait anew.
    return until if last <= now < until else None


def require_no_wait(day: Day, member: str, now: datetime) -> None:
    """Refuse while a member has to wait after wrong PINs."""
    until = wait_until(day, member, now)
    if until:
        seconds = ceil((until - now).total_seconds())
        raise Refusal(Reason.PIN_WAIT, member=member, seconds=seconds)


def set_pin(day: Day, act: Act, member: str, pin: str, shown: str) -> PinSet:
    """Set the first PIN of a member in set-up, or a new one by himself or the chairman, on duty."""
    found = require_member(day, member)
    if found.role not in COMMISSION:
        raise Refusal(Reason.ROLE_WRONG, "20(6)", member=member, role=found.role)
    if is_first_pin(day, member):
        return PinSet(member, pin, shown)
    by = require_member(day, act.by)
    if by is not found and by.role is not Role.CHAIRMAN:
        raise Refusal(Reason.ROLE_WRONG, member=act.by, role=by.role)
    if act.by not in day.duty(act.desk):
        raise Refusal(Reason.NOT_ON_DUTY, member=act.by)
    return PinSet(member, pin, shown)


def is_first_pin(day: Day, member: str) -> bool:
    """Tell whether a member is in set-up and has no PIN yet."""
    found = day.members.get(member)
    return found is not None and not found.pin and day.phase is Phase.SETUP


def renew_pin(day: Day, act: Act, pin: str, shown: str) -> PinSet:
    """Set the chairman's PIN anew, once, after the recovery sheet opened the file at this desk.

    Where another member has a PIN, he stands by: the sheet alone makes nobody the chairman.
    """
    chairman = require_member(day, act.by)
    if chairman.role is not Role.CHAIRMAN:
        raise Refusal(Reason.ROLE_WRONG, member=act.by, role=chairman.role)
    require_serving(chairman)
    if act.desk not in day.recovered:
        raise Refusal(Reason.RECOVERY_NEEDED)
    if act.witness or any(members_beside(day, act.by)):
        require_witness(day, act)
    return PinSet(act.by, pin, shown)


def members_beside(day: Day, member: str) -> Iterator[str]:
    """List who else in the commission has a PIN, and so could stand by."""
    for other in day.members.values():
        if other.id != member and other.pin and other.serves and other.role in COMMISSION:
            yield other.id


def note_wrong_pin(day: Day, act: Act) -> SignInFailed:
    """Record that a wrong PIN was typed."""
    return SignInFailed(act.by)


def start_desk(day: Day, act: Act) -> DeskStarted:
    """Record that the program was started anew."""
    return DeskStarted()


def note_recovery(day: Day, act: Act) -> RecoveryUsed:
    """Record that the recovery sheet opened the file."""
    return RecoveryUsed()


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of access."""
    on_duty = day.on_duty.setdefault(entry.desk, [])
    match event:
        case PinSet(member=member, pin=pin, shown=shown):
            if member not in day.members:
                day.note_conflict(entry, "member_unknown", member=member)
            else:
                day.members[member] = day.members[member]._replace(pin=pin, shown_pin=shown)
                day.wrong_pins.pop(member, None)
                if day.members[member].role is Role.CHAIRMAN:
                    day.recovered.discard(entry.desk)
        case SignedIn(member=member):
            day.wrong_pins.pop(member, None)
            if member not in on_duty:
                on_duty.append(member)
        case SignedOut(member=member):
            if member in on_duty:
                on_duty.remove(member)
        case DeskStarted():
            on_duty.clear()
            day.recovered.discard(entry.desk)
        case SignInFailed(member=member):
            before = day.wrong_pins.get(member, WrongPins(0, ""))
            # A wait counts from the try, also where it could only be recorded afterwards.
            day.wrong_pins[member] = WrongPins(before.times + 1, entry.happened)
        case WaitLifted(member=member):
            day.wrong_pins.pop(member, None)
        case RecoveryUsed():
            day.recovered.add(entry.desk)
        case _:
            assert_never(event)
