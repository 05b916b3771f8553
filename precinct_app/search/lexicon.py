"""Look up the voters of each word by its beginning, its sound or a slip.

Voters are places in one order; a set of voters is a whole number with one bit per place.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping

from precinct_app.domain.letters import loose, sound

Grades = Mapping[int, int]
"""Sets of voters by grade, ``match * fields + field``: the lower the better."""

WHOLE, WHOLE_LOOSE, BEGINNING, BEGINNING_LOOSE = range(4)

_LAST = "\U0010ffff"
_KEPT = 256
_FEW = 24


class Lexicon:
    """All words of one sort, and the places of the voters who have them."""

    def __init__(self, fields: int) -> None:
        self._fields = fields
        self._size = 0
        self._places: dict[str, dict[int, list[int]]] = {}
        self._spellings: dict[str, list[str]] = {}
        self._words: list[str] = []
        self._sounding: dict[str, list[str]] = {}
        self._sounds: list[str] = []
        self._unheard: list[str] = []
        self._stems: dict[int, list[str]] = {}
        self._kept: dict[str, Grades] = {}
        self._tidy = True

    def add(self, place: int, field: int, word: str) -> None:
        """Note that the voter at a place has a word in a field."""
        fields = self._places.get(word)
        if fields is None:
            fields = self._places[word] = {}
            folded = loose(word)
            if folded not in self._spellings:
                self._unheard.append(folded)
            self._spellings.setdefault(folded, []).append(word)
        fields.setdefault(field, []).append(place)
        self._size = max(self._size, place + 1)
        self._tidy = False

    def begins(self, typed: str) -> Grades:
        """Find the words that begin as typed, whole words and exact letters first."""
        self._tidy_up()
        if typed not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[typed] = self._gather(self._beginning(typed))
        return self._kept[typed]

    def sounds(self, heard: Iterable[str]) -> Grades:
        """Find the words that begin with one of the given sounds."""
        return self._gather(found for begun in dict.fromkeys(heard) for found in self._heard(begun))

    def near(self, typed: str) -> Grades:
        """Find the words that begin as typed but for one slip, and not those without.

        One letter wrong, missing or too much, or two neighbours swapped.
        """
        self._tidy_up()
        folded = loose(typed)
        return self._gather(
            (WHOLE_LOOSE if word == stem else BEGINNING_LOOSE, spelling)
            for stem in self._near_stems(folded)
            for word in _range(self._words, stem)
            if not word.startswith(folded)
            for spelling in self._spellings[word]
        )

    def times(self, times: int, begun: str, *, heard: bool = False) -> int:
        """Find the voters with at least so many words that begin as typed, or as heard."""
        self._tidy_up()
        counts = bytearray(self._size)
        for _, spelling in self._heard(begun) if heard else self._beginning(begun):
            for places in self._places[spelling].values():
                for place in places:
                    counts[place] += counts[place] < times
        enough = [place for place, count in enumerate(counts) if count >= times]
        return _set(enough, self._size)

    def _tidy_up(self) -> None:
        """Sort once for all words that came since the last question."""
        if not self._tidy:
            self._words = sorted(self._spellings)
            self._kept, self._stems, self._tidy = {}, {}, True

    def _listen(self) -> None:
        """Note how each word sounds, when that is first asked."""
        self._tidy_up()
        if self._unheard:
            for word in self._unheard:
                self._sounding.setdefault(sound(word), []).append(word)
            self._sounds, self._unheard = sorted(self._sounding), []

    def _beginning(self, typed: str) -> Iterator[tuple[int, str]]:
        folded = loose(typed)
        for word in _range(self._words, folded):
            grade = WHOLE if word == folded else BEGINNING
            for spelling in self._spellings[word]:
                yield grade + (not spelling.startswith(typed)), spelling

    def _heard(self, begun: str) -> Iterator[tuple[int, str]]:
        self._listen()
        for heard in _range(self._sounds, begun):
            grade = WHOLE_LOOSE if heard == begun else BEGINNING_LOOSE
            for word in self._sounding[heard]:
                for spelling in self._spellings[word]:
                    yield grade, spelling

    def _near_stems(self, typed: str) -> Iterator[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for length in range(len(typed) - 1, len(typed) + 2):
            if length not in self._stems:
                stems = {word[:length] for word in self._words if len(word) >= length}
                self._stems[length] = sorted(stems)
            for stem, *_ in process.extract_iter(
                typed, self._stems[length], scorer=OSA.distance, score_cutoff=1
            ):
                yield stem

    def _gather(self, graded: Iterable[tuple[int, str]]) -> Grades:
        """Unite the voters of all spellings of a grade in each field."""
        found: dict[int, list[int]] = {}
        for match, spelling in graded:
            for field, places in self._places[spelling].items():
                found.setdefault(match * self._fields + field, []).extend(places)
        return {grade: _set(places, self._size) for grade, places in found.items()}


def _range(words: list[str], begun: str) -> list[str]:
    return words[bisect_left(words, begun) : bisect_left(words, begun + _LAST)]


def _set(places: Collection[int], size: int) -> int:
    """Write places as one number; a long list through a row of noughts and ones."""
    if len(places) < _FEW:
        return sum(1 << place for place in set(places))
    flags = bytearray(b"0" * size)
    for place in places:
        flags[place] = 49
    return int(flags[::-1], 2)
