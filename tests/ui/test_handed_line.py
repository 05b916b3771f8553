"""The window opens on a running day: were the last ballots handed over?"""

import pytest

from precinct_app.desk import Who
from precinct_app.domain.parts import issuing
from tests.store.files import FIVE
from tests.ui.days import ERLAN, OLGA, come_on_duty, desk_at
from tests.ui.voting import ENTER, ESCAPE, Voting


@pytest.fixture
def reopened(tmp_path, qapp):
    """Open the window again after the program ended right after an issue."""
    desk = desk_at(tmp_path)
    desk.act(Who(ERLAN), issuing.issue_ballots, "57", FIVE, ERLAN)
    desk.close()
    desk.start_writing()
    come_on_duty(desk, ERLAN, OLGA)
    voting = Voting(qapp, desk)
    voting.session.choose(ERLAN)
    yield voting
    voting.close()


def test_it_names_number_voter_ballots_and_time(reopened):
    line = reopened.page.handed
    entry = next(e for e in reopened.day.entries if e.kind == "ballots_issued")
    assert line.isVisible()
    for part in (f"№ {entry.number}", "№ 57", "А Б В Г Д", "10:00"):
        assert part in line.question.text()


def test_yes_puts_it_away_for_good(reopened):
    reopened.page.handed.yes.click()
    reopened.open("6")
    reopened.press(ESCAPE)
    assert not reopened.page.handed.isVisible()


def test_no_opens_the_correction_of_that_entry(reopened):
    reopened.page.handed.back.click()
    box = reopened.page.acts.box
    assert box.way == "take_back"
    box.reason.setCurrentIndex(box.reason.findData("voter_left"))
    reopened.press(ENTER)
    reopened.answer()
    assert not reopened.day.has_received("57")
    assert not reopened.page.handed.isVisible()


def test_it_leaves_the_room_to_a_card_and_asks_again_after_it(reopened):
    reopened.open("6")
    assert not reopened.page.handed.isVisible()
    reopened.press(ESCAPE)
    assert reopened.page.handed.isVisible()


def test_the_next_issue_puts_it_away(reopened):
    reopened.open("6")
    reopened.press(ENTER)
    reopened.answer()
    reopened.type("а")
    assert not reopened.page.handed.isVisible()


def test_it_speaks_the_language_that_is_on(reopened):
    reopened.language.switch("en")
    assert "were the ballots handed over?" in reopened.page.handed.question.text()


def test_a_day_on_which_nothing_was_given_asks_nothing(prompt):
    assert not prompt.page.handed.isVisible()
