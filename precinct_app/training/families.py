"""Invent the families of a precinct: who lives under one roof, how old, of what name.

Ages follow the country's adults on 19 March 2023; nobody under one roof has a name that is
one slip from another's.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Final, NamedTuple

from precinct_app.domain.iin import Sex
from precinct_app.domain.letters import loose
from precinct_app.lists.near_names import is_one_slip
from precinct_app.training.names import KAZAKH, RUSSIAN, Names, patronymic_of, surname_of

VOTING_DAY: Final = date(2023, 3, 19)
OF_AGE: Final = 18
OLDEST: Final = 97
KAZAKHS: Final = 0.68
AGES: Final = (
    *((18, 24, 10), (25, 34, 24), (35, 44, 23), (45, 54, 16), (55, 64, 15), (65, 74, 9)),
    (75, 95, 3),
)
"""First and last age and the weight of those who head a home."""


class Person(NamedTuple):
    """One adult; ``birth`` is the day."""

    surname: str
    first_name: str
    patronymic: str
    sex: Sex
    birth: date


def invent_family(chance: Random) -> list[Person]:
    """Invent the adults of one home: alone, a couple, children of age, a grandparent."""
    names = KAZAKH if chance.random() < KAZAKHS else RUSSIAN
    surname = chance.choice(names.surnames)
    first, last, _ = chance.choices(AGES, [weight for *_, weight in AGES])[0]
    age = chance.randint(first, last)
    people: list[Person] = []

    def add(sex: Sex, age: int, surname: str, father: str = "") -> None:
        if OF_AGE <= age <= OLDEST:
            people.append(invent_person(chance, names, people, sex, age, surname, father))

    kind = chance.random()
    if kind > 0.14:
        add("male", age, surname)
    if kind < 0.07 or kind > 0.24:
        own = chance.random() < 0.25
        add(
            "female", age + chance.randint(-6, 3), chance.choice(names.surnames) if own else surname
        )
    if not people:
        add("female", age, surname)
    father = people[0].first_name if people[0].sex == "male" else chance.choice(names.men)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        add(chance.choice(("male", "female")), age - chance.randint(25, 37), surname, father)
    if chance.random() < 0.12:
        add(chance.choice(("male", "female", "female")), age + chance.randint(22, 31), surname)
    return people


def invent_person(
    chance: Random,
    names: Names,
    family: Sequence[Person],
    sex: Sex,
    age: int,
    surname: str,
    father: str,
) -> Person:
    """Invent one member of a family; ``surname`` is in the form of a man, ``father`` may be open.

    The patronymic in -ұлы came back in the nineties: the young have it more often.
    """
    near = [person.first_name for person in family]
    first_names = names.men if sex == "male" else names.women
    first_name = chance.choice(
        [name for name in first_names if not any(is_near(name, other) for other in near)]
    )
    kazakh = names is KAZAKH and chance.random() < (0.75 if age < 33 else 0.35)
    birth = date(VOTING_DAY.year - age, VOTING_DAY.month, VOTING_DAY.day)
    return Person(
        surname_of(surname, sex),
        first_name,
        patronymic_of(father or chance.choice(names.men), sex, kazakh=kazakh),
        sex,
        birth - timedelta(days=chance.randint(0, 364)),
    )


@cache
def is_near(name: str, other: str) -> bool:
    """Say whether two first names are the same or one slip apart."""
    return is_one_slip(loose(name), loose(other))
