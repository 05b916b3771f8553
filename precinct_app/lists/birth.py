"""Read a date of birth however the list writes it.

The answer is ``YYYY-MM-DD``, ``YYYY`` where only the year can be told, or empty.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Final

from precinct_app.domain.letters import loose
from precinct_app.lists.clean import text_of

EARLIEST: Final = 1880
DAY_NOUGHT: Final = date(1899, 12, 30)
"""From here a spreadsheet counts the days."""
MONTHS: Final = {
    name: month
    for month, names in enumerate(
        (
            *("янв кан jan", "фев акп feb", "мар нау mar", "апр сау apr", "мая маи май мам may"),
            *("июн мау jun", "июл шил jul", "авг там aug", "сен кыр sep", "окт каз oct"),
            *("ноя кар nov", "дек жел dec"),
        ),
        start=1,
    )
    for name in names.split()
}
YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})[\s./-]{1,2}(\d{1,2})[\s./-]{1,2}(\d{1,2})(?!\d)")
DAY_FIRST: Final = re.compile(
    r"(?<!\d)(\d{1,2})[\s./,-]{1,2}(\d{1,2})[\s./,-]{1,2}(\d{4}|\d{2})(?!\d)"
)
WORDED: Final = re.compile(r"(?<!\d)(\d{1,2})[\s-]*([^\W\d]{3,})\.?\s*(\d{4})(?!\d)")
WORDED_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})\D{0,8}?\s(\d{1,2})[\s-]+([^\W\d]{3,})")
DAY_MONTH: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})\.?|(\d{1,2})\s*([^\W\d]{3,})")
YEAR: Final = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def read_births(cells: Sequence[object], latest: int) -> str:
    """Read one cell or several: a date, a year, a year beside day and month."""
    births = [birth for cell in cells if (birth := read_birth(cell, latest))]
    best = max(births, key=len, default="")
    if len(best) != 4 or len(cells) < 2:
        return best
    for cell in cells:
        found = DAY_MONTH.fullmatch(text_of(cell).casefold())
        if found and (whole := day_of(best, *month_and_day(found), latest=latest)):
            return whole
    return best


def read_birth(cell: object, latest: int) -> str:
    """Read one cell; a birth before 1880 or after the year ``latest`` is none."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat() if EARLIEST <= cell.year <= latest else ""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and isfinite(cell):
        cell = int(cell)
    text = text_of(cell).casefold()
    if text.isascii() and text.isdigit():
        return read_number(text, latest)
    if found := YEAR_FIRST.search(text):
        birth = day_of(found[1], found[2], found[3], latest=latest)
    elif found := DAY_FIRST.search(text):
        birth = day_of(full_year(found[3], latest), found[2], found[1], latest=latest)
    elif found := WORDED.search(text):
        birth = day_of(found[3], month_number(found[2]), found[1], latest=latest)
    elif found := WORDED_YEAR_FIRST.search(text):
        birth = day_of(found[1], month_number(found[3]), found[2], latest=latest)
    else:
        birth = ""
    return birth or year_of(text, latest)


def read_number(digits: str, latest: int) -> str:
    """Read digits alone: a year, a date without points, or a spreadsheet's count of days."""
    if len(digits) == 4:
        return year_of(digits, latest)
    if len(digits) == 5:
        day = DAY_NOUGHT + timedelta(days=int(digits))
        return day.isoformat() if EARLIEST <= day.year <= latest else ""
    if len(digits) in (7, 8):
        digits = digits.zfill(8)
        return day_of(digits[4:], digits[2:4], digits[:2], latest=latest) or day_of(
            digits[:4], digits[4:6], digits[6:], latest=latest
        )
    return ""


def day_of(year: str, month: str, day: str, *, latest: int) -> str:
    """Write a day, months first where only that is possible; empty where there is none."""
    if not EARLIEST <= int(year) <= latest:
        return ""
    first, second = int(month or 0), int(day or 0)
    if first > 12 >= second:
        first, second = second, first
    try:
        return date(int(year), first, second).isoformat()
    except ValueError:
        return ""


def full_year(year: str, latest: int) -> str:
    """Write a year of two digits in four: the latest that is not in the future."""
    if len(year) == 4:
        return year
    century = latest // 100 if int(year) <= latest % 100 else latest // 100 - 1
    return f"{century}{year}"


def month_number(word: str) -> str:
    """Give the number of a month named in Kazakh, Russian or English; empty where it is none."""
    return str(MONTHS.get(loose(word)[:3], ""))


def month_and_day(found: re.Match[str]) -> tuple[str, str]:
    """Read day and month without a year, as month and day."""
    return (found[2], found[1]) if found[1] else (month_number(found[4]), found[3])


def year_of(text: str, latest: int) -> str:
    """Find the one year in a text; empty where there is none."""
    found = YEAR.search(text)
    return found[1] if found and EARLIEST <= int(found[1]) <= latest else ""
