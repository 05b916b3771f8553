"""What the chairman reads line by line: what is due, who is out, what does not add up."""

from collections.abc import Iterator
from datetime import datetime

from precinct_app import texts
from precinct_app.domain.day import Day
from precinct_app.domain.figures.causes import causes
from precinct_app.domain.figures.due import due
from precinct_app.domain.figures.explained import GRAVE, is_explained
from precinct_app.domain.figures.lines import Asked, all_verdicts, day_verdicts
from precinct_app.domain.phases import Phase
from precinct_app.domain.trips import Trip
from ui.entry_words import entry_words
from ui.language import Language
from ui.names import short_name

# So many lines of a kind are read; the others are counted.
MOST = 12


def due_lines(say: Language, day: Day, now: datetime) -> list[str]:
    """List what is due at its hour; what is late says so."""
    return [
        say.text(
            "chairman.late" if one.at < now else "chairman.due_at",
            hour=say.clock(one.at),
            what=texts.due_text(say.code, one),
        )
        for one in due(day, now)
    ]


def trip_lines(say: Language, day: Day) -> list[str]:
    """List the trips that are out with their expected return, then those not sent yet."""
    trips = sorted(day.trips.values(), key=lambda trip: trip.state != "out")
    return [_trip(say, day, trip) for trip in trips if trip.state in ("out", "planned")]


def wrong_lines(say: Language, day: Day) -> list[str]:
    """List what does not add up with its likely cause, then breaches and conflicts."""
    found = [texts.say_cause(say.code, cause, day.election) for cause in causes(day)]
    # While voters are served every account is a sum of movements; controls speak afterwards.
    if day.phase is Phase.ENDED:
        found += _controls(say, day)
    return [*_short(say, found), *_short(say, [*_breaches(say, day)]), *_conflicts(say, day)]


def _trip(say: Language, day: Day, trip: Trip) -> str:
    facts: dict[str, str | int] = {
        "number": trip.number,
        "box": trip.box,
        "members": ", ".join(short_name(day.members[one].name) for one in trip.members),
        "waiting": len(trip.waiting),
    }
    if trip.state == "planned":
        return say.text("chairman.trip_planned", **facts)
    return say.text("chairman.trip", hour=trip.expected or "…", **facts)


def _controls(say: Language, day: Day) -> Iterator[str]:
    """Say every grave control that is broken and not explained, with its two numbers."""
    scopes = {**all_verdicts(day), "": day_verdicts(day)}
    for ballot, asked in scopes.items():
        for one in asked:
            is_grave = one.control.severity in GRAVE and one.verdict.holds is False
            if is_grave and not is_explained(day, ballot, one.verdict):
                yield _control(say, day, ballot, one)


def _control(say: Language, day: Day, ballot: str, asked: Asked) -> str:
    where = [texts.ballot_text(say.code, day.election, ballot)] if ballot else []
    where += [asked.verdict.where] if asked.verdict.where else []
    return say.text(
        "chairman.control",
        control=", ".join([asked.control.id, *where]),
        title=say.of(asked.control.title),
        left=say.number(asked.verdict.left or 0),
        right=say.number(asked.verdict.right or 0),
    )


def _breaches(say: Language, day: Day) -> Iterator[str]:
    entries = {breach.entry: breach for breach in day.breaches}
    for entry in reversed(day.entries) if entries else ():
        if breach := entries.get(entry.id):
            yield say.text(
                "chairman.breach",
                article=say.article(breach.article) or say.text("chairman.practice"),
                what=entry_words(say, day, entry),
                reason=breach.reason,
            )


def _conflicts(say: Language, day: Day) -> list[str]:
    """Say the conflicts, the newest first; those of recorded breaches stand above already."""
    others = [one for one in reversed(day.conflicts) if one.kind != "breach"]
    said = [texts.say_conflict(say.code, one, day.election) for one in others[:MOST]]
    return [*said, *_rest(say, len(others))]


def _short(say: Language, lines: list[str]) -> list[str]:
    return [*lines[:MOST], *_rest(say, len(lines))]


def _rest(say: Language, count: int) -> list[str]:
    return [say.text("chairman.more", count=count - MOST)] if count > MOST else []
