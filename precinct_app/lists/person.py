"""Read the name of a voter from one column or three.

Latin look-alikes inside a Cyrillic name become Cyrillic; what was mixed is said.
"""

import re
from typing import Final, NamedTuple

from precinct_app.domain.letters import cyrillic_lookalikes

NO_PATRONYMIC: Final = frozenset({"нет", "жоқ", "отсутствует", "none", "б/о", "без отчества"})
CYRILLIC: Final = re.compile("[\u0400-\u052f]")
LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u0259]")
ALIKE: Final = re.compile("[ABCEHIKMOPTXYƏaceiopxyhə]+")
UNUSUAL: Final = re.compile(r"[^\u0400-\u052f ]")
STRANGE: Final = re.compile(r"[\d?*@#$%^&=+<>\[\]{}|\\~_]")
GAP_AT_DASH: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
SEPARATORS: Final = re.compile(r"[,;\s]+")
COUNTED: Final = re.compile(r"\d+\s*[.)]\s*(?=\D)")


class Name(NamedTuple):
    """The three parts; ``mixed`` says that alphabets were mixed or signs are no letters."""

    surname: str
    first_name: str
    patronymic: str
    mixed: bool


def read_name(surname: str, first_name: str, patronymic: str) -> Name:
    """Read three parts as the list has them.

    A cell that holds the whole name beside empty ones is taken apart.
    """
    if patronymic.casefold() in NO_PATRONYMIC:
        patronymic = ""
    if not first_name and not patronymic:
        surname, first_name, patronymic = take_apart(surname)
    elif not surname and not patronymic and first_name.count(" ") > 1:
        surname, first_name, patronymic = take_apart(first_name)
    whole = f"{surname} {first_name} {patronymic}"
    if not UNUSUAL.search(whole):
        return Name(surname, first_name, patronymic, mixed=False)
    surname, first_name, patronymic = map(join_dashes, (surname, first_name, patronymic))
    whole = f"{surname} {first_name} {patronymic}"
    if CYRILLIC.search(whole):
        surname, first_name, patronymic = map(mend, (surname, first_name, patronymic))
    mended = f"{surname} {first_name} {patronymic}"
    return Name(surname, first_name, patronymic, mixed=mended != whole or is_mixed(mended))


def take_apart(name: str) -> tuple[str, str, str]:
    """Take a whole name apart: surname, first name, and the rest as patronymic."""
    if UNUSUAL.search(name):
        name = SEPARATORS.sub(" ", join_dashes(COUNTED.sub("", name, count=1)))
    words = name.split(" ")
    return words[0], "".join(words[1:2]), " ".join(words[2:])


def join_dashes(part: str) -> str:
    """Write a double name with a plain hyphen and without gaps around it."""
    return GAP_AT_DASH.sub("-", part).strip(" ,;")


def mend(part: str) -> str:
    """Turn the look-alikes in a part of a Cyrillic name into Cyrillic."""
    return " ".join(map(mend_word, part.split(" ")))


def mend_word(word: str) -> str:
    """Mend one word of a Cyrillic name; one of look-alikes alone is Cyrillic too."""
    if ALIKE.fullmatch(word):
        return cyrillic_lookalikes(f"я{word}")[1:]
    return cyrillic_lookalikes(word)


def is_mixed(name: str) -> bool:
    """Say whether a name still mixes alphabets or holds what is no letter."""
    return bool(STRANGE.search(name) or (LATIN.search(name) and CYRILLIC.search(name)))
