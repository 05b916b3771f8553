"""On duty: PINs, waits, and who may only type."""

import pytest

from tests.store.files import HandClock
from tests.ui.days import ADVISER, CHAIRMAN, DEPUTY, ERLAN, PIN, SECRETARY, desk_at
from tests.ui.voting import DOWN, ENTER, Voting
from ui.main_window import SIGN_IN
from ui.stripe import TrainingStripe


@pytest.fixture
def signing(voting):
    """The sign-in page with the cursor in the PIN."""
    voting.frame.show_page(SIGN_IN)
    voting.sign_in = voting.window.sign_in
    return voting


def pick(signing, member):
    rows = signing.sign_in.members._rows
    signing.sign_in.members.selectRow(rows.index(member))


def try_pin(signing, member, pin):
    pick(signing, member)
    signing.type(pin)
    signing.press(ENTER)
    signing.answer()


def kinds(signing, count):
    return [entry.kind for entry in signing.day.entries[-count:]]


def test_the_pin_is_typed_at_once(signing):
    assert signing.focus is signing.sign_in.pin


def test_the_arrows_choose_a_member_while_the_pin_has_the_focus(signing):
    pick(signing, CHAIRMAN)
    signing.press(DOWN)
    assert signing.sign_in.members.member == SECRETARY
    assert signing.focus is signing.sign_in.pin


def test_a_pin_and_enter_bring_a_member_on_duty(signing):
    try_pin(signing, SECRETARY, PIN)
    assert SECRETARY in signing.day.duty(1)
    assert signing.sign_in.pin.text() == ""
    keys = [key.text() for key in signing.frame.duty.keys if key.isVisible()]
    assert keys[-1] == "6 Ахметов Д."


def test_a_pin_typed_on_kazakh_keys_is_the_same_pin(signing):
    pick(signing, SECRETARY)
    signing.type(PIN.translate(str.maketrans("1234567890", '"әіңғ,.үұқ')))
    signing.press(ENTER)
    signing.answer()
    assert SECRETARY in signing.day.duty(1)


def test_a_wrong_pin_is_an_entry_and_is_said(signing):
    try_pin(signing, SECRETARY, "0000")
    assert kinds(signing, 1) == ["sign_in_failed"]
    assert signing.frame.notice.isVisible()
    assert SECRETARY not in signing.day.duty(1)


def test_after_three_wrong_pins_the_next_one_waits_and_says_how_long(signing):
    for _ in range(3):
        try_pin(signing, SECRETARY, "0000")
    before = len(signing.day.entries)
    try_pin(signing, SECRETARY, PIN)
    assert len(signing.day.entries) == before
    state = signing.sign_in.members.item(1, 2).text()
    assert signing.language.text("sign_in.wait", seconds=5) in state
    clock = signing.desk.clock
    assert isinstance(clock, HandClock)
    clock.moment = clock.moment.replace(second=6)
    signing.sign_in._count_down()
    try_pin(signing, SECRETARY, PIN)
    assert SECRETARY in signing.day.duty(1)


def test_the_chairman_lifts_the_wait_at_once(signing):
    for _ in range(3):
        try_pin(signing, SECRETARY, "0000")
    assert signing.sign_in.lift.isVisible()
    signing.sign_in.lift.click()
    signing.answer()
    assert kinds(signing, 1) == ["wait_lifted"]
    try_pin(signing, SECRETARY, PIN)
    assert SECRETARY in signing.day.duty(1)


def test_a_wait_of_one_stops_nobody_at_the_desk(signing):
    for _ in range(3):
        try_pin(signing, SECRETARY, "0000")
    signing.frame.show_page("voter")
    signing.session.choose(DEPUTY)
    signing.type("омар")
    signing.press(ENTER, ENTER)
    signing.answer()
    assert len(signing.issues()) == 1


@pytest.mark.parametrize("member", [CHAIRMAN, SECRETARY])
def test_chairman_and_secretary_see_why_they_do_not_issue(signing, member):
    pick(signing, member)
    advice = signing.sign_in.advice.text()
    assert signing.day.members[member].name in advice
    assert "41-бабының 5-тармағы" in advice


def test_an_issuing_member_is_told_nothing(signing):
    pick(signing, ERLAN)
    assert signing.sign_in.advice.text() == ""


def test_an_adviser_is_told_why_there_is_no_pin(signing):
    pick(signing, ADVISER)
    assert "20-баптың 6-тармағы" in signing.sign_in.advice.text()
    assert not signing.sign_in.pin.isEnabled()


def test_a_member_on_duty_leaves(signing):
    pick(signing, ERLAN)
    signing.sign_in.leave.click()
    signing.answer()
    assert ERLAN not in signing.day.duty(1)
    assert kinds(signing, 1) == ["signed_out"]


def test_enter_without_a_pin_goes_on_to_the_voters(signing):
    signing.press(ENTER)
    signing.settle()
    assert signing.frame.shown == "voter"
    assert signing.focus is signing.field


def test_a_training_file_shows_each_pin_and_wears_its_stripe(tmp_path, qapp):
    voting = Voting(qapp, desk_at(tmp_path, kind="training"))
    voting.frame.show_page(SIGN_IN)
    assert [PIN in text for text in states(voting)] == [True] * 6 + [False]
    (stripe,) = voting.frame.findChildren(TrainingStripe)
    assert stripe.isVisible()
    assert stripe.width() == voting.frame.width()
    voting.close()


def test_a_live_file_shows_no_pin_and_wears_no_stripe(prompt):
    prompt.frame.show_page(SIGN_IN)
    assert not any(PIN in text for text in states(prompt))
    assert prompt.frame.findChildren(TrainingStripe) == []


def states(voting):
    table = voting.window.sign_in.members
    return [table.item(row, 2).text() for row in range(table.rowCount())]
