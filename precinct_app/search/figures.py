"""Find voters by figures: number, IIN, house, flat, year."""

from collections.abc import Sequence

from precinct_app.domain.voters import Voter
from precinct_app.search.lexicon import BEGINNING, Grades, Lexicon
from precinct_app.search.words import figure

NUMBER, HOUSE, FLAT, YEAR = FIELDS = range(4)
LAST_FOUR = 4

# What a figure may mean, the likeliest first; BEGUN marks one that only begins as typed.
BEGUN = 5
ALONE: tuple[int, ...] = (NUMBER, HOUSE, LAST_FOUR, YEAR, BEGUN + NUMBER, BEGUN + HOUSE)
WITH_WORDS: tuple[int, ...] = (HOUSE, NUMBER, LAST_FOUR, YEAR, BEGUN + HOUSE, FLAT, BEGUN + NUMBER)
LAST_OF_SEVERAL: tuple[int, ...] = (
    FLAT,
    *WITH_WORDS[:4],
    BEGUN + FLAT,
    BEGUN + HOUSE,
    BEGUN + NUMBER,
)


class Figures:
    """All figures of the voters, by what they mean."""

    def __init__(self) -> None:
        self._written = Lexicon(len(FIELDS))
        self._iins: dict[str, list[int]] = {}
        self._last_four: dict[str, list[int]] = {}

    def add(self, place: int, voter: Voter) -> None:
        """Note the figures of the voter at a place."""
        written = {NUMBER: voter.number, HOUSE: voter.house, FLAT: voter.flat}
        for field, text in {**written, YEAR: voter.birth[:4]}.items():
            if folded := figure(text):
                self._written.add(place, field, folded)
        if voter.iin:
            self._iins.setdefault(voter.iin, []).append(place)
            self._last_four.setdefault(voter.iin[-4:], []).append(place)

    def iin(self, digits: str) -> int:
        """Find the voters of one whole IIN."""
        return _set(self._iins.get(digits, []))

    def number(self, folded: str) -> int:
        """Find the voters of exactly one number in the list."""
        return self._written.begins(folded).get(NUMBER, 0)

    def meanings(self, word: str, likely: Sequence[int]) -> Grades:
        """Find the voters of whom a figure says something, by the likeliest meaning first."""
        found: dict[int, int] = {}
        for grade, voters in self._written.begins(figure(word)).items():
            match, field = divmod(grade, len(FIELDS))
            meaning = field + BEGUN * (match >= BEGINNING)
            found[meaning] = found.get(meaning, 0) | voters
        if four := self._last_four.get(word):
            found[LAST_FOUR] = _set(four)
        return {cost: found[sense] for cost, sense in enumerate(likely) if sense in found}


def _set(places: list[int]) -> int:
    return sum(1 << place for place in places)
