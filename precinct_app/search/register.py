"""Register which voter has which words and figures."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from precinct_app.domain.voters import Voter
from precinct_app.search.figures import ALONE, LAST_OF_SEVERAL, WITH_WORDS, Figures
from precinct_app.search.lexicon import Grades, Lexicon
from precinct_app.search.rank import either, together
from precinct_app.search.words import is_figure, street_words, words

SURNAME, FIRST_NAME, PATRONYMIC, FURTHER, STREET = FIELDS = range(5)

LookUp = Callable[[str], Grades]
"""A way to look up one word of a name or a street."""


class Register:
    """All words of all voters, each voter at a place in one order."""

    def __init__(self, voters: Sequence[Voter]) -> None:
        self.names = Lexicon(len(FIELDS))
        self.figures = Figures()
        self._words, self._street_words = cache(words), cache(street_words)
        for place, voter in enumerate(voters):
            self._note(place, voter)
        self._present = (1 << len(voters)) - 1

    def add(self, place: int, voter: Voter) -> None:
        """Register one more voter, at a place of his own."""
        self._note(place, voter)
        self._present |= 1 << place

    def strike_off(self, place: int) -> None:
        """Leave a place out of all that is found from now on."""
        self._present &= ~(1 << place)

    def _note(self, place: int, voter: Voter) -> None:
        for field, name in enumerate((voter.surname, voter.first_name, voter.patronymic)):
            for turn, word in enumerate(self._words(name)):
                self.names.add(place, FURTHER if turn else field, word)
        for word in self._street_words(voter.street):
            self.names.add(place, STREET, word)
        self.figures.add(place, voter)

    def sides(self, typed: Sequence[str], look_up: LookUp) -> list[Grades]:
        """Look up each word; a figure also as a number, a house, a flat, a year."""
        figures = [turn for turn, word in enumerate(typed) if is_figure(word)]
        sides = [look_up(word) for word in typed]
        for turn in figures:
            likely = WITH_WORDS if len(typed) > 1 else ALONE
            if len(figures) > 1 and turn == figures[-1]:
                likely = LAST_OF_SEVERAL
            sides[turn] = either(sides[turn], self.figures.meanings(typed[turn], likely))
        return sides

    def shared(self, sides: Sequence[Grades], within: int = -1) -> list[int]:
        """Find the voters present whom all sides know, in sets from the best down."""
        found = (voters & self._present & within for voters in together(sides))
        return [voters for voters in found if voters]

    def present(self, voters: int) -> list[int]:
        """Give a set as found, less those struck off; nothing for nobody."""
        return [voters & self._present] if voters & self._present else []

    def apart(self, typed: Sequence[str], asked: Iterable[str], *, heard: bool = False) -> int:
        """Find the voters with a word of their own for each typed one, loose or as heard.

        ``asked``: those of the typed words that may begin others; only where one does is there
        anything to ask, as with иван иванов.
        """
        voters = -1
        for word in set(asked):
            times = sum(other.startswith(word) for other in typed)
            if times > 1:
                voters &= self.names.times(times, word, heard=heard)
        return voters
