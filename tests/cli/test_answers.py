"""Every command answers: an exit code, one JSON object, a sentence in the clerk's language."""

import pytest

from precinct_app.cli.answer import language
from tests.cli.console import SET_UP, ask, call, traces

OPENS = ("status", "verify", "find", "play", "go-on")
REST = {"find": ("x",), "play": ("-",), "go-on": ("--by", "1")}


@pytest.mark.parametrize("command", OPENS)
@pytest.mark.parametrize(
    ("name", "reason"),
    [("nobody.precinct", "missing"), (".", "not_a_day"), ("empty", "empty"), ("pdf", "pdf")],
)
def test_what_is_no_day_file_is_said_under_json(desk, command, name, reason):
    (desk / "empty").touch()
    (desk / "pdf").write_bytes(b"%PDF-1.4 not a day")
    before = traces(desk)
    answer = ask(command, desk / name, *REST.get(command, ()))
    assert (answer.code, answer.error) == (1, reason)
    assert traces(desk) == before


def test_a_wrong_passphrase_is_said_under_json(live, monkeypatch):
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "another")
    assert ask("status", live).error == "wrong_key"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nothing",),
        ("status",),
        ("status", "a", "b"),
        ("status", "a", "--language", "de"),
        ("find", "a"),
        ("play", "a"),
        ("go-on", "a"),
        ("new",),
        ("new", "a"),
        ("new", "a", "--election", "referendum", "--number", "1"),
        ("new", "a", *SET_UP, "--list", "b", "--rejected", "two"),
        ("new", "a", *SET_UP, "--list", "b", "--rejected", "-1"),
        ("new", "a", *SET_UP, "--list", "b", "--recovery"),
        ("check-list", "a"),
        ("invent-list", "--voters", "0", "--seed", "1", "--out", "a"),
        ("invent-list", "--voters", "5", "--out", "a"),
        ("invent-list", "--voters", "1000000", "--seed", "1", "--out", "a"),
        ("rehearse", "--voters", "-3"),
        ("status", "\udcff"),
    ],
)
def test_misuse_is_told_from_a_no(words):
    answer = ask(*words)
    assert (answer.code, answer.error) == (2, "misused")
    assert call(*words).code == 2


def test_a_half_written_option_is_misuse(live):
    answer = call("status", live, "--js")
    assert (answer.code, answer.out) == (2, "")


def test_without_json_a_no_is_a_sentence_with_its_article_on_stderr(live):
    answer = call("new", live, *SET_UP, "--list", "list.csv")
    assert (answer.code, answer.out) == (1, "")
    assert "“live.precinct” already" in answer.err


@pytest.mark.parametrize(
    ("spoken", "sentence"),
    [("kk", "Атын тексеріңіз"), ("ru", "Проверьте имя"), ("en", "Check the name")],
)
def test_a_no_is_said_in_the_language_that_is_asked_for(desk, spoken, sentence):
    answer = call("status", desk / "no.precinct", "--language", spoken)
    assert sentence in answer.err


@pytest.mark.parametrize(
    ("surroundings", "spoken"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "Kazakh_Kazakhstan.1251"}, "kk"),
        ({"LANG": "Russian_Kazakhstan.1251"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "kk_KZ"}, "kk"),
        ({"LANG": "C", "PRECINCT_LANGUAGE": "ru"}, "ru"),
        ({"LANG": "kk_KZ", "PRECINCT_LANGUAGE": "de"}, "kk"),
    ],
)
def test_the_language_is_the_systems_where_none_is_stated(monkeypatch, surroundings, spoken):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert language() == spoken
    assert language("kk") == "kk"


def test_help_is_no_misuse():
    for words in ((), ("status",), ("new",), ("play",)):
        answer = call(*words, "--help")
        assert answer.code == 0
        assert answer.out.startswith("usage: precinct-app")
