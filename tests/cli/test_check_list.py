"""A list is checked row by row; invented lists are written over nothing."""

import csv
import json

import pytest
from openpyxl import Workbook

from tests.cli.console import ask, call

CODES = {
    "reject": {"unreadable", "no_name", "heading", "empty"},
    "warn": {
        *("no_birth_year", "no_address", "iin_missing", "iin_check", "iin_birth", "same_iin"),
        *("same_row_twice", "same_name_birth", "near_double", "mixed_letters", "under_18"),
        *("over_3000", "more_sheets"),
    },
}

KAZAKH = """Учаскенің сайлаушылар тізімі
Реттік №;Тегі, аты, әкесінің аты;Туған күні;ЖСН;Мекенжайы
1;Қадырова Әсел Нұрланқызы;14.02.1990;;Абай көшесі 5, 1
2;Оспанов Нұржан Қайратұлы;23.08.2001;;Абай көшесі 5, 2
;Кітап 1;;;
3;Kадырова Гүлнар;1970;;Абай көшесі 7
4;Ысқақ Темірлан;;;Абай көшесі 9
5;Жұмабай Ерлан Сәкенұлы;20.03.2005;;
;;;;
;Барлығы: 5 сайлаушы;;;
"""

RUSSIAN = """"Отчество","Имя","Фамилия","ИИН","Дата рождения","Улица","Дом"
"Сергеевич","Пётр","Иванов","710601399901","01.06.1971","улица Абая","7"
"Сергеевич","Пётр","Иванов","","01.06.1971","улица Мира","8"
"Андреевна","Лариса","Ким","","12.12.1955","улица Абая","9"
"Андреевна","Лариса","Ким","","12.12.1955","улица Абая","9"
"","","","","03.03.1960","улица Абая","10"
"""


def check(path, election="2023-03-19"):
    answer = ask("check-list", path, "--election", election)
    assert answer.code == 0, answer
    found = answer.json
    assert found.keys() == {"rows", "accepted", "rejected", "warned", "report"}
    assert found["accepted"] + found["rejected"] == found["rows"]
    for item in found["report"]:
        assert item.keys() == {"row", "level", "reason", "text"}
        assert item["reason"] in CODES[item["level"]]
        assert item["text"]
    return found


def findings(found):
    return [(item["row"], item["level"], item["reason"]) for item in found["report"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_kazakh_list_answers_for_every_row(tmp_path, encoding):
    path = tmp_path / "тізім.csv"
    path.write_text(KAZAKH, encoding)
    found = check(path)
    assert (found["rows"], found["accepted"], found["rejected"]) == (8, 5, 3)
    report = findings(found)
    for expected in (
        (3, "warn", "iin_missing"),
        (5, "reject", "heading"),
        (6, "warn", "mixed_letters"),
        (7, "warn", "no_birth_year"),
        (8, "warn", "under_18"),
        (8, "warn", "no_address"),
        (9, "reject", "empty"),
        (10, "reject", "heading"),
    ):
        assert expected in report
    assert report == sorted(report, key=lambda item: item[0])


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_russian_list_in_any_order_of_columns_answers_for_every_row(tmp_path, encoding):
    path = tmp_path / "список.csv"
    path.write_text(RUSSIAN, encoding)
    found = check(path)
    assert (found["rows"], found["accepted"], found["rejected"]) == (5, 4, 1)
    report = findings(found)
    for expected in (
        (2, "warn", "same_name_birth"),
        (3, "warn", "same_name_birth"),
        (4, "warn", "same_row_twice"),
        (5, "warn", "same_row_twice"),
        (6, "reject", "no_name"),
    ):
        assert expected in report
    assert found["warned"] == 4


def test_a_workbook_is_counted_as_the_spreadsheet_counts(tmp_path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in csv.reader(KAZAKH.splitlines(), delimiter=";"):
        sheet.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    (tmp_path / "list.csv").write_text(KAZAKH, "utf-8")
    assert findings(check(path)) == findings(check(tmp_path / "list.csv"))


@pytest.mark.parametrize("spoken", ["kk", "ru", "en"])
def test_without_json_every_finding_is_a_line_in_the_clerks_language(tmp_path, spoken):
    path = tmp_path / "list.csv"
    path.write_text(KAZAKH, "utf-8")
    found = check(path)
    answer = call("check-list", path, "--election", "2023-03-19", "--language", spoken)
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 4 + len(found["report"])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("header.csv", "№;Тегі;Аты;Туған күні\n", "no_voter"),
        ("empties.csv", "№;Тегі;Аты;Туған күні\n;;;\n;;;\n", "no_voter"),
        ("totals.csv", "№;Тегі;Аты;Туған күні\n;Барлығы;0;\n", "no_voter"),
        ("prices.csv", "товар;цена\nхлеб;150\n", "no_columns"),
        ("empty.csv", "", "empty"),
        ("letter.pdf", "%PDF-1.4 letter", "not_a_list"),
    ],
)
def test_what_is_no_list_is_refused_with_what_was_expected(tmp_path, name, content, reason):
    (tmp_path / name).write_text(content, "utf-8")
    answer = ask("check-list", tmp_path / name, "--election", "referendum")
    assert (answer.code, answer.error) == (1, reason)


@pytest.mark.parametrize(("name", "reason"), [("nobody.csv", "missing"), (".", "unreadable")])
def test_a_list_that_cannot_be_read_is_said(tmp_path, name, reason):
    answer = ask("check-list", tmp_path / name, "--election", "referendum")
    assert (answer.code, answer.error) == (1, reason)


def test_an_election_that_is_not_known_is_said_with_those_that_are(tmp_path):
    answer = ask("check-list", tmp_path / "list.csv", "--election", "2023")
    assert (answer.code, answer.error) == (1, "election")
    assert "2023-03-19, 2023-03-19-city, referendum" in answer.json["error"]["text"]


def test_an_invented_list_is_clean_and_the_same_each_time(tmp_path):
    words = ("--voters", "40", "--seed", "7", "--out")
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    assert ask("invent-list", *words, one).json == {"list": str(one), "voters": 40}
    assert call("invent-list", *words, two).code == 0
    assert one.read_bytes() == two.read_bytes()
    found = check(one, "2023-03-19-city")
    assert (found["rows"], found["accepted"], found["rejected"]) == (40, 40, 0)


def test_another_seed_invents_other_people(tmp_path):
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.xlsx"
        assert call("invent-list", "--voters", "9", "--seed", seed, "--out", out).code == 0
    assert (tmp_path / "1.xlsx").read_bytes() != (tmp_path / "2.xlsx").read_bytes()


def test_an_invented_list_never_takes_the_place_of_another(tmp_path):
    mine = tmp_path / "list.xlsx"
    mine.write_bytes(b"the list that the akim signed")
    words = ("invent-list", "--voters", "5", "--seed", "1", "--out")
    assert ask(*words, mine).error == "exists"
    assert ask(*words, tmp_path).error == "exists"
    assert ask(*words, tmp_path / "no" / "list.xlsx").error == "no_folder"
    assert ask(*words, "/proc/list.xlsx").error == "not_placed"
    assert mine.read_bytes() == b"the list that the akim signed"
    assert [path.name for path in tmp_path.iterdir()] == ["list.xlsx"]


def test_a_list_that_was_checked_is_loaded_as_it_was_checked(desk, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(KAZAKH, "utf-8")
    found = check(path)
    stated = ("--rejected", str(found["rejected"]))
    words = ("--election", "2023-03-19", "--number", "1", "--list", path, *stated)
    assert call("new", desk / "fresh.precinct", *words).code == 0
    status = json.loads(call("status", desk / "fresh.precinct", "--json").out)
    assert status["voters"] == found["accepted"]
