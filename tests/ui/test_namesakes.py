"""Enter chooses no voter who could be mistaken for another."""

import pytest

from precinct_app.domain.voters import Voter
from tests.ui.voting import DOWN, ENTER
from ui.namesakes import is_meant, may_be_code, mistakable

ASEL, OTHER_ASEL = (
    Voter("1", "1", "Қадырова", "Әсел", "Нұрланқызы", iin="650412499017"),
    Voter("2", "2", "Қадырова", "Әсел", "Ерланқызы", iin="880229499028"),
)
IVAN = Voter("3", "3", "Петров", "Иван", iin="010715599903")
BOLAT = Voter("4", "4", "Сейітов", "Болат", iin="791103399903")
NUMBERED = Voter("9903", "9903", "Ким", "Анна", iin="900505499059")


def test_two_rows_of_one_surname_and_first_name_are_mistakable():
    assert mistakable("кадырова", [ASEL, OTHER_ASEL, IVAN]) == {"1", "2"}


def test_a_hit_that_stands_alone_is_not():
    assert mistakable("петров", [IVAN, ASEL, OTHER_ASEL]) == frozenset()
    assert mistakable("петров", []) == frozenset()


def test_two_rows_with_the_last_four_of_the_iin_are_mistakable():
    assert mistakable("9903", [IVAN, BOLAT]) == {"3", "4"}
    assert mistakable(" 9903 ", [IVAN, BOLAT]) == {"3", "4"}


def test_a_number_that_is_also_the_last_four_of_an_iin_is_mistakable():
    assert mistakable("9903", [NUMBERED, IVAN]) == {"9903", "3"}


def test_the_last_four_matter_only_where_they_were_typed():
    assert mistakable("иван", [IVAN, BOLAT]) == frozenset()


@pytest.mark.parametrize("text", ["кадырова асел", "9903"])
def test_enter_opens_neither_and_says_why(voting, text):
    voting.type(text)
    voting.press(ENTER, ENTER)
    voting.answer()
    assert voting.flow == "Searching"
    assert voting.finder.hint.text() == voting.language.text("voter.choose")
    assert voting.issues() == []


def test_the_rows_show_whole_birth_dates_and_streets(voting):
    voting.type("кадырова асел")
    shown = {voting.hits.item(row, 2).text(): voting.hits.item(row, 3).text() for row in (0, 1)}
    assert shown == {"12.04.1965": "Абай, 5", "29.02.1988": "Сатпаев, 12"}
    assert voting.hits.item(0, 2).font().bold()


def test_other_hits_show_the_year_alone(voting):
    voting.type("омаров")
    assert voting.hits.item(0, 2).text() == "2005"


@pytest.mark.parametrize(("downs", "row"), [(1, 0), (2, 1)])
def test_the_row_that_is_chosen_is_opened(voting, downs, row):
    voting.type("кадырова асел")
    voting.press(ENTER, *[DOWN] * downs, ENTER)
    assert voting.card.voter.id == voting.hits.voters[row]
    assert voting.flow == "Open"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("кад", True),
        ("әсел кадырова", True),
        ("rflshjdf", True),
        ("qadyr", True),
        ("9017", True),
        ("абай 5", True),
        ("әсел", False),
        ("нұрлан", False),
        ("кадирова", False),
        ("абай", False),
    ],
)
def test_only_a_figure_or_the_beginning_of_the_surname_means_a_voter(text, meant):
    assert is_meant(text, ASEL) is meant


def test_enter_opens_nobody_who_is_only_similar_and_a_chosen_row_opens(voting):
    voting.type("серикулы")
    assert voting.finder.hits.voters
    assert voting.finder.hint.text() == voting.language.text("voter.rows")
    voting.press(ENTER, ENTER)
    voting.answer()
    assert voting.flow == "Searching"
    assert voting.finder.hint.text() == voting.language.text("voter.similar")
    voting.press(DOWN, ENTER)
    voting.answer()
    assert voting.flow != "Searching"
    assert voting.issues() == []


def test_a_name_typed_fast_is_taken_for_no_code():
    assert not may_be_code("смирнова")
    assert may_be_code("990101599990")
    assert may_be_code("ғғ0101әңң")
