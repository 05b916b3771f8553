"""Invent the streets of a precinct and the homes in them."""

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

STREETS: Final = (
    *("Бәйтерек көшесі", "Наурыз көшесі", "Мектеп көшесі", "Достық даңғылы", "Жастар көшесі"),
    *("Көктем ықшамауданы", "Береке көшесі", "Алмалы көшесі", "Бейбітшілік көшесі"),
    *("Ақбұлақ көшесі", "Самал ықшамауданы", "Тәуелсіздік даңғылы", "Гүлдер көшесі"),
    *("Қайнар көшесі", "Ынтымақ көшесі", "Темір жол көшесі", "Сарыарқа көшесі", "Дала көшесі"),
    *("Теректі көшесі", "Шапағат ықшамауданы", "Жаңа құрылыс көшесі", "Алатау көшесі"),
    *("Өрлеу көшесі", "Үміт көшесі"),
)
VOTERS_OF_A_STREET: Final = 120
FLATS: Final = (16, 24, 36, 60)
"""Flats of a block. Every third street has blocks, the others have houses of one family."""


class Home(NamedTuple):
    """One home; a house of one family has no flat."""

    street: str
    house: str
    flat: str


def invent_homes(voters: int, chance: Random) -> list[Iterator[Home]]:
    """Invent streets for so many voters, each with homes without end."""
    count = min(len(STREETS), max(2, voters // VOTERS_OF_A_STREET))
    return [
        blocks(street, Random(chance.random())) if at % 3 == 0 else houses(street, at)
        for at, street in enumerate(STREETS[:count])
    ]


def blocks(street: str, chance: Random) -> Iterator[Home]:
    """Go through the flats of a street of blocks."""
    house = 0
    while True:
        house += 1
        flats = chance.choice(FLATS)
        yield from (Home(street, str(house), str(flat)) for flat in range(1, flats + 1))


def houses(street: str, at: int) -> Iterator[Home]:
    """Go through the houses of a street, some of them told apart by a letter."""
    house = 0
    while True:
        house += 1
        yield Home(street, str(house), "")
        if (house + at) % 11 == 0:
            yield Home(street, f"{house}А", "")
