"""What the program says, in Kazakh, Russian and English.

The sentences are data, ``resources/i18n/<language>.json``: section, code, sentence with its facts
in braces. Facts that are codes (a phase, an office, an account) are shown in words.
"""

import json
import locale
import os
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from precinct_app.errors import ListError, Refusal, Saying, StoreError
from precinct_app.resources import read_text

if TYPE_CHECKING:
    from precinct_app.domain.day import Conflict
    from precinct_app.domain.election import Election
    from precinct_app.domain.figures.causes import Cause
    from precinct_app.domain.figures.due import Due

LANGUAGES = ("kk", "ru", "en")

# A fact of a no is shown up to here: whoever pastes a page in place of a number can still read the no.
LONGEST_FACT = 100

# Where a system says which language it speaks, first to last.
SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
# Windows writes the name of a language out; of ours only this one begins otherwise.
_KAZAKH = "kazakh"

# Facts whose values are codes, each with a section of its own words.
IN_WORDS = ("argument", "cause", "phase", "role", "standing")

_SECTIONS: Mapping[type[Saying], str] = {
    Refusal: "refusal",
    StoreError: "store",
    ListError: "list",
}
_ARTICLE = re.compile(r"(?P<article>[\d-]+)(\((?P<point>[\d-]+)\))?(\((?P<subpoint>[\d-]+)\))?")


def choose_language(otherwise: str, stated: str = "", last: str = "") -> str:
    """Choose the language to speak, for a command and for the window alike.

    First what is ``stated``, then PRECINCT_LANGUAGE, the ``last`` one spoken, the system's, and
    ``otherwise`` where none of these is one of ours.
    """
    system = next(filter(None, map(os.environ.get, SYSTEM)), None) or locale.getlocale()[0]
    for wish in (stated, os.environ.get("PRECINCT_LANGUAGE"), last, system):
        name = (wish or "").lower()
        code = LANGUAGES[0] if name.startswith(_KAZAKH) else name[:2]
        if code in LANGUAGES:
            return code
    return otherwise


class _Facts(dict[str, str]):
    """Facts of a sentence; one that is not known is three dots, never a crash."""

    def __missing__(self, _name: str) -> str:
        return "…"


def say(
    language: str, error: Saying, election: "Election | None" = None, **written: str | int
) -> str:
    """Say a no in one of the languages, with what to do now.

    With the election, a ballot is its letter and short title instead of its id. ``written`` are
    facts that are shown otherwise than the no has them. The article of a Refusal is not in the
    sentence (see ``article_text``).
    """
    stated = {**error.facts, **written}
    facts = {name: _shorten(str(value)) for name, value in stated.items()}
    return _fill(language, _SECTIONS[type(error)], error.reason, facts, election)


def say_conflict(language: str, conflict: "Conflict", election: "Election | None" = None) -> str:
    """Say what stands in a day against the rules of one desk."""
    facts = {"entry": conflict.entry, **dict(conflict.facts)}
    return _fill(language, "conflict", conflict.kind, facts, election)


def say_cause(language: str, cause: "Cause", election: "Election | None" = None) -> str:
    """Say why an account may not add up, with what to do now."""
    return _fill(language, "likely", cause.code, cause.facts, election)


def due_text(language: str, one: "Due") -> str:
    """Name what is due: a moment of the law, the report of an hour, the return of a trip."""
    code = one.what if one.kind == "moment" else one.kind
    return text(language, "due", code, what=one.what)


def text(language: str, section: str, code: str, /, **facts: str | int) -> str:
    """Give the text of a code, with its facts; KeyError for a code that has none."""
    return _fill(language, section, code, facts, None)


def article_text(language: str, article: str) -> str:
    """Name an article of the law on elections, such as ``41(5)``; empty for none.

    A referendum is held by the same articles, by analogy.
    """
    found = _ARTICLE.fullmatch(article)
    if found is None:
        return article
    parts = {name: number for name, number in found.groupdict().items() if number}
    return _texts(language)["article"][[*parts][-1]].format_map(parts)


def holder_text(language: str, holder: str) -> str:
    """Name an account of ballots, such as ``safe`` or ``member:4``; an unknown one as it is."""
    kind, colon, born = holder.partition(":")
    known = kind + colon in _texts(language)["holder"]
    return text(language, "holder", kind + colon, id=born) if known else holder


def ballot_text(language: str, election: "Election", ballot: str) -> str:
    """Name a ballot by its letter and short title; by its id where the election has none such."""
    for known in election.ballots:
        if known.id == ballot:
            return f"{known.letter} – {getattr(known.short, language)}"
    return ballot


def _fill(
    language: str,
    section: str,
    code: str,
    facts: Mapping[str, str | int],
    election: "Election | None",
) -> str:
    shown = {name: _show(language, name, value, election) for name, value in facts.items()}
    return _texts(language)[section][code].format_map(_Facts(shown))


def _show(language: str, name: str, value: str | int, election: "Election | None") -> str:
    """Show a fact in words; one that is no known code is shown as it is."""
    shown, name = str(value) or "…", name.removeprefix("other_")
    if name == "ballot" and election:
        return ballot_text(language, election, shown)
    if name == "article":
        return article_text(language, shown)
    if name == "gap":
        return ", ".join(_texts(language)["gap"][code] for code in shown.split())
    if name == "holder":
        return holder_text(language, shown)
    return _texts(language)[name].get(shown, shown) if name in IN_WORDS else shown


def _shorten(value: str) -> str:
    return value if len(value) <= LONGEST_FACT else f"{value[: LONGEST_FACT - 1]}…"


@cache
def _texts(language: str) -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(read_text(f"i18n/{language}.json"))
    return found
