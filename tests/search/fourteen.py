"""Fourteen voters whose names are easily taken for one another."""

from precinct_app.domain.voters import Voter
from precinct_app.search import Index

NAMES = [
    "Қадырова Алия Серікқызы",  # 1
    "Кадырова Алия Сергеевна",  # 2
    "Қадыров Алмас Бекұлы",  # 3
    "Ахметов Қадыр Ұланұлы",  # 4
    "Иванов Пётр Сергеевич",  # 5
    "Иванов Иван Петрович",  # 6
    "Сидорова Анна Ивановна",  # 7
    "Жұмабаев Ержан Маратұлы",  # 8
    "Щербакова Наталья Юрьевна",  # 9
    "Есенов Өмір Қанатұлы",  # 10
    "Ким Елена Львовна",  # 11
    "Бекова-Цой Джамиля Ғалымқызы",  # 12
    "Smith John",  # 13
    "Улжанов Ғани Серік ұлы",  # 14
]


def voter(
    number: int,
    name: str,
    street: str = "Достық",
    house: str = "90",
    flat: str = "",
    birth: str = "1991",
    iin: str = "",
) -> Voter:
    surname, first_name, *rest = name.split(" ", 2)
    iin = iin or f"9105{number % 28 + 1:02}3{9900 + number % 100}{number % 10}"
    place = f"{number}"
    return Voter(place, place, surname, first_name, " ".join(rest), birth, iin, street, house, flat)


def fourteen() -> Index:
    return Index(voter(number, name) for number, name in enumerate(NAMES, 1))


def ids(index: Index, text: str) -> list[str]:
    found = index.find(text)
    assert not found.more
    return list(found.hits)
