"""Take an address apart into street, house and flat.

Only words that name a part (дом, кв., үй, пәтер) and commas may go; all other text stays.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

FLAT_WORD: Final = r"(?:квартира|кв|пәтері?|патер|пат|flat|apartment|apt)"
HOUSE_WORD: Final = r"(?:дом|үйі?|уй|house)"
BUILDING_WORD: Final = r"(?:корпус|корп|строение|стр|блок|литера?|лит|комната|комн|бөлме|к)"
DIGIT: Final = re.compile(r"\d")
NUMBER: Final = rf"(\d[\w/-]*(?:\s{BUILDING_WORD}\.?\s?[\w/]{{1,4}}(?!\w))?)"
FLAT: Final = (
    re.compile(rf"(?i)(?:^|\s|(?<=\d)){FLAT_WORD}\.?\s*№?\s*{NUMBER}"),
    re.compile(rf"(?i)(?:^|\s)№?(\d[\w/]*?)\s*-?\s*(?:{FLAT_WORD}|п(?=\.?$))(?!\w)\.?"),
)
HOUSE: Final = (
    re.compile(rf"(?i)(?:^|\s)(?:{HOUSE_WORD}|д)\.?\s*№?\s*{NUMBER}"),
    re.compile(rf"(?i)(?:^|\s)№?(\d[\w/]*?)\s*-?\s*(?:{HOUSE_WORD}|ү(?=\.?$))(?!\w)\.?"),
)
BUILDING: Final = re.compile(rf"(?i){BUILDING_WORD}\.?\s*[\w/]{{1,4}}")
PLAIN: Final = r"\d{1,4}(?:\s?[^\W\d_](?!\w))?(?:/\d+[^\W\d_]?)?(?:-\d+)?"
BARE: Final = re.compile(rf"№?\s*({PLAIN})")
TAIL: Final = re.compile(rf"(.*[^\W\d_].*?)\s+№?\s*({PLAIN})")
PAIR: Final = re.compile(r"(\d+[^\W\d_]?(?:/\d+[^\W\d_]?)?)-(\d+)")
STREET: Final = re.compile(r"(?i)\b(ул|улица|көше\w*|пр|проспект|даңғыл\w*|пер|переулок|көш)\b")
NUMBERED: Final = re.compile(
    r"(?i)(?:мкр|мкрн|микрорайон|(?:ықшам|шағын) ?аудан\w*|квартал|кв-л|участок|учаске\w*|разъезд"
    r"|линия|очередь|км|отделение|бөлімше\w*|№)[.\s]*$"
)


class Address(NamedTuple):
    """Street with everything above it, house, flat; empty where there is none."""

    street: str
    house: str
    flat: str


@lru_cache(maxsize=1 << 14)
def split_address(text: str) -> Address:
    """Take a clean address apart, in whatever order its parts stand."""
    streets: list[str] = []
    bare: list[str] = []
    house = flat = ""
    for part in re.split(r"[,;]", text):
        segment = part.strip()
        if not DIGIT.search(segment):
            streets += [segment] if segment else []
            continue
        if not flat:
            segment, flat = peel(FLAT, segment)
        if not house:
            segment, house = peel(HOUSE, segment)
        if BUILDING.fullmatch(segment) and house:
            house = f"{house} {segment}"
        elif BUILDING.fullmatch(segment) and bare:
            bare[-1] = f"{bare[-1]} {segment}"
        elif found := BARE.fullmatch(segment):
            bare.append(found[1])
        elif segment:
            streets.append(segment)
    return settle(streets, bare, house, flat)


def peel(patterns: Iterable[re.Pattern[str]], segment: str) -> tuple[str, str]:
    """Take a number with its word out of a segment; the rest, and the number."""
    for pattern in patterns:
        if found := pattern.search(segment):
            rest = f"{segment[: found.start()]} {segment[found.end() :]}"
            return " ".join(rest.split()), found[1]
    return segment, ""


def settle(streets: list[str], bare: list[str], house: str, flat: str) -> Address:
    """Give the numbers without a word their place: house, flat, else with the street."""
    if not house:
        tail = TAIL.fullmatch(streets[-1]) if streets else None
        named = bool(tail and STREET.search(streets[-1]) and not flat and len(bare) == 1)
        if tail and not NUMBERED.search(tail[1]) and (not bare or named):
            streets[-1], house = tail[1], tail[2]
        elif bare:
            house = bare.pop(0)
    if bare and not flat:
        flat = bare.pop(0)
    if not flat and (pair := PAIR.fullmatch(house)):
        house, flat = pair[1], pair[2]
    return Address(", ".join([*streets, *bare]), house, flat)
