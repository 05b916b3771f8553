"""The sentences as data: who has one, what it asks for, and in which letters it is written."""

import json
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest

from precinct_app.domain import accounts
from precinct_app.domain.figures.causes import Likely
from precinct_app.domain.fold import VERBS
from precinct_app.domain.incidents import NOT_SERVED
from precinct_app.domain.listing import FIELDS
from precinct_app.domain.members import Role, Standing
from precinct_app.domain.parts.opening import GAPS
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.phases import Phase
from precinct_app.domain.precinct import Moment, Precinct
from precinct_app.domain.preparation import ITEMS
from precinct_app.errors import ListFault, Reason, Trouble
from precinct_app.lists.report import RowReason
from precinct_app.store.verdict import Flaw
from precinct_app.texts import IN_WORDS, LANGUAGES, text
from tests import raise_sites

FOLDER = Path(__file__).parents[1] / "resources" / "i18n"
TEXTS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    language: json.loads((FOLDER / f"{language}.json").read_text("utf-8")) for language in LANGUAGES
}
# Sections whose codes are those of an enumeration, each with its members.
WHOLE: Mapping[str, set[str]] = {
    "refusal": set(Reason),
    "store": set(Trouble),
    "list": set(ListFault),
    "row": set(RowReason),
    "flaw": {*Flaw, "none"},
    "phase": set(Phase),
    "role": set(Role),
    "standing": set(Standing),
    "cause": set(Cause),
    "conflict": {site.code for site in raise_sites.conflict_sites()},
    "holder": {
        accounts.stack(""),
        *(
            held
            for name, held in vars(accounts).items()
            if name.isupper() and isinstance(held, str)
        ),
    },
    "article": {"article", "point", "subpoint"},
    "gap": set(GAPS),
    "item": set(ITEMS),
    "came": set(NOT_SERVED),
    "likely": set(Likely),
    "due": {*get_args(Moment), "report", "trip"},
}
ERRORS = {"refusal": "Refusal", "store": "StoreError", "list": "ListError"}
SENTENCES = (*ERRORS, "row", "flaw", "conflict", "about", "likely")

# What the line of an entry is told with, its number and a recorded fact apart.
ENTRY_FACTS = {"voter", "to_voter", "ballots", "member", "box", "number", "happened"}

CYRILLIC = re.compile("[\u0400-\u04ff]")
KAZAKH_ONLY = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def all_texts() -> Iterator[tuple[str, str, str, str]]:
    """Go through language, section, code and text of every text."""
    for language, sections in TEXTS.items():
        for section, codes in sections.items():
            for code, sentence in codes.items():
                yield language, section, code, sentence


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


FORMS = raise_sites.forms()


def asked_for(code: str, words: set[str]) -> bool:
    """Tell whether a code stands in the program, whole or put together of words that do."""
    start, dot, end = code.partition(".")
    if code in words or {start + dot, end} <= words:
        return True
    found = (re.fullmatch(form, code) for form in FORMS)
    return any(set(match.groups()) <= words for match in found if match)


def own_words(sentence: str) -> str:
    """Take away what stands in for facts."""
    return re.sub(r"\{\w+\}", "", sentence)


def sites_of(section: str) -> list[raise_sites.Site]:
    if section == "conflict":
        return [*raise_sites.conflict_sites()]
    return [*raise_sites.raise_sites(ERRORS[section])]


@pytest.mark.parametrize("section", WHOLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_an_enumeration_has_its_words_and_no_other_has(language, section):
    assert set(TEXTS[language][section]) == WHOLE[section]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_three_languages_have_the_same_texts_with_the_same_facts(language):
    def facts(language: str) -> dict[tuple[str, str], set[str]]:
        found = ((t[1:3], placeholders(t[3])) for t in all_texts() if t[0] == language)
        return dict(found)

    assert facts(language) == facts("kk")


def test_every_fact_that_is_a_code_has_words():
    assert set(IN_WORDS) <= set(TEXTS["kk"])


def test_every_other_text_is_asked_for_by_the_program():
    arguments = {one.name for verb in VERBS.values() for one in verb.arguments()}
    words = raise_sites.words() | arguments
    unasked = [
        (section, code)
        for section, texts in TEXTS["kk"].items()
        if section not in {*WHOLE, "argument"}
        for code in texts
        if section not in words or not asked_for(code, words)
    ]
    assert unasked == []


def test_a_word_for_an_argument_belongs_to_an_argument():
    arguments = {one.name for verb in VERBS.values() for one in verb.arguments()} | {*FIELDS}
    assert set(TEXTS["kk"]["argument"]) <= arguments | set(Precinct.__dataclass_fields__)


def test_every_text_that_is_asked_for_is_there_with_all_its_facts():
    for section, site in raise_sites.text_sites():
        assert placeholders(TEXTS["kk"][section][site.code]) <= site.facts, site


@pytest.mark.parametrize("section", [*ERRORS, "conflict"])
def test_a_sentence_uses_only_facts_that_each_place_gives(section):
    for site in sites_of(section):
        assert placeholders(TEXTS["kk"][section][site.code]) <= site.facts, site


@pytest.mark.parametrize("section", ERRORS)
def test_every_no_is_said_somewhere(section):
    assert WHOLE[section] - {site.code for site in sites_of(section)} == set()


def test_the_line_of_an_entry_uses_only_the_facts_that_it_is_given():
    for code, sentence in TEXTS["kk"]["ui"].items():
        if code.startswith("entry."):
            assert placeholders(sentence) <= ENTRY_FACTS, code


def test_no_text_is_lost_for_want_of_a_fact():
    for language, section, code, sentence in all_texts():
        shown = text(language, section, code)
        assert shown == re.sub(r"\{\w+\}", "…", sentence)
        assert shown


def test_every_text_is_tidy():
    for *where, sentence in all_texts():
        assert sentence == " ".join(unicodedata.normalize("NFC", sentence).split()), where


@pytest.mark.parametrize("section", SENTENCES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_begins_and_ends_as_one(language, section):
    for code, sentence in TEXTS[language][section].items():
        assert re.match(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ№«“{]", sentence), code
        assert sentence.endswith("."), code


def test_no_word_mixes_letters_that_look_alike():
    for *where, sentence in all_texts():
        for word in re.findall(r"[^\W\d_]+", own_words(sentence)):
            cyrillic = {bool(CYRILLIC.match(letter)) for letter in word}
            assert len(cyrillic) == 1, (where, word)


def test_each_language_is_written_in_its_own_letters():
    for language, section, code, sentence in all_texts():
        if code.startswith("language."):
            continue  # a language is named in itself
        if language == "en":
            assert not CYRILLIC.search(sentence), (section, code)
        if language == "ru":
            assert not KAZAKH_ONLY.search(sentence), (section, code)
        latin = set(re.findall("[A-Za-z]+", own_words(sentence)))
        assert latin <= set(re.findall("[A-Za-z]+", TEXTS["en"][section][code])), (section, code)


def test_no_language_falls_back_to_another():
    for section, codes in TEXTS["kk"].items():
        for code, kazakh in codes.items():
            russian, english = (TEXTS[language][section][code] for language in ("ru", "en"))
            if code.startswith("language.") or not re.search(r"[^\W\d_]{4}", own_words(kazakh)):
                continue  # named in itself, or no more than signs and facts
            assert len({kazakh, russian, english}) == 3, (section, code)
            if len(re.findall(r"[^\W\d_]+", own_words(kazakh))) > 8:
                assert KAZAKH_ONLY.search(kazakh), (section, code)
