"""Clean a cell's text without changing what it says.

Composed letters, one space between words, nothing invisible.
"""

import re
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Final
from unicodedata import is_normalized, normalize

INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
ERROR: Final = re.compile(
    r"#(REF|N/A|NAME|VALUE|DIV/0|NULL|NUM|SPILL|CALC|ССЫЛКА|ИМЯ|ЗНАЧ|ДЕЛ/0|Н/Д|ПУСТО|ЧИСЛО)[!?]?"
)
NUMBER_LIKE: Final = re.compile(r"[\d\s.,+-]*(\dE[+-]?\d+)?", re.IGNORECASE)
POINTED: Final = re.compile(r"(\d+)[.,]0+")
"""A whole number that went through a spreadsheet or a program of tables."""
NO_SIGN: Final = re.compile(r"[\W_]*")


def clean_text(text: str) -> str:
    """Compose letters, drop what is invisible, keep one space between words."""
    if not (text.isprintable() and is_normalized("NFC", text)):
        text = normalize("NFC", INVISIBLE.sub("", text))
    elif "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def text_of(cell: object) -> str:
    """Write any cell as clean text; a whole number without its point."""
    if isinstance(cell, str):
        return clean_text(cell)
    if cell is None:
        return ""
    if isinstance(cell, float):
        if not isfinite(cell):
            return ""
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return clean_text(str(cell))


def tidy_cell(cell: object) -> object:
    """Tidy a cell that is text; leave a number or a date."""
    return clean_text(cell) if isinstance(cell, str) else cell


def field_text(cell: object) -> str:
    """Write a tidy cell as text; empty where it holds an error, a dash, a yes or no, a time."""
    if isinstance(cell, bool | time | timedelta):
        return ""
    text = cell if isinstance(cell, str) else text_of(cell)
    if text[:1].isalnum():
        return text
    return "" if NO_SIGN.fullmatch(text) or ERROR.fullmatch(text) else text


def number_text(cell: object) -> str:
    """Write a tidy number of the list, a house or a flat.

    A spreadsheet turns the house 5/2 into the 5th of February and 5 into 5.0: both are turned
    back.
    """
    if isinstance(cell, date):
        return f"{cell.day}/{cell.month}"
    text = field_text(cell)
    found = POINTED.fullmatch(text)
    return found[1] if found else text


def is_number_like(text: str) -> bool:
    """Say whether a text is but a number, be it one in scientific form."""
    return bool(NUMBER_LIKE.fullmatch(text))


def has_letter(text: str) -> bool:
    """Say whether a text holds a letter."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def is_error(cell: object) -> bool:
    """Say whether a tidy cell holds an error of the spreadsheet."""
    return isinstance(cell, str) and cell[:1] == "#" and bool(ERROR.fullmatch(cell))
