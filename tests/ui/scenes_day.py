"""The pages of a day, staged with real files."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from precinct_app.desk import Who, note_recovery
from precinct_app.domain.parts import access
from tests.ui.days import CHAIRMAN, DEPUTY, ERLAN, OLGA, PIN, desk_at
from tests.ui.stage import PATIENCE_S, Stage, full_disk
from ui.renew_pin_box import RenewPinBox
from ui.session import Session

ENTER = Qt.Key.Key_Return


def day(stage: Stage, page: str, *, kind: str = "live", papers: int = 100) -> Session:
    """Open a running day at a page, with Larisa Kim as the one who issues."""
    desk = desk_at(stage.folder, kind=kind, papers=papers)
    session = stage.open_day(desk)
    session.choose(DEPUTY)
    stage.show_page(page)
    return session


def sign_in(stage: Stage) -> None:
    """Some are on duty."""
    day(stage, "sign_in")


def sign_in_training(stage: Stage) -> None:
    """A training file shows its PINs and its stripe."""
    day(stage, "sign_in", kind="training")


def sign_in_refused(stage: Stage) -> None:
    """A wrong PIN."""
    session = day(stage, "sign_in")
    session.sign_in(ERLAN, "0000")
    stage.wait_for_answer(session)


def sign_in_failed(stage: Stage) -> None:
    """The disk is full when somebody comes on duty."""
    session = day(stage, "sign_in")
    with full_disk():
        session.sign_in(ERLAN, PIN)
        stage.wait_for_answer(session)


def sign_in_chairman(stage: Stage) -> None:
    """The chairman never issues, and sees why."""
    day(stage, "sign_in")
    stage.press(Qt.Key.Key_Up, Qt.Key.Key_Up)


def recovered(stage: Stage) -> None:
    """The file was opened with the recovery sheet, and nobody is on duty."""
    desk = desk_at(stage.folder)
    desk.act(Who(""), access.start_desk)
    note_recovery(desk)
    stage.open_day(desk)


def renewing(stage: Stage) -> RenewPinBox:
    """The chairman is given a new PIN."""
    recovered(stage)
    page = stage.window.sign_in
    assert page
    page.renew.click()
    stage.settle()
    assert page.box
    return page.box


def renewing_refused(stage: Stage) -> RenewPinBox:
    """The second person's PIN is wrong."""
    box = renewing(stage)
    for pin in ("8642", "8642", "0000"):
        stage.type(pin)
        stage.press(ENTER)
    assert stage.window.frame
    stage.wait_for_answer(stage.window.frame.session)
    return box


def forgotten(stage: Stage) -> None:
    """The chairman types a wrong PIN, and sees what helps."""
    session = day(stage, "sign_in")
    stage.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    session.sign_in(CHAIRMAN, "0000")
    stage.wait_for_answer(session)


def locked(stage: Stage) -> None:
    """Ten minutes nobody touched the laptop."""
    day(stage, "sign_in")
    stage.window.lock()
    stage.settle()


def forgetful(stage: Stage) -> None:
    """The laptop's own disk takes nothing; the day goes on."""
    session = day(stage, "voter")
    home = stage.folder / "home"
    (home / "laptop.json").unlink()
    home.rmdir()
    home.write_bytes(b"")
    session.do_as(Who(OLGA), access.sign_out)
    wait_until(stage, lambda: bool(session.desk.troubles()))
    frame = stage.window.frame
    assert frame
    frame.troubles.look()
    stage.settle()


def pulled(stage: Stage) -> None:
    """The stick of the second place was pulled out; the bar says how many entries wait."""
    session = day(stage, "voter")
    stick = stage.folder / "stick"
    stick.mkdir()
    session.desk.choose_second_place(Who(CHAIRMAN), stick)
    stick.rename(stage.folder / "pulled")
    session.do_as(Who(OLGA), access.sign_out)
    frame = stage.window.frame
    assert frame
    bar = frame.headline.copy_line
    wait_until(stage, lambda: frame.troubles.isVisible() and bar.property("kind") == "strong")


def wait_until(stage: Stage, holds: Callable[[], bool]) -> None:
    """Wait for what a thread of the desk does."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        stage.wait(0.05)


def blanked(stage: Stage) -> None:
    """F12 blanks the screen."""
    day(stage, "sign_in")
    stage.press(Qt.Key.Key_F12)


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "sign_in": sign_in,
    "sign_in-training": sign_in_training,
    "sign_in-refused": sign_in_refused,
    "sign_in-failed": sign_in_failed,
    "sign_in-chairman": sign_in_chairman,
    "sign_in-locked": locked,
    "voter-forgetful": forgetful,
    "voter-pulled": pulled,
    "sign_in-forgotten": forgotten,
    "sign_in-recovered": recovered,
    "box_renew_pin": renewing,
    "box_renew_pin-refused": renewing_refused,
    "curtain": blanked,
}
