"""Give each voter the id that names him in every entry.

It is the list's own number. A missing number is given once: the next above the highest. A number
that comes again is told apart as ``214/2``. An id never holds a hyphen: ``1-57`` is the form of a
voter added in the day.
"""

import re
from collections.abc import Sequence
from typing import Final

from precinct_app.domain.voters import Voter

DASHES: Final = re.compile("[-\u2010-\u2015\u2212]")
LONGEST: Final = 9
"""Digits of a number that counts as one of the list's own series."""


def number_voters(voters: Sequence[Voter]) -> list[Voter]:
    """Give the voters of a list their ids, in its order."""
    highest = max(
        (int(voter.number) for voter in voters if is_serial(voter.number)),
        default=0,
    )
    own = {key_of(voter.number) for voter in voters}
    taken: set[str] = set()
    again: dict[str, int] = {}
    numbered: list[Voter] = []
    for voter in voters:
        number = voter.number
        if not number:
            highest += 1
            number = str(highest)
        name = key = key_of(number)
        while name in taken or (name != key and name in own):
            again[key] = again.get(key, 1) + 1
            name = f"{key}/{again[key]}"
        taken.add(name)
        numbered.append(voter._replace(id=name, number=number))
    return numbered


def is_serial(number: str) -> bool:
    """Say whether a number is a plain one, of a length a list can have."""
    return number.isascii() and number.isdigit() and len(number) <= LONGEST


def key_of(number: str) -> str:
    """Write a number without hyphens."""
    return DASHES.sub("/", number)
