"""One who plays a script: comes on duty, acts."""

from collections.abc import Mapping
from datetime import datetime

from precinct_app.cli.script import Step, read_step
from precinct_app.desk import (
    Desk,
    Who,
    confirm,
    invent_pin,
    on_voting_day,
    require_pin_shape,
    set_pin,
)
from precinct_app.domain.election import Election
from precinct_app.domain.entry import Entry
from precinct_app.domain.members import COMMISSION, Role
from precinct_app.domain.parts import access, setup
from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason, Refusal

# Any other year is mistyped, and a clock that stands at the end of all years can't go on.
CENTURY = range(2000, 2100)


class Player:
    """Acts for all members of a script, with the PINs that it was given.

    A training file shows its PINs, so none need be given. Whoever acts comes on duty first; where
    the desk is full, the one who came first leaves it.
    """

    def __init__(self, desk: Desk, pins: Mapping[str, str]) -> None:
        self._desk, self._pins = desk, pins
        self._training = desk.day.created.day_kind == "training"
        self._confirmed: set[tuple[str, str]] = set()

    @property
    def election(self) -> Election:
        """The election of the day that is played."""
        return self._desk.day.election

    def play(self, line: bytes) -> Entry:
        """Play one line; raises Refusal or StoreError."""
        step = read_step(line)
        who = Who(step.by, step.witness, self._moment(step.happened))
        if step.verb is setup.name_member:
            self._require_usable_pin(step.args["member"])
        if step.verb.duty and step.verb is not access.sign_out:
            self._bring(step)
        if step.verb is access.sign_in:
            self._confirm(step.by)
        self._confirm(step.witness)
        entry = self._desk.act(who, step.rule, **step.args)
        if step.verb is setup.name_member:
            self._give_pin(step.args["member"])
        return entry

    def _moment(self, happened: str) -> datetime | None:
        if not happened:
            return None
        try:
            stated = on_voting_day(self._desk.day, happened)
        except ValueError as error:
            raise Refusal(Reason.BAD_ARGUMENT, argument="happened") from error
        if stated.year not in CENTURY:
            raise Refusal(Reason.BAD_ARGUMENT, argument="happened")
        return stated

    def _bring(self, step: Step) -> None:
        """Bring those on duty who act in a step, once there is a chairman."""
        issuer = step.args.get("issuer", "")
        if any(self._desk.day.bearers(Role.CHAIRMAN)):
            for member in (step.by, issuer):
                self._come_on_duty(member, {step.by, issuer})

    def _come_on_duty(self, member: str, needed: set[str]) -> None:
        """Let a member come on duty whose PIN is at hand; the rule says no to all others."""
        day, desk = self._desk.day, self._desk
        on_duty = day.duty(desk.number)
        if member not in day.members or member in on_duty or not day.members[member].serves:
            return
        self._give_pin(member)
        if not day.members[member].pin or not (self._training or self._pins.get(member)):
            return
        self._confirm(member)
        if len(on_duty) >= access.MOST_ON_DUTY:
            leaving = next(other for other in on_duty if other not in needed)
            desk.act(Who(leaving), access.sign_out)
        desk.act(Who(member), access.sign_in)

    def _confirm(self, member: str) -> None:
        """Compare a PIN once in a script; a training file asks none."""
        found = self._desk.day.members.get(member)
        if self._training or found is None or found.role not in COMMISSION:
            return
        if (member, found.pin) in self._confirmed:
            return
        if found.pin and not self._pins.get(member):
            raise Refusal(Reason.PIN_WRONG, member=member)
        confirm(self._desk, member, self._pins.get(member, ""))
        self._confirmed.add((member, found.pin))

    def _require_usable_pin(self, member: str) -> None:
        """Refuse a PIN that can be none before its member is named."""
        if member in self._pins and not self._training:
            require_pin_shape(self._pins[member])

    def _give_pin(self, member: str) -> None:
        """Set the first PIN of a member in set-up, where there is one for him."""
        day = self._desk.day
        found = day.members[member]
        if found.pin or found.role not in COMMISSION or day.phase is not Phase.SETUP:
            return
        pin = invent_pin() if self._training else self._pins.get(member, "")
        if pin:
            set_pin(self._desk, Who(member), member, pin)
