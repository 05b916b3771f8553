"""The stock during the day."""

import pytest
from PySide6.QtCore import Qt

from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.parts import stock
from tests.store.files import FIVE
from tests.ui.days import CHAIRMAN, DEPUTY, ERLAN, OLGA
from tests.ui.scenes_setup import session_of, stock_on_way, stock_page, stock_refused

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
BLUE = FIVE[0]


def day(stage):
    return session_of(stage).desk.day


def choose(box, member):
    box.setCurrentIndex(box.findData(member))


def test_a_member_is_topped_up_from_the_safe(stage):
    page = stock_page(stage)
    session_of(stage).do(stock.receive_ballots, BLUE, 50, 50, "5")
    choose(page.taker, OLGA)
    page.come()
    stage.type("30")
    stage.press(ENTER)
    assert (day(stage).left(BLUE, SAFE), day(stage).left(BLUE, stack(OLGA))) == (20, 130)
    assert page.amounts.typed == {}
    assert stage.focus is page.amounts.edits[BLUE]


def test_a_leader_hands_out_whoever_types(stage):
    page = stock_page(stage)
    session_of(stage).do(stock.receive_ballots, BLUE, 50, 50, "5")
    session_of(stage).choose(ERLAN)
    page.amounts.edits[BLUE].setText("1")
    page.carry.click()
    stage.wait_for_answer(session_of(stage))
    assert day(stage).entries[-1].by == CHAIRMAN


def test_ballots_go_back_into_the_safe_with_their_member_beside(stage):
    page = stock_page(stage)
    page.ways["put_in"].setChecked(True)
    choose(page.giver, ERLAN)
    page.come()
    stage.type("40")
    stage.press(ENTER)
    entry = day(stage).entries[-1]
    assert (entry.kind, entry.by, entry.witness) == ("ballots_put_in_safe", DEPUTY, ERLAN)
    assert day(stage).left(BLUE, SAFE) == 40


def test_more_than_there_is_is_refused_by_the_name_of_the_ballot(stage):
    page = stock_refused(stage)
    said = stage.window.frame.notice.sentence.text()
    assert BLUE not in said
    assert "500" in said
    assert page.amounts.typed == {BLUE: 500}


def test_a_hand_over_is_on_the_way_until_it_is_taken(stage):
    page = stock_on_way(stage)
    assert day(stage).left(BLUE, stack(ERLAN)) == 100
    take, _call_off = page.on_way.buttons
    take.setFocus()
    stage.press(ENTER)
    assert day(stage).left(BLUE, stack(ERLAN)) == 120
    assert page.on_way.buttons == []


def test_a_hand_over_that_was_called_off_goes_back(stage):
    page = stock_on_way(stage)
    _take, call_off = page.on_way.buttons
    call_off.click()
    stage.settle()
    assert day(stage).left(BLUE, stack(DEPUTY)) == 100
    assert page.on_way.buttons == []


def test_nothing_typed_moves_nothing(stage):
    page = stock_page(stage)
    before = len(day(stage).entries)
    page.carry.click()
    stage.settle()
    assert stage.window.frame.notice.isVisible()
    assert len(day(stage).entries) == before


def test_the_chairman_and_the_secretary_are_not_offered_as_holders(stage):
    page = stock_page(stage)
    page.ways["hand_over"].setChecked(True)
    offered = {page.taker.itemData(row) for row in range(page.taker.count())}
    assert offered == {"3", "4", "5", "6"}


@pytest.mark.parametrize("way", ["hand_out", "put_in", "hand_over"])
def test_each_account_is_shown_as_it_is(stage, way):
    page = stock_page(stage)
    page.ways[way].setChecked(True)
    cells = [page.accounts.item(0, column) for column in range(6)]
    shown = [cell.text() for cell in cells if cell]
    assert shown == ["400", "0", "100", "100", "100", "100"]
