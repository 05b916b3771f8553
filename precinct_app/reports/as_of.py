"""The day as it stood at an entry, so that a final paper is always the same."""

from precinct_app.domain.day import Day
from precinct_app.domain.fold import replay


def as_of(day: Day, entry: str) -> Day:
    """Fold the day anew up to an entry, that one included; the whole day for none."""
    if not entry or day.entries[-1].id == entry:
        return day
    return replay(day.election, day.roll, day.entries[: _place(day, entry) + 1])


def before(day: Day, entry: str) -> Day:
    """Fold the day anew up to the entry before one; the whole day for none."""
    return replay(day.election, day.roll, day.entries[: _place(day, entry)]) if entry else day


def _place(day: Day, entry: str) -> int:
    return [one.id for one in day.entries].index(entry)
