"""A csv file in every encoding and with every delimiter."""

import codecs

import pytest

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.encoding import decode

ROWS = [
    ["№", "Тегі, аты, әкесінің аты", "Туған жылы", "ЖСН", "Мекенжайы"],
    ["1", "Құнанбай Үміт Һәкімқызы", "1965", "650412499904", "Абай көшесі, 5-үй"],
    ["2", "Щеглова Елена Юрьевна", "12.04.1965", "", 'ТОО "Рассвет"'],
]


def written(delimiter, quote=False, end="\n"):
    def cell(text):
        if quote or delimiter in text:
            return '"' + text.replace('"', '""') + '"'
        return text

    return "".join(delimiter.join(map(cell, row)) + end for row in ROWS)


def check(report):
    first, second = report.voters
    assert first.name == "Құнанбай Үміт Һәкімқызы"
    assert (first.birth, first.iin) == ("1965", "650412499904")
    assert (first.street, first.house) == ("Абай көшесі", "5")
    assert second.name == "Щеглова Елена Юрьевна"
    assert second.street == 'ТОО "Рассвет"'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("quote", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_delimiter_is_found(take, delimiter, quote, end):
    check(take(written(delimiter, quote, end)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "kz1048"),
    ],
)
def test_each_encoding_is_found(take, delimiter, mark, encoding):
    check(take(mark + written(delimiter).encode(encoding)))


def test_windows_1251_is_read_where_it_agrees_with_its_kazakh_form(take):
    report = take("№;Фамилия;Имя;Отчество;Дата рождения\n1;Ёлкин;Семён;№;1.2.1970\n", "cp1251")
    assert report.voters[0].name == "Ёлкин Семён"


def test_a_line_break_inside_a_quoted_field_is_no_new_row(take):
    report = take('№;ФИО;Адрес\n1;"Ким\nАнна";"ул. Мира,\r\nдом 5"\n2;Ли Роза;ул. Мира, 6\n;;x\n')
    assert [voter.name for voter in report.voters] == ["Ким Анна", "Ли Роза"]
    assert report.voters[0][7:9] == ("ул. Мира", "5")
    assert [item.row for item in report.items if item.level == "reject"] == [4]


def test_a_quote_that_is_never_closed_swallows_no_row(take):
    lines = [f"{n};Ким Анна {n};ул. Мира, {n}" for n in range(1, 101)]
    lines[49] = '50;"Ким Анна 50;ул. Мира, 50'
    report = take("№;ФИО;Адрес\n" + "\n".join(lines))
    assert report.accepted == 100
    assert [voter.number for voter in report.voters] == [str(n) for n in range(1, 101)]


def test_a_quote_closed_in_another_row_swallows_no_row(take):
    lines = [f"{n};Ким Анна {n};ул. Мира;{n}" for n in range(1, 11)]
    lines[3] = '4;Ким Анна 4;"ул. Мира;4'
    lines[6] = '7;Ким Анна 7;"ул. Мира";7'
    lines[8] = '9;Ким Анна 9;"ул. Мира;9'
    lines[9] = '10;Ким Анна 10;"ул. Мира, А;10'
    report = take("№;ФИО;Улица;Дом\n" + "\n".join(lines))
    assert [voter.number for voter in report.voters] == [str(n) for n in range(1, 11)]


def test_a_row_with_wrong_quotes_and_too_few_cells_cannot_be_read(take):
    report = take('№;ФИО;Адрес\n1;Ким Анна;ул. Мира\n2;"Ли Роза\n3;Пак Вера;ул. Мира\n')
    assert report.accepted == 2
    assert [(item.row, item.reason) for item in report.items if item.level == "reject"] == [
        (3, "unreadable")
    ]


def test_a_comma_too_many_is_never_read_as_another_column(take):
    report = take(
        "№,ФИО,Адрес,Год рождения\n1,Ким Анна,ул. Мира,1970\n2,Ли Роза,ул. Мира, 5,1971\n"
    )
    assert [voter.number for voter in report.voters] == ["1"]
    assert [(item.row, item.reason) for item in report.items if item.level == "reject"] == [
        (3, "unreadable")
    ]


def test_commas_of_an_address_in_the_last_column_stay_with_it(take):
    report = take("№,ФИО,Адрес\n1,Ким Анна,ул. Мира, д. 5, кв. 7\n")
    assert report.voters[0][7:10] == ("ул. Мира", "5", "7")


def test_empty_cells_at_the_end_of_a_row_do_no_harm(take):
    report = take("№;ФИО;Дом\n1;Ким Анна;5;;;\n2;Ли Роза\n3;Пак Вера;5;что-то\n")
    assert [voter.number for voter in report.voters] == ["1", "2"]
    assert [(item.row, item.reason) for item in report.items if item.level == "reject"] == [
        (4, "unreadable")
    ]


def test_a_stated_delimiter_is_no_row(take):
    report = take("sep=|\n№|ФИО|Адрес\n1|Ким; Анна|ул. Мира\n|||\n2||\n")
    assert report.accepted == 1
    assert [item.row for item in report.items if item.level == "reject"] == [3, 4]


def test_decoding_keeps_text_and_refuses_what_is_none():
    assert decode("Әліпби".encode()) == "Әліпби"
    assert decode(bytes(range(256)) * 8) is None
    assert decode(b"\x00" * 100) is None
    assert decode("Ким\x00Анна и много прочего текста, чтобы знак терялся в нём среди".encode())


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"%PDF-1.7\n1 0 obj", ListFault.NOT_A_LIST),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ListFault.NOT_A_LIST),
        (bytes(range(256)) * 20, ListFault.NOT_A_LIST),
        (b"SQLite format 3\x00", ListFault.NOT_A_LIST),
        (b"<html><table><tr><td>1</td></tr></table>", ListFault.OTHER_SPREADSHEET),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', ListFault.OTHER_SPREADSHEET),
        ("Просто письмо.\nБез таблицы.\n".encode(), ListFault.NO_COLUMNS),
    ],
)
def test_what_is_no_table_is_refused_with_its_own_sentence(take, content, fault):
    with pytest.raises(ListError) as caught:
        take(content)
    assert caught.value.reason is fault
