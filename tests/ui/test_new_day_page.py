"""A new day, from what the chairman states to the opened file, by keys."""

import csv
import time
from typing import Any

import pytest
from PySide6.QtCore import Qt

from precinct_app.desk import Desk, this_laptop, unlock_by_sheet
from precinct_app.errors import ListError, ListFault, Reason, Refusal, StoreError, Trouble
from precinct_app.texts import LANGUAGES, text
from tests.ui.scenes_before import (
    PASSPHRASE,
    invented,
    list_failed,
    list_report,
    make,
    make_failed,
    make_refused,
    new_day,
    new_day_full,
    new_day_refused,
    page_of,
    sheet,
    state,
    until,
)
from tests.ui.scenes_renewal import new_day_more
from tests.ui.stage import full_disk
from ui.before_day import BeforeDay
from ui.draft import Stated
from ui.field import Field
from ui.list_page import ListPage
from ui.make_page import MakePage
from ui.new_day_page import NewDayPage
from ui.sheet_page import SheetPage
from ui.waiting_page import WaitingPage

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def before_of(stage):
    found = stage.window.centralWidget().currentWidget()
    assert isinstance(found, BeforeDay)
    return found


def test_a_day_is_made_by_keys_from_the_number_to_the_sheet(stage):
    page = new_day(stage)
    stage.type("214")
    page.take_list(invented(stage.folder))
    stage.press(ENTER)
    page_of(before_of(stage), ListPage, stage)
    stage.type("1")
    for typed in ("17", "60"):
        stage.press(TAB)
        stage.type(typed)
    stage.press(ENTER)
    page_of(before_of(stage), MakePage, stage)
    stage.type(PASSPHRASE)
    stage.press(ENTER)
    stage.type(PASSPHRASE)
    stage.press(ENTER)
    shown = page_of(before_of(stage), SheetPage, stage)
    assert not shown.go_on.isEnabled()
    shown.write_sheet(stage.folder / "sheet.pdf")
    stage.press(ENTER)
    day = stage.window.frame.session.desk.day
    assert (day.precinct.number, day.roll.size, day.created.day_kind) == ("214", 60, "live")
    assert (day.list_act.number, day.list_act.voters) == ("17", 60)
    assert stage.window.frame.shown == "setup"


def test_hours_of_the_law_are_shown_and_stated_ones_are_kept(stage):
    page = new_day_full(stage)
    assert page.fields["begins"].edit.placeholderText() == "07:00"
    wanted: list[Any] = []
    page.wanted.connect(wanted.append)
    page.fields["begins"].edit.setText("08:00")
    page.kind.setCurrentIndex(1)
    page.go_on.click()
    assert wanted[0].precinct.times == {"voting_begins": "08:00"}
    assert (wanted[0].kind, wanted[0].election.id) == ("training", "2023-03-19")


def test_hours_that_cannot_be_are_refused_with_the_article(stage):
    page = new_day_refused(stage)
    said = stage.language.say(Refusal(Reason.BAD_ARGUMENT, argument="times"))
    assert page.notice.sentence.text().startswith(said)
    assert stage.language.article("38(1)") in page.notice.sentence.text()
    assert isinstance(before_of(stage).page, NewDayPage)


def test_elections_of_one_day_are_told_apart(stage):
    page = new_day(stage)
    titles = [page.election.itemText(row) for row in range(page.election.count())]
    assert len(set(titles)) == len(titles) == 3


def test_a_file_that_is_no_list_is_said_and_another_can_be_chosen(stage):
    waiting = list_failed(stage)
    no = ListError(ListFault.NO_COLUMNS, file="list.csv")
    assert waiting.notice.sentence.text() == stage.language.say(no)
    stage.press(ENTER)
    page = before_of(stage).page
    assert isinstance(page, NewDayPage)
    assert page.fields["number"].typed == "214"


def test_loading_is_stopped_and_what_was_typed_stays(stage):
    page = new_day_full(stage)
    page.go_on.click()
    assert isinstance(before_of(stage).page, WaitingPage)
    begin = time.monotonic()
    stage.press(ENTER)
    assert time.monotonic() - begin < 5
    assert before_of(stage).page is page
    stage.wait(0.3)
    assert before_of(stage).page is page


def test_the_report_counts_every_row(stage):
    report = list_report(stage).report
    assert (report.rows, report.accepted, report.rejected, report.warned) == (61, 60, 1, 2)


def test_the_report_is_filtered_by_level_and_by_reason(stage):
    page = list_report(stage)
    assert len(page.findings.items) == 3
    page.level.setCurrentIndex(1)
    assert [str(item.reason) for item in page.findings.items] == ["heading"]
    page.level.setCurrentIndex(0)
    for place in range(1, page.reason.count()):
        page.reason.setCurrentIndex(place)
        assert len(page.findings.items) == 1
    page.level.setCurrentIndex(1)
    page.reason.setCurrentIndex(1)
    assert page.sentence.text() == stage.language.text("list.no_rows")


def test_a_chosen_row_is_said_whole_in_each_language(stage):
    page = list_report(stage)
    page.table.selectRow(0)
    for code in LANGUAGES:
        stage.language.switch(code)
        assert text(code, "row", page.report.items[0].reason) in page.sentence.text()


def test_the_number_of_rejected_rows_must_be_stated(stage):
    page = list_report(stage)
    state(page, rejected="2")
    page.go_on.click()
    assert page.notice.isVisible()
    assert isinstance(before_of(stage).page, ListPage)
    state(page)
    page.go_on.click()
    assert isinstance(before_of(stage).page, MakePage)


@pytest.mark.parametrize(("number", "voters"), [("", "60"), ("17", ""), ("17", "sixty")])
def test_without_the_act_nothing_goes_on(stage, number, voters):
    page = list_report(stage)
    page.act.rejected.edit.setText("1")
    page.act.number.edit.setText(number)
    page.act.voters.edit.setText(voters)
    page.act.entered.emit()
    assert not page.go_on.isEnabled()
    assert isinstance(before_of(stage).page, ListPage)


def test_act_and_list_are_compared_in_words(stage):
    page = list_report(stage)
    state(page, voters="61")
    assert page.act.verdict.property("kind") == "warning"
    assert "61" in page.act.verdict.text()
    state(page)
    assert page.act.verdict.property("kind") == "good"


def test_the_report_is_written_as_csv_and_what_hinders_it_is_said(stage):
    page = list_report(stage)
    page._write(stage.folder / "report.csv")
    assert "report.csv" in page.saved.text()
    with (stage.folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["5", "9", "63"]
    page._write(stage.folder / "nowhere/report.csv")
    no = StoreError(Trouble.NO_FOLDER, folder=str(stage.folder / "nowhere"))
    assert page.notice.sentence.text() == stage.language.say(no)
    with full_disk():
        page._write(stage.folder / "second.csv")
    no = StoreError(Trouble.NO_ROOM, file="second.csv")
    assert page.notice.sentence.text() == stage.language.say(no)


def test_two_passphrases_that_differ_are_refused(stage):
    page = make_refused(stage)
    no = Refusal(Reason.PASSPHRASE_DIFFERS)
    assert page.notice.sentence.text() == stage.language.say(no)
    assert not page.file.exists()


def test_no_passphrase_at_all_is_refused(stage):
    page = make(stage)
    page.make.click()
    until(stage, page.notice.isVisible)
    no = Refusal(Reason.PASSPHRASE_MISSING)
    assert page.notice.sentence.text() == stage.language.say(no)


def test_a_full_disk_is_said_and_no_file_is_there(stage):
    page = make_failed(stage)
    assert page.notice.sentence.property("kind") == "bad"
    assert not page.file.exists()


def test_a_file_that_is_there_is_not_written_over(stage):
    page = make(stage)
    page.file.write_text("precious")
    page.once.edit.setText(PASSPHRASE)
    page.again.edit.setText(PASSPHRASE)
    page.make.click()
    until(stage, page.notice.isVisible)
    no = StoreError(Trouble.EXISTS, file=page.file.name)
    assert page.notice.sentence.text() == stage.language.say(no)
    assert page.file.read_text() == "precious"


def test_the_key_on_the_page_opens_the_file(stage):
    page = sheet(stage)
    key = unlock_by_sheet(page._made.file, page.key.text())
    assert Desk(page._made.file, key, this_laptop()).day.roll.size == 60


def test_the_day_opens_only_when_the_sheet_is_written_or_copied(stage):
    page = sheet(stage)
    assert not page.go_on.isEnabled()
    page.write_sheet(stage.folder / "nowhere/sheet.pdf")
    assert page.notice.isVisible()
    assert not page.go_on.isEnabled()
    page.copied.click()
    assert page.go_on.isEnabled()


def test_the_sheet_is_a_pdf(stage):
    page = sheet(stage)
    page.write_sheet(stage.folder / "sheet.pdf")
    assert (stage.folder / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_few_precincts_state_comes_into_the_file(stage):
    page = new_day_more(stage)
    rows = [f"{n};Қадырова;Алия {n};01.02.1970;Абай;{n}" for n in range(1, 31)]
    plain = stage.folder / "plain.csv"
    plain.write_text("\n".join(["№;Тегі;Аты;Туған күні;Көше;Үй", *rows]), "utf-8")
    page.take_list(plain)
    stage.press(ENTER)
    report = page_of(before_of(stage), ListPage, stage)
    state(report, voters="30")
    report.go_on.click()
    shown = page_of(before_of(stage), MakePage, stage)
    assert isinstance(shown._stated, Stated)
    precinct, voters = shown._stated.plan.precinct, shown._stated.plan.voters
    assert (precinct.region, precinct.closed) == ("Абай облысы", True)
    assert (precinct.times, precinct.spans) == ({"boxes": "06:15"}, {"count_hours": 6})
    assert precinct.report_hours == ("09:00", "11:00")
    assert (voters[25].page, voters[25].line) == ("2", "1")
    assert page.more.times["boxes"].edit.placeholderText() == "06:30"


@pytest.mark.parametrize(
    ("field", "typed", "argument"),
    [("boxes", "25:00", "times"), ("count_hours", "six", "spans")],
)
def test_what_cannot_be_is_refused_before_the_list_is_read(stage, field, typed, argument):
    page = new_day_more(stage)
    fields = [*page.more.times.items(), *page.more.spans.items()]
    dict[str, Field](fields)[field].edit.setText(typed)
    page.go_on.click()
    no = Refusal(Reason.BAD_ARGUMENT, argument=argument)
    assert page.notice.sentence.text() == stage.language.say(no)


def test_pages_that_the_list_does_not_have_are_said_on_its_report(stage):
    page = new_day_more(stage)
    page.more.pages.edit.setText("1: 1-999")
    page.go_on.click()
    report = page_of(before_of(stage), ListPage, stage)
    state(report)
    report.go_on.click()
    no = ListError(ListFault.PAGES_WRONG, pages="1: 1-999")
    assert report.notice.sentence.text() == stage.language.say(no)
