"""A fact that happened, breach or not: recorded, never refused.

An act to come is held by its gate. What has happened is written down as it was, with the rules
that it offends, the paper it stands on and a second person (practice 1.1).
"""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from precinct_app.domain.canonical import canonical
from precinct_app.domain.entry import Event, as_read
from precinct_app.domain.shape import Free, plain


class Offence(NamedTuple):
    """A rule that the fact offends: the reason of the refusal, and the article of the law."""

    reason: str
    article: Free


@dataclass(frozen=True, slots=True)
class FactRecorded:
    """What happened, as the event that it would have been: kind, version and canonical text.

    ``offences`` is empty where no rule stood against it.
    """

    kind: ClassVar[str] = "fact_recorded"
    version: ClassVar[int] = 1
    fact: str
    fact_version: int
    body: Free
    offences: tuple[Offence, ...]
    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A recorded breach as the day knows it: the entry, what it was, what it offends."""

    entry: str
    fact: str
    offences: tuple[Offence, ...]
    paper: str
    reason: str

    @property
    def article(self) -> str:
        """The first article that it offends; empty where it is a rule of practice."""
        return next((offence.article for offence in self.offences if offence.article), "")


def record_of(event: Event, offences: tuple[Offence, ...], paper: str, reason: str) -> FactRecorded:
    """Wrap an event as a fact with its paper and reason.

    Raises Refusal for what the journal could not be read with again.
    """
    body = canonical(plain(event))
    as_read(type(event), body)
    return FactRecorded(event.kind, event.version, body, offences, paper, reason)
