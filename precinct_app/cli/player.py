"""One who plays a script: reads a line, comes on duty, acts."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from precinct_app.desk import Desk, Who, confirm, invent_pin, on_voting_day, set_pin, sign_in
from precinct_app.domain.election import Election
from precinct_app.domain.entry import Entry, Event
from precinct_app.domain.fold import VERBS
from precinct_app.domain.members import Member, Role
from precinct_app.domain.parts import access, setup
from precinct_app.domain.verb import Verb
from precinct_app.errors import Reason, Refusal


class Step(NamedTuple):
    """One line of a script."""

    verb: Verb[..., Event]
    by: str
    witness: str
    happened: str
    args: dict[str, Any]


class Player:
    """Acts for all members of a script, with the PINs that it was given.

    A training file shows its PINs, so none need be given. Whoever acts comes on duty first; where
    the desk is full, the one who came first leaves it.
    """

    def __init__(self, desk: Desk, pins: Mapping[str, str]) -> None:
        self._desk, self._pins = desk, pins
        self._confirmed: set[str] = set()

    @property
    def election(self) -> Election:
        """The election of the day that is played."""
        return self._desk.day.election

    def play(self, line: str) -> Entry:
        """Play one line; raises Refusal or StoreError."""
        step = read_step(line)
        happened = self._moment(step.happened)
        who = Who(step.by, step.witness, happened)
        if step.verb is access.sign_in:
            return sign_in(self._desk, step.by, self._pin(step.by))
        issuer = str(step.args.get("issuer", ""))
        for member in (step.by, issuer):
            if step.verb.duty:
                self._come_on_duty(member, {step.by, issuer})
        self._confirm(step.witness)
        entry = self._desk.act(who, step.verb, **step.args)
        if step.verb is setup.name_member:
            self._give_pin(who, str(step.args["member"]))
        return entry

    def _moment(self, happened: str) -> Any:
        if not happened:
            return None
        try:
            return on_voting_day(self._desk.day, happened)
        except ValueError as error:
            raise Refusal(Reason.BAD_ARGUMENT, argument="happened") from error

    def _come_on_duty(self, member: str, needed: set[str]) -> None:
        day, desk = self._desk.day, self._desk
        found = day.members.get(member)
        if found is None or not found.pin or member in day.duty(desk.number):
            return
        if not self._pin(member) or not any(day.bearers(Role.CHAIRMAN)):
            return
        on_duty = day.duty(desk.number)
        if len(on_duty) >= access.MOST_ON_DUTY:
            leaving = next(other for other in on_duty if other not in needed)
            desk.act(Who(leaving), access.sign_out)
        sign_in(desk, member, self._pin(member))

    def _confirm(self, witness: str) -> None:
        """Ask the second person's PIN once in a script."""
        found = self._desk.day.members.get(witness)
        if found and found.pin and witness not in self._confirmed:
            confirm(self._desk, witness, self._pin(witness))
            self._confirmed.add(witness)

    def _give_pin(self, who: Who, member: str) -> None:
        if self._desk.day.members[member].role is Role.ADVISORY:
            return
        training = self._desk.day.created.day_kind == "training"
        pin = invent_pin() if training else self._pins.get(member, "")
        if pin and not self._desk.day.members[member].pin:
            set_pin(self._desk, who._replace(happened=None), member, pin)

    def _pin(self, member: str) -> str:
        found = self._desk.day.members.get(member, Member("", "", Role.MEMBER))
        return found.shown_pin or self._pins.get(member, "")


def read_step(line: str) -> Step:
    """Read a line of a script, or refuse what is wrong in it."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="line") from error
    if not isinstance(data, dict) or not isinstance(data.get("do"), str):
        raise Refusal(Reason.BAD_ARGUMENT, argument="do")
    for name in data:
        if name not in {"do", "by", "args", "witness", "happened"}:
            raise Refusal(Reason.BAD_ARGUMENT, argument=name)
    verb = VERBS.get(data["do"])
    if verb is None:
        raise Refusal(Reason.UNKNOWN_VERB, verb=data["do"])
    by, witness, happened = (data.get(name, "") for name in ("by", "witness", "happened"))
    for name, value in (("by", by), ("witness", witness), ("happened", happened)):
        if not isinstance(value, str):
            raise Refusal(Reason.BAD_ARGUMENT, argument=name)
    given = data.get("args", {})
    if not isinstance(given, dict):
        raise Refusal(Reason.BAD_ARGUMENT, argument="args")
    return Step(verb, by, witness, happened, verb.read(given))
