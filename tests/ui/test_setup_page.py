"""Set-up, opening and end of voting in the window."""

import pytest
from PySide6.QtCore import Qt

from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason, Refusal
from precinct_app.texts import LANGUAGES
from tests.store.files import FIVE
from tests.ui.days import CHAIRMAN, COMMISSION, ERLAN, PIN, desk_at
from tests.ui.scenes_setup import (
    at_step,
    ending,
    fresh,
    fresh_desk,
    give_pin,
    list_act,
    members,
    members_failed,
    name,
    opening_refused,
    session_of,
    setup_page,
    state_act,
)
from tests.ui.slow_session import SlowSession
from tests.ui.stage import full_disk
from ui.setup_steps import STEPS

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def notice(stage):
    return stage.window.frame.notice


def slow_page(stage, desk):
    """Open a day at its set-up, with a session that takes its time."""
    stage.desk = desk
    frame = stage.window.open_day(SlowSession(desk))
    stage.show()
    frame.show_page("setup")
    stage.settle()
    return frame.pages["setup"]


def test_a_fresh_file_opens_at_its_set_up(stage):
    stage.open_day(fresh_desk(stage))
    assert stage.window.frame.shown == "setup"


def test_the_number_is_compared_with_the_file_before_anything_else(stage):
    page = fresh(stage)
    assert page.shown == "precinct"
    stage.type("215")
    stage.press(ENTER)
    assert page.precinct.verdict.property("kind") == "bad"
    assert page.shown == "precinct"
    stage.type("214")
    stage.press(ENTER)
    assert page.shown == "members"


def test_a_whole_set_up_goes_by_keys(stage):
    page, desk = fresh(stage), session_of(stage).desk
    stage.type("214")
    stage.press(ENTER)
    for member, (full_name, role) in COMMISSION.items():
        assert page.members.number.typed == member
        page.members.role.setCurrentIndex(page.members.role.findText(office(stage, role)))
        stage.type(full_name)
        stage.press(ENTER)
        if role != "advisory":
            stage.type(PIN)
            stage.press(ENTER)
            stage.type(PIN)
            stage.press(ENTER)
            stage.wait_for_answer(session_of(stage))
            stage.wait_for_answer(session_of(stage))
    assert {m: (x.name, x.role) for m, x in desk.day.members.items()} == COMMISSION
    assert desk.day.duty(1) == [CHAIRMAN]
    page.show_step("list_act")
    stage.type("17")
    stage.press(TAB)
    stage.type("60")
    stage.press(ENTER)
    page.show_step("receipts")
    for _ in FIVE:
        stage.type("120")
        stage.press(TAB)
        stage.type("120")
        stage.press(ENTER)
    page.show_step("stacks")
    for _ in FIVE:
        stage.type("100")
        stage.press(TAB)
    stage.press(ENTER)
    assert [step.code for step in STEPS if not step.is_done(desk.day)] == ["opening", "ending"]
    desk.clock.state(desk.clock.now().replace(hour=7, minute=0))
    page.show_step("opening")
    page.opening.reason.edit.setText("Пломба нөмірі кейін жазылады")
    stage.type("214")
    stage.press(ENTER)
    assert desk.day.phase is Phase.VOTING
    assert desk.day.left(FIVE[0], "member:3") == 100


def office(stage, role):
    return stage.language.word("role", role)


def test_the_chairman_is_on_duty_as_soon_as_his_pin_is_set(stage):
    page = members(stage)
    assert session_of(stage).desk.day.duty(1) == [CHAIRMAN]
    assert stage.language.text("setup.missing") in page.steps["members"].text()


def test_two_pins_that_differ_set_none(stage):
    page = members(stage)
    page.members.pin.edit.setText("1234")
    page.members.again.edit.setText("1243")
    page.members.set_pin.click()
    stage.settle()
    no = Refusal(Reason.PIN_DIFFERS)
    assert notice(stage).sentence.text().startswith(stage.language.say(no))
    assert not session_of(stage).desk.day.members["2"].pin
    assert page.members.pin.typed == ""


def test_a_member_is_corrected_under_his_number(stage):
    page = members(stage)
    page.members.number.edit.setText("2")
    assert page.members.save.text() == stage.language.text("members.correct")
    page.members.role.setCurrentIndex(page.members.role.findText(office(stage, "secretary")))
    name(stage, page, "Ахметов Дәурен Бекович")
    assert session_of(stage).desk.day.members["2"].name == "Ахметов Дәурен Бекович"


def test_a_second_chairman_is_refused_and_what_was_typed_stays(stage):
    page = members(stage)
    page.members.role.setCurrentIndex(page.members.role.findText(office(stage, "chairman")))
    name(stage, page, "Ким Лариса Андреевна")
    assert notice(stage).isVisible()
    assert page.members.name.typed == "Ким Лариса Андреевна"
    assert len(session_of(stage).desk.day.members) == 2


def test_a_full_disk_is_said_and_nobody_is_named(stage):
    page = members_failed(stage)
    assert notice(stage).sentence.property("kind") == "bad"
    assert len(session_of(stage).desk.day.members) == 2
    assert page.members.name.typed == "Ким Лариса Андреевна"


def test_act_and_list_that_differ_ask_for_the_reason(stage):
    page = list_act(stage)
    assert page.list_act.verdict.property("kind") == "bad"
    assert page.next_step == "list_act"
    page.list_act.explanation.edit.setText("Бір жол екі рет тұр")
    page.list_act.save.click()
    stage.wait_for_answer(session_of(stage))
    assert page.list_act.verdict.property("kind") == "warning"
    assert page.next_step == "receipts"


def test_a_pack_that_is_short_is_said_before_and_stands_as_missing(stage):
    page = at_step(stage, "receipts")
    stage.type("120")
    stage.press(TAB)
    stage.type("119")
    assert page.receipts.verdict.property("kind") == "warning"
    stage.press(ENTER)
    day = session_of(stage).desk.day
    assert (day.left(FIVE[0], "safe"), day.left(FIVE[0], "missing")) == (119, 1)


def test_a_pack_left_sealed_is_counted_when_it_is_opened(stage):
    page = at_step(stage, "receipts")
    assert not page.receipts.sealed.isVisible()
    stage.type("120")
    stage.press(ENTER)
    assert page.receipts.sealed.isVisible()
    page.receipts.pack_counted.edit.setText("121")
    page.receipts.count.click()
    stage.settle()
    day = session_of(stage).desk.day
    assert not day.sealed_packs
    assert day.left(FIVE[0], "safe") == 121


def test_the_number_of_another_precinct_opens_nothing(stage):
    page = at_step(stage, "opening")
    session_of(stage).desk.clock.state(session_of(stage).desk.clock.now().replace(hour=7))
    stage.type("215")
    stage.press(ENTER)
    assert notice(stage).isVisible()
    assert session_of(stage).desk.day.phase is Phase.SETUP
    assert page.opening.number.typed == ""


def test_too_early_is_refused_with_the_hour(stage):
    opening_refused(stage)
    assert "07:00" in notice(stage).sentence.text()


def test_what_is_missing_is_named_before_the_opening(stage):
    page = at_step(stage, "opening")
    for code in LANGUAGES:
        stage.language.switch(code)
        for step in ("list_act", "receipts", "stacks"):
            assert stage.language.text(f"setup_step.{step}") in page.opening.missing.text()


def test_what_is_missing_is_opened_by_the_written_reason_of_the_chairman(stage):
    page = at_step(stage, "opening")
    state_act(stage)
    desk = session_of(stage).desk
    desk.clock.state(desk.clock.now().replace(hour=7))
    for reason, phase in (("", Phase.SETUP), ("пандус сломан", Phase.VOTING)):
        assert page.opening.reason.isVisible()
        page.opening.number.edit.setText("214")
        page.opening.reason.edit.setText(reason)
        page.opening.open.click()
        stage.wait_for_answer(session_of(stage))
        assert desk.day.phase is phase
    assert desk.day.at_opening
    assert desk.day.at_opening.reason == "пандус сломан"
    assert not page.opening.reason.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_voting_ends_by_the_typed_word_only(stage, code):
    stage.language.switch(code)
    page, desk = ending(stage), session_of(stage).desk
    desk.clock.state(desk.clock.now().replace(hour=20))
    assert not page.ending.end.isEnabled()
    stage.press(ENTER)
    stage.type("x")
    stage.press(ENTER)
    assert desk.day.phase == "voting"
    page.ending.word.edit.clear()
    stage.type(stage.language.text("ending.the_word").lower())
    assert page.ending.end.isEnabled()
    stage.press(ENTER)
    assert desk.day.phase == "ended"
    assert not page.ending.word.isVisible()


def test_an_issuer_on_duty_does_not_keep_the_chairman_from_setting_up(stage):
    page = at_step(stage, "list_act")
    session_of(stage).choose(CHAIRMAN)
    session_of(stage).choose(ERLAN)
    assert session_of(stage).typist == ERLAN
    page.list_act.number.edit.setText("17")
    page.list_act.voters.edit.setText("60")
    page.list_act.save.click()
    stage.wait_for_answer(session_of(stage))
    entry = session_of(stage).desk.day.entries[-1]
    assert (entry.kind, entry.by) == ("list_act_stated", CHAIRMAN)


def test_a_slow_answer_shows_that_it_is_awaited_and_is_asked_for_once(stage):
    page = slow_page(stage, fresh_desk(stage))
    page.show_step("members")
    page.members.name.edit.setText("Серікбаева Гүлнар Асқарқызы")
    page.members.save.click()
    page.members.save.click()
    frame = stage.window.frame
    assert frame.busy.isVisible()
    assert not page.members.save.isEnabled()
    stage.wait_for_answer(frame.session)
    assert len(frame.session.desk.day.members) == 1
    assert page.members.save.isEnabled()
    give_pin(stage, page, PIN)
    stage.wait_for_answer(frame.session)
    assert frame.session.desk.day.duty(1) == [CHAIRMAN]


def test_a_full_disk_at_the_opening_leaves_the_day_in_its_set_up(stage):
    page = at_step(stage, "opening")
    state_act(stage)
    desk = session_of(stage).desk
    desk.clock.state(desk.clock.now().replace(hour=7))
    page.opening.reason.edit.setText("Пломба нөмірі кейін жазылады")
    page.opening.number.edit.setText("214")
    with full_disk():
        page.opening.open.click()
        stage.wait_for_answer(session_of(stage))
    assert notice(stage).sentence.property("kind") == "bad"
    assert desk.day.phase is Phase.SETUP


def test_what_is_done_is_said_at_each_step(stage):
    desk = desk_at(stage.folder)
    page = setup_page(stage, desk)
    done, missing = stage.language.text("setup.done"), stage.language.text("setup.missing")
    assert page.steps["opening"].text().endswith(done)
    assert page.steps["ending"].text().endswith(missing)
