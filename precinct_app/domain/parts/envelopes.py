"""A stack in a signed envelope in the safe, which comes back uncounted."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import PACK, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import require_member, require_present
from precinct_app.domain.stocks import Envelope
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class StackSealed:
    """A member's whole stack went into the safe in a signed envelope."""

    kind: ClassVar[str] = "stack_sealed"
    version: ClassVar[int] = 1
    issuer: str
    seal: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class EnvelopeTaken:
    """The envelope came back to its member as it was."""

    kind: ClassVar[str] = "envelope_taken"
    version: ClassVar[int] = 1
    envelope: str
    issuer: str
    moves: tuple[Move, ...]


Events = StackSealed | EnvelopeTaken


@verb(phases=ANY_PHASE)
def seal_stack(day: Day, act: Act, issuer: str, seal: str) -> StackSealed:
    """Put a member's stack into the safe in a signed envelope, uncounted."""
    require_member(day, issuer)
    require_present(day, act, issuer)
    if not tidy(seal):
        raise Refusal(Reason.SEAL_MISSING)
    held = {ballot: day.left(ballot, stack(issuer)) for ballot in day.election.ballot_ids}
    moves = tuple(Move(ballot, stack(issuer), PACK, n) for ballot, n in held.items() if n > 0)
    if not moves:
        raise Refusal(Reason.NOTHING_CHOSEN)
    return StackSealed(issuer, tidy(seal), moves)


@verb(phases=ANY_PHASE)
def take_envelope(day: Day, act: Act, envelope: str) -> EnvelopeTaken:
    """Give an envelope back to its member, uncounted."""
    found = day.envelopes.get(envelope)
    if found is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=envelope)
    if not found.open:
        raise Refusal(Reason.ENVELOPE_TAKEN, entry=envelope)
    require_present(day, act, found.member)
    # A recorded breach may have taken papers out of it.
    source = PACK + envelope
    lying = [(ballot, min(count, day.left(ballot, source))) for ballot, count in found.amounts]
    moves = tuple(Move(ballot, source, stack(found.member), n) for ballot, n in lying if n > 0)
    return EnvelopeTaken(envelope, found.member, moves)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of an envelope."""
    day.transfer(entry, event.moves)
    match event:
        case StackSealed(issuer=issuer, seal=seal, moves=moves):
            amounts = tuple((move.ballot, move.papers) for move in moves)
            day.envelopes[entry.id] = Envelope(issuer, seal, amounts)
        case EnvelopeTaken(envelope=envelope):
            found = day.envelopes.get(envelope)
            if found is None or not found.open:
                day.note_conflict(entry, "envelope_taken", envelope=envelope)
            else:
                day.envelopes[envelope] = found._replace(open=False)
        case _:
            assert_never(event)
