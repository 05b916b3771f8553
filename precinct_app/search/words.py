"""Cut a typed text into words that can be looked up."""

import re

from precinct_app.domain.letters import cyrillic_lookalikes, loose, strict

MOST_WORDS = 10
MOST_LETTERS = 200

_WORD = re.compile(r"\d[^\W_]*(?:/[^\W_]+)*|[^\W_]+")
_DIGIT = re.compile(r"\d")
_IIN = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_NUMBER = re.compile(r"\W*([^\W\d_]{1,2})[\s-]*([0-9]+)\W*")
_NO_FIGURE = re.compile(r"[^\w/]|_")
_SON_OR_DAUGHTER = {"улы", "кызы", "оглы", "uly", "ulı", "kyzy", "qyzy", "qızı"}
_OF_STREETS = {
    *("ул", "улица", "кошеси", "пр", "просп", "проспект", "дангылы", "мкр", "мкрн", "микрорайон"),
    *("ыкшамаудан", "ыкшамауданы", "ыкшам", "ауданы", "пер", "переулок", "тупик", "бульвар"),
}
_STREET_BEGUN = 3
_OF_HOUSES = {"дом", "уй", "уйи", "кв", "квартира", "патер", "патери"}
_BEFORE_FIGURES = {"д", "п", *_OF_HOUSES}
_LIKE_CYRILLIC = str.maketrans("abcehikmoptxy", "авсенікмортху")


def words(text: str) -> list[str]:
    """Cut a text into words, each with its own letters.

    Look-alike letters mended, case folded; Серік ұлы is one word as Серікұлы is. A figure keeps
    its letter and its fraction: 12а, 12/1.
    """
    joined: list[str] = []
    for word in _cut(text):
        if joined and loose(word) in _SON_OR_DAUGHTER:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _cut(text: str) -> list[str]:
    return _WORD.findall(strict(cyrillic_lookalikes(text)))


def street_words(street: str) -> list[str]:
    """Cut a street into words, its kind left out."""
    return [word for word in words(street) if loose(word) not in _OF_STREETS]


def readings(text: str) -> list[list[str]]:
    """Read a typed text as words to look up, the likeliest reading first.

    Words for house and flat are left out beside a figure. So are those for a street, but at the
    end of the text, where one may begin a name, only in a later reading. In the last one ұлы is
    a word of its own. At most ``MOST_WORDS`` words.
    """
    typed = words(text)[:MOST_WORDS]
    told = _telling(typed)
    found = [told]
    if len(told) > 1 and _may_be_street(loose(told[-1])):
        found.append(told[:-1])
    apart = _cut(text)[:MOST_WORDS]
    return [*found, apart] if apart not in found else found


def _telling(typed: list[str]) -> list[str]:
    told = [
        word
        for before, word, after in zip(["", *typed], typed, [*typed[1:], ""], strict=False)
        if not (after and loose(word) in _OF_STREETS)
        and not (is_figure(after) and loose(word) in _BEFORE_FIGURES)
        and not (is_figure(before) and loose(word) in _OF_HOUSES)
    ]
    return told or typed


def _may_be_street(word: str) -> bool:
    begun = len(word) >= _STREET_BEGUN and any(kind.startswith(word) for kind in _OF_STREETS)
    return begun or word in _OF_STREETS


def is_figure(word: str) -> bool:
    """Tell whether a word holds a digit."""
    return bool(_DIGIT.search(word))


def figure(text: str) -> str:
    """Fold a number, a house or a flat, so that 012-А is 12а."""
    if text.isascii() and text.isdigit():
        return text.lstrip("0") or text[:1]
    folded = loose(_NO_FIGURE.sub("", text.casefold()).translate(_LIKE_CYRILLIC))
    return folded.lstrip("0") or folded[:1]


def lone_number(text: str) -> str:
    """Read a text that is one number with a letter, as A-1; empty for any other."""
    number = _NUMBER.fullmatch(text)
    return figure("".join(number.groups())) if number else ""


def lone_iin(text: str) -> str:
    """Read the one identification number that a text holds; empty where there is none."""
    joined = "".join(text.split())
    held = set(_IIN.findall(joined if joined.isdigit() else text))
    return held.pop() if len(held) == 1 else ""
