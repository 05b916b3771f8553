"""Who acts when a page of the commission's leaders asks for something."""

from typing import Any

from precinct_app.desk import Who
from precinct_app.domain.members import Role
from precinct_app.domain.parts.access import is_first_pin
from precinct_app.domain.parts.setup import name_member
from precinct_app.domain.verb import Verb
from ui.session import Session


def acting(session: Session, rule: Verb[..., Any]) -> Who:
    """Choose who types a verb: who types anyway if he may, else the first on duty who may.

    Where nobody on duty may, it is whoever bears the first of the offices, so that the refusal
    says what is missing.
    """
    day = session.desk.day
    bearers = [member for role in Role if role in rule.roles for member in day.bearers(role)]
    able = [member.id for member in bearers]
    duty = [member for member in day.duty(session.desk.number) if member in able]
    if session.typist in able:
        return Who(session.typist)
    return Who((duty or able or [""])[0])


def setting_pin(session: Session, member: str) -> Who:
    """Choose who sets a member's PIN: a first one whoever sets up, another one himself or a chairman.

    Who types is asked first, then a chairman on duty, then the member.
    """
    day = session.desk.day
    if is_first_pin(day, member):
        return acting(session, name_member)
    chairmen = [chairman.id for chairman in day.bearers(Role.CHAIRMAN)]
    duty = day.duty(session.desk.number)
    able = [one for one in (session.typist, *chairmen, member) if one in {*chairmen, member}]
    return Who(next((one for one in able if one in duty), able[0]))


def beside(session: Session, *members: str) -> Who:
    """Say that who types acts with one of these members at the side, unless he is one himself."""
    chairmen = {member.id for member in session.desk.day.bearers(Role.CHAIRMAN)}
    if session.typist in {*members, *chairmen}:
        return Who(session.typist)
    duty = session.desk.day.duty(session.desk.number)
    return Who(session.typist, next((one for one in members if one in duty), members[0]))
