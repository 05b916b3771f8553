"""Keep the voters of a precinct ready to be found."""

from collections.abc import Iterable
from heapq import nsmallest
from typing import NamedTuple

from precinct_app.domain.letters import kazakh_key
from precinct_app.domain.voters import Voter
from precinct_app.search.meant import meant
from precinct_app.search.rank import first
from precinct_app.search.register import Register


class Found(NamedTuple):
    """The ids of the voters found, best first, and how many more there are."""

    hits: tuple[str, ...]
    more: int


class Index:
    """The voters of a precinct, in the Kazakh order and in that of the list."""

    def __init__(self, voters: Iterable[Voter]) -> None:
        ordered = sorted((kazakh_key(voter.name), turn, voter) for turn, voter in enumerate(voters))
        self._keys = [key for key, _, _ in ordered]
        self._ids = [voter.id for _, _, voter in ordered]
        self._places = {voter: place for place, voter in enumerate(self._ids)}
        self._register = Register([voter for _, _, voter in ordered])
        self._listed = (1 << len(ordered)) - 1

    def __contains__(self, voter: str) -> bool:
        return voter in self._places

    def add(self, voter: Voter) -> None:
        """Add a voter, or replace the one of the same id."""
        if voter.id in self._places:
            self.remove(voter.id)
        place = self._places[voter.id] = len(self._ids)
        self._ids.append(voter.id)
        self._keys.append(kazakh_key(voter.name))
        self._register.add(place, voter)

    def remove(self, voter: str) -> None:
        """Take a voter out by his id; KeyError for an unknown one."""
        self._register.strike_off(self._places.pop(voter))

    def find(self, text: str, most: int = 12) -> Found:
        """Find the voters that a text may mean, best first.

        Words of the name in any order, each may be a beginning; a number in the list, an IIN or
        its last four; street, house and flat. Another layout, Latin letters, what sounds alike
        and slips come after. At most ``most`` hits; among equals the Kazakh order decides.
        """
        places: list[int] = []
        seen = 0
        for voters in meant(self._register, text, few=most):
            places += self._best(voters & ~seen, most - len(places))
            seen |= voters
        hits = tuple(self._ids[place] for place in places)
        return Found(hits, seen.bit_count() - len(hits))

    def _best(self, voters: int, most: int) -> list[int]:
        """List the best of a set; voters added in the day stand among those of the list."""
        places = first(voters & self._listed, most)
        if added := voters & ~self._listed:
            places += first(added, added.bit_count())
            places = nsmallest(most, places, key=lambda place: (self._keys[place], place))
        return places
