"""PINs at a desk: set, typed, compared."""

import secrets

from precinct_app import keys
from precinct_app.desk.desk import Desk, Who
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import access
from precinct_app.errors import Reason, Refusal


def set_pin(desk: Desk, who: Who, member: str, pin: str, own_pin: str = "") -> Entry:
    """Set a member's PIN; in a training file it is kept to be shown on the sign-in page.

    Whoever sets another than a first PIN in set-up types his own: who sits at the desk of a member
    on duty must not become that member.
    """
    require_pin_shape(pin)
    if not access.is_first_pin(desk.day, member):
        confirm(desk, who.by, own_pin)
    shown = pin if desk.day.created.day_kind == "training" else ""
    return desk.act(who, access.set_pin, member, keys.seal_pin(pin), shown)


def renew_pin(desk: Desk, who: Who, pin: str, witness_pin: str = "") -> Entry:
    """Set the chairman's PIN anew after the recovery sheet opened the file (see access.renew_pin).

    A witness, where one stands by, types the own PIN.
    """
    require_pin_shape(pin)
    if who.witness:
        confirm(desk, who.witness, witness_pin)
    shown = pin if desk.day.created.day_kind == "training" else ""
    return desk.act(who, access.renew_pin, keys.seal_pin(pin), shown)


def require_pin_shape(pin: str) -> None:
    """Refuse what can be no PIN."""
    if not (pin.isdecimal() and 4 <= len(pin) <= 8):
        raise Refusal(Reason.PIN_SHAPE)


def sign_in(desk: Desk, member: str, pin: str) -> Entry:
    """Come on duty with a PIN; a wrong one is recorded, and refused."""
    confirm(desk, member, pin)
    return desk.act(Who(member), access.sign_in)


def confirm(desk: Desk, member: str, pin: str) -> None:
    """Refuse, and record, a PIN that is not the member's; none is tried while he has to wait."""
    known = desk.day.members.get(member)
    if known is None:
        raise Refusal(Reason.MEMBER_UNKNOWN, member=member)
    if not known.pin:
        raise Refusal(Reason.PIN_MISSING, member=member)
    access.require_no_wait(desk.day, member, desk.clock.now())
    if not keys.pin_holds(pin, known.pin):
        desk.act(Who(member), access.note_wrong_pin)
        raise Refusal(Reason.PIN_WRONG, member=member)


def note_recovery(desk: Desk) -> Entry:
    """Record that the recovery sheet opened the file."""
    return desk.act(Who(""), access.note_recovery)


def invent_pin() -> str:
    """Make a PIN of four digits for an exercise."""
    return f"{secrets.randbelow(10_000):04d}"
