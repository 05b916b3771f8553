"""Read an IIN that a spreadsheet may have turned into a number.

A number has lost its leading zeros, and written as 6.50412E+11 also its last digits.
"""

import re
from decimal import Decimal
from typing import Final

from precinct_app.domain.iin import LENGTH, is_digits, is_number, is_sound
from precinct_app.lists.clean import POINTED, field_text

SCIENTIFIC: Final = re.compile(r"(\d)[.,](\d+)E\+?(\d\d)", re.IGNORECASE)
GAPS: Final = re.compile(r"[\s.'’_-]+")
DIGIT: Final = re.compile(r"\d")
KEPT: Final = 11
"""Digits that a number in scientific form must show to be the whole IIN."""


def read_iin(cell: object) -> str:
    """Read an IIN; what is no number of twelve digits stays as the list has it.

    Empty where there is none, or where a spreadsheet has cut the last digits off.
    """
    text = field_text(cell)
    if is_number(text):
        return text if text.strip("0") else ""
    if not DIGIT.search(text.replace("0", "")):
        return ""
    if found := SCIENTIFIC.fullmatch(text):
        text = str(int(Decimal(f"{found[1]}.{found[2]}E{found[3]}")))
        if len(found[2]) + 1 < KEPT and not is_sound(text.zfill(LENGTH)):
            return ""
    elif found := POINTED.fullmatch(text):
        text = found[1]
    digits = GAPS.sub("", text)
    if not is_digits(digits) or len(digits) >= LENGTH:
        return digits if is_digits(digits) else text
    whole = digits.zfill(LENGTH)
    return whole if isinstance(cell, int | float) or is_sound(whole) else digits
