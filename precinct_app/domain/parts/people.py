"""Observers, proxies and media: who is here, and in what right."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.letters import loose
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.present import (
    KEPT_OUT,
    MEDIA,
    MOST,
    MOST_OF_TELEVISION,
    Person,
    PersonKind,
    PersonState,
)
from precinct_app.domain.required import require_decision, require_paper
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class PersonRegistered:
    """Somebody was entered in the journal of observers; ``state`` says whether let in."""

    kind: ClassVar[str] = "person_registered"
    version: ClassVar[int] = 1
    person_kind: str
    organisation: str
    name: str
    paper: Free
    television: bool
    state: str
    reason: Free


@dataclass(frozen=True, slots=True)
class PersonCorrected:
    """A slip in the journal of observers was put right; ``person`` is the entry that made it."""

    kind: ClassVar[str] = "person_corrected"
    version: ClassVar[int] = 1
    person: str
    organisation: str
    name: str
    paper: Free


@dataclass(frozen=True, slots=True)
class PersonMoved:
    """Somebody came, left, was removed or let in again."""

    kind: ClassVar[str] = "person_moved"
    version: ClassVar[int] = 1
    person: str
    state: str
    decision: Free
    reason: Free


Events = PersonRegistered | PersonCorrected | PersonMoved


@verb(phases=ANY_PHASE, roles=LEADERS, article="20-1(1)")
def register_person(
    day: Day,
    act: Act,
    person_kind: str,
    organisation: str,
    name: str,
    paper: str,
    television: bool = False,
    came: bool = False,
) -> PersonRegistered:
    """Register an observer, a proxy or one of the media by the paper (art. 20-1(1)).

    The day before, or when he has ``came``. ``television`` marks a channel, which may send three.
    """
    words = _named(person_kind, organisation, name)
    paper = require_paper(act, paper, "20-1(1)")
    _require_place(day, act, person_kind, words[0], television=television)
    state = PersonState.PRESENT if came else PersonState.EXPECTED
    return PersonRegistered(person_kind, *words, paper, television, state, "")


@verb(phases=ANY_PHASE, roles=LEADERS, article="20-1(1)")
def refuse_registration(
    day: Day, act: Act, person_kind: str, organisation: str, name: str, reason: str
) -> PersonRegistered:
    """Refuse to register somebody, with the reason that he is told (art. 20-1)."""
    words = _named(person_kind, organisation, name)
    reason = _stated(reason)
    return PersonRegistered(person_kind, *words, "", False, PersonState.REFUSED, reason)


@verb(phases=ANY_PHASE, roles=LEADERS, article="20-1(1)")
def correct_person(
    day: Day, act: Act, person: int, organisation: str = "", name: str = "", paper: str = ""
) -> PersonCorrected:
    """Correct a slip in the journal of observers; what is left empty stays."""
    found = _require_person(day, person)
    changed = (tidy(organisation), tidy(name), tidy(paper))
    if not any(changed):
        raise Refusal(Reason.NOTHING_CHOSEN)
    before = (found.organisation, found.name, found.paper)
    words = (new or old for new, old in zip(changed, before, strict=True))
    return PersonCorrected(found.entry, *words)


@verb(phases=ANY_PHASE, roles=LEADERS, article="20(8)")
def let_in(day: Day, act: Act, person: int) -> PersonMoved:
    """Tick somebody as come who is registered (art. 20(8))."""
    found = _require_person(day, person)
    if found.state in KEPT_OUT:
        act.hold(Refusal(Reason.PERSON_KEPT_OUT, "39(2)", person=person))
    sent = (found.kind, found.organisation)
    _require_place(day, act, *sent, television=found.television, besides=person)
    return PersonMoved(found.entry, PersonState.PRESENT, "", "")


@verb(phases=ANY_PHASE, roles=LEADERS, article="20(8)")
def see_out(day: Day, act: Act, person: int) -> PersonMoved:
    """Note that somebody has left; he may come again."""
    found = _require_person(day, person)
    if found.state in KEPT_OUT:
        raise Refusal(Reason.PERSON_KEPT_OUT, "39(2)", person=person)
    return PersonMoved(found.entry, PersonState.LEFT, "", "")


@verb(phases=ANY_PHASE, roles=LEADERS, article="39(2)", witness="always")
def remove_person(day: Day, act: Act, person: int, decision: int, reason: str) -> PersonMoved:
    """Remove somebody by a reasoned written decision of the commission (art. 39(2))."""
    found = _require_person(day, person)
    reason, decided = _stated(reason), require_decision(day, act, decision)
    return PersonMoved(found.entry, PersonState.REMOVED, decided, reason)


@verb(phases=ANY_PHASE, roles=LEADERS, article="39(2)", witness="always")
def readmit_person(day: Day, act: Act, person: int, decision: int) -> PersonMoved:
    """Let somebody come again who was refused or removed, by a decision."""
    found = _require_person(day, person)
    decided = require_decision(day, act, decision)
    state = PersonState.EXPECTED if found.state == PersonState.REFUSED else PersonState.LEFT
    return PersonMoved(found.entry, state, decided, "")


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by somebody who is no member."""
    match event:
        case PersonRegistered(organisation=organisation, name=name, paper=paper):
            number = len(day.persons) + 1
            sent = (event.person_kind, organisation, name, paper)
            person = Person(number, *sent, entry.id, event.state, event.television)
            day.persons[number] = person
        case PersonCorrected(organisation=organisation, name=name, paper=paper):
            found = _of_entry(day, entry, event.person)
            if found:
                day.persons[found.number] = found._replace(
                    organisation=organisation, name=name, paper=paper
                )
        case PersonMoved(state=state):
            found = _of_entry(day, entry, event.person)
            if found:
                day.persons[found.number] = found._replace(state=state)
        case _:
            assert_never(event)


def _of_entry(day: Day, entry: Entry, person: str) -> Person | None:
    for found in day.persons.values():
        if found.entry == person:
            return found
    day.note_conflict(entry, "corrects_nothing", corrects=person)
    return None


def _require_person(day: Day, person: int) -> Person:
    found = day.persons.get(person)
    if found is None:
        raise Refusal(Reason.PERSON_UNKNOWN, person=person)
    return found


def _named(person_kind: str, organisation: str, name: str) -> tuple[str, str]:
    if person_kind not in tuple(PersonKind):
        raise Refusal(Reason.PERSON_KIND_UNKNOWN, kind=person_kind)
    found = tidy(organisation), tidy(name)
    for argument, words in zip(("organisation", "name"), found, strict=True):
        if not words:
            raise Refusal(Reason.BAD_ARGUMENT, argument=argument)
    return found


def _stated(reason: str) -> str:
    reason = tidy(reason)
    if not reason:
        raise Refusal(Reason.REASON_MISSING)
    return reason


def _require_place(
    day: Day, act: Act, kind: str, organisation: str, *, television: bool, besides: int = 0
) -> None:
    """Hold back one more than the law lets in of an organisation (art. 20(8))."""
    others = [
        other
        for other in day.persons.values()
        if (other.kind, loose(other.organisation)) == (kind, loose(organisation))
        and other.state in (PersonState.EXPECTED, PersonState.PRESENT)
        and other.number != besides
    ]
    most = MOST.get(kind)
    if kind in MEDIA and (television or any(other.television for other in others)):
        most = MOST_OF_TELEVISION
    if most is not None and len(others) >= most:
        act.hold(Refusal(Reason.PLACE_TAKEN, "20(8)", person=others[-1].number, most=most))
