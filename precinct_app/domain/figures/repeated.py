"""A repeated protocol: what changed in it, and who holds an earlier copy."""

from collections.abc import Mapping

from precinct_app.domain.closing_state import Copy
from precinct_app.domain.day import Day

Change = tuple[int | None, int | None]


def changed_lines(day: Day, ballot: str) -> Mapping[str, Change]:
    """List the lines that differ from the protocol before: old and new, None where there is none.

    Nothing has changed as long as the repeated protocol is not signed.
    """
    kind = day.kind(ballot)
    if not kind.earlier or kind.signed is None:
        return {}
    old, new = kind.earlier[-1].lines, kind.signed.lines
    names = sorted({*old, *new})
    return {
        name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)
    }


def copies_to_renew(day: Day, ballot: str) -> tuple[Copy, ...]:
    """List the copies of earlier protocols whose holders have none of the present one."""
    number = day.kind(ballot).number
    copies = [copy for copy in day.copies if copy.ballot == ballot]
    renewed = {(copy.person, copy.words) for copy in copies if copy.protocol == number}
    latest = {(copy.person, copy.words): copy for copy in copies if copy.protocol < number}
    return tuple([copy for holder, copy in latest.items() if holder not in renewed])
