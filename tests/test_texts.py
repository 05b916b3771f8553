"""Every no has a sentence in three languages, and no sentence asks for more than it is given."""

import json
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from precinct_app.domain import accounts
from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import VERBS
from precinct_app.domain.members import Role
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.phases import Phase
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import ListError, ListFault, Reason, Refusal, StoreError, Trouble
from precinct_app.lists.report import RowReason
from precinct_app.resources import load_election
from precinct_app.store.verdict import Flaw
from precinct_app.texts import (
    IN_WORDS,
    LANGUAGES,
    article_text,
    ballot_text,
    holder_text,
    say,
    say_conflict,
    text,
)
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
}
ERRORS = {"refusal": "Refusal", "store": "StoreError", "list": "ListError"}
SENTENCES = (*ERRORS, "row", "flaw", "conflict", "about")

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


def test_every_other_text_is_asked_for_by_the_program():
    words = raise_sites.words()
    codes = {
        (section, code)
        for section, texts in TEXTS["kk"].items()
        if section not in {*WHOLE, "argument"}
        for code in texts
    }
    assert {(section, code) for section, code in codes if {section, code} - words} == set()


def test_a_word_for_an_argument_belongs_to_an_argument():
    arguments = {one.name for verb in VERBS.values() for one in verb.arguments()}
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


def test_no_text_is_lost_for_want_of_a_fact():
    for language, section, code, sentence in all_texts():
        shown = text(language, section, code)
        assert shown == re.sub(r"\{\w+\}", "…", sentence)
        assert shown


def test_a_code_without_a_text_is_our_own_fault():
    with pytest.raises(KeyError):
        text("kk", "refusal", "no_such_reason")


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
        for word in re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", "", sentence)):
            cyrillic = {bool(CYRILLIC.match(letter)) for letter in word}
            assert len(cyrillic) == 1, (where, word)


def test_each_language_is_written_in_its_own_letters():
    for language, section, code, sentence in all_texts():
        if language == "en":
            assert not CYRILLIC.search(sentence), (section, code)
        if language == "ru":
            assert not KAZAKH_ONLY.search(sentence), (section, code)
        latin = set(re.findall("[A-Za-z]+", sentence))
        assert latin <= set(re.findall("[A-Za-z]+", TEXTS["en"][section][code])), (section, code)


def test_no_language_falls_back_to_another():
    for section, codes in TEXTS["kk"].items():
        for code, kazakh in codes.items():
            russian, english = (TEXTS[language][section][code] for language in ("ru", "en"))
            assert len({kazakh, russian, english}) == 3, (section, code)
            if len(kazakh.split()) > 3:
                assert KAZAKH_ONLY.search(kazakh), (section, code)


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "ЖАЗЫЛҒАН ЖОҚ"), ("ru", "НЕ ЗАПИСАНО"), ("en", "NOT RECORDED")],
)
@pytest.mark.parametrize(
    "trouble",
    [
        Trouble.NOT_RECORDED,
        Trouble.DISK_FULL,
        Trouble.READ_ONLY,
        Trouble.FORKED,
        Trouble.SECOND_WRITER,
    ],
)
def test_a_failed_write_says_loudly_that_nothing_was_recorded(language, words, trouble):
    assert words in say(language, StoreError(trouble))


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "БЕЛГІСІЗ"), ("ru", "НЕИЗВЕСТНО"), ("en", "NOT KNOWN YET")]
)
def test_a_file_out_of_reach_leaves_it_open_whether_it_was_recorded(language, words):
    assert words in say(language, StoreError(Trouble.OUT_OF_REACH))


def test_a_no_is_filled_with_its_facts():
    refusal = Refusal(Reason.NOT_ENOUGH, ballot="maz_pl", left=3, amount=5)
    assert say("ru", refusal) == (
        "Бюллетеней «maz_pl» не хватает: нужно 5, есть 3. Пересчитайте или сначала пополните запас."
    )
    error = StoreError(Trouble.EXISTS, file="214.precinct")
    assert say("kk", error) == (
        "«214.precinct» файлы бұрыннан бар, ол өзгеріссіз қалды. Басқа ат таңдаңыз."
    )
    assert "list.xlsx" in say("en", ListError(ListFault.MISSING, file="list.xlsx"))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("kk", "«А – Мәжіліс, партиялық тізім»"),
        ("ru", "«А – Мажилис, партийный список»"),
        ("en", "“А – Mazhilis, party list”"),
    ],
)
def test_with_the_election_a_ballot_is_its_letter_and_title(language, shown):
    refusal = Refusal(Reason.BALLOT_NOT_ENTITLED, ballot="maz_pl")
    assert shown in say(language, refusal, load_election("2023-03-19"))


def test_a_ballot_that_the_election_does_not_have_keeps_its_id():
    assert ballot_text("kk", load_election("referendum"), "maz_pl") == "maz_pl"


def test_codes_are_shown_in_words():
    assert say("kk", Refusal(Reason.PHASE_WRONG, phase=Phase.VOTING)).endswith("дауыс беру.")
    assert "(секретарь)" in say("ru", Refusal(Reason.NEVER_ISSUES, member="2", role="secretary"))
    assert "the precinct's number" in say("en", Refusal(Reason.BAD_ARGUMENT, argument="number"))
    assert set(IN_WORDS) <= set(TEXTS["kk"])


def test_a_code_that_nobody_knows_is_shown_as_it_was_typed():
    assert "«бастық»" in say("kk", Refusal(Reason.ROLE_UNKNOWN, role="бастық"))


def test_an_empty_fact_is_three_dots():
    assert "№ … " in say("ru", Refusal(Reason.NOT_ON_DUTY, member=""))


def test_a_conflict_is_said_with_its_entry():
    double = Conflict("2-57", "double", (("ballot", "referendum"), ("voter", "214")))
    said = say_conflict("en", double, load_election("referendum"))
    assert said.startswith("Voter No. 214 received ballot “А – Referendum” a second time")
    assert "2-57" in said
    breach = Conflict("1-9", "breach", (("article", "41(5)"), ("voter", "3")))
    assert "(ст. 41 п. 5 Конституционного закона" in say_conflict("ru", breach)
    overdrawn = Conflict("1-8", "overdrawn", (("ballot", "maz_pl"), ("holder", "member:4")))
    assert "the stack of member No. 4" in say_conflict("en", overdrawn)


def test_an_account_is_named_with_what_bore_it():
    assert holder_text("kk", "safe:1-12") == "сейфтегі 1-12 бумасы"
    assert holder_text("ru", "member:4") == "бюллетени у члена комиссии № 4"
    assert holder_text("en", "cancelled") == "cancelled"


@pytest.mark.parametrize(
    ("article", "kazakh", "russian", "english"),
    [
        ("41", "41-бабы", "ст. 41", "Art. 41"),
        ("41(5)", "41-бабының 5-тармағы", "ст. 41 п. 5", "Art. 41(5)"),
        ("26-1(1)", "26-1-бабының 1-тармағы", "ст. 26-1 п. 1", "Art. 26-1(1)"),
        ("37(1-1)", "37-бабының 1-1-тармағы", "ст. 37 п. 1-1", "Art. 37(1-1)"),
        (
            "40(4)(2)",
            "40-бабы 4-тармағының 2) тармақшасы",
            "ст. 40 п. 4 пп. 2)",
            "Art. 40(4)(2)",
        ),
    ],
)
def test_an_article_is_named_as_lawyers_name_it(article, kazakh, russian, english):
    assert article_text("kk", article) == f"«Сайлау туралы» Конституциялық заңның {kazakh}"
    assert article_text("ru", article) == f"{russian} Конституционного закона «О выборах»"
    assert article_text("en", article) == f"{english} of the Constitutional Law “On Elections”"


def test_every_article_of_the_verbs_can_be_named():
    articles = {verb.article for verb in VERBS.values() if verb.article}
    assert {article_text("en", article) for article in articles} == {
        f"Art. {article} of the Constitutional Law “On Elections”" for article in articles
    }
    assert article_text("kk", "") == ""
