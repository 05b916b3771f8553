"""The command status: where the day stands, for people and as plain data."""

from argparse import Namespace
from collections import Counter
from typing import Any

from precinct_app.cli.answer import DONE, language, print_json
from precinct_app.cli.look import journal_of, print_hindrance
from precinct_app.cli.opening import desk_of
from precinct_app.desk import Desk
from precinct_app.domain.accounts import (
    CANCELLED,
    DAMAGED,
    EXCHANGED,
    MISSING,
    RETURNED,
    SAFE,
    SENT_BACK,
    VOTERS,
    WITHDRAWN,
)
from precinct_app.domain.checkpoint import short_digest
from precinct_app.domain.controls import Verdict
from precinct_app.domain.day import Day
from precinct_app.domain.figures.explained import is_explained
from precinct_app.domain.figures.lines import Asked, all_verdicts, day_verdicts
from precinct_app.domain.present import PersonState
from precinct_app.domain.trips import on_the_road
from precinct_app.texts import ballot_text, holder_text, say, say_conflict, text

# The accounts that every ballot has; stacks, ways and bags come and go.
LASTING = (
    *(SAFE, VOTERS, EXCHANGED, RETURNED, DAMAGED),
    *(WITHDRAWN, SENT_BACK, MISSING, CANCELLED),
)


def status(given: Namespace) -> int:
    """Say where the day stands."""
    with desk_of(given) as desk:
        found = status_of(desk)
        if given.json:
            print_json(found)
        else:
            _print_status(found, desk, language(given.language))
    return DONE


def status_of(desk: Desk) -> dict[str, Any]:
    """Gather where the day stands, as plain data."""
    day = desk.day
    summary = day.accounts.summary()
    return {
        "kind": day.created.day_kind,
        "election": day.created.election,
        "precinct": day.precinct.number,
        "phase": str(day.phase),
        "voters": day.listed_count,
        "served": day.served(),
        "issued": day.issued(),
        "accounts": {
            ballot: dict.fromkeys(LASTING, 0) | summary.get(ballot, {})
            for ballot in day.election.ballot_ids
        },
        "turnout": _turnout(day),
        "present": _present(day),
        "trips": _trips(day),
        "count": {ballot: _count(day, ballot) for ballot in day.election.ballot_ids},
        "breaches": _breaches(day),
        "controls": _controls(day),
        "conflicts": [
            {"entry": conflict.entry, "kind": conflict.kind, **dict(conflict.facts)}
            for conflict in day.conflicts
        ],
        "journal": journal_of(day, ok=desk.finding is None),
        "hindrance": desk.hindrance and str(desk.hindrance),
        "troubles": [str(trouble.reason) for trouble in desk.troubles()],
        "second_place": second_place_of(desk),
    }


def second_place_of(desk: Desk) -> dict[str, Any] | None:
    """Say how old the copy at the second place is, in seconds, and how many entries wait."""
    found = desk.copy_state
    if found is None:
        return None
    age = None if found.age is None else round(found.age)
    return {"folder": str(found.folder), "age": age, "waiting": found.waiting}


def _turnout(day: Day) -> dict[str, Any]:
    return {
        "served": day.served(),
        "listed": day.listed_count,
        "on_road": len(on_the_road(day)),
        "slips": {hour: slip._asdict() for hour, slip in sorted(day.slips.items())},
    }


def _present(day: Day) -> dict[str, int]:
    """Count those in the premises by kind; never a name."""
    persons = day.persons.values()
    return dict(Counter(one.kind for one in persons if one.state == PersonState.PRESENT))


def _trips(day: Day) -> list[dict[str, Any]]:
    return [
        {
            "number": trip.number,
            "state": trip.state,
            "box": trip.box,
            "members": list(trip.members),
            "signer": trip.signer,
            "voters": len(trip.voters),
            "served": len(trip.results),
            "expected": trip.expected,
        }
        for trip in day.trips.values()
    ]


def _count(day: Day, ballot: str) -> dict[str, Any]:
    """Say how far a kind has come from the end of voting to its accepted protocol."""
    kind = day.kind(ballot)
    return {
        "unused": kind.unused_papers,
        "cancelled": bool(kind.cancelled),
        "announced": dict(kind.figures.lines) if kind.figures else None,
        "stationary": kind.stationary,
        "counted": kind.result is not None,
        "protocol": kind.number,
        "signed": kind.signed is not None,
        "posted": bool(kind.posted),
        "sent": bool(kind.sent),
        "taken": bool(kind.taken),
        "sent_back": bool(kind.sent_back),
    }


def _breaches(day: Day) -> list[dict[str, Any]]:
    """List the recorded breaches; the words that people typed stay in the file."""
    return [
        {
            "entry": breach.entry,
            "fact": breach.fact,
            "offences": [offence._asdict() for offence in breach.offences],
        }
        for breach in day.breaches
    ]


def _controls(day: Day) -> dict[str, list[dict[str, Any]]]:
    """Show every control with its numbers, per ballot and for the day as a whole."""
    asked = {**all_verdicts(day), "day": day_verdicts(day)}
    return {
        scope: [_control(day, "" if scope == "day" else scope, one) for one in found]
        for scope, found in asked.items()
    }


def _control(day: Day, ballot: str, asked: Asked) -> dict[str, Any]:
    found = asked.verdict
    return {
        "id": found.control,
        "where": found.where,
        "left": found.left,
        "right": found.right,
        "severity": asked.control.severity,
        "verdict": _verdict(day, ballot, found),
    }


def _verdict(day: Day, ballot: str, found: Verdict) -> str:
    if found.holds is None:
        return "open"
    if found.holds:
        return "holds"
    return "explained" if is_explained(day, ballot, found) else "broken"


def _print_status(found: dict[str, Any], desk: Desk, spoken: str) -> None:
    words = {
        "kind": text(spoken, "kind", found["kind"]),
        "phase": text(spoken, "phase", found["phase"]),
    }
    for name in ("kind", "election", "precinct", "phase", "voters", "served"):
        print(f"{text(spoken, 'status', name)}: {words.get(name, found[name])}")
    for ballot, holders in found["accounts"].items():
        stands = ", ".join(
            f"{holder_text(spoken, name)} {count}"
            for name, count in holders.items()
            if count or name in {SAFE, VOTERS}
        )
        title = ballot_text(spoken, desk.day.election, ballot)
        print(f"{title}: {text(spoken, 'status', 'issued')} {found['issued'][ballot]}; {stands}")
    journal = found["journal"]
    digest = short_digest(journal["digest"])
    print(f"{text(spoken, 'status', 'entries')}: {journal['entries']}  {digest}")
    if place := found["second_place"]:
        print_place(place, spoken)
    for conflict in desk.day.conflicts:
        print(say_conflict(spoken, conflict, desk.day.election))
    print_hindrance(desk, spoken)
    for trouble in desk.troubles():
        print(say(spoken, trouble))


def print_place(place: dict[str, Any], spoken: str) -> None:
    """Print how the second place stands."""
    folder, age, waiting = place["folder"], place["age"], place["waiting"]
    if age is None:
        said = text(spoken, "status", "copy_away", folder=folder, waiting=waiting)
    else:
        said = text(spoken, "status", "copy_age", folder=folder, age=age, waiting=waiting)
    print(f"{text(spoken, 'status', 'copy')}: {said}")
