"""Incidents, complaints and their answers, those who came and were not served."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.incidents import NOT_SERVED, Incident
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE, FROM_THE_OPENING
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class IncidentNoted:
    """Something happened that belongs in the papers of the day."""

    kind: ClassVar[str] = "incident_noted"
    version: ClassVar[int] = 1
    text: str
    article: Free
    paper: Free


@dataclass(frozen=True, slots=True)
class ComplaintReceived:
    """A complaint or an observer's act was handed in, and its receipt marked (art. 20-1(2))."""

    kind: ClassVar[str] = "complaint_received"
    version: ClassVar[int] = 1
    text: str
    article: Free
    paper: Free


@dataclass(frozen=True, slots=True)
class ComplaintAnswered:
    """The commission answered a complaint."""

    kind: ClassVar[str] = "complaint_answered"
    version: ClassVar[int] = 1
    number: int
    answer: str


@dataclass(frozen=True, slots=True)
class NotServedNoted:
    """Somebody came and was not served: the cause, and where he was sent; never a name."""

    kind: ClassVar[str] = "not_served_noted"
    version: ClassVar[int] = 1
    cause: str
    sent_to: Free


@dataclass(frozen=True, slots=True)
class IncidentContinued:
    """Something was written beside an incident; what stands there stays."""

    kind: ClassVar[str] = "incident_continued"
    version: ClassVar[int] = 1
    number: int
    text: str


Events = IncidentNoted | ComplaintReceived | ComplaintAnswered | NotServedNoted | IncidentContinued


@verb(phases=ANY_PHASE)
def note_incident(
    day: Day, act: Act, text: str, article: str = "", paper: str = ""
) -> IncidentNoted:
    """Note what happened, with its article and its paper where it has them."""
    return IncidentNoted(_words(text), tidy(article), tidy(paper))


@verb(phases=ANY_PHASE, article="20-1(2)")
def receive_complaint(
    day: Day, act: Act, text: str, article: str = "", paper: str = ""
) -> ComplaintReceived:
    """Take in a complaint, or an act of an observer, and mark its receipt."""
    return ComplaintReceived(_words(text), tidy(article), tidy(paper))


@verb(phases=ANY_PHASE, roles=LEADERS, article="49")
def answer_complaint(day: Day, act: Act, number: int, answer: str) -> ComplaintAnswered:
    """Answer a complaint by its number; on voting day at once (art. 49)."""
    found = _incident(day, number)
    if found.kind != "complaint":
        raise Refusal(Reason.NOT_A_COMPLAINT, number=number)
    return ComplaintAnswered(number, _words(answer))


@verb(phases=FROM_THE_OPENING, article="41")
def note_not_served(day: Day, act: Act, cause: str, sent_to: str = "") -> NotServedNoted:
    """Note that somebody came and was not served: the cause, and where he was sent."""
    if cause not in NOT_SERVED:
        raise Refusal(Reason.CAUSE_NOT_LISTED, cause=cause)
    return NotServedNoted(cause, tidy(sent_to))


@verb(phases=ANY_PHASE)
def continue_incident(day: Day, act: Act, number: int, text: str) -> IncidentContinued:
    """Write something beside an incident or a complaint: a correction, or how it went on."""
    _incident(day, number)
    return IncidentContinued(number, _words(text))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an incident; its number is the next one."""
    number = len(day.incidents) + 1
    match event:
        case IncidentNoted(text=text, article=article, paper=paper):
            found = Incident(number, "incident", entry.id, text, article, paper)
        case ComplaintReceived(text=text, article=article, paper=paper):
            found = Incident(number, "complaint", entry.id, text, article, paper)
        case NotServedNoted(cause=cause, sent_to=sent_to):
            article = NOT_SERVED.get(cause, "")
            words = Incident(number, "not_served", entry.id, "", article, "")
            found = words._replace(cause=cause, sent_to=sent_to)
        case ComplaintAnswered() | IncidentContinued():
            known = day.incidents.get(event.number)
            if known is None:
                day.note_conflict(entry, "incident_unknown", number=event.number)
                return
            found = _written(known, event)
        case _:
            assert_never(event)
    day.incidents[found.number] = found


def _written(known: Incident, event: ComplaintAnswered | IncidentContinued) -> Incident:
    if isinstance(event, IncidentContinued):
        return known._replace(beside=(*known.beside, event.text))
    if known.answer:
        return known._replace(answer=event.answer, beside=(*known.beside, known.answer))
    return known._replace(answer=event.answer)


def _incident(day: Day, number: int) -> Incident:
    found = day.incidents.get(number)
    if found is None:
        raise Refusal(Reason.INCIDENT_UNKNOWN, number=number)
    return found


def _words(text: str) -> str:
    text = tidy(text)
    if not text:
        raise Refusal(Reason.REASON_MISSING)
    return text
