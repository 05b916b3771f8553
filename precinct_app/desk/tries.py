"""PINs typed at a file that this laptop may not write yet."""

from dataclasses import replace
from datetime import datetime

from precinct_app import keys
from precinct_app.domain.day import Day
from precinct_app.domain.members import WrongPins
from precinct_app.domain.parts import access
from precinct_app.errors import Reason, Refusal
from precinct_app.store.laptop import Laptop


def let_pass(day: Day, laptop: Laptop, member: str, pin: str, now: datetime) -> None:
    """Refuse, and remember on the laptop, a PIN that is not the member's.

    After some of them the next one waits as at a desk; what the file holds counts too.
    """
    known = day.members.get(member)
    if known is None:
        raise Refusal(Reason.PIN_WRONG, member=member)
    access.require_no_wait(_with_tries(day, laptop), member, now)
    if not keys.pin_holds(pin, known.pin):
        laptop.note_wrong_pin(day.created.file, member, now)
        raise Refusal(Reason.PIN_WRONG, member=member)


def _with_tries(day: Day, laptop: Laptop) -> Day:
    """Give the day as if the wrong PINs that the laptop remembers stood in it."""
    wrong = dict(day.wrong_pins)
    for member, moment in laptop.wrong_pins(day.created.file):
        times = wrong[member].times if member in wrong else 0
        wrong[member] = WrongPins(times + 1, moment.isoformat())
    return replace(day, wrong_pins=wrong)
