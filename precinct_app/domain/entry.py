"""One sealed line of the journal, and its chain."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple, Protocol

from precinct_app.domain.canonical import canonical
from precinct_app.domain.shape import ShapeFault, plain, reader
from precinct_app.errors import Reason, Refusal

NO_HASH = "0" * 64

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Event(Protocol):
    """A fact of the day: a frozen dataclass with its fixed kind and version."""

    kind: ClassVar[str]
    version: ClassVar[int]
    __dataclass_fields__: ClassVar[dict[str, Any]]


class Act(NamedTuple):
    """Who acts, and when: the same for every verb.

    ``now`` is what the laptop's clock says, ``happened`` the moment of the fact; both carry their
    offset from UTC. ``by`` typed it, ``witness`` is the second person, empty where there is none.
    ``waived`` are the reasons that hold nothing back: the fact has happened and is recorded.
    """

    now: datetime
    happened: datetime
    desk: int
    by: str
    witness: str = ""
    waived: frozenset[Reason] = frozenset()

    def hold(self, refusal: Refusal) -> None:
        """Hold back what is still to come; what has happened passes, and is noted as a breach."""
        if refusal.reason not in self.waived:
            refusal.gate = True
            raise refusal


class Head(NamedTuple):
    """The place in one desk's chain where the next entry goes on."""

    desk: int
    number: int
    tick: int
    digest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A sealed fact: written as it is, never changed.

    ``body`` is the canonical text of ``event``; the hash covers the text.
    """

    desk: int
    number: int
    tick: int
    recorded: str
    happened: str
    by: str
    witness: str
    kind: str
    version: int
    body: str
    previous: str
    digest: str
    event: Event

    @property
    def id(self) -> str:
        """The name of the entry: desk and number, as in ``1-57``."""
        return f"{self.desk}-{self.number}"

    @property
    def order(self) -> tuple[int, int, int]:
        """The place in the day: never the clock."""
        return self.tick, self.desk, self.number

    @property
    def stated(self) -> bool:
        """Whether the moment was stated afterwards."""
        return self.happened != self.recorded


def seal(head: Head, act: Act, event: Event) -> Entry:
    """Make the sealed entry of an event: number, canonical text, hash. Writes nothing.

    Raises Refusal for what the journal could not be read with again.
    """
    body = canonical(plain(event))
    event = as_read(type(event), body)
    _require_writable(act.by + act.witness + body)
    number, tick = head.number + 1, head.tick + 1
    recorded, happened = moment_text(act.now), moment_text(act.happened)
    named = (act.desk, number, tick, recorded, happened, act.by, act.witness)
    line = (*named, event.kind, event.version, body)
    return Entry(*line, head.digest, line_digest(head.digest, line), event)


def as_read(kind: type[Event], body: str) -> Event:
    """Read the text of an event back: the day must hold what the journal will hold.

    Raises Refusal for what the journal could not be read with again.
    """
    try:
        event: Event = reader(kind)(json.loads(body), "")
    except ShapeFault as fault:
        raise Refusal(Reason.BAD_ARGUMENT, argument=fault.key) from fault
    return event


def _require_writable(text: str) -> None:
    """Refuse half a sign (a lone surrogate), which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="text") from error


def line_digest(previous: str, line: tuple[str | int, ...]) -> str:
    """SHA-256 of the previous hash (32 bytes) and the JSON array of the other fields."""
    return hashlib.sha256(bytes.fromhex(previous) + _write(line).encode()).hexdigest()


def moment_text(moment: datetime) -> str:
    """Write a moment to the second, with its offset from UTC (ISO 8601)."""
    return moment.isoformat(timespec="seconds")
