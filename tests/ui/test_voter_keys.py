"""Each rule of the keyboard on the voter page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.store.files import FIVE
from tests.ui.days import DEPUTY, ERLAN
from tests.ui.voting import DOWN, ENTER, ESCAPE, F

SIX = "омар"


def test_three_letters_and_enter_twice_issue_five_ballots(voting):
    voting.type("ома")
    voting.press(ENTER, ENTER)
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]
    assert voting.day.holding("6").received == dict.fromkeys(FIVE, 1)


def test_enter_opens_the_best_hit_and_issues_nothing(voting):
    voting.type(SIX)
    voting.press(ENTER)
    assert voting.flow == "Open"
    assert voting.focus is voting.card
    assert voting.issues() == []


def test_enter_in_an_empty_field_does_nothing(voting):
    voting.press(ENTER)
    assert voting.flow == "Searching"


def test_after_the_commit_number_time_letters_and_stack_are_told(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    voting.answer()
    told = voting.card.banner.text()
    entry = voting.day.entries[-1]
    for part in (f"№ {entry.number}", "10:00:00", "А Б В Г Д", "Ким Л."):
        assert part in told
    assert [card.state for card in voting.card.ballots] == ["given"] * 5


def test_after_the_commit_the_focus_is_back_in_an_empty_field(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    voting.answer()
    assert voting.focus is voting.field
    assert voting.field.text() == ""


def test_the_stack_shows_one_less_of_each(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    voting.answer()
    assert [chip.left.text() for chip in voting.frame.headline.stack.chips] == ["99"] * 5


def test_a_second_enter_after_an_issue_does_nothing(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER, ENTER)
    voting.answer()
    voting.press(ENTER, ENTER)
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]
    assert voting.flow == "Done"


def test_an_enter_that_repeats_by_itself_opens_nothing_and_issues_nothing(voting):
    voting.type(SIX)
    voting.press(ENTER, repeats=True)
    assert voting.flow == "Searching"
    voting.press(ENTER)
    voting.press(*[ENTER] * 20, repeats=True)
    voting.answer()
    assert voting.flow == "Open"
    assert voting.issues() == []


def test_an_enter_within_50_ms_after_a_character_opens_and_never_issues(voting):
    voting.type(SIX)
    voting.ticking.go(0.049)
    voting.key(ENTER)
    assert voting.flow == "Open"
    voting.key(ENTER)
    voting.answer()
    assert voting.issues() == []


def test_an_enter_50_ms_after_a_character_issues(voting):
    voting.type(SIX)
    voting.key(ENTER)
    voting.ticking.go(0.051)
    voting.key(ENTER)
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]


def test_a_busy_sign_stands_until_the_answer(voting):
    seen = []
    voting.session.waiting.connect(lambda on: seen.append((on, voting.frame.busy.isVisible())))
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    assert seen[0] == (True, True)
    voting.answer()
    assert seen[-1] == (False, False)


@pytest.mark.parametrize("letter", ["қ", "a", "7", "Ұ", '"'])
def test_a_letter_or_digit_on_a_card_leaves_it_and_begins_a_new_search(voting, letter):
    voting.type(SIX)
    voting.press(ENTER)
    voting.type(letter)
    assert voting.flow == "Searching"
    assert voting.field.text() == letter
    assert voting.focus is voting.field
    voting.press(ENTER)
    voting.answer()
    assert voting.issues() == []


@pytest.mark.parametrize("place", range(5))
def test_f1_to_f5_take_a_ballot_out_and_put_it_back(voting, place):
    voting.type(SIX)
    voting.press(ENTER, F[place + 1])
    left = tuple(ballot for ballot in FIVE if ballot != FIVE[place])
    assert voting.card.ticked == left
    voting.press(F[place + 1])
    assert voting.card.ticked == FIVE


def test_what_was_taken_out_is_not_issued(voting):
    voting.type(SIX)
    voting.press(ENTER, F[3], ENTER)
    voting.answer()
    assert sorted(voting.day.holding("6").received) == sorted(set(FIVE) - {FIVE[2]})
    assert [card.state for card in voting.card.ballots][2] == "open"


def test_a_click_takes_a_ballot_out_and_puts_it_back(prompt):
    prompt.type(SIX)
    prompt.press(ENTER)
    prompt.settle()
    for left in (FIVE[1:], FIVE):
        QTest.mouseClick(prompt.card.ballots[0], Qt.MouseButton.LeftButton)
        assert prompt.card.ticked == left
    assert prompt.flow == "Open"


def test_a_click_on_the_large_button_issues(voting):
    voting.type(SIX)
    voting.press(ENTER)
    voting.settle()
    QTest.mouseClick(voting.card.issue, Qt.MouseButton.LeftButton)
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]


def test_with_nothing_ticked_enter_issues_nothing(voting):
    voting.type(SIX)
    voting.press(ENTER, F[1], F[2], F[3], F[4], F[5], ENTER)
    voting.answer()
    assert voting.issues() == []
    assert not voting.card.issue.isEnabled()


def test_escape_goes_back_to_the_hits_then_empties_the_field(voting):
    voting.type(SIX)
    voting.press(ENTER, ESCAPE)
    assert (voting.flow, voting.field.text()) == ("Searching", SIX)
    assert voting.focus is voting.field
    assert voting.hits.voters == ("6",)
    voting.press(ESCAPE)
    assert voting.field.text() == ""


def test_after_escape_from_a_card_the_next_text_takes_the_place_of_the_old_one(voting):
    voting.type("6")
    voting.press(ENTER, ESCAPE)
    assert voting.field.selectedText() == "6"
    voting.type("57")
    assert voting.field.text() == "57"


def test_after_an_enter_that_opened_nobody_the_next_text_takes_its_place(voting):
    voting.type("ъщэ")
    voting.press(ENTER)
    assert voting.flow == "Searching"
    voting.type("57")
    assert voting.field.text() == "57"


def test_no_undo_brings_a_name_back_into_an_emptied_field(voting):
    voting.type(SIX)
    voting.press(ESCAPE)
    voting.key(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert voting.field.text() == ""
    assert not voting.field.isUndoAvailable()


def test_the_arrows_choose_a_row_and_enter_opens_it(voting):
    voting.type("петров")
    only = voting.hits.voters
    voting.press(ESCAPE)
    voting.type("а")
    voting.press(DOWN, DOWN, DOWN, ENTER)
    assert len(only) == 1
    assert voting.card.voter.id == voting.hits.voters[2]


def test_a_row_that_is_clicked_is_opened(prompt):
    prompt.type("а")
    row = prompt.hits.visualItemRect(prompt.hits.item(4, 1)).center()
    QTest.mouseClick(prompt.hits.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert prompt.card.voter.id == prompt.hits.voters[4]


def test_control_and_a_digit_choose_the_issuer_on_an_open_card(voting):
    voting.type(SIX)
    voting.press(ENTER)
    voting.choose(3)
    assert voting.flow == "Open"
    voting.press(ENTER)
    voting.answer()
    assert voting.issues() == [("6", ERLAN)]


def test_what_is_typed_before_the_answer_waits_for_it(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    voting.type("пет")
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]
    assert voting.field.text() == "пет"
    assert voting.hits.voters == ("3",)


def test_a_scan_before_the_answer_opens_the_next_card_and_issues_nothing(voting):
    voting.type(SIX)
    voting.press(ENTER, ENTER)
    voting.scan("010715599903\n")
    voting.answer()
    assert voting.issues() == [("6", DEPUTY)]
    assert voting.card.voter.id == "3"
    assert voting.flow == "Open"
