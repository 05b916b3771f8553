"""A verb of the day: a rule, and who may use it when."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import (
    Any,
    Concatenate,
    Generic,
    Literal,
    NamedTuple,
    ParamSpec,
    TypeVar,
    get_type_hints,
)

from precinct_app.domain.closed import STILL_ALLOWED
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Event
from precinct_app.domain.members import COMMISSION, Member, Role
from precinct_app.domain.phases import Phase
from precinct_app.domain.recorded import FactRecorded, Offence, record_of
from precinct_app.domain.shape import Free, ShapeFault, reader
from precinct_app.domain.typed import tidy
from precinct_app.errors import Reason, Refusal

P = ParamSpec("P")
E = TypeVar("E", bound=Event)

Witness = Literal["none", "by_rule", "always"]

# The types of arguments: the name that a script's author sees, and the shape that is read.
SHAPES: Mapping[object, tuple[str, Any]] = {
    str: ("text", Free),
    int: ("number", int),
    bool: ("yes_no", bool),
    tuple[str, ...]: ("texts", tuple[Free, ...]),
    Mapping[str, int]: ("numbers", Mapping[str, int]),
    int | None: ("number", int | None),
    Mapping[str, str]: ("object", Mapping[str, Free]),
    tuple[Mapping[str, str], ...]: ("objects", tuple[Mapping[str, Free], ...]),
}


class Argument(NamedTuple):
    """One argument of a verb as a script gives it."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True)
class Verb(Generic[P, E]):
    """A rule with its data: roles, phases, article, second person.

    ``founding`` verbs may be used by whoever opened the file until a chairman is named;
    ``duty`` tells whether the member must have come on duty.
    """

    rule: Callable[Concatenate[Day, Act, P], E]
    roles: frozenset[Role]
    phases: frozenset[Phase]
    article: str
    witness: Witness
    founding: bool
    duty: bool

    def __call__(self, day: Day, act: Act, *args: P.args, **kwargs: P.kwargs) -> E:
        """Ask the rule: an event, or a Refusal."""
        self._permit(day, act)
        return self.rule(day, act, *args, **kwargs)

    @property
    def name(self) -> str:
        """The one word for it on all floors."""
        return self.rule.__name__

    @property
    def sentence(self) -> str:
        """What it does, in the words of its docstring."""
        return (inspect.getdoc(self.rule) or "").split("\n", 1)[0]

    def arguments(self) -> list[Argument]:
        """List the arguments a script gives, in their order."""
        hints = get_type_hints(self.rule)
        given = list(inspect.signature(self.rule).parameters.values())[2:]
        return [
            Argument(given.name, SHAPES[hints[given.name]][0], given.default is given.empty)
            for given in given
        ]

    def read(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Read the arguments that a script gives, or refuse the first that is wrong."""
        hints = get_type_hints(self.rule)
        known = {argument.name: argument for argument in self.arguments()}
        for name in (*given, *(name for name, one in known.items() if one.required)):
            if name not in known or name not in given:
                raise Refusal(Reason.BAD_ARGUMENT, argument=name)
        return {name: _read(hints[name], name, value) for name, value in given.items()}

    def recorded(self, paper: str, reason: str) -> "Recorded[P, E]":
        """Give the form of the verb that records what happened, with its paper and reason."""
        return Recorded(self, paper, reason)

    def _permit(self, day: Day, act: Act) -> None:
        self._permit_now(day, act)
        if self.founding and not day.founded:
            return
        member = day.members.get(act.by)
        if member is None:
            raise Refusal(Reason.MEMBER_UNKNOWN, member=act.by)
        if member.role not in self.roles:
            no = Refusal(Reason.ROLE_WRONG, self.article, member=act.by, role=member.role)
            if member.role not in COMMISSION:
                raise no
            act.hold(no)
        require_serving(member)
        if self.duty and act.by not in day.duty(act.desk):
            raise Refusal(Reason.NOT_ON_DUTY, member=act.by)
        if act.witness or self.witness == "always":
            require_witness(day, act)

    def _permit_now(self, day: Day, act: Act) -> None:
        """Hold back what does not belong to this part of the day, or to a day that is closed."""
        if act.happened > act.now:
            raise Refusal(Reason.HAPPENED_LATER)
        if day.phase is Phase.NOT_USED:
            raise Refusal(Reason.PHASE_WRONG, self.article, phase=day.phase)
        if day.phase not in self.phases:
            act.hold(Refusal(Reason.PHASE_WRONG, self.article, phase=day.phase))
        if day.accepted and self.name not in STILL_ALLOWED:
            act.hold(Refusal(Reason.DAY_CLOSED, "43(8)"))


@dataclass(frozen=True)
class Recorded(Generic[P, E]):
    """A verb as a record of what happened: no gate holds it, two persons vouch for it."""

    verb: Verb[P, E]
    paper: str
    reason: str

    def __call__(self, day: Day, act: Act, *args: P.args, **kwargs: P.kwargs) -> FactRecorded:
        """Ask the rule past every gate, and note which were in the way.

        Raises Refusal for what no paper can make true: an unknown voter, a number below zero.
        """
        paper, reason = tidy(self.paper), tidy(self.reason)
        if not paper or not reason:
            raise Refusal(Reason.REASON_MISSING)
        offences: dict[Reason, Offence] = {}
        event = None
        while event is None:
            try:
                event = self.verb(day, act._replace(waived=frozenset(offences)), *args, **kwargs)
            except Refusal as no:
                if not no.gate:
                    raise
                offences[Reason(no.reason)] = Offence(str(no.reason), no.article)
        require_witness(day, act)
        return record_of(event, tuple(offences.values()), paper, reason)


def _read(hint: object, name: str, value: object) -> Any:
    try:
        return reader(SHAPES[hint][1])(value, name)
    except ShapeFault as fault:
        raise Refusal(Reason.BAD_ARGUMENT, argument=name) from fault


def require_witness(day: Day, act: Act) -> None:
    """Refuse unless a second member of the commission stands by the act."""
    if not act.witness:
        raise Refusal(Reason.WITNESS_MISSING)
    if act.witness == act.by:
        raise Refusal(Reason.WITNESS_SAME)
    witness = day.members.get(act.witness)
    if witness is None:
        raise Refusal(Reason.MEMBER_UNKNOWN, member=act.witness)
    if witness.role not in COMMISSION:
        raise Refusal(Reason.ROLE_WRONG, "20(6)", member=act.witness, role=witness.role)
    require_serving(witness)


def require_serving(member: Member) -> None:
    """Refuse a member who was removed, is away or was replaced (art. 39(2))."""
    if not member.serves:
        raise Refusal(Reason.NOT_SERVING, "39(2)", member=member.id, standing=member.standing)


def verb(
    *,
    phases: frozenset[Phase],
    roles: frozenset[Role] = COMMISSION,
    article: str = "",
    witness: Witness = "none",
    founding: bool = False,
    duty: bool = True,
) -> Callable[[Callable[Concatenate[Day, Act, P], E]], Verb[P, E]]:
    """Make a rule a verb of the day."""

    def dress(rule: Callable[Concatenate[Day, Act, P], E]) -> Verb[P, E]:
        return Verb(rule, roles, phases, article, witness, founding, duty)

    return dress
