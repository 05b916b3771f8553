"""Who else is in the premises: observers, proxies, media."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class PersonKind(StrEnum):
    """In what right somebody is present (arts 20(8), 20-1, 20-2)."""

    PARTY_OBSERVER = "party_observer"
    OTHER_OBSERVER = "other_observer"
    FOREIGN_OBSERVER = "foreign_observer"
    PROXY = "proxy"
    MEDIA = "media"
    FOREIGN_MEDIA = "foreign_media"
    INTERPRETER = "interpreter"


class PersonState(StrEnum):
    """Where somebody is who was entered in the journal of observers."""

    EXPECTED = "expected"
    PRESENT = "present"
    LEFT = "left"
    REFUSED = "refused"
    REMOVED = "removed"


# How many of one organisation, candidate or outlet the law lets in (art. 20(8)).
MOST: Mapping[str, int] = {
    PersonKind.PARTY_OBSERVER: 1,
    PersonKind.OTHER_OBSERVER: 1,
    PersonKind.PROXY: 1,
    PersonKind.MEDIA: 1,
    PersonKind.FOREIGN_MEDIA: 1,
}
MOST_OF_TELEVISION = 3
MEDIA = (PersonKind.MEDIA, PersonKind.FOREIGN_MEDIA)

# Those whom the law lets no further in until the commission decides otherwise.
KEPT_OUT = (PersonState.REFUSED, PersonState.REMOVED)


class Person(NamedTuple):
    """One person in the journal of observers, counted from 1 in the order of the day.

    ``organisation`` is the party, association, candidate or outlet that sent him, for an
    interpreter whom he goes with. ``television`` marks an outlet that may send three.
    """

    number: int
    kind: str
    organisation: str
    name: str
    paper: str
    entry: str
    state: str
    television: bool = False


def present_by_kind(persons: Mapping[int, Person]) -> dict[str, int]:
    """Count those who are in the premises now, kind by kind."""
    found = {str(kind): 0 for kind in PersonKind}
    for person in persons.values():
        if person.state == PersonState.PRESENT:
            found[person.kind] = found.get(person.kind, 0) + 1
    return found
