"""What a signed protocol is for: the official blank, the wall, certified copies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from precinct_app.domain.closing_state import Copy
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot, require_not_before
from precinct_app.domain.required_closing import require_signed, require_words
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class TransferConfirmed:
    """The figures written on the official blank were typed back, and are the same."""

    kind: ClassVar[str] = "transfer_confirmed"
    version: ClassVar[int] = 1
    ballot: str


@dataclass(frozen=True, slots=True)
class ProtocolPosted:
    """A copy of the protocol hangs where everybody can read it (art. 43(8))."""

    kind: ClassVar[str] = "protocol_posted"
    version: ClassVar[int] = 1
    ballot: str
    number: int
    place: Free


@dataclass(frozen=True, slots=True)
class CopyGiven:
    """A certified copy went to a registered person, or to whom the words name."""

    kind: ClassVar[str] = "copy_given"
    version: ClassVar[int] = 1
    ballot: str
    number: int
    person: int
    words: Free
    certified: bool


Events = TransferConfirmed | ProtocolPosted | CopyGiven


@verb(phases=AFTER_VOTING, article="43(8)")
def confirm_transfer(
    day: Day, act: Act, ballot: str, lines: Mapping[str, int]
) -> TransferConfirmed:
    """State the figures as they stand on the official blank, without looking at the screen."""
    require_ballot(day, ballot)
    signed = day.kind(ballot).signed
    if signed is None:
        raise Refusal(Reason.NOT_SIGNED, "43(8)", ballot=ballot)
    if sheet_lines(day.election, signed.lines) != dict(lines):
        raise Refusal(Reason.TRANSFER_DIFFERS, ballot=ballot)
    return TransferConfirmed(ballot)


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(8)")
def post_protocol(day: Day, act: Act, ballot: str, place: str = "") -> ProtocolPosted:
    """Post a copy of the signed protocol at once (art. 43(8)).

    After an early end the election says whether posting waits for the stated hour.
    """
    require_signed(day, act, ballot)
    if day.election.rules.post_from == "stated_end":
        require_not_before(day, act, "voting_ends", "43(8)")
    return ProtocolPosted(ballot, day.kind(ballot).number, tidy(place))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(8)")
def give_copy(
    day: Day, act: Act, ballot: str, certified: bool, person: int = 0, words: str = ""
) -> CopyGiven:
    """Give a copy of the signed protocol, certified by chairman, secretary and seal (art. 43(8)).

    ``person`` is the number of a registered person; whoever is not registered stands in words.
    """
    require_signed(day, act, ballot)
    if person and person not in day.persons:
        raise Refusal(Reason.PERSON_UNKNOWN, person=person)
    words = tidy(words) if person else require_words(words)
    if not certified:
        act.hold(Refusal(Reason.NOT_CERTIFIED, "43(8)"))
    return CopyGiven(ballot, day.kind(ballot).number, person, words, certified)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by what is done with a protocol."""
    kind = day.kind(event.ballot)
    match event:
        case TransferConfirmed(ballot=ballot):
            day.kinds[ballot] = replace(kind, transferred=entry.id)
        case ProtocolPosted(ballot=ballot):
            day.kinds[ballot] = replace(kind, posted=entry.id)
        case CopyGiven(ballot=ballot, number=number, person=person, words=words):
            copy = (len(day.copies) + 1, entry.id, ballot, number, person, words, entry.happened)
            day.copies.append(Copy(*copy))
        case _:
            assert_never(event)
