"""Invent the voters of a precinct and their list.

Nobody of them lives: the serials of the IINs are ones that are hardly given. The same seed gives
the same voters, the same file byte for byte.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from precinct_app.domain.iin import Sex, check_digit, seventh_digit
from precinct_app.domain.letters import kazakh_key, loose
from precinct_app.domain.voters import Voter
from precinct_app.lists.write import write_list
from precinct_app.training.families import Person, invent_family
from precinct_app.training.homes import Home, invent_homes

VOTERS_OF_A_BOOK: Final = 1_000
ROWS_OF_A_PAGE: Final = 20
ONE_NAMESAKE_IN: Final = 400
UNLIKELY: Final = range(9_900, 10_000)
UNLIKELY_TOO: Final = range(9_000, 9_900)
"""Serials, where a day of birth has used up the others."""


class Resident(NamedTuple):
    """A person in a home; ``alone`` where nobody else on the list lives there."""

    person: Person
    home: Home
    alone: bool


def invent_list(count: int, seed: int, out: Path) -> None:
    """Write an invented list as xlsx; OSError where the disk says no."""
    write_list(invent_voters(count, seed), out)


def invent_voters(count: int, seed: int) -> list[Voter]:
    """Invent so many voters in the order of their list.

    Up to 1,500 are one book, more are split by streets into books of about 1,000; inside a book
    they stand in the Kazakh order, 20 on a page.
    """
    chance = Random(seed)
    residents = invent_namesakes(invent_residents(count, chance), chance)
    numbers = iins([resident.person for resident in residents], chance)
    books = books_of([resident.home.street for resident in residents])
    voters = [
        Voter(
            *("", "", person.surname, person.first_name, person.patronymic),
            *(person.birth.isoformat(), number, *home, str(books[home.street])),
        )
        for (person, home, _), number in zip(residents, numbers, strict=True)
    ]
    voters.sort(key=lambda voter: (int(voter.book), kazakh_key(voter.name), voter.birth))
    return put_on_pages(voters)


def invent_residents(count: int, chance: Random) -> list[Resident]:
    """Invent families and give each a home, until there are so many people."""
    streets = invent_homes(count, chance)
    residents: list[Resident] = []
    known: set[tuple[str, date]] = set()
    while len(residents) < count:
        family = invent_family(chance)[: count - len(residents)]
        home = next(chance.choice(streets))
        for person in family:
            name, birth = loose(" ".join(person[:3])), person.birth
            while (name, birth) in known:
                birth -= timedelta(days=1)
            known.add((name, birth))
            residents.append(Resident(person._replace(birth=birth), home, len(family) == 1))
    return residents


def invent_namesakes(residents: Sequence[Resident], chance: Random) -> list[Resident]:
    """Give a few who live alone the name of another voter, with another birth."""
    people = list(residents)
    alone = [place for place, resident in enumerate(people) if resident.alone]
    for place in chance.sample(alone, min(len(alone), len(people) // ONE_NAMESAKE_IN)):
        mine, other = people[place].person, chance.choice(residents).person
        if other.sex == mine.sex and other.birth.year != mine.birth.year:
            person = Person(*other[:3], mine.sex, mine.birth)
            people[place] = people[place]._replace(person=person)
    return people


def iins(people: Sequence[Person], chance: Random) -> list[str]:
    """Give each person an IIN of birth and sex that nobody else has."""
    given: dict[str, None] = {}
    for person in people:
        given[iin_of(person.birth, person.sex, given, chance)] = None
    return list(given)


def iin_of(birth: date, sex: Sex, given: dict[str, None], chance: Random) -> str:
    """Make a free IIN; ValueError where a day of birth has no serial left."""
    beginning = f"{birth:%y%m%d}{seventh_digit(birth.year, sex)}"
    for serials in (UNLIKELY, UNLIKELY_TOO):
        for serial in chance.sample(serials, len(serials)):
            digit = check_digit(base := f"{beginning}{serial}")
            if digit is not None and (number := f"{base}{digit}") not in given:
                return number
    raise ValueError(f"no serial is left for {birth}")


def books_of(streets: Sequence[str]) -> dict[str, int]:
    """Split the streets into books of about the same size."""
    count = max(1, round(len(streets) / VOTERS_OF_A_BOOK))
    shares: dict[str, int] = {}
    before = 0
    for street, voters in sorted(Counter(streets).items()):
        shares[street] = before * count // len(streets)
        before += voters
    books = {share: book for book, share in enumerate(dict.fromkeys(shares.values()), start=1)}
    return {street: books[share] for street, share in shares.items()}


def put_on_pages(voters: Sequence[Voter]) -> list[Voter]:
    """Give the voters their numbers, and each a page and a line of his book."""
    written: Counter[str] = Counter()
    placed = []
    for number, voter in enumerate(voters, start=1):
        page, line = divmod(written[voter.book], ROWS_OF_A_PAGE)
        written[voter.book] += 1
        placed.append(
            voter._replace(
                id=str(number), number=str(number), page=str(page + 1), line=str(line + 1)
            )
        )
    return placed
