"""The road: who carries the protocols, and whether they are taken or sent back."""

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from precinct_app.domain.closing_state import Journey
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_member
from precinct_app.domain.required_closing import require_signed, require_words
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class SetOut:
    """Protocols and packs left for the commission above: TEC or DEC."""

    kind: ClassVar[str] = "set_out"
    version: ClassVar[int] = 1
    addressee: str
    ballots: tuple[str, ...]
    carriers: tuple[str, ...]
    guards: Free
    observers: Free


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A journey ended: who took the papers, and the receipt."""

    kind: ClassVar[str] = "handed_in"
    version: ClassVar[int] = 1
    journey: int
    handed_to: str
    receipt: str


@dataclass(frozen=True, slots=True)
class ProtocolTaken:
    """The commission above took the protocol of a kind; it is closed."""

    kind: ClassVar[str] = "protocol_taken"
    version: ClassVar[int] = 1
    ballot: str
    paper: Free


@dataclass(frozen=True, slots=True)
class ProtocolSentBack:
    """The commission above sent the protocol of a kind back."""

    kind: ClassVar[str] = "protocol_sent_back"
    version: ClassVar[int] = 1
    ballot: str
    reason: str


Events = SetOut | HandedIn | ProtocolTaken | ProtocolSentBack


@verb(phases=AFTER_VOTING, roles=LEADERS, article="94(1)", witness="always")
def set_out(
    day: Day,
    act: Act,
    ballots: tuple[str, ...],
    carriers: tuple[str, ...],
    guards: str = "",
    observers: str = "",
) -> SetOut:
    """Set out with signed and posted protocols of one addressee (arts 20-1(2), 43(8), 94(1))."""
    if not ballots or not carriers:
        raise Refusal(Reason.NOTHING_CHOSEN)
    for carrier in carriers:
        require_member(day, carrier)
    for ballot in ballots:
        require_signed(day, act, ballot)
        if not day.kind(ballot).posted:
            act.hold(Refusal(Reason.NOT_POSTED, "43(8)", ballot=ballot))
        if (sent := day.kind(ballot).sent) in {one.number for one in day.road if not one.handed_in}:
            act.hold(Refusal(Reason.ALREADY_SENT, "94(1)", ballot=ballot, journey=sent))
    addressees = sorted({day.election.ballot(ballot).sent_to for ballot in ballots})
    if len(addressees) > 1:
        raise Refusal(Reason.ADDRESSEES_DIFFER, "94(1)")
    return SetOut(addressees[0], ballots, carriers, tidy(guards), tidy(observers))


@verb(phases=AFTER_VOTING, article="94(1)", witness="always")
def hand_in(day: Day, act: Act, journey: int, handed_to: str, receipt: str) -> HandedIn:
    """Hand the papers of a journey in, for a receipt (art. 94(1))."""
    found = next((one for one in day.road if one.number == journey), None)
    if found is None:
        raise Refusal(Reason.JOURNEY_UNKNOWN, journey=journey)
    if found.handed_in:
        raise Refusal(Reason.HANDED_IN, journey=journey)
    return HandedIn(journey, require_words(handed_to), require_words(receipt))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="94(1)", witness="always")
def note_taken(day: Day, act: Act, ballot: str, paper: str = "") -> ProtocolTaken:
    """Note that the commission above took the protocol of a kind; it is closed then."""
    _require_handed_in(day, act, ballot)
    return ProtocolTaken(ballot, tidy(paper))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="94(1)", witness="always")
def note_sent_back(day: Day, act: Act, ballot: str, reason: str) -> ProtocolSentBack:
    """Note that the commission above sent the protocol of a kind back, and why."""
    _require_handed_in(day, act, ballot)
    return ProtocolSentBack(ballot, require_words(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the road."""
    match event:
        case SetOut(addressee=addressee, ballots=ballots, carriers=carriers):
            number = len(day.road) + 1
            named = (addressee, ballots, carriers, event.guards, event.observers)
            day.road.append(Journey(number, entry.id, *named))
            for ballot in ballots:
                day.kinds[ballot] = replace(day.kind(ballot), sent=number)
        case HandedIn(journey=journey, handed_to=handed_to, receipt=receipt):
            _hand_in(day, entry, journey, handed_to, receipt)
        case ProtocolTaken(ballot=ballot):
            day.kinds[ballot] = replace(day.kind(ballot), taken=entry.id, sent_back="")
        case ProtocolSentBack(ballot=ballot):
            day.kinds[ballot] = replace(day.kind(ballot), taken="", sent_back=entry.id)
        case _:
            assert_never(event)


def _hand_in(day: Day, entry: Entry, journey: int, handed_to: str, receipt: str) -> None:
    found = [one for one in day.road if one.number == journey and not one.handed_in]
    if not found:
        day.note_conflict(entry, "handed_in_twice", journey=journey)
    day.road = [
        one._replace(handed_to=handed_to, receipt=receipt, handed_in=entry.id)
        if one in found
        else one
        for one in day.road
    ]


def _require_handed_in(day: Day, act: Act, ballot: str) -> None:
    """Hold back the word of a commission that has not got the protocol yet."""
    require_ballot(day, ballot)
    sent = day.kind(ballot).sent
    if not any(one.number == sent and one.handed_in for one in day.road):
        act.hold(Refusal(Reason.NOT_HANDED_IN, "94(1)", ballot=ballot))
