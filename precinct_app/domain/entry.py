"""One sealed line of the journal, and its chain."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple, Protocol

from precinct_app.domain.canonical import canonical
from precinct_app.domain.shape import plain, reader

NO_HASH = "0" * 64


class Event(Protocol):
    """A fact of the day: a frozen dataclass with its fixed kind and version."""

    kind: ClassVar[str]
    version: ClassVar[int]
    __dataclass_fields__: ClassVar[dict[str, Any]]


class Act(NamedTuple):
    """Who acts, and when: the same for every verb.

    ``now`` is what the laptop's clock says, ``happened`` the moment of the fact; both carry their
    offset from UTC. ``by`` typed it, ``witness`` is the second person, empty where there is none.
    """

    now: datetime
    happened: datetime
    desk: int
    by: str
    witness: str = ""


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
    """Make the sealed entry of an event: number, canonical text, hash. Writes nothing."""
    data = plain(event)
    body = canonical(data)
    if json.loads(body) != data:
        # Decomposed letters were typed: the day must hold what the journal holds.
        event = reader(type(event))(json.loads(body), "")
    number, tick = head.number + 1, head.tick + 1
    recorded, happened = moment_text(act.now), moment_text(act.happened)
    named = (act.desk, number, tick, recorded, happened, act.by, act.witness)
    line = (*named, event.kind, event.version, body)
    return Entry(*line, head.digest, line_digest(head.digest, line), event)


def line_digest(previous: str, line: tuple[str | int, ...]) -> str:
    """SHA-256 of the previous hash (32 bytes) and the JSON array of the other fields."""
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(bytes.fromhex(previous) + text.encode()).hexdigest()


def moment_text(moment: datetime) -> str:
    """Write a moment to the second, with its offset from UTC (ISO 8601)."""
    return moment.isoformat(timespec="seconds")
