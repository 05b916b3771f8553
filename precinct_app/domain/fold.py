"""Entries in, the day out: the fold never refuses."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from types import ModuleType
from typing import Any, get_args

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.day import Day
from precinct_app.domain.election import Election
from precinct_app.domain.entry import Entry, Event
from precinct_app.domain.parts import (
    access,
    additions,
    announcing,
    applications,
    bags,
    boxes,
    catching_up,
    certificates,
    closing,
    commission,
    corrections,
    count,
    decisions,
    envelopes,
    handover,
    incidents,
    issuing,
    losses,
    opening,
    packs,
    people,
    protocol,
    publishing,
    readiness,
    receipts,
    recounting,
    road,
    setup,
    spoiled,
    stock,
    suspension,
    taking_back,
    trip_results,
    trips,
    turnout,
    unsealing,
    unused,
)
from precinct_app.domain.recorded import FactRecorded
from precinct_app.domain.shape import reader
from precinct_app.domain.verb import Verb
from precinct_app.domain.voters import Roll
from precinct_app.errors import StoreError, Trouble

PARTS: tuple[ModuleType, ...] = (
    setup,
    access,
    stock,
    handover,
    opening,
    issuing,
    spoiled,
    corrections,
    decisions,
    commission,
    people,
    additions,
    certificates,
    applications,
    trips,
    bags,
    trip_results,
    closing,
    unused,
    announcing,
    unsealing,
    count,
    recounting,
    protocol,
    publishing,
    packs,
    road,
    readiness,
    boxes,
    taking_back,
    suspension,
    receipts,
    losses,
    envelopes,
    catching_up,
    incidents,
    turnout,
)

_APPLY: dict[type[Event], Callable[[Day, Entry, Any], None]] = {
    event: part.apply for part in PARTS for event in get_args(part.Events)
}

# The one table of kinds: what stands in the journal, and the event that it means.
KINDS: dict[str, type[Event]] = {event.kind: event for event in _APPLY}
KINDS[FactRecorded.kind] = FactRecorded

VERBS: dict[str, Verb[..., Event]] = {
    found.name: found for part in PARTS for found in vars(part).values() if isinstance(found, Verb)
}


def begin(election: Election, roll: Roll, first: Entry) -> Day:
    """Begin a day with its first entry, which says what day it is."""
    if not isinstance(first.event, setup.DayCreated):
        raise ValueError("a journal begins with the creation of its day")
    day = Day(election, roll, first.event)
    apply(day, first)
    return day


def replay(election: Election, roll: Roll, entries: Iterable[Entry]) -> Day:
    """Fold a whole journal, in the order of ticks, whatever order it comes in."""
    first, *rest = sorted(entries, key=lambda entry: entry.order)
    day = begin(election, roll, first)
    for entry in rest:
        apply(day, entry)
    return day


def apply(day: Day, entry: Entry) -> None:
    """Move the day by an entry that sorts after all it has seen."""
    event = fact_of(entry.event)
    if isinstance(entry.event, FactRecorded):
        day.note_recorded(entry, entry.event)
    _APPLY[type(event)](day, entry, event)
    day.entries.append(entry)
    day.tick = entry.tick
    mark = day.desks.get(entry.desk)
    if mark is None or entry.number > mark.entries:
        day.desks[entry.desk] = Mark(entry.number, entry.digest)


def fact_of(event: Event) -> Event:
    """Give what an event says: the fact itself where it was recorded as one that happened."""
    return _read_fact(event) if isinstance(event, FactRecorded) else event


@cache
def _read_fact(event: FactRecorded) -> Event:
    fact: Event = reader(KINDS[event.fact])(json.loads(event.body), "")
    return fact


def receive(day: Day, entry: Entry) -> Day:
    """Take in an entry from any desk, in any order of arrival.

    One that sorts last moves the day; an earlier one makes the day fold again, which gives a new
    day; one that is known changes nothing. Raises StoreError FORKED for another entry under the
    key (desk, number) of a known one: somebody wrote two days in one desk's name.
    """
    known = _known(day, entry)
    if known:
        if known.digest != entry.digest:
            raise StoreError(Trouble.FORKED, entry=entry.id)
        return day
    if entry.order > day.entries[-1].order:
        apply(day, entry)
        return day
    return replay(day.election, day.roll, [*day.entries, entry])


def _known(day: Day, entry: Entry) -> Entry | None:
    """Find the entry of the same key; none is looked for past what the desk has written."""
    mark = day.desks.get(entry.desk)
    if mark is None or entry.number > mark.entries:
        return None
    key = (entry.desk, entry.number)
    return next((one for one in day.entries if (one.desk, one.number) == key), None)
