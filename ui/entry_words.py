"""An entry of the journal in one line of words."""

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Entry
from precinct_app.domain.fold import fact_of
from ui.language import Language
from ui.names import short_name

MEMBER_FIELDS = ("issuer", "member", "to_member", "taker")


def entry_number(entry: Entry) -> str:
    """Name an entry for people: its number, with the desk where there are several."""
    return str(entry.number) if entry.desk == 1 else entry.id


def entry_words(say: Language, day: Day, entry: Entry, *, seconds: bool = False) -> str:
    """Tell number, time and what happened; voters by their list number only."""
    event = fact_of(entry.event)
    facts = {
        "voter": _voter(day, getattr(event, "voter", "")),
        "to_voter": _voter(day, getattr(event, "to_voter", "")),
        "ballots": letters(day, _ballots(event)),
        "member": _member(day, event, entry.by),
        "box": getattr(event, "box", ""),
    }
    happened = say.text(f"entry.{event.kind}", **facts)
    if event is not entry.event:
        happened = say.text("entry.fact_recorded", happened=happened)
    number = say.text("entry.number", number=entry_number(entry))
    return f"{number} · {say.clock(entry.recorded, seconds=seconds)} · {happened}"


def letters(day: Day, ballots: tuple[str, ...]) -> str:
    """Name ballots by their letters, in the order of the election."""
    known = {ballot.id: ballot.letter for ballot in day.election.ballots}
    return " ".join(letter for ballot, letter in known.items() if ballot in ballots)


def _ballots(event: object) -> tuple[str, ...]:
    named = getattr(event, "ballots", None) or (getattr(event, "ballot", ""),)
    moves = getattr(event, "moves", ())
    return tuple(named) + tuple(move.ballot for move in moves)


def _voter(day: Day, voter: str) -> str:
    found = day.voter(voter)
    return found.number if found else voter


def _member(day: Day, event: object, by: str) -> str:
    named = next((getattr(event, f) for f in MEMBER_FIELDS if getattr(event, f, "")), by)
    found = day.members.get(named)
    return short_name(found.name) if found else named
