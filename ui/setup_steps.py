"""The steps from a fresh file to the end of voting, as data."""

from collections.abc import Callable
from typing import NamedTuple

from precinct_app.domain.accounts import stack
from precinct_app.domain.day import Day
from precinct_app.domain.members import COMMISSION, Role
from precinct_app.domain.phases import Phase

Facts = dict[str, int]


class Step(NamedTuple):
    """One step: its code, whether it is done, and the figures that say how far it is."""

    code: str
    is_done: Callable[[Day], bool]
    facts: Callable[[Day], Facts] = lambda _day: {}


def _named(day: Day) -> Facts:
    sworn = [member for member in day.members.values() if member.role in COMMISSION]
    no_pin = sum(not member.pin for member in sworn)
    return {"named": len(day.members), "no_pin": no_pin}


def _commission_stands(day: Day) -> bool:
    roles = {member.role for member in day.members.values()}
    issuers = roles & COMMISSION - set(day.election.rules.never_issue)
    leaders = {Role.CHAIRMAN, Role.SECRETARY} <= roles
    return leaders and bool(issuers) and not _named(day)["no_pin"]


def _act_agrees(day: Day) -> bool:
    act = day.list_act
    return act is not None and (act.voters == day.roll.size or bool(act.explanation))


def _list(day: Day) -> Facts:
    return {"stated": day.list_act.voters if day.list_act else 0, "listed": day.roll.size}


def _received(day: Day) -> Facts:
    kinds = day.election.ballot_ids
    came = sum(day.accounts.came_in(ballot) > 0 for ballot in kinds)
    return {"received": came, "kinds": len(kinds)}


def _stacks(day: Day) -> Facts:
    """Count the members who hold at least one of each kind."""
    whole = [
        member
        for member in day.members
        if all(day.left(ballot, stack(member)) > 0 for ballot in day.election.ballot_ids)
    ]
    return {"stacks": len(whole)}


STEPS = (
    Step("precinct", lambda day: any(day.bearers(Role.CHAIRMAN))),
    Step("members", _commission_stands, _named),
    Step("list_act", _act_agrees, _list),
    Step("receipts", lambda day: _received(day)["received"] == _received(day)["kinds"], _received),
    Step("stacks", lambda day: _stacks(day)["stacks"] > 0, _stacks),
    Step("opening", lambda day: day.phase is not Phase.SETUP),
    Step("ending", lambda day: day.phase not in {Phase.SETUP, Phase.VOTING}),
)
