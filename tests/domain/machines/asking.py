"""What a commission might ask for next: sensible or not."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from precinct_app.domain.changes import StrikeCause
from precinct_app.domain.fold import VERBS
from precinct_app.domain.incidents import NOT_SERVED
from precinct_app.domain.members import Role
from precinct_app.domain.parts.corrections import SHORT_REASONS
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.preparation import ITEMS
from precinct_app.domain.present import PersonKind
from precinct_app.domain.trips import NotServed
from precinct_app.domain.verb import Argument
from tests.domain.days import ADVISER, BLUE, CHAIRMAN, COMMISSION, GREEN, Table

NOBODY, NO_BALLOT, NO_ENTRY = "77", "white", "1-999"
KINDS = (BLUE, GREEN)
REASONS = (*SHORT_REASONS, "так решили вдвоём", "две\nстроки\u00a0№ 5", " ")


def one_of(draw: Any, known: Sequence[Any], *strange: Any) -> Any:
    """Choose what is known, and now and then what is not."""
    pool = [*known, *strange] if strange else list(known)
    return draw(st.sampled_from(pool))


def some_ballots(draw: Any, known: Sequence[str] = KINDS) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True)))


def some_amounts(draw: Any) -> dict[str, int]:
    return {ballot: draw(st.integers(1, 3)) for ballot in some_ballots(draw)}


# What an argument of a type looks like; an object without keys is what nobody has drawn.
FITS: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda drawn: isinstance(drawn, str),
    "number": lambda drawn: isinstance(drawn, int) and not isinstance(drawn, bool),
    "yes_no": lambda drawn: isinstance(drawn, bool),
    "texts": lambda drawn: isinstance(drawn, tuple),
    "numbers": lambda drawn: isinstance(drawn, dict) and bool(drawn),
    "object": lambda drawn: isinstance(drawn, dict) and bool(drawn),
    "objects": lambda drawn: isinstance(drawn, tuple),
}


class Asking:
    """Draws the arguments of any verb by their names."""

    def __init__(self, draw: Any, table: Table) -> None:
        self.draw, self.table = draw, table

    def arguments(self, verb: str) -> dict[str, Any]:
        """Draw all arguments of a verb; those with a default only sometimes."""
        return {
            argument.name: self.argument(argument)
            for argument in VERBS[verb].arguments()
            if argument.required or self.draw(st.booleans())
        }

    def argument(self, argument: Argument) -> Any:
        """Draw one argument by its name; one without a way of its own, by its type alone."""
        drawn: Any = getattr(self, argument.name, dict)()
        return drawn if FITS[argument.type](drawn) else getattr(self, f"any_{argument.type}")()

    def any_text(self) -> str:
        known = [*COMMISSION, *KINDS, *self.table.day.boxes, "safe", "member:4", "12:00", "акт"]
        return str(one_of(self.draw, known, ""))

    def any_number(self) -> int:
        return int(self.draw(st.integers(-1, 9)))

    def any_yes_no(self) -> bool:
        return bool(self.draw(st.booleans()))

    def any_texts(self) -> tuple[str, ...]:
        known = st.sampled_from((*COMMISSION, *KINDS, *self.table.day.roll.voters))
        return tuple(self.draw(st.lists(known, max_size=3)))

    def any_numbers(self) -> dict[str, int]:
        names = st.sampled_from((*KINDS, *COMMISSION, "safe"))
        return dict(self.draw(st.dictionaries(names, st.integers(-1, 9), max_size=3)))

    def any_object(self) -> dict[str, str]:
        return dict(one_of(self.draw, ({"member": self.member(), "text": self.reason()}, {})))

    def any_objects(self) -> tuple[dict[str, str], ...]:
        return (self.any_object(),)

    def by(self) -> str:
        duty = self.table.day.duty(self.table.desk)
        return str(one_of(self.draw, duty or list(COMMISSION), CHAIRMAN, ADVISER, NOBODY))

    def witness(self) -> str:
        return str(one_of(self.draw, ["", "", *COMMISSION], NOBODY))

    def happened(self) -> Any:
        seconds = self.draw(st.sampled_from((0, 0, 0, 60, 7200, -1)))
        return self.table.now - timedelta(seconds=seconds)

    def voter(self) -> str:
        day = self.table.day
        return str(one_of(self.draw, [*day.roll.voters, *day.added], NOBODY))

    def member(self) -> str:
        return str(one_of(self.draw, list(COMMISSION), NOBODY))

    issuer = taker = member

    def ballot(self) -> str:
        return str(one_of(self.draw, KINDS, NO_BALLOT))

    def ballots(self) -> tuple[str, ...]:
        if self.draw(st.integers(0, 9)):
            return some_ballots(self.draw)
        return tuple(self.draw(st.lists(st.sampled_from((*KINDS, NO_BALLOT)), max_size=3)))

    def amounts(self) -> dict[str, int]:
        if self.draw(st.integers(0, 9)):
            return some_amounts(self.draw)
        kinds = st.sampled_from((*KINDS, NO_BALLOT))
        return dict(self.draw(st.dictionaries(kinds, st.integers(-1, 99), max_size=2)))

    def trip(self) -> int:
        return int(one_of(self.draw, [*self.table.day.trips, 1], 9))

    def box(self) -> str:
        return str(one_of(self.draw, [*self.table.day.boxes, "P1"], "P9"))

    def results(self) -> tuple[dict[str, str], ...]:
        line = {"voter": self.voter(), "ballots": " ".join(self.ballots())}
        other = {"voter": self.voter(), "cause": self.cause()}
        return tuple(self.draw(st.lists(st.sampled_from((line, other)), max_size=2)))

    def people(self) -> tuple[str, ...]:
        return tuple(
            self.draw(st.lists(st.sampled_from([*self.table.day.roll.voters, NOBODY]), max_size=3))
        )

    def expected(self) -> str:
        return str(one_of(self.draw, ("12:00", "21:30"), "скоро"))

    def entry(self) -> str:
        day = self.table.day
        return str(one_of(self.draw, [*day.handings, *day.losses], "1-1", NO_ENTRY))

    def envelope(self) -> str:
        return str(one_of(self.draw, list(self.table.day.envelopes), NO_ENTRY))

    def rows(self) -> tuple[str, ...]:
        known = st.sampled_from([*self.table.day.roll.voters, NOBODY])
        return tuple(self.draw(st.lists(known, min_size=1, max_size=3)))

    def since(self) -> str:
        return str(one_of(self.draw, ("07:00", "08:30"), "ночью"))

    def until(self) -> str:
        return str(one_of(self.draw, ("08:30", "07:00", "13:00"), "25:00"))

    def hour(self) -> str:
        return str(one_of(self.draw, ("10:00", "12:00", "20:00"), "11:00"))

    def item(self) -> str:
        return str(one_of(self.draw, (*ITEMS, f"stencils:{BLUE}"), "samovar"))

    def state(self) -> str:
        return str(one_of(self.draw, ("done", "not_needed", "missing"), "perhaps"))

    def holder(self) -> str:
        return str(one_of(self.draw, ["", *COMMISSION], NOBODY))

    def inside(self) -> int:
        return int(self.draw(st.integers(-1, 3)))

    def handover(self) -> str:
        return str(one_of(self.draw, list(self.table.day.handovers), NO_ENTRY))

    def pack(self) -> str:
        return str(one_of(self.draw, list(self.table.day.receipts), NO_ENTRY))

    def reason(self) -> str:
        return str(one_of(self.draw, REASONS))

    paper = note = assistant = explanation = name = question = dissent = request = reason
    organisation = reason

    def number(self) -> Any:
        return one_of(self.draw, ("14", ""))

    def precinct(self) -> str:
        return str(one_of(self.draw, ("214", "215")))

    def stated(self) -> int:
        return int(self.draw(st.integers(-1, 9)))

    counted = voters = votes_for = against = received = spoiled = unused = stated

    def damaged(self) -> bool:
        return bool(self.draw(st.booleans()))

    provisional = television = came = namesake = damaged

    def present(self) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from((*COMMISSION, NOBODY)), max_size=7)))

    def decision(self) -> int:
        return int(one_of(self.draw, (0, 1, 2, 9)))

    person = decision

    def person_kind(self) -> str:
        return str(one_of(self.draw, list(PersonKind), "guest"))

    def successor(self) -> str:
        return str(one_of(self.draw, ("7", "8", "4")))

    def row(self) -> dict[str, str]:
        named = {"surname": "Омаров", "first_name": self.reason(), "birth": "1990"}
        return dict(one_of(self.draw, (named, {"house": "7"}, {}), {"colour": "1"}))

    def ballot_set(self) -> str:
        return str(one_of(self.draw, ("all", "mazhilis", "none")))

    def blank(self) -> str:
        return str(one_of(self.draw, ("000123", "000124", " ")))

    def article(self) -> str:
        return str(one_of(self.draw, ("", "26(2)")))

    def cause(self) -> str:
        return str(one_of(self.draw, [*Cause, *StrikeCause, *NotServed, *NOT_SERVED], "rain"))

    def role(self) -> str:
        return str(one_of(self.draw, list(Role), "observer"))

    def option(self) -> str:
        return str(one_of(self.draw, ("1", "7", "99")))

    def options(self) -> tuple[dict[str, str], ...]:
        words = {"kk": self.reason(), "ru": self.reason()}
        return tuple(
            {"id": name, **words} for name in self.draw(st.sampled_from(("", "1", "12", "11")))
        )
