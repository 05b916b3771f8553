"""Every no is said in three languages, with its facts in words."""

import pytest

from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import VERBS
from precinct_app.domain.phases import Phase
from precinct_app.errors import ListError, ListFault, Reason, Refusal, StoreError, Trouble
from precinct_app.resources import load_election
from precinct_app.texts import article_text, ballot_text, holder_text, say, say_conflict, text


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
def test_what_could_not_be_looked_up_leaves_it_open_whether_it_was_recorded(language, words):
    assert words in say(language, StoreError(Trouble.NOT_KNOWN))


def test_a_code_without_a_text_is_our_own_fault():
    with pytest.raises(KeyError):
        text("kk", "refusal", "no_such_reason")


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
    assert "кезең: дауыс беру. " in say("kk", Refusal(Reason.PHASE_WRONG, phase=Phase.VOTING))
    assert "(секретарь)" in say("ru", Refusal(Reason.NEVER_ISSUES, member="2", role="secretary"))
    assert "the precinct's number" in say("en", Refusal(Reason.BAD_ARGUMENT, argument="number"))


def test_a_code_that_nobody_knows_is_shown_as_it_was_typed():
    assert "«бастық»" in say("kk", Refusal(Reason.ROLE_UNKNOWN, role="бастық"))


def test_a_page_that_was_pasted_for_a_name_does_not_hide_what_to_do():
    said = say("ru", Refusal(Reason.VOTER_UNKNOWN, voter="а" * 10_000))
    assert len(said) < 300
    assert said.endswith("Проверьте номер или найдите избирателя по фамилии или ИИН.")


def test_several_missing_things_are_named_one_after_another():
    said = say("en", Refusal(Reason.OPENING_INCOMPLETE, gap="safe box"))
    assert "the safe is not opened, no stationary box is sealed" in said


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
    assert holder_text("en", "nobody") == "nobody"


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
