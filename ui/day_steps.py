"""What is due or missing on each page of the day, as data for the rail and the pages.

Each step answers with what is open and how much of it; what is open has a sentence ``open.<what>``.
A kind of ballot is counted once, at the step that it has reached.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from precinct_app.domain.day import Day
from precinct_app.domain.figures.causes import gaps
from precinct_app.domain.figures.due import due
from precinct_app.domain.figures.signatures import open_difference
from precinct_app.domain.parts.opening import missing_for_opening
from precinct_app.domain.phases import UNTIL_THE_END, Phase
from precinct_app.domain.preparation import items_of

# What a kind waits for in the evening, step by step.
CLOSING = ("unused", "unused_differ", "uncancelled", "unannounced")
COUNT = ("papers", "sheet", "unconfirmed")
PROTOCOL = ("unsigned", "sent_back", "unposted", "unsent", "untaken")


class Open(NamedTuple):
    """Something that is not done yet, and how much of it."""

    what: str
    number: int


Step = Callable[[Day, datetime], Iterable[Open]]


def open_items(day: Day, code: str, now: datetime) -> tuple[Open, ...]:
    """List what is open on a page, in the order in which it comes."""
    step = STEPS.get(code)
    return tuple(one for one in step(day, now) if one.number) if step else ()


def _setup(day: Day, _now: datetime) -> Iterator[Open]:
    if day.phase is Phase.SETUP:
        yield Open("list_act", int(day.list_act is None))
        ballots = day.election.ballot_ids
        yield Open("not_received", sum(not day.accounts.came_in(one) for one in ballots))


def _stock(day: Day, _now: datetime) -> Iterator[Open]:
    if day.phase is Phase.SETUP:
        yield Open("no_stack", int("stack" in missing_for_opening(day)))
    yield Open("on_way", sum(one.open for one in day.handovers.values()))
    yield Open("owed", sum(day.owes_stack(member) for member in day.members))


def _ready(day: Day, _now: datetime) -> Iterator[Open]:
    if day.phase is not Phase.SETUP:
        return
    checks = [day.checks.get(item) for item in items_of(day.election)]
    yield Open("unlooked", sum(check is None for check in checks))
    yield Open("lacking", sum(check is not None and check.state == "missing" for check in checks))
    missing = missing_for_opening(day)
    for gap, what in (("laptop", "laptop"), ("safe", "safe"), ("box", "unsealed")):
        yield Open(what, int(gap in missing))


def _outside(day: Day, _now: datetime) -> Iterator[Open]:
    states = Counter(trip.state for trip in day.trips.values())
    yield Open("trips_out", states["out"])
    if day.phase in UNTIL_THE_END:
        yield Open("trips_planned", states["planned"])
        applied = [one.state for one in day.applications.values()]
        yield Open("applications", applied.count("waiting"))


def _events(day: Day, now: datetime) -> Iterator[Open]:
    yield Open("suspended", int(bool(day.suspended)))
    reports = [one for one in due(day, now) if one.kind == "report" and one.at <= now]
    yield Open("reports", len(reports))
    complaints = [one for one in day.incidents.values() if one.kind == "complaint"]
    yield Open("complaints", sum(not one.answer for one in complaints))


def _closing(day: Day, _now: datetime) -> Iterator[Open]:
    if day.phase is not Phase.ENDED:
        return
    yield Open("lists", int(day.signatures is None))
    yield Open("lists_differ", abs(open_difference(day)))
    yield from _by_step(day, _closing_step, CLOSING)


def _count(day: Day, _now: datetime) -> Iterator[Open]:
    if day.phase is not Phase.ENDED:
        return
    if all(day.kind(ballot).figures for ballot in day.election.ballot_ids):
        yield Open("boxes", sum(box.state == "sealed" for box in day.boxes.values()))
    yield from _by_step(day, _count_step, COUNT)


def _protocol(day: Day, _now: datetime) -> Iterator[Open]:
    yield from _by_step(day, _protocol_step, PROTOCOL)


def _by_step(day: Day, step: Callable[[Day, str], str], order: tuple[str, ...]) -> Iterator[Open]:
    """Count the kinds that wait at each step, in the order of the steps."""
    reached = Counter(step(day, ballot) for ballot in day.election.ballot_ids)
    yield from (Open(what, reached[what]) for what in order)


def _closing_step(day: Day, ballot: str) -> str:
    kind = day.kind(ballot)
    if kind.figures:
        return ""
    if kind.unused_papers is None:
        return "unused"
    if not kind.cancelled:
        differs = any(gap.ballot == ballot for gap in gaps(day))
        return "unused_differ" if differs else "uncancelled"
    return "unannounced"


def _count_step(day: Day, ballot: str) -> str:
    kind = day.kind(ballot)
    if kind.figures is None or kind.confirmed:
        return ""
    if kind.stationary is None:
        return "papers"
    return "unconfirmed" if kind.sheet else "sheet"


def _protocol_step(day: Day, ballot: str) -> str:
    kind = day.kind(ballot)
    if kind.result is None or kind.taken:
        return ""
    if kind.signed is None:
        return "unsigned"
    if kind.sent_back:
        return "sent_back"
    if not kind.posted:
        return "unposted"
    return "untaken" if kind.sent else "unsent"


STEPS: Mapping[str, Step] = {
    "setup": _setup,
    "stock": _stock,
    "ready": _ready,
    "outside": _outside,
    "events": _events,
    "closing": _closing,
    "count": _count,
    "protocol": _protocol,
}
