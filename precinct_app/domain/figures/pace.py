"""How long a member's stack will last at the present pace."""

from datetime import datetime, timedelta
from typing import NamedTuple

from precinct_app.domain.accounts import stack
from precinct_app.domain.day import Day

# The pace is that of the last half hour, or of the member's work if it began later.
LOOKED_BACK = timedelta(minutes=30)
# In less time one family at the desk looks like a rush.
SHORTEST = timedelta(minutes=5)


class Stack(NamedTuple):
    """One ballot in a member's stack.

    ``minutes`` is how long it lasts at the present pace, None while nobody takes any; ``low``
    says that it lasts less than the minutes, or holds less than the count, of the election.
    """

    ballot: str
    left: int
    minutes: int | None
    low: bool


def stacks(day: Day, member: str, now: datetime) -> tuple[Stack, ...]:
    """Reckon a member's stack of every ballot, in the order of the election."""
    taken, span = _taken(day, member, now)
    found = []
    for ballot in day.election.ballot_ids:
        left = day.left(ballot, stack(member))
        minutes = _lasts(left, taken.get(ballot, 0), span)
        found.append(Stack(ballot, left, minutes, _is_low(day, left, minutes)))
    return tuple(found)


def _taken(day: Day, member: str, now: datetime) -> tuple[dict[str, int], timedelta]:
    """Count what left a stack lately, and in how long a time."""
    taken: dict[str, int] = {}
    first = now
    for handing in reversed(day.handings.values()):
        moment = datetime.fromisoformat(handing.recorded)
        if moment < now - LOOKED_BACK:
            break
        if handing.issuer == member:
            first = moment
            for ballot in handing.ballots:
                taken[ballot] = taken.get(ballot, 0) + 1
    return taken, max(now - first, SHORTEST)


def _lasts(left: int, taken: int, span: timedelta) -> int | None:
    return int(left * span / taken / timedelta(minutes=1)) if taken else None


def _is_low(day: Day, left: int, minutes: int | None) -> bool:
    limits = day.election.thresholds
    short = minutes is not None and minutes < limits.low_stack_minutes
    return short or left < limits.low_stack_count
