"""Know a column of the list by its header in Kazakh, Russian or English.

Patterns look at a header's loose key (``header_key``): folded, Kazakh letters read as their
Russian neighbours, anything but letters and digits as a space.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from precinct_app.domain.letters import cyrillic_lookalikes, loose

LONGEST: Final = 160
"""A longer text is a title, not a header."""


class Column(StrEnum):
    """What a column of the list holds."""

    NUMBER = "number"
    SURNAME = "surname"
    FIRST_NAME = "first_name"
    PATRONYMIC = "patronymic"
    GIVEN_NAMES = "given_names"
    FULL_NAME = "full_name"
    BIRTH = "birth"
    IIN = "iin"
    ADDRESS = "address"
    LOCALITY = "locality"
    STREET = "street"
    HOUSE = "house"
    BUILDING = "building"
    FLAT = "flat"
    BOOK = "book"
    PAGE = "page"
    LINE = "line"
    BALLOTS = "ballots"


NAMES: Final = frozenset({Column.SURNAME, Column.FIRST_NAME, Column.GIVEN_NAMES, Column.FULL_NAME})
DATA: Final = frozenset(
    {
        *(Column.NUMBER, Column.BIRTH, Column.IIN, Column.ADDRESS, Column.STREET, Column.HOUSE),
        Column.FLAT,
    }
)
"""What only a voter's row says beside the name."""

SIGNATURE: Final = re.compile(
    r"подпис|\bкол(ы|ын|тан\w*)?\b|signature|расписк|отметк|белги|примечан|ескерт|\bnotes?\b|remark"
    r"|получ|выдан|\bалды|\bалган|количеств|issued|received|бюллетен\w* саны|number of ballots"
)
OTHER: Final = re.compile(
    r"телефон|phone|национальн|\bулты\b|\bпол\b|жынысы|\bsex\b|gender|гражданств|азаматты"
    r"|документ|паспорт|удостоверен|куалик|кужат|document|passport"
    r"|участ|учаске|precinct|довер|сеним|комисси|муше|член"
    r"|место рожд|туган жер|place of birth"
)
PARTS_OF_ADDRESS: Final = (
    (Column.STREET, r"улиц|\bул\b|\bкоше|\bмкр\b|микрорайон|ыкшам ?аудан|проспект|street"),
    (Column.HOUSE, r"\bдома?\b|\bуй(и|дин)?\b|house|^д$"),
    (Column.FLAT, r"квартир|\bкв\b|\bпатер|\bflat\b|apartment|\bapt\b"),
)
BESIDE_ADDRESS: Final = (
    (Column.BUILDING, r"корпус|строени|\bгимарат|\bbuilding\b|\bблок\b"),
    (
        Column.ADDRESS,
        r"адрес|мекен ?жай|тургылыкты|жительств|прописк|тиркелген|address|residence|регистрац",
    ),
    (
        Column.LOCALITY,
        (
            r"населен|елди мекен|\bгород\b|\bкала(сы)?\b|\bсело\b|\bауылы?\b|поселок|\bкент\b"
            r"|locality|settlement|\btown\b|village|\bcity\b"
        ),
    ),
)
FATHER: Final = re.compile(r"отчеств\w*|акес\w* аты\w*|patronymic|middle name|fathers? name")
SURNAME: Final = re.compile(r"фамили|\bтеги|\bтек\b|surname|last name|family name")
FIRST_NAME: Final = re.compile(
    r"\bимя\b|\bимени\b|\bаты\b|\bесими\b|first name|given name|^name$|forename"
)
FULL_NAME: Final = re.compile(
    r"\bфио\b|\bф и( о)?\b|\bта[аж]\b|\bт а [аж]\b|\bаты жони|full name|voters? name|name of"
    r"|^избирател[ья]$|^сайлаушы(нын аты)?$|^voter$|^elector$"
)
BY_PATTERN: Final = (
    (Column.IIN, r"\bиин\b|\bжсн\b|\biin\b|идентифик|сайкест|individual id"),
    (Column.BIRTH, r"рожд|туган|birth|\bborn\b|\bdob\b|\bг р\b|\bд р\b|^год$|^жылы?$|^year$"),
    (Column.BALLOTS, r"бюллетен|ballot"),
    (Column.BOOK, r"книг|\bкитап|\bbook\b|\bтом\b"),
    (Column.PAGE, r"страниц|\bстр\b|\bбет(и|тер)?\b|\bpage\b|\bлиста?\b|\bпарак"),
    (Column.LINE, r"строк|\bжол(ы|дын)?\b|\bline\b|\bкатары?\b"),
    (
        Column.NUMBER,
        (
            r"^n\b|\bn$|^no\b|\bп п\b|\bпп\b|\bр с\b|\bрс\b|\bрет(и|тик)?\b"
            r"|номер|номир|number|порядков|\bid\b"
        ),
    ),
)
NOT_SIGNS: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """Fold a header for comparing."""
    words = text.replace("№", " n ").replace("#", " n ").split()
    return NOT_SIGNS.sub(" ", loose(" ".join(map(cyrillic_lookalikes, words)))).strip()


@lru_cache(maxsize=65536)
def column_of(text: str) -> Column | None:
    """Say which column a header names, or None."""
    if not text or len(text) > LONGEST:
        return None
    key = header_key(text)
    if not key or SIGNATURE.search(key):
        return None
    found = None if re.search(r"рожд|туган", key) else address_column(key)
    if found or OTHER.search(key):
        return found or (Column.IIN if re.search(r"\b(иин|жсн|iin)\b", key) else None)
    return name_column(key) or first_of(BY_PATTERN, key)


def first_of(patterns: Iterable[tuple[Column, str]], key: str) -> Column | None:
    """Give the first column whose pattern is in the key."""
    return next((column for column, pattern in patterns if re.search(pattern, key)), None)


def address_column(key: str) -> Column | None:
    """Know a column of the address: one part of it, or the whole."""
    parts = [column for column, pattern in PARTS_OF_ADDRESS if re.search(pattern, key)]
    if len(parts) > 1:
        return Column.ADDRESS
    return parts[0] if parts else first_of(BESIDE_ADDRESS, key)


def name_column(key: str) -> Column | None:
    """Know a column of the name: one part of it, two given names, or the whole."""
    surname = bool(SURNAME.search(key))
    rest, fathers = FATHER.subn(" ", key)
    first = bool(FIRST_NAME.search(rest.strip()))
    if FULL_NAME.search(key) or (surname and (first or fathers)):
        return Column.FULL_NAME
    if surname:
        return Column.SURNAME
    if first:
        return Column.GIVEN_NAMES if fathers else Column.FIRST_NAME
    return Column.PATRONYMIC if fathers else None
