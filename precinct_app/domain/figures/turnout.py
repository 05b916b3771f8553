"""When the voters came: who had received a ballot by which minute."""

from datetime import datetime

from precinct_app.domain.day import Day
from precinct_app.domain.handing import entry_of


def served_moments(day: Day) -> tuple[datetime, ...]:
    """List the moment at which each served voter first received a ballot, the earliest first.

    It is the moment as stated, so that an hour on paper stands where it was; a voter of whom no
    issue stands any more is none of them.
    """
    first: dict[str, str] = {}
    for name, handing in day.handings.items():
        if handing.kind == "issue" and handing.ballots:
            first.setdefault(handing.voter, entry_of(name))
    happened = {entry.id: entry.happened for entry in day.entries}
    return tuple(sorted([datetime.fromisoformat(happened[entry]) for entry in first.values()]))
