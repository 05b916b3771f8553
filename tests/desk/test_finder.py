"""The search follows the list: added, corrected, struck, put back."""

import pytest

from precinct_app.desk.finder import Finder
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import additions, decisions
from tests.store.files import CHAIRMAN, back_on_duty, make_day, writing

ROW = {"surname": "Тұрсынова", "first_name": "Айгүл", "iin": "990615499498"}


@pytest.fixture
def desk(tmp_path):
    with writing(make_day(tmp_path, served=3)) as found:
        back_on_duty(found)
        assert found.find_voters("турсын").hits == ()
        found.act(CHAIRMAN, decisions.decide, "о списке", tuple("12345"), 5)
        yield found


def add(desk) -> str:
    return str(desk.act(CHAIRMAN, additions.add_voter, ROW, "№ 1", 1, "№ 2").id)


@pytest.mark.parametrize("typed", ["турсын", "A-1", "а1", "990615499498", "9498"])
def test_a_voter_added_in_the_day_is_found_at_once(desk, typed):
    voter = add(desk)
    assert desk.find_voters(typed).hits[0] == voter


def test_a_corrected_name_is_found_and_the_wrong_one_no_more(desk):
    voter = add(desk)
    desk.find_voters("турсын")
    desk.act(CHAIRMAN, additions.correct_voter, voter, {"surname": "Жүнісова"}, 1, "№ 3")
    assert desk.find_voters("жунис").hits == (voter,)
    assert desk.find_voters("турсын").hits == ()


def test_a_struck_voter_is_found_no_more_until_put_back(desk):
    before = desk.find_voters("Алия 17").hits
    desk.act(CHAIRMAN, additions.strike_voter, "17", "died", 1, "№ 3")
    assert "17" in before
    assert "17" not in desk.find_voters("Алия 17").hits
    desk.act(CHAIRMAN, additions.put_back_voter, "17", 1, "№ 4")
    assert desk.find_voters("Алия 17").hits == before


def test_a_voter_who_came_and_went_between_two_searches_is_not_found(desk):
    voter = add(desk)
    desk.act(CHAIRMAN, additions.strike_voter, voter, "other_list", 1, "№ 3")
    desk.act(CHAIRMAN, additions.correct_voter, voter, {"house": "9"}, 1, "№ 4")
    assert desk.find_voters("турсын").hits == ()


def test_a_day_that_was_folded_anew_is_searched_as_it_stands(desk):
    finder = Finder()
    assert finder.find(desk.day, "турсын", 12).hits == ()
    voter = add(desk)
    anew = replay(desk.day.election, desk.day.roll, desk.day.entries)
    assert finder.find(anew, "турсын", 12).hits == (voter,)


def test_only_who_stands_on_the_list_is_found_after_opening_the_file(desk):
    voter = add(desk)
    desk.act(CHAIRMAN, additions.strike_voter, "17", "died", 1, "№ 3")
    hits = Finder().find(desk.day, "", 12).hits, Finder().find(desk.day, "Алия", 50).hits
    assert "17" not in {*hits[0], *hits[1]}
    assert Finder().find(desk.day, "айгул", 12).hits == (voter,)
