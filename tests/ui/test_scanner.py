"""A scanner is a keyboard: a scan opens a card, and never acts on the one that is open."""

import pytest

from tests.ui.days import DEPUTY
from tests.ui.voting import ENTER

ONE, OTHER, STRANGER = "050319599061", "010715599903", "990101599990"


def test_a_scanned_iin_opens_the_card_at_once(voting):
    voting.scan(f"{ONE}\n")
    assert (voting.flow, voting.card.voter.id) == ("Open", "6")
    assert voting.issues() == []


def test_a_scan_without_enter_opens_the_card_when_it_falls_silent(voting, qtbot):
    voting.scan(ONE)
    assert voting.flow == "Searching"
    qtbot.waitUntil(lambda: voting.flow == "Open")
    assert voting.card.voter.id == "6"


def test_an_iin_typed_by_hand_waits_for_enter(voting, qtbot):
    voting.type(ONE)
    qtbot.wait(150)
    assert voting.flow == "Searching"
    voting.press(ENTER)
    assert voting.card.voter.id == "6"


def test_read_twice_it_is_the_same_card_and_nothing_is_issued(voting):
    voting.scan(f"{ONE}\n")
    voting.ticking.go(2)
    voting.scan(f"{ONE}\n")
    voting.answer()
    assert (voting.flow, voting.card.voter.id) == ("Open", "6")
    assert voting.issues() == []


def test_read_again_after_the_issue_it_says_that_the_voter_was_served(voting):
    voting.scan(f"{ONE}\n")
    voting.press(ENTER)
    voting.answer()
    for _ in range(2):
        voting.ticking.go(2)
        voting.scan(f"{ONE}\n")
        voting.answer()
    assert voting.issues() == [("6", DEPUTY)]
    assert voting.card.standing.is_done
    assert "10:00" in voting.card.banner.text()


def test_a_scan_over_an_open_card_acts_on_neither_card(voting):
    voting.scan(f"{ONE}\n")
    voting.ticking.go(2)
    voting.scan(f"{OTHER}\n")
    voting.answer()
    assert (voting.flow, voting.card.voter.id) == ("Open", "3")
    assert voting.issues() == []


@pytest.mark.parametrize("ending", ["\n\n", "\n\n\n"])
def test_a_scanner_that_sends_carriage_return_and_line_feed_issues_nothing(voting, ending):
    voting.scan(f"{ONE}{ending}")
    voting.answer()
    assert voting.flow == "Open"
    assert voting.issues() == []


def test_a_qr_code_that_holds_an_iin_opens_the_card(voting):
    voting.scan(f"https://shaqyru.kz/?iin={ONE}&y=214\n")
    assert (voting.flow, voting.card.voter.id) == ("Open", "6")


def test_a_qr_code_of_several_lines_opens_the_card(voting):
    voting.scan(f"ШАҚЫРУ\n{ONE}\n")
    voting.answer()
    assert (voting.flow, voting.card.voter.id) == ("Open", "6")
    assert voting.issues() == []


def test_an_iin_scanned_on_kazakh_keys_opens_the_card(voting):
    kazakh = str.maketrans("1234567890", '"әіңғ,.үұқ')
    voting.scan(ONE.translate(kazakh) + "\n")
    assert (voting.flow, voting.card.voter.id) == ("Open", "6")


def test_an_unknown_code_is_said_in_words_and_is_not_shown_whole(voting):
    voting.scan(f"{STRANGER}\n")
    assert voting.flow == "Searching"
    assert voting.finder.hint.text() == voting.language.text("voter.unknown_code")
    assert STRANGER not in voting.finder.hint.text()
    voting.scan(f"{ONE}\n")
    assert voting.card.voter.id == "6"


def test_a_name_that_nobody_has_is_said_in_words(voting):
    voting.type("щщщъ")
    voting.press(ENTER)
    assert voting.finder.hint.text() == voting.language.text("voter.nobody")


def test_a_scan_into_a_note_writes_nothing(voting):
    voting.open("6")
    voting.page.acts.act("note")
    before = len(voting.day.entries)
    voting.scan(f"{OTHER}\n")
    voting.answer()
    assert len(voting.day.entries) == before
    assert voting.page.acts.box


def test_a_scan_over_a_list_of_reasons_corrects_nothing(voting):
    voting.open("6")
    voting.press(ENTER)
    voting.answer()
    voting.page.acts.act("correct")
    box = voting.page.acts.box
    box.reason.setCurrentIndex(1)
    box.reason.setFocus()
    before = len(voting.day.entries)
    voting.scan(f"{OTHER}\n")
    voting.answer()
    assert len(voting.day.entries) == before


def test_no_hit_shows_a_whole_iin(prompt):
    prompt.type(ONE)
    shown = [item.text() for row in prompt.hits._items for item in row]
    prompt.press(ENTER)
    shown += [prompt.card.name.text(), prompt.card.person.text(), prompt.card.place.text()]
    assert not any(ONE in text for text in shown)
    assert ONE[-4:] in prompt.card.person.text()
