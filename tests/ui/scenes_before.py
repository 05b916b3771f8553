"""The pages before a day is open, staged with real files."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from precinct_app.desk import Desk, Laptop, Plan, create_day
from precinct_app.domain.precinct import Precinct
from precinct_app.training.people import invent_list
from tests.store.files import flip, region
from tests.ui.days import name_commission, voters
from tests.ui.stage import PATIENCE_S, Stage, full_disk
from ui.app import show_start
from ui.before_day import BeforeDay
from ui.list_page import ListPage
from ui.make_page import MakePage
from ui.new_day_page import NewDayPage
from ui.passphrase_page import PassphrasePage
from ui.recent import remember_file
from ui.sheet_page import SheetPage
from ui.start_page import StartPage
from ui.waiting_page import WaitingPage

PASSPHRASE = "қара нар"
P = TypeVar("P", bound=QWidget)


def page_of(before: BeforeDay, kind: type[P], stage: Stage) -> P:
    """Wait until a page of a kind is shown, and give it."""
    until = time.monotonic() + PATIENCE_S
    while not isinstance(before.page, kind):
        assert time.monotonic() < until, f"{kind.__name__} never came"
        stage.wait(0.02)
    stage.settle()
    return before.page


def until(stage: Stage, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        stage.wait(0.02)
    stage.settle()


def at_start(stage: Stage, file: Path | None = None) -> BeforeDay:
    """Open the window before a day is open."""
    before = show_start(stage.window, file)
    stage.show()
    return before


def invented(folder: Path, count: int = 60) -> Path:
    """Write a list with a total, a voter without an address and a wrong IIN."""
    paper = folder / "list.xlsx"
    invent_list(count, 3, paper)
    book = load_workbook(paper)
    sheet = book.active
    assert sheet is not None
    sheet["F5"], sheet["G9"] = "123", None
    sheet.append(["Барлығы", count])
    book.save(paper)
    return paper


def made_day(folder: Path, laptop: str = "home", kind: str = "live") -> Path:
    """Make a file with its passphrase and its commission on some laptop."""
    path, home = folder / "day.precinct", Laptop(folder / laptop)
    plan = Plan("live" if kind == "live" else "training", region(), Precinct("214"), voters(20))
    with Desk(path, create_day(path, plan, PASSPHRASE, home).key, home) as desk:
        desk.start_writing()
        name_commission(desk)
    return path


def start(stage: Stage) -> StartPage:
    """Nothing was opened on this laptop yet."""
    return page_of(at_start(stage), StartPage, stage)


def start_recent(stage: Stage) -> StartPage:
    """Two files were opened here, and there is a training precinct."""
    for name in ("evening.precinct", "day.precinct"):
        (stage.folder / name).touch()
        remember_file(stage.folder / name)
    (stage.folder / "home/training").mkdir(parents=True)
    (stage.folder / "home/training/training.precinct").touch()
    return start(stage)


def training_made(stage: Stage) -> WaitingPage:
    """The training precinct is being made."""
    before = at_start(stage)
    before.train()
    return page_of(before, WaitingPage, stage)


def passphrase(stage: Stage) -> PassphrasePage:
    """A file waits for its passphrase."""
    return page_of(at_start(stage, made_day(stage.folder)), PassphrasePage, stage)


def passphrase_sheet(stage: Stage) -> PassphrasePage:
    """The key of the recovery sheet is asked for."""
    page = passphrase(stage)
    page.other_key.click()
    stage.settle()
    return page


def passphrase_failed(stage: Stage) -> PassphrasePage:
    """The passphrase is wrong."""
    page = passphrase(stage)
    unlock(stage, page, "ақ нар")
    return page


def passphrase_damaged(stage: Stage) -> PassphrasePage:
    """A page inside the file is damaged."""
    path = made_day(stage.folder)
    for place in range(40_960, path.stat().st_size, 4_096):
        flip(path, place + 2_000)
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    unlock(stage, page)
    return page


def passphrase_elsewhere(stage: Stage) -> PassphrasePage:
    """The file was written at another laptop."""
    path = made_day(stage.folder, "elsewhere")
    page = page_of(at_start(stage, path), PassphrasePage, stage)
    unlock(stage, page)
    return page


def passphrase_refused(stage: Stage) -> PassphrasePage:
    """The chairman's PIN is wrong."""
    page = passphrase_elsewhere(stage)
    page.reading.pin.edit.setText("0000")
    page.reading.go_on.click()
    until(stage, page.reading.go_on.isEnabled)
    return page


def new_day(stage: Stage) -> NewDayPage:
    """Nothing is stated about the new day."""
    before = at_start(stage)
    before.make_day()
    return page_of(before, NewDayPage, stage)


def new_day_full(stage: Stage) -> NewDayPage:
    """All is stated about the new day."""
    page = new_day(stage)
    page.fields["number"].edit.setText("214")
    page.take_list(invented(stage.folder))
    stage.settle()
    return page


def new_day_refused(stage: Stage) -> NewDayPage:
    """Voting can't begin at five."""
    page = new_day_full(stage)
    page.fields["begins"].edit.setText("05:00")
    page.go_on.click()
    stage.settle()
    return page


def list_report(stage: Stage) -> ListPage:
    """The report of a list, with a row that is no voter."""
    page = new_day_full(stage)
    page.go_on.click()
    return page_of(_before(page), ListPage, stage)


def list_refused(stage: Stage) -> ListPage:
    """The number of rejected rows and the act do not agree with the list."""
    page = list_report(stage)
    state(page, rejected="3", voters="61")
    page.table.selectRow(0)
    page.go_on.click()
    stage.settle()
    return page


def list_failed(stage: Stage) -> WaitingPage:
    """What was chosen is no list."""
    page = new_day_full(stage)
    (stage.folder / "list.csv").write_text("one,two\n1,2\n", "utf-8")
    page.take_list(stage.folder / "list.csv")
    page.go_on.click()
    waiting = page_of(_before(page), WaitingPage, stage)
    until(stage, waiting.notice.isVisible)
    return waiting


def make(stage: Stage) -> MakePage:
    """The passphrase of the new file is asked for."""
    page = list_report(stage)
    state(page)
    page.go_on.click()
    return page_of(_before(page), MakePage, stage)


def make_refused(stage: Stage) -> MakePage:
    """The passphrase was typed in two ways."""
    page = make(stage)
    page.once.edit.setText(PASSPHRASE)
    page.again.edit.setText("ақ нар")
    page.make.click()
    stage.settle()
    return page


def make_failed(stage: Stage) -> MakePage:
    """The disk is full when the file is made."""
    page = make(stage)
    page.once.edit.setText(PASSPHRASE)
    page.again.edit.setText(PASSPHRASE)
    with full_disk():
        page.make.click()
        until(stage, page.notice.isVisible)
    return page


def sheet(stage: Stage) -> SheetPage:
    """The recovery sheet is shown once."""
    page = make(stage)
    page.once.edit.setText(PASSPHRASE)
    page.again.edit.setText(PASSPHRASE)
    page.make.click()
    return page_of(_before(page), SheetPage, stage)


def sheet_written(stage: Stage) -> SheetPage:
    """The recovery sheet is written."""
    page = sheet(stage)
    page.write_sheet(stage.folder / "sheet.pdf")
    stage.settle()
    return page


def unlock(stage: Stage, page: PassphrasePage, passphrase: str = PASSPHRASE) -> None:
    """Type a passphrase and wait for what comes of it."""
    page.key.edit.setText(passphrase)
    page.open.click()
    until(stage, lambda: page.notice.isVisible() or page.reading.isVisible() or page.isHidden())


def state(page: ListPage, rejected: str = "1", voters: str = "60") -> None:
    """State what the act and the report say."""
    page.act.rejected.edit.setText(rejected)
    page.act.number.edit.setText("17")
    page.act.voters.edit.setText(voters)


def _before(page: QWidget) -> BeforeDay:
    parent = page.parentWidget()
    while not isinstance(parent, BeforeDay):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "start": start,
    "start-recent": start_recent,
    "passphrase": passphrase,
    "passphrase-sheet": passphrase_sheet,
    "passphrase-failed": passphrase_failed,
    "passphrase-damaged": passphrase_damaged,
    "passphrase-elsewhere": passphrase_elsewhere,
    "passphrase-refused": passphrase_refused,
    "new_day": new_day,
    "new_day-full": new_day_full,
    "new_day-refused": new_day_refused,
    "list": list_report,
    "list-refused": list_refused,
    "list-failed": list_failed,
    "make": make,
    "make-refused": make_refused,
    "make-failed": make_failed,
    "sheet": sheet,
    "sheet-written": sheet_written,
}
