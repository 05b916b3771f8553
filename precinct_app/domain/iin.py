"""Read the individual identification number.

Twelve digits: YYMMDD, century and sex, serial of four, check digit. Basis: Government
resolutions No. 565 of 11.06.2003 and No. 406 of 22.05.2007.
"""

from datetime import date
from operator import mul
from typing import Final, Literal

LENGTH: Final = 12
FIRST_PASS: Final = tuple(range(1, 12))
SECOND_PASS: Final = (*range(3, 12), 1, 2)
CENTURIES: Final = "123456"
"""What the seventh digit of a citizen can be."""

Sex = Literal["male", "female"]


def check_digit(base: str) -> int | None:
    """Reckon the check digit of eleven digits.

    None where both passes give ten: such a base is never used. ValueError for any other text.
    """
    if len(base) != LENGTH - 1 or not is_digits(base):
        raise ValueError("a base has eleven digits")
    digits = [ord(sign) - 48 for sign in base]
    for weights in (FIRST_PASS, SECOND_PASS):
        rest: int = sum(map(mul, digits, weights)) % 11
        if rest < 10:
            return rest
    return None


def is_number(text: str) -> bool:
    """Say whether a text has the form of the number: twelve digits."""
    return len(text) == LENGTH and is_digits(text)


def is_digits(text: str) -> bool:
    """Say whether a text is plain digits."""
    return text.isascii() and text.isdigit()


def is_sound(iin: str) -> bool:
    """Say whether form, century and check digit hold.

    A seventh digit of 0 marks a foreigner and is not sound for a voter.
    """
    return is_number(iin) and iin[6] in CENTURIES and check_digit(iin[:11]) == int(iin[11])


def birth_date(iin: str) -> date | None:
    """Read the date of birth, or None.

    None where the form is broken, the seventh digit names no century or there is no such day.
    The check digit is not asked.
    """
    if not is_number(iin) or iin[6] not in CENTURIES:
        return None
    century = 1800 + (int(iin[6]) - 1) // 2 * 100
    try:
        return date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None


def sex(iin: str) -> Sex | None:
    """Read the sex: an odd seventh digit is male."""
    if not is_number(iin) or iin[6] not in CENTURIES:
        return None
    return "male" if iin[6] in "135" else "female"


def seventh_digit(year: int, of: Sex) -> str:
    """Give the digit for century and sex; ValueError outside 1800-2099."""
    if not 1800 <= year < 2100:
        raise ValueError("the number knows the years 1800-2099 only")
    return str((year // 100 - 18) * 2 + (1 if of == "male" else 2))
