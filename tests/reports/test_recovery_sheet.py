"""The recovery sheet: readable by people and by a scanner, the same bytes each time."""

import re
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from precinct_app.keys import read_recovery, write_recovery
from precinct_app.reports.recovery_sheet import RecoverySheet, recovery_sheet
from precinct_app.resources import load_election
from precinct_app.texts import text
from tests.reports.paper import inside, lines_of, picture, words_of

KEY = bytes(range(100, 132))
RECOVERY = write_recovery(KEY)
ELECTIONS = ("2023-03-19", "2023-03-19-city", "referendum")


def sheet(**changed: Any) -> RecoverySheet:
    """Fill a sheet in for precinct 214."""
    whole = RecoverySheet(
        precinct="214",
        election=load_election("2023-03-19").title,
        file="214.precinct",
        training=False,
        recovery=RECOVERY,
    )
    return whole._replace(**changed)


@pytest.mark.parametrize("election", ELECTIONS)
@pytest.mark.parametrize("training", [False, True])
def test_every_word_in_both_languages_stands_on_the_one_page(election, training):
    title = load_election(election).title
    paper = recovery_sheet(sheet(election=title, training=training))
    words = words_of(paper)
    for language in ("kk", "ru"):
        for code in ("title", "keep", "use", "lost", "signs"):
            assert text(language, "recovery_sheet", code) in words, (language, code)
        assert text(language, "recovery_sheet", "precinct", number="214") in words
        assert text(language, "recovery_sheet", "file", file="214.precinct") in words
        assert getattr(title, language) in words
        assert (text(language, "recovery_sheet", "training") in words) is training
        for role in ("chairman", "secretary"):
            assert text(language, "role", role) in words
    assert len(pypdfium2.PdfDocument(paper)) == 1


def test_the_key_is_read_as_it_is_typed():
    lines = [
        line for line in lines_of(recovery_sheet(sheet())) if re.fullmatch(r"\d( \w{4})+", line)
    ]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    typed = " ".join(line[2:] for line in lines)
    assert typed == RECOVERY
    assert read_recovery(typed) == KEY


@pytest.mark.parametrize("dots_per_inch", [100, 200, 300])
def test_a_scanner_reads_the_key(dots_per_inch):
    page = picture(recovery_sheet(sheet()), dots_per_inch)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    assert read_recovery(found.text) == KEY


def test_the_same_sheet_is_the_same_bytes_and_another_is_not():
    assert recovery_sheet(sheet()) == recovery_sheet(sheet())
    assert recovery_sheet(sheet()) != recovery_sheet(sheet(precinct="215"))


def test_its_fonts_are_inside_and_no_other_is_asked_for():
    paper = recovery_sheet(sheet())
    assert b"Helvetica" not in paper
    names = set(re.findall(rb"/BaseFont /([\w+-]+)", paper))
    assert {name.partition(b"+")[2] for name in names} == {b"PTSans-Regular", b"PTSans-Bold"}
    assert paper.count(b"/FontFile2") == len(names)


def test_a_name_may_hold_signs_of_markup():
    file = "<b>Абай & Қос</b> <i>.precinct"
    words = words_of(recovery_sheet(sheet(file=file, precinct="1 <2> & 3")))
    assert f"Файл дня: {file}" in words
    assert "№ 1 <2> & 3 сайлау учаскесі" in words


def test_a_long_name_stays_inside_its_column():
    paper = recovery_sheet(sheet(file="учаске-" * 20 + ".precinct"))
    assert inside(paper)
    assert len(pypdfium2.PdfDocument(paper)) == 1
    (found,) = zxingcpp.read_barcodes(picture(paper, 200))
    assert read_recovery(found.text) == KEY


def test_nothing_stands_in_the_margins():
    assert inside(recovery_sheet(sheet(training=True)))
