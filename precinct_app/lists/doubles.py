"""Find rows that may be one person: singularity (art. 25(3)).

A double is accepted; each of its rows is put to the commission with the others. All is done by
groups, so that the time grows with the list and not with its square.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from precinct_app.domain import iin
from precinct_app.domain.voters import Voter
from precinct_app.lists.near_names import loose_parts, near_pairs
from precinct_app.lists.report import RowReason

MOST_OTHERS: Final = 5
"""Others that one finding names."""

Double = tuple[RowReason, int, list[int]]
"""A reason, a voter's place in the list and those of the others."""


def find_doubles(voters: Sequence[Voter]) -> Iterator[Double]:
    """Find the doubles of a list.

    A row that stands there twice word for word is that and nothing else.
    """
    contents = [content_of(voter) for voter in voters]
    for group in groups(contents):
        for place in group:
            others = islice((other for other in group if other != place), MOST_OTHERS)
            yield RowReason.SAME_ROW_TWICE, place, list(others)
    names = [loose_parts(voter) for voter in voters]
    numbers = [voter.iin if iin.is_number(voter.iin) else None for voter in voters]
    births = [
        (name, voter.birth) if voter.birth else None
        for name, voter in zip(names, voters, strict=True)
    ]
    yield from differing(RowReason.SAME_IIN, numbers, contents)
    yield from differing(RowReason.SAME_NAME_BIRTH, births, contents)
    yield from near(voters, names, contents)


def content_of(voter: Voter) -> tuple[str, ...]:
    """Give what a row says of the voter, without number and place in the list."""
    return (*voter[2:10], voter.ballots)


def groups(keys: Iterable[Hashable | None]) -> Iterator[list[int]]:
    """Group places by their key where more than one has it; None is no key."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            found[key].append(place)
    return (group for group in found.values() if len(group) > 1)


def differing(
    reason: RowReason, keys: Iterable[Hashable | None], contents: Sequence[Hashable]
) -> Iterator[Double]:
    """Find voters with the same key whose rows are not the same."""
    for group in groups(keys):
        first = {contents[place]: place for place in reversed(group)}
        if len(first) == 1:
            continue
        for place in group:
            others = (other for other in first.values() if contents[other] != contents[place])
            yield reason, place, sorted(islice(others, MOST_OTHERS))


def near(
    voters: Sequence[Voter], names: Sequence[tuple[str, str, str]], contents: Sequence[Hashable]
) -> Iterator[Double]:
    """Find near-doubles at one address that are not two proven persons."""
    others: dict[int, list[int]] = defaultdict(list)
    for one, other in near_pairs(voters, names):
        if contents[one] != contents[other] and may_be_one(
            voters[one], voters[other], names[one] == names[other]
        ):
            others[one].append(other)
            others[other].append(one)
    for place in sorted(others):
        yield RowReason.NEAR_DOUBLE, place, sorted(set(others[place]))[:MOST_OTHERS]


def may_be_one(one: Voter, other: Voter, loosely_same: bool) -> bool:
    """Say whether two near names may be one person.

    Two sound numbers that each agree with the birth beside them, and births that differ, are
    two persons: father and son, or sisters of like names. One name written in two ways stays a
    question; the same name with the same birth is one already asked.
    """
    alike = one.name.casefold() == other.name.casefold()
    if alike and one.birth and one.birth == other.birth:
        return False
    if loosely_same and not alike:
        return True
    return one.birth == other.birth or not (is_proven(one) and is_proven(other))


def is_proven(voter: Voter) -> bool:
    """Say whether a sound number agrees with the birth in the list."""
    if not voter.birth or not iin.is_sound(voter.iin):
        return False
    born = iin.birth_date(voter.iin)
    return born is not None and born.isoformat().startswith(voter.birth)
