"""Whatever a file holds, no row is lost and nothing falls."""

import csv
import io
import zipfile
from datetime import date, timedelta
from functools import cache

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from precinct_app.errors import ListError, ListFault
from precinct_app.lists.headers import find_header
from precinct_app.lists.intake import Terms, check_list, check_tables
from precinct_app.lists.report import REJECTING
from precinct_app.lists.table import Table

SETS = frozenset({"all", "maz_only"})
TERMS = Terms(date(2023, 3, 19), SETS, 18, 3_000)
HEADERS = [
    "№",
    "ФИО",
    "Фамилия",
    "Имя",
    "Отчество",
    "Дата рождения",
    "ЖСН",
    "Адрес",
    "Улица",
    "Дом",
]
HEADERS += ["Кв.", "Книга", "Бет", "Жол", "Набор бюллетеней", "Подпись", "", "Елді мекен"]
WORDS = st.sampled_from(
    [
        *[
            "",
            " ",
            "\u00a0",
            "-",
            "Ким",
            "Қадырова Айгүл",
            "Кaдырова",
            "Итого",
            "Барлығы: 5",
            "1",
            "2",
        ],
        *[
            "#REF!",
            "12.04.1965",
            "31.02.1965",
            "2005",
            "650412399905",
            "6,50412E+11",
            "10101599904",
        ],
        *["ул. Абая, д. 5", "5-үй", "all", "maz_only", "ФИО", "=1+1", "И\u0306", "\ufffd", "NaN"],
    ]
)
CELLS = st.one_of(
    *[
        WORDS,
        st.none(),
        st.text(max_size=12),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(),
    ],
    *[st.datetimes(), st.times(), st.timedeltas()],
)
TABLES = st.tuples(
    st.lists(st.sampled_from(HEADERS), min_size=2, max_size=12),
    st.lists(st.lists(CELLS, max_size=14), max_size=12),
)


def check(report, last):
    rejects = [item for item in report.items if item.level == "reject"]
    accepted = report.rows - len({item.row for item in rejects})
    assert len(rejects) == len({item.row for item in rejects}) == report.rejected
    assert report.accepted == accepted == len(report.voters)
    assert report.accepted + report.rejected == report.rows
    assert all(1 <= item.row <= last for item in report.items)
    assert [item.row for item in report.items] == sorted(item.row for item in report.items)
    assert len({voter.id for voter in report.voters}) == report.accepted
    for voter in report.voters:
        assert voter.id
        assert "-" not in voter.id
        assert voter.number
        assert voter.surname or voter.first_name or voter.patronymic
        assert voter.ballots in SETS
        assert not REJECTING & set(voter.marks)
        assert all(type(field) is str for field in voter[:-1])


def outcome(take):
    """Take in, or give the fault."""
    try:
        return take()
    except ListError as error:
        return error.reason


@given(TABLES, st.integers(0, 3), st.sampled_from(["", ",", ";"]))
def test_every_row_of_any_cells_is_accepted_or_in_the_report(table, above, delimiter):
    headers, rows = table
    whole = [*[["Список"]] * above, headers, *rows]
    sheet = Table("", whole, {}, delimiter)
    report = outcome(lambda: check_tables([sheet], "list", TERMS))
    if isinstance(report, ListFault):
        assert report in {ListFault.NO_COLUMNS, ListFault.NO_VOTER}
        assert (report is ListFault.NO_COLUMNS) == (find_header(sheet) is None)
    else:
        check(report, len(whole))


@given(TABLES)
def test_rows_of_a_csv_file_are_the_records_that_csv_writes(tmp_path_factory, table):
    headers, rows = table
    texts = [[printable("" if cell is None else str(cell)) for cell in row] for row in rows]
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([headers, *texts])
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(target.getvalue().encode("utf-8-sig", "replace"))
    report = outcome(lambda: check_list(path, TERMS))
    if isinstance(report, ListFault):
        assert report in {ListFault.NO_COLUMNS, ListFault.NO_VOTER}
    else:
        check(report, 1 + len(rows))


@given(TABLES)
@settings(max_examples=40)
def test_any_workbook_is_accounted_for(tmp_path_factory, table):
    headers, rows = table
    book = openpyxl.Workbook()
    book.worksheets[0].append(headers)
    for row in rows:
        book.worksheets[0].append([fit_for_a_cell(cell) for cell in row])
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    book.save(path)
    report = outcome(lambda: check_list(path, TERMS))
    if isinstance(report, ListFault):
        assert report in {ListFault.NO_COLUMNS, ListFault.NO_VOTER}
    else:
        check(report, 1 + len(rows))


def printable(text):
    return "".join(sign for sign in text if sign.isprintable())


def fit_for_a_cell(cell):
    if isinstance(cell, str):
        return printable(cell)
    if isinstance(cell, date):
        return cell if cell.year > 1900 else None
    if isinstance(cell, timedelta):
        return abs(cell) % timedelta(days=1000)
    if isinstance(cell, float) and cell in {float("inf"), float("-inf")}:
        return "#NUM!"
    return cell


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(content)
    report = outcome(lambda: check_list(path, TERMS))
    assert isinstance(report, ListFault) or report.accepted + report.rejected == report.rows


@given(st.data())
@settings(max_examples=60)
def test_a_workbook_with_any_bytes_changed_is_a_list_or_refused(tmp_path_factory, data):
    content = bytearray(sound_workbook())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed.xlsx"
    path.write_bytes(content)
    report = outcome(lambda: check_list(path, TERMS))
    assert isinstance(report, ListFault) or report.accepted + report.rejected == report.rows


@given(st.data())
@settings(max_examples=60)
def test_a_workbook_whose_inside_is_changed_is_a_list_or_refused(tmp_path_factory, data):
    with zipfile.ZipFile(io.BytesIO(sound_workbook())) as book:
        parts = {name: bytearray(book.read(name)) for name in book.namelist()}
    part = parts[data.draw(st.sampled_from(sorted(parts)))]
    for _ in range(data.draw(st.integers(1, 5))):
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "inside.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, bytes(text))
    report = outcome(lambda: check_list(path, TERMS))
    assert isinstance(report, ListFault) or report.accepted + report.rejected == report.rows


@cache
def sound_workbook():
    book = openpyxl.Workbook()
    book.worksheets[0].append(["№", "ФИО", "Дата рождения"])
    for number in range(1, 20):
        book.worksheets[0].append([number, "Ким Анна", date(1970, 1, number)])
    book.worksheets[0].merge_cells("B2:B3")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
