"""Find near names at one address.

Two of the three parts are loosely the same, and the third differs by at most one letter or one
swap of neighbours, or is missing in one row.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from precinct_app.domain.letters import loose
from precinct_app.domain.voters import Voter

Parts = tuple[str, str, str]
Pair = tuple[int, int]

SHORTEST: Final = 3
"""Letters of a word in which one letter may be a slip."""
MOST_COMPARED: Final = 8
"""Voters of one name at one address that each is compared with."""
STREET_WORDS: Final = frozenset(
    "ул улица коше кошеси к пр проспект данғылы данғыл пер переулок".translate(
        str.maketrans("ғ", "г")
    ).split()
)
WORDS: Final = re.compile(r"\w+")

loose_word = lru_cache(maxsize=1 << 16)(loose)


def loose_parts(voter: Voter) -> Parts:
    """Fold surname, first name and patronymic."""
    return loose_word(voter.surname), loose_word(voter.first_name), loose_word(voter.patronymic)


@lru_cache(maxsize=1 << 14)
def street_key(street: str) -> str:
    """Fold a street, without the words that say that it is one."""
    return " ".join(word for word in WORDS.findall(loose(street)) if word not in STREET_WORDS)


def near_pairs(voters: Sequence[Voter], names: Sequence[Parts]) -> Iterator[Pair]:
    """Give the pairs of places with near names at one address, each once."""
    homes: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, voter in enumerate(voters):
        if voter.street:
            homes[street_key(voter.street), loose_word(voter.house), loose_word(voter.flat)].append(
                place
            )
    for home in homes.values():
        if len(home) > 1:
            yield from sorted(set(pairs_at_home(home, names)))


def pairs_at_home(home: Sequence[int], names: Sequence[Parts]) -> Iterator[Pair]:
    """Give the pairs of one address, some more than once."""
    sharing: dict[tuple[int, str, str], dict[str, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for place in home:
        parts = names[place]
        for open_part in range(3):
            one, other = parts[open_part - 2], parts[open_part - 1]
            if one or other:
                sharing[open_part, one, other][parts[open_part]].append(place)
    for words in sharing.values():
        for same in words.values():
            yield from limited_pairs(same, same)
        for one, other in near_words(words):
            yield from limited_pairs(words[one], words[other])


def limited_pairs(some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Pair each of some with the first of the others."""
    for place in some:
        for other in others[:MOST_COMPARED]:
            if place != other:
                yield min(place, other), max(place, other)


def near_words(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of different words that are one slip apart, or one of them is empty."""
    known = sorted(set(words))
    if len(known) < 2:
        return
    if not known[0]:
        yield from (("", word) for word in known[1:])
    shortened: dict[str, list[str]] = defaultdict(list)
    for word in known:
        if len(word) >= SHORTEST:
            for form in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                shortened[form].append(word)
    for forms in shortened.values():
        yield from (pair for pair in combinations(forms, 2) if is_one_slip(*pair))


def is_one_slip(one: str, other: str) -> bool:
    """Say whether one letter more, less or other, or one swap, makes one word of the other."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, against = one[start:], other[start:]
    return (
        rest[1:] == against[1:]
        or rest[1:] == against
        or rest == against[1:]
        or (rest[:2] == against[1::-1] and rest[2:] == against[2:])
    )
