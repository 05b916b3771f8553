"""The voter page in all its states, staged with real files."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from precinct_app.desk import Who
from precinct_app.domain.parts import issuing, stock
from tests.store.files import FIVE, HandClock
from tests.ui.days import CHAIRMAN, ERLAN, SECRETARY, come_on_duty, desk_at
from tests.ui.scenes_day import ENTER, day
from tests.ui.stage import Stage, full_disk
from ui.session import Session

VOTER = "voter"
# A full disk is one again: what waited in the background is mended so soon.
MENDED_S = 2.0
SIX, FIRST_OF_TWO = "Омаров", "Қадырова"
LATER = "2023-03-19T10:12:00+06:00"


def empty(stage: Stage) -> None:
    """Nothing typed yet, and nobody served."""
    day(stage, VOTER)


def hits(stage: Stage) -> None:
    """Three letters, twelve hits and more, some served; letters of Russian find Kazakh ones."""
    session = day(stage, VOTER)
    for voter in ("7", "15", "23"):
        session.do(issuing.issue_ballots, voter, FIVE, session.issuer)
    session.do(issuing.issue_ballots, "31", FIVE[:3], session.issuer)
    stage.type("ба")


def nobody(stage: Stage) -> None:
    """A name that is not on the list, and Enter."""
    day(stage, VOTER)
    stage.type("щщщъ")
    stage.press(ENTER)


def unknown_code(stage: Stage) -> None:
    """A scanner reads an IIN that is not on the list."""
    day(stage, VOTER)
    for digit in "990101599990":
        stage.key(Qt.Key.Key_unknown, digit)
    stage.press(ENTER)


def namesakes(stage: Stage) -> None:
    """Two rows of one name: Enter opens neither."""
    day(stage, VOTER)
    stage.type("кадырова асел")
    stage.press(ENTER)


def card(stage: Stage) -> Session:
    """A voter's card with five ballots ticked."""
    session = day(stage, VOTER)
    stage.type(SIX)
    stage.press(ENTER)
    stage.wait(0.06)
    return session


def some_taken_out(stage: Stage) -> None:
    """Two ballots are taken out."""
    card(stage)
    stage.press(Qt.Key.Key_F2, Qt.Key.Key_F4)


def declined(stage: Stage) -> None:
    """Two ballots are declined."""
    some_taken_out(stage)
    stage.press(Qt.Key.Key_F6)


def one_ballot(stage: Stage) -> None:
    """A voter who may receive the blue ballot alone."""
    day(stage, VOTER)
    stage.type("Ким Анна")
    stage.press(ENTER)


def nobody_issues(stage: Stage) -> None:
    """A card, and no issuer is chosen."""
    session = day(stage, VOTER)
    session.issuer = ""
    session.chosen.emit()
    stage.type(SIX)
    stage.press(ENTER)


def issued(stage: Stage) -> Session:
    """Five ballots were just issued."""
    session = card(stage)
    stage.press(ENTER)
    stage.wait_for_answer(session)
    return session


def served(stage: Stage) -> Session:
    """A voter comes a second time."""
    session = issued(stage)
    stage.type(SIX)
    stage.press(ENTER)
    return session


def partly_served(stage: Stage) -> None:
    """A voter received three of five; one is left for later."""
    session = card(stage)
    stage.press(Qt.Key.Key_F2, Qt.Key.Key_F4, ENTER)
    stage.wait_for_answer(session)
    stage.type(SIX)
    stage.press(ENTER)


def refused(stage: Stage) -> None:
    """The chairman's ballots: art. 41(5)."""
    session = card(stage)
    session.do(issuing.issue_ballots, "6", FIVE, CHAIRMAN)
    stage.settle()


def failed(stage: Stage) -> None:
    """The disk is full: nothing was issued."""
    session = card(stage)
    with full_disk():
        stage.press(ENTER)
        stage.wait_for_answer(session)
    until = time.monotonic() + MENDED_S
    while session.desk.troubles() and time.monotonic() < until:
        stage.wait(0.05)
    tell_trouble(stage)


def low_stack(stage: Stage) -> None:
    """Little is left in the stack, and one kind has run out."""
    session = day(stage, VOTER, papers=8)
    desk = session.desk
    desk.act(Who(CHAIRMAN), stock.put_in_safe, session.issuer, {FIVE[1]: 8})
    tell(stage, session)
    stage.type(SIX)
    stage.press(ENTER)


def training(stage: Stage) -> None:
    """A card in a training file."""
    day(stage, VOTER, kind="training")
    stage.type(SIX)
    stage.press(ENTER)


def restarted(stage: Stage) -> None:
    """The program was ended and opens on a running day."""
    desk = desk_at(stage.folder)
    desk.act(Who(ERLAN), issuing.issue_ballots, "6", FIVE, ERLAN)
    desk.close()
    desk.start_writing()
    come_on_duty(desk, ERLAN)
    stage.open_day(desk)
    stage.show_page(VOTER)


def tell(stage: Stage, session: Session) -> None:
    """Let the window learn what was done at the desk behind it, and what time it is."""
    session.changed.emit(session.desk.day.entries[-1])
    frame = stage.window.frame
    assert frame
    frame.headline.retranslate()
    stage.settle()


def tell_trouble(stage: Stage) -> None:
    """Let the window look now for what waits to be mended."""
    frame = stage.window.frame
    assert frame
    frame.troubles.look()
    stage.settle()


def box(key: Qt.Key, before: Callable[[Stage], object]) -> Callable[[Stage], None]:
    """Open a box from a voter's card."""

    def staged(stage: Stage) -> None:
        before(stage)
        stage.press(key)

    return staged


def late_correction(stage: Stage) -> None:
    """After the minutes of grace a second person is wanted."""
    session = served(stage)
    come_on_duty(session.desk, SECRETARY)
    clock = session.desk.clock
    assert isinstance(clock, HandClock)
    clock.moment = clock.moment.fromisoformat(LATER)
    tell(stage, session)
    stage.press(Qt.Key.Key_F9)


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "voter": empty,
    "voter-hits": hits,
    "voter-none": nobody,
    "voter-unknown_code": unknown_code,
    "voter-namesakes": namesakes,
    "voter-card": card,
    "voter-taken_out": some_taken_out,
    "voter-declined": declined,
    "voter-one_ballot": one_ballot,
    "voter-nobody_issues": nobody_issues,
    "voter-issued": issued,
    "voter-served": served,
    "voter-partly": partly_served,
    "voter-refused": refused,
    "voter-failed": failed,
    "voter-low": low_stack,
    "voter-training": training,
    "voter-restarted": restarted,
    "box_spoiled": box(Qt.Key.Key_F8, served),
    "box_correction": box(Qt.Key.Key_F9, served),
    "box_correction-late": late_correction,
    "box_assistant": box(Qt.Key.Key_F10, card),
    "box_note": box(Qt.Key.Key_F11, card),
}
