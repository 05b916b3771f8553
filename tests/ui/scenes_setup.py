"""Set-up and stock, staged with real files."""

from collections.abc import Callable, Mapping

from precinct_app.desk import Desk, Laptop
from precinct_app.domain.parts import setup, stock
from tests.store.files import FIVE, KEY, HandClock
from tests.ui.days import (
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    ISSUERS,
    PIN,
    come_on_duty,
    desk_at,
    found_day,
    name_commission,
)
from tests.ui.stage import Stage, full_disk
from ui.session import Session
from ui.setup_page import SetupPage
from ui.stock_page import StockPage


def fresh_desk(stage: Stage, kind: str = "live", hour: str = "06:30") -> Desk:
    """Open a desk on a file in which nothing but its creation stands."""
    laptop = Laptop(stage.folder / "home")
    path = found_day(stage.folder / "day.precinct", laptop, kind=kind)
    desk = Desk(path, KEY, laptop, HandClock(f"2023-03-19T{hour}:00+06:00"))
    desk.start_writing()
    return desk


def setup_page(stage: Stage, desk: Desk) -> SetupPage:
    """Open a day at its set-up."""
    stage.open_day(desk)
    frame = stage.window.frame
    assert frame
    frame.show_page("setup")
    stage.settle()
    page = frame.pages["setup"]
    assert isinstance(page, SetupPage)
    return page


def session_of(stage: Stage) -> Session:
    """Give the session of the day that is open."""
    assert stage.window.frame
    return stage.window.frame.session


def fresh(stage: Stage) -> SetupPage:
    """Nothing is set up yet."""
    return setup_page(stage, fresh_desk(stage))


def another_number(stage: Stage) -> SetupPage:
    """The number of another precinct was typed."""
    page = fresh(stage)
    page.precinct.number.edit.setText("215")
    page.precinct.compare.click()
    stage.settle()
    return page


def members(stage: Stage) -> SetupPage:
    """The chairman is on duty, the others are to be named."""
    page = fresh(stage)
    page.show_step("members")
    name(stage, page, "Серікбаева Гүлнар Асқарқызы")
    give_pin(stage, page, PIN)
    name(stage, page, "Ахметов Дәурен Бекұлы")
    return page


def members_refused(stage: Stage) -> SetupPage:
    """A PIN of three digits."""
    page = members(stage)
    give_pin(stage, page, "123")
    return page


def members_failed(stage: Stage) -> SetupPage:
    """The disk is full when a member is named."""
    page = members(stage)
    with full_disk():
        name(stage, page, "Ким Лариса Андреевна")
    return page


def members_full(stage: Stage) -> SetupPage:
    """The whole commission has its PINs."""
    return at_step(stage, "members")


def list_act(stage: Stage) -> SetupPage:
    """The act of the list differs from the list."""
    page = at_step(stage, "list_act")
    page.list_act.number.edit.setText("17")
    page.list_act.voters.edit.setText("61")
    page.list_act.save.click()
    stage.wait_for_answer(session_of(stage))
    return page


def receipts(stage: Stage) -> SetupPage:
    """Two packs came, one is sealed, and a third one is short."""
    page = at_step(stage, "receipts")
    for ballot, counted in ((FIVE[0], 120), (FIVE[1], None)):
        session_of(stage).do(stock.receive_ballots, ballot, 120, counted, "4")
    page.receipts.ballot.setCurrentIndex(2)
    page.receipts.stated.edit.setText("120")
    page.receipts.counted.edit.setText("119")
    stage.settle()
    return page


def opening(stage: Stage) -> SetupPage:
    """Voting is to be opened, but not all is done."""
    return at_step(stage, "opening")


def opening_refused(stage: Stage) -> SetupPage:
    """It is half past six: too early."""
    page = opening(stage)
    state_act(stage)
    page.opening.number.edit.setText("214")
    page.opening.open.click()
    stage.wait_for_answer(session_of(stage))
    return page


def ending(stage: Stage) -> SetupPage:
    """Voting goes on; the word is not typed yet."""
    page = setup_page(stage, desk_at(stage.folder))
    page.show_step("ending")
    stage.settle()
    return page


def ending_refused(stage: Stage) -> SetupPage:
    """The word was typed at ten in the morning."""
    page = ending(stage)
    page.ending.word.edit.setText(stage.language.text("ending.the_word"))
    page.ending.end.click()
    stage.wait_for_answer(session_of(stage))
    return page


def stock_page(stage: Stage) -> StockPage:
    """Four members have stacks."""
    stage.open_day(desk_at(stage.folder))
    frame = stage.window.frame
    assert frame
    frame.session.choose(DEPUTY)
    frame.show_page("stock")
    stage.settle()
    page = frame.pages["stock"]
    assert isinstance(page, StockPage)
    return page


def stock_on_way(stage: Stage) -> StockPage:
    """Ballots are on the way from one member to another."""
    page = stock_page(stage)
    page.ways["hand_over"].setChecked(True)
    page.taker.setCurrentIndex(page.taker.findData(ERLAN))
    for edit in page.amounts.edits.values():
        edit.setText("20")
    page.carry.click()
    stage.wait_for_answer(session_of(stage))
    return page


def stock_refused(stage: Stage) -> StockPage:
    """More is to go back than is there."""
    page = stock_page(stage)
    page.ways["put_in"].setChecked(True)
    page.amounts.edits[FIVE[0]].setText("500")
    page.carry.click()
    stage.wait_for_answer(session_of(stage))
    return page


def at_step(stage: Stage, step: str) -> SetupPage:
    """Open a file with its whole commission on duty at a step."""
    desk = fresh_desk(stage)
    name_commission(desk)
    come_on_duty(desk, *ISSUERS)
    page = setup_page(stage, desk)
    session_of(stage).choose(CHAIRMAN)
    page.show_step(step)
    stage.settle()
    return page


def state_act(stage: Stage) -> None:
    """State an act that agrees with the list."""
    session = session_of(stage)
    session.do(setup.state_list_act, "17", session.desk.day.roll.size)
    stage.wait_for_answer(session)


def name(stage: Stage, page: SetupPage, full_name: str) -> None:
    """Name the next member of the commission."""
    page.members.name.edit.setText(full_name)
    page.members.save.click()
    stage.wait_for_answer(session_of(stage))


def give_pin(stage: Stage, page: SetupPage, pin: str) -> None:
    """Let the chosen member type a PIN twice."""
    page.members.pin.edit.setText(pin)
    page.members.again.edit.setText(pin)
    page.members.set_pin.click()
    stage.wait_for_answer(session_of(stage))


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "setup": fresh,
    "setup-differs": another_number,
    "setup-members": members,
    "setup-members-full": members_full,
    "setup-members-refused": members_refused,
    "setup-members-failed": members_failed,
    "setup-list_act": list_act,
    "setup-receipts": receipts,
    "setup-opening": opening,
    "setup-opening-refused": opening_refused,
    "setup-ending": ending,
    "setup-ending-refused": ending_refused,
    "stock": stock_page,
    "stock-on_way": stock_on_way,
    "stock-refused": stock_refused,
}
