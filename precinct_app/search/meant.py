"""Tell whom a typed text may mean, the surest first."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from precinct_app.domain.letters import from_latin, from_wrong_layout, is_latin, loose, sound
from precinct_app.search.rank import everyone
from precinct_app.search.register import Register
from precinct_app.search.words import MOST_LETTERS, is_figure, lone_iin, lone_number, readings

SHORTEST_SLIP = 4
MOST_SLIPS = 2


def meant(register: Register, text: str, few: int) -> Iterator[int]:
    """Give sets of voters, from what a text surely means to what it might.

    A whole IIN means its voter and nobody else. Latin letters also mean the other layout and
    Latin spelling. What sounds alike follows where fewer than ``few`` are found by whole words,
    anything less sure only where nobody is.
    """
    if iin := next(filter(None, map(lone_iin, (text, *from_wrong_layout(text)))), ""):
        yield from register.present(register.figures.iin(iin))
        return
    if not any(map(str.isalnum, text)):
        return
    text = text[:MOST_LETTERS]
    layouts = from_wrong_layout(text)
    found = _as_typed(register, text)
    yield from found
    typed = readings(text)[0]
    might: list[int] = []
    if is_latin(text) or not found:
        might = [voters for layout in layouts for voters in _as_typed(register, layout)]
        might += _as_heard(register, typed)
    elif everyone(found).bit_count() < few and all(map(_long, typed)):
        might = _as_heard(register, typed)
    yield from might
    if not found and not might:
        yield from _with_slips(register, [_cyrillic(word) for word in typed])
        for layout in layouts:
            yield from _with_slips(register, readings(layout)[0])


def _as_typed(register: Register, text: str) -> list[int]:
    """Find by the text as it stands, in the first of its readings that finds anybody."""
    number = register.figures.number(lone_number(text))
    for typed in readings(text):
        sides = register.sides(typed, register.names.begins)
        names = _names(typed)
        if found := register.shared(sides, register.apart(names, names)):
            return [*register.present(number), *found]
    return register.present(number)


def _as_heard(register: Register, typed: Sequence[str]) -> list[int]:
    """Find what sounds as typed, in Cyrillic or in Latin letters."""

    def heard(word: str) -> list[str]:
        return [sound(spelling) or spelling for spelling in from_latin(word) or (word,)]

    sides = register.sides(typed, lambda word: register.names.sounds(heard(word)))
    names = [heard(name)[0] for name in _names(typed)]
    return register.shared(sides, register.apart(names, names, heard=True))


def _with_slips(register: Register, typed: Sequence[str]) -> list[int]:
    """Find what was meant with one slip, or with one in each of two words.

    A slip in words of at least ``SHORTEST_SLIP`` letters, and in each that finds nothing.
    """
    sides = register.sides(typed, register.names.begins)
    lost = {turn for turn, side in enumerate(sides) if not side}
    able = [turn for turn, word in enumerate(typed) if _long(word) and not is_figure(word)]
    near = cache(register.names.near)
    for slips in range(1, MOST_SLIPS + 1):
        found: list[int] = []
        for turns in combinations(able, slips):
            sure = [side for turn, side in enumerate(sides) if turn not in turns]
            if not lost <= set(turns) or (sure and not register.shared(sure)):
                continue
            slipped = [typed[turn] for turn in turns]
            apart = register.apart(_names(typed), set(_names(typed)) - set(_names(slipped)))
            found += register.shared([*sure, *map(near, slipped)], apart)
        if found:
            return found
    return []


def _names(typed: Iterable[str]) -> list[str]:
    return [loose(word) for word in typed if not is_figure(word)]


def _long(word: str) -> bool:
    return is_figure(word) or len(word) >= SHORTEST_SLIP


def _cyrillic(word: str) -> str:
    return next(iter(from_latin(word)), word)
