"""Every way in which a page writes: how it is brought about, and the key that does it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from tests.store.files import FIVE
from tests.ui.days import ADVISER, ERLAN, OLGA, PIN, SECRETARY
from tests.ui.scenes_day import ENTER, day, renewing
from tests.ui.scenes_setup import at_step, ending, session_of, state_act, stock_on_way, stock_page
from tests.ui.scenes_voter import card, served
from tests.ui.stage import Stage

Key = Callable[[], None]
SPOILED, CORRECTION, ASSISTANT, NOTE = (
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_F10,
    Qt.Key.Key_F11,
)


def name_member(stage: Stage) -> Key:
    """Correct the name of the adviser."""
    panel = at_step(stage, "members").members
    panel.number.edit.setText(ADVISER)
    panel.role.setCurrentIndex(panel.role.count() - 1)
    panel.name.edit.setText("Оспанов Нұржан")
    panel.name.setFocus()
    return lambda: stage.press(ENTER)


def set_pin(stage: Stage) -> Key:
    """Give Erlan a new PIN."""
    panel = at_step(stage, "members").members
    panel.members.selectRow(int(ERLAN) - 1)

    def enter() -> None:
        panel.pin.edit.setText("9753")
        panel.again.edit.setText("9753")
        panel.own.edit.setText(PIN)
        panel.own.setFocus()
        stage.press(ENTER)

    return enter


def list_act(stage: Stage) -> Key:
    """State the act of the list."""
    panel = at_step(stage, "list_act").list_act
    panel.number.edit.setText("17")
    panel.voters.edit.setText("60")
    panel.voters.setFocus()
    return lambda: stage.press(ENTER)


def receipt(stage: Stage) -> Key:
    """Receive a pack."""
    panel = at_step(stage, "receipts").receipts
    panel.stated.edit.setText("120")
    panel.counted.edit.setText("120")
    panel.counted.setFocus()
    return lambda: stage.press(ENTER)


def opening(stage: Stage) -> Key:
    """Open voting at seven."""
    page = at_step(stage, "opening")
    state_act(stage)
    clock = session_of(stage).desk.clock
    clock.state(clock.now().replace(hour=7, minute=0))

    def enter() -> None:
        page.opening.number.edit.setText("214")
        page.opening.reason.edit.setText("Пломба нөмірі кейін жазылады")
        page.opening.number.setFocus()
        stage.press(ENTER)

    return enter


def ending_of_voting(stage: Stage) -> Key:
    """End voting at eight in the evening."""
    page = ending(stage)
    clock = session_of(stage).desk.clock
    clock.state(clock.now().replace(hour=20, minute=0))

    def enter() -> None:
        page.ending.word.edit.setText(stage.language.text("ending.the_word"))
        page.ending.word.setFocus()
        stage.press(ENTER)

    return enter


def put_in(stage: Stage) -> Key:
    """Put five blue ballots back into the safe."""
    page = stock_page(stage)
    page.ways["put_in"].setChecked(True)
    page.amounts.edits[FIVE[0]].setText("5")
    page.amounts.setFocus()
    return lambda: stage.press(ENTER)


def take(stage: Stage) -> Key:
    """Take what is on the way."""
    page = stock_on_way(stage)

    def enter() -> None:
        page.on_way.buttons[0].setFocus()
        stage.press(ENTER)

    return enter


def sign_in(stage: Stage) -> Key:
    """Bring the secretary on duty."""
    day(stage, "sign_in")
    page = stage.window.sign_in
    assert page
    page.members.selectRow(int(SECRETARY) - 1)

    def enter() -> None:
        stage.type(PIN)
        stage.press(ENTER)

    return enter


def sign_out(stage: Stage) -> Key:
    """Let Olga leave."""
    day(stage, "sign_in")
    page = stage.window.sign_in
    assert page
    page.members.selectRow(int(OLGA) - 1)
    return page.leave.click


def issue(stage: Stage) -> Key:
    """Issue what is ticked."""
    card(stage)
    return lambda: stage.press(ENTER)


def decline(stage: Stage) -> Key:
    """Take two ballots out, and let them be declined."""
    card(stage)
    stage.press(Qt.Key.Key_F2, Qt.Key.Key_F4)
    return lambda: stage.press(Qt.Key.Key_F6)


def exchange(stage: Stage) -> Key:
    """Exchange a spoiled ballot."""
    served(stage)
    stage.press(SPOILED)
    return lambda: stage.press(ENTER)


def take_back(stage: Stage) -> Key:
    """Take ballots back that were just issued."""
    served(stage)
    stage.press(CORRECTION)
    assert stage.window.voters
    box = stage.window.voters.acts.box
    assert box
    reason = box.reason  # type: ignore[attr-defined]
    reason.setCurrentIndex(reason.findData("wrong_key"))
    return lambda: stage.press(ENTER)


def write_words(stage: Stage, key: Qt.Key) -> Key:
    """Write an assistant's name, or a note, beside a row that is open."""
    stage.press(key)
    stage.type("Нұрпейісова Сәуле")
    return lambda: stage.press(ENTER)


def assistant(stage: Stage) -> Key:
    """Name the assistant of a voter."""
    card(stage)
    return write_words(stage, ASSISTANT)


def note(stage: Stage) -> Key:
    """Write a note beside a voter who was served."""
    served(stage)
    return write_words(stage, NOTE)


def renew_pin(stage: Stage) -> Key:
    """Give the chairman a new PIN."""
    box = renewing(stage)

    def enter() -> None:
        box.pin.setText("8642")
        box.again.setText("8642")
        box.second.pin.setText(PIN)
        stage.press(ENTER)

    return enter


WRITING: Mapping[str, Callable[[Stage], Key]] = {
    "name_member": name_member,
    "set_pin": set_pin,
    "list_act": list_act,
    "receipt": receipt,
    "opening": opening,
    "ending": ending_of_voting,
    "put_in": put_in,
    "take": take,
    "sign_in": sign_in,
    "sign_out": sign_out,
    "renew_pin": renew_pin,
    "issue": issue,
    "decline": decline,
    "exchange": exchange,
    "take_back": take_back,
    "assistant": assistant,
    "note": note,
}
