"""Times, dates and offsets as the election file writes them."""

import re
from datetime import date, time, timedelta, timezone

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_OFFSET = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read_clock(text: str) -> time:
    """Read a local time ``HH:MM``, or raise ValueError with the fault."""
    if not _CLOCK.fullmatch(text):
        raise ValueError(f"'{text}' must be a time such as 07:00")
    return time(int(text[:2]), int(text[3:]))


def read_offset(text: str) -> timezone:
    """Read an offset from UTC such as ``+06:00``, or raise ValueError with the fault."""
    if not _OFFSET.fullmatch(text):
        raise ValueError(f"'{text}' must be an offset from UTC such as +06:00")
    length = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    return timezone(-length if text[0] == "-" else length)


def read_date(text: str) -> date:
    """Read a date ``YYYY-MM-DD``, or raise ValueError with the fault."""
    if not _DATE.fullmatch(text):
        raise ValueError(f"'{text}' must be a date such as 2023-03-19")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is no day of the calendar") from error
