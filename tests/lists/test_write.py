"""What is written comes back, and the same again is the same."""

import csv
import re
from zipfile import ZipFile

import openpyxl
import pytest

from precinct_app import texts
from precinct_app.domain.voters import Voter
from precinct_app.errors import ListFault
from precinct_app.lists.intake import check_list
from precinct_app.lists.report import ListReport, RowItem, RowReason, write_report
from precinct_app.lists.write import write_list
from tests.lists.conftest import TERMS

VOTERS = (
    Voter(
        *("1", "1", "Қадырова", "Айгүл", "Ерланқызы", "1988-02-29", "880229399908"),
        *("Абай көшесі", "5/2", "12", "1", "3", "7", "maz_only"),
    ),
    Voter("2", "2", "=HYPERLINK(1)", "Анна", birth="1970", street="Мира", iin="700101499901"),
)


def test_a_written_list_comes_back_as_it_was(tmp_path):
    path = tmp_path / "list.xlsx"
    write_list(VOTERS, path)
    report = check_list(path, TERMS)
    assert (report.rows, report.rejected) == (2, 0)
    assert [voter._replace(marks=()) for voter in report.voters] == list(VOTERS)
    assert [file.name for file in tmp_path.iterdir()] == ["list.xlsx"]


def test_no_moment_of_writing_stands_in_the_file(tmp_path):
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        write_list(VOTERS, path)
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stated = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", packed.read("docProps/core.xml").decode())
    assert set(stated) == {"1980-01-01T00:00:00"}


def test_no_cell_of_a_written_list_is_a_formula_or_a_number(tmp_path):
    path = tmp_path / "list.xlsx"
    write_list(VOTERS, path)
    for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=3):
        assert {cell.data_type for cell in row if cell.value is not None} == {"s"}


def test_a_report_is_written_for_a_spreadsheet_and_no_cell_is_a_formula(tmp_path):
    items = (
        RowItem(1, RowReason.OVER_3000, {"voters": 3001, "most": 3000}),
        RowItem(5, RowReason.HEADING, {}),
        RowItem(7, RowReason.SAME_IIN, {"rows": "9"}),
    )
    said = ["=1+1", "-2", 'plain; "text"']
    path = tmp_path / "report.csv"
    write_report(ListReport((), 0, items), path, lambda item: said[items.index(item)])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";")) == [
            ["row", "level", "reason", "text"],
            ["1", "warn", "over_3000", "'=1+1"],
            ["5", "reject", "heading", "'-2"],
            ["7", "warn", "same_iin", 'plain; "text"'],
        ]


FACTS: dict[RowReason, dict[str, str | int]] = {
    RowReason.OVER_3000: {"voters": 3001, "most": 3000},
    RowReason.MORE_SHEETS: {"sheets": 2},
    RowReason.SAME_IIN: {"rows": "9, 17"},
    RowReason.SAME_ROW_TWICE: {"rows": "9, 17"},
    RowReason.SAME_NAME_BIRTH: {"rows": "9, 17"},
    RowReason.NEAR_DOUBLE: {"rows": "9, 17"},
}


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("reason", RowReason)
def test_every_finding_has_its_sentence_with_its_facts(language, reason):
    facts = FACTS.get(reason, {})
    said = texts.text(language, "row", reason, **facts)
    assert "…" not in said
    assert "{" not in said
    assert all(str(fact) in said for fact in facts.values())


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("fault", ListFault)
def test_every_fault_of_a_list_says_that_nothing_was_loaded(language, fault):
    said = texts.text(language, "list", fault, file="list.xlsx", rows=7, rejected=3).lower()
    nothing = {
        "kk": "ештеңе жүктелген жоқ",
        "ru": "ничего не загружено",
        "en": "nothing was loaded",
    }
    assert nothing[language] in said
