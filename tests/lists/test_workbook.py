"""An xlsx workbook: dates, merged cells, sheets, damage."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.report import RowReason

HEADER = ["№", "Фамилия", "Имя", "Отчество", "Дата рождения", "ИИН", "Улица", "Дом", "Кв."]


def test_dates_and_numbers_come_from_their_cells(take_rows):
    report = take_rows(
        [
            HEADER,
            [1, "Ким", "Анна", None, date(2001, 1, 1), 10101599904, "ул. Мира", 5, 7.0],
            [
                2.0,
                "Ли",
                "Роза",
                "",
                datetime.fromisoformat("1965-04-12T10:30"),
                650412399905,
                "Мира",
                "5/2",
                "7а",
            ],
            [3, "Пак", "Вера", "-", 1965, "650412 399905", "Мира", date(2023, 2, 5), None],
            [4, "Цой", "Юрий", "нет", 23844, 650412399905.0, "Мира", 1, 1],
        ]
    )
    assert [
        (voter.number, voter.birth, voter.iin, voter.house, voter.flat) for voter in report.voters
    ] == [
        ("1", "2001-01-01", "010101599904", "5", "7"),
        ("2", "1965-04-12", "650412399905", "5/2", "7а"),
        ("3", "1965", "650412399905", "5/2", ""),
        ("4", "1965-04-12", "650412399905", "1", "1"),
    ]
    assert [voter.patronymic for voter in report.voters] == [""] * 4


def test_merged_headers_and_titles_are_no_obstacle(take_rows):
    def merge(_, sheet):
        for cells in ("A1:I1", "A3:A4", "B3:D3", "E3:E4", "F3:F4", "G3:I3"):
            sheet.merge_cells(cells)

    report = take_rows(
        [
            ["Список избирателей избирательного участка № 214"],
            ["Адрес комиссии:", "ул. Мира, 1"],
            ["р/с №", "Сайлаушы", None, None, "Туған күні", "ЖСН", "Мекенжайы"],
            [None, "Тегі", "Аты", "Әкесінің аты", None, None, "Көше", "Үй", "Пәтер"],
            [1, 2, 3, 4, 5, 6, 7, 8, 9],
            [1, "Ким", "Анна", "Ивановна", "12.04.1965", "650412499904", "Мира", "5", "7"],
        ],
        merge,
    )
    assert report.rows == 2
    assert [(item.row, item.reason) for item in report.items if item.level == "reject"] == [
        (5, "heading")
    ]
    assert report.voters[0][2:10] == (
        *("Ким", "Анна", "Ивановна", "1965-04-12", "650412499904", "Мира", "5", "7"),
    )


def test_one_header_over_three_columns_of_the_name_and_the_address(take_rows):
    def merge(_, sheet):
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("F1:H1")

    report = take_rows(
        [
            ["№", "Ф.И.О.", None, None, "Год рождения", "Адрес"],
            [1, "Ким", "Анна", "Ивановна", 1965, "ул. Мира", 5, 7],
        ],
        merge,
    )
    assert report.voters[0].name == "Ким Анна Ивановна"
    assert report.voters[0][7:10] == ("ул. Мира", "5", "7")


def test_an_address_merged_over_a_family_is_everybodys(take_rows):
    def merge(_, sheet):
        sheet.merge_cells("C2:C4")
        sheet.merge_cells("A6:C6")

    report = take_rows(
        [
            ["№", "ФИО", "Адрес"],
            [1, "Ким Анна Ивановна", "ул. Мира, 5"],
            [2, "Ким Иван Петрович"],
            [],
            [3, "Ли Роза Юрьевна"],
            ["Улица Достык"],
        ],
        merge,
    )
    assert [voter.address for voter in report.voters] == ["ул. Мира, 5", "ул. Мира, 5", ""]
    assert [(item.row, item.reason) for item in report.items if item.level == "reject"] == [
        (4, "empty"),
        (6, "heading"),
    ]


def test_a_voter_merged_over_two_rows_is_one_voter(take_rows):
    def merge(_, sheet):
        for column in "ABC":
            sheet.merge_cells(f"{column}2:{column}3")

    report = take_rows(
        [["№", "ФИО", "Адрес"], [1, "Ким Анна", "ул. Мира"], [], [2, "Ли Роза", "ул. Мира"]], merge
    )
    assert [voter.number for voter in report.voters] == ["1", "2"]


def test_hidden_rows_count(take_rows):
    def hide(_, sheet):
        sheet.row_dimensions[2].hidden = True

    assert take_rows([["№", "ФИО"], [1, "Ким Анна"], [2, "Ли Роза"]], hide).accepted == 2


def test_the_first_sheet_that_is_a_list_is_read_and_more_are_said(take_rows):
    def add(book, _):
        book.create_sheet("титул", 0)["A1"] = "Список избирателей"
        empty = book.create_sheet("образец", 1)
        empty.append(["№", "ФИО", "ИИН"])
        other = book.create_sheet("книга 2")
        other.append(["№", "ФИО"])
        other.append([2, "Ли Роза"])

    report = take_rows([["№", "ФИО"], [1, "Ким Анна"]], add)
    assert [voter.name for voter in report.voters] == ["Ким Анна"]
    assert report.items[0].reason is RowReason.MORE_SHEETS
    assert dict(report.items[0].facts) == {"sheets": 1}


def test_cells_of_every_kind_are_accounted_for(take_rows):
    def spoil(_, sheet):
        sheet["B3"] = "#REF!"
        sheet["B3"].data_type = "e"

    odd = [True, time(10, 30), timedelta(hours=30), 1e300, -5, 2**70, 0.1, date(9999, 12, 31)]
    rows = [[value] * 9 for value in odd]
    report = take_rows([HEADER, [1, "Ким", "Анна"], [2, "", "", "", 1970], *rows], spoil)
    assert report.rows == len(odd) + 2
    assert report.accepted == 1
    assert report.accepted + report.rejected == report.rows
    assert [item.row for item in report.items if item.level == "reject"] == list(
        range(3, 5 + len(odd) - 1)
    )


def workbook(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def archive(*names):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return target.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), ListFault.PASSWORD),
        (COMPOUND + "Workbook".encode("utf-16-le"), ListFault.OTHER_SPREADSHEET),
        (COMPOUND + "WordDocument".encode("utf-16-le"), ListFault.NOT_A_LIST),
        (archive("content.xml", "mimetype"), ListFault.OTHER_SPREADSHEET),
        (archive("xl/workbook.bin"), ListFault.OTHER_SPREADSHEET),
        (archive("word/document.xml"), ListFault.NOT_A_LIST),
        (archive("xl/workbook.xml"), ListFault.DAMAGED),
        (b"PK\x03\x04", ListFault.DAMAGED),
        (workbook([["Дата", "Сумма"], [1, 2]]), ListFault.NO_COLUMNS),
        (workbook([]), ListFault.NO_COLUMNS),
    ],
)
def test_what_is_no_list_is_refused_with_its_own_sentence(take, content, fault):
    with pytest.raises(ListError) as caught:
        take(content, name="list.xlsx")
    assert caught.value.reason is fault


def test_a_workbook_cut_anywhere_is_damaged(take):
    content = workbook([HEADER, *([n, "Ким", "Анна"] for n in range(1, 200))])
    for cut in range(4, len(content) - 30, max(1, len(content) // 60)):
        with pytest.raises(ListError) as caught:
            take(content[:cut], name="list.xlsx")
        assert caught.value.reason is ListFault.DAMAGED


def test_a_stray_cell_at_the_far_corner_does_not_end_the_program(take_rows):
    def stray(_, sheet):
        sheet["XFD1048576"] = "x"

    with pytest.raises(ListError) as caught:
        take_rows([HEADER, [1, "Ким", "Анна"]], stray)
    assert caught.value.reason is ListFault.TOO_LARGE


def test_the_name_of_the_file_says_nothing(take):
    assert take(workbook([HEADER, [1, "Ким"]]), name="list.csv").accepted == 1
    assert take("№;ФИО\n1;Ким Анна\n", name="list.xlsx").accepted == 1
