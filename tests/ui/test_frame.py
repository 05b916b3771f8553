"""What is always in sight."""

from datetime import timedelta

import pytest

from precinct_app.desk import Desk, Laptop, Who
from precinct_app.domain.parts import issuing, opening, stock
from tests.store.files import FIVE, KEY, HandClock
from tests.ui.days import (
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    SECRETARY,
    come_on_duty,
    desk_at,
    found_day,
    name_commission,
)
from tests.ui.voting import ENTER, Voting


def chips(voting):
    return [chip.left.text() for chip in voting.frame.headline.stack.chips]


def test_precinct_kind_and_phase(prompt):
    headline = prompt.frame.headline
    assert "214" in headline.precinct.text()
    assert headline.state.text() == "нағыз файл · дауыс беру"


def test_turnout_and_clock(prompt):
    prompt.open("6")
    prompt.press(ENTER)
    headline = prompt.frame.headline
    assert headline.turnout.text() == "1 / 60"
    assert headline.turnout_words.text() == "келгені: 1,7\N{NO-BREAK SPACE}%"
    assert (headline.clock.text(), headline.date.text()) == ("10:00", "19.03.2023")
    prompt.desk.clock.moment += timedelta(minutes=7)
    headline.tick()
    assert headline.clock.text() == "10:07"


def test_the_issuer_with_number_and_name(prompt):
    prompt.choose(3)
    assert prompt.frame.headline.stack.issuer.text() == "3 · Жұмабаев Ерлан Сәкенұлы"
    assert [key.isChecked() for key in prompt.frame.duty.keys[:5]] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_an_empty_place_chooses_nobody(prompt):
    prompt.choose(8)
    assert prompt.session.issuer == DEPUTY


def test_chairman_and_secretary_choose_themselves_as_typists(prompt):
    come_on_duty(prompt.desk, SECRETARY)
    prompt.choose(6)
    assert (prompt.session.typist, prompt.session.issuer) == (SECRETARY, DEPUTY)
    assert prompt.frame.duty.typist.text() == "Теретін: Ахметов Д."
    prompt.open("6")
    prompt.press(ENTER)
    entry = prompt.day.entries[-1]
    assert (entry.by, entry.event.issuer) == (SECRETARY, DEPUTY)


def test_the_key_of_who_never_issues_says_why(prompt):
    assert "41-баптың 5-тармағы" in prompt.frame.duty.keys[0].toolTip()
    assert "бюллетень береді" in prompt.frame.duty.keys[1].toolTip()


def test_the_stack_per_colour_with_a_warning_in_words(prompt):
    prompt.desk.act(Who(CHAIRMAN), stock.put_in_safe, DEPUTY, {FIVE[0]: 91})
    prompt.session.chosen.emit()
    assert chips(prompt) == ["9 – аз қалды", *["100"] * 4]
    name = prompt.frame.headline.stack.chips[0].left.accessibleName()
    assert name.startswith("А, көк, ")


def test_a_stack_that_lasts_less_than_thirty_minutes_is_low(prompt):
    put_away = dict.fromkeys(FIVE, 60)
    prompt.desk.act(Who(CHAIRMAN), stock.put_in_safe, DEPUTY, put_away)
    for voter in range(7, 15):
        prompt.session.do(issuing.issue_ballots, str(voter), FIVE, DEPUTY)
    # Eight in five minutes, 32 left: 20 minutes.
    assert chips(prompt) == ["32 – аз қалды"] * 5
    assert "20" in prompt.frame.headline.stack.chips[0].toolTip()


def test_the_last_entry_names_no_voter(prompt):
    prompt.open("6")
    prompt.press(ENTER)
    last = prompt.frame.last.text()
    assert "№ 6" in last
    assert "Ким Л." in last
    assert "Омаров" not in last


def test_at_most_twelve_hits_and_how_many_more(prompt):
    prompt.type("а")
    found = prompt.desk.find_voters("а", 12)
    visible = [row for row in range(12) if not prompt.hits.isRowHidden(row)]
    assert len(visible) == 12
    assert prompt.hits.voters == found.hits
    assert prompt.finder.more.text() == f"… және тағы {found.more}"
    prompt.type("хметов")
    assert prompt.finder.more.text() == ""


def test_an_issuer_without_a_stack_cannot_be_ticked_for(prompt):
    prompt.desk.act(Who(CHAIRMAN), stock.put_in_safe, ERLAN, {FIVE[0]: 100})
    prompt.choose(3)
    prompt.open("6")
    assert prompt.card.ticked == FIVE[1:]
    assert prompt.card.ballots[0].words.text() == prompt.language.text("ballot.lacking")
    prompt.choose(2)
    assert prompt.card.ticked == FIVE


@pytest.mark.parametrize("ended", [False, True], ids=["before the opening", "after the end"])
def test_outside_voting_a_card_offers_no_issue_and_says_why(tmp_path, qapp, ended):
    desk = (desk_at if ended else desk_in_setup)(tmp_path)
    if ended:
        assert isinstance(desk.clock, HandClock)
        desk.clock.moment = desk.clock.moment.replace(hour=20)
        desk.act(Who(CHAIRMAN), opening.end_voting)
    voting = Voting(qapp, desk)
    voting.open("6")
    assert not voting.card.issue.isEnabled()
    phase = voting.language.word("phase", voting.day.phase)
    assert phase in voting.card.issue.text()
    voting.press(ENTER)
    assert voting.issues() == []
    voting.close()


def desk_in_setup(folder):
    laptop = Laptop(folder / "home")
    desk = Desk(found_day(folder / "day.precinct", laptop), KEY, laptop, HandClock())
    desk.start_writing()
    name_commission(desk)
    come_on_duty(desk, DEPUTY)
    return desk


def test_a_page_that_most_desks_never_need_is_made_when_it_is_first_shown(prompt):
    assert set(prompt.frame.pages) == {"voter", "sign_in"}
    prompt.frame.show_page("stock")
    made = prompt.frame.pages["stock"]
    prompt.frame.show_page("voter")
    prompt.frame.show_page("stock")
    assert prompt.frame.pages["stock"] is made
    assert prompt.frame.shown == "stock"
