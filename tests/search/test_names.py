"""A name is found by any of its words."""

import pytest

from precinct_app.search import Found, Index
from tests.search.fourteen import ids, voter


@pytest.mark.parametrize("text", ["кад ал сер", "ал сер кад", "КАД АЛ СЕР"])
def test_names_are_found_in_any_order_by_their_beginnings(index, text):
    assert ids(index, text) == ["2", "1"]


def test_more_letters_of_any_name_leave_fewer_voters(index):
    assert ids(index, "сергеевна кад ал") == ["2"]


def test_russian_letters_find_kazakh_ones(index):
    assert ids(index, "Кадырова") == ["2", "1"]
    assert ids(index, "омир") == ["10"]


def test_exact_letters_stand_above_loose_ones(index):
    assert ids(index, "Қадырова") == ["1", "2"]
    assert ids(index, "Кадырова") == ["2", "1"]
    assert ids(index, "қад") == ["3", "1", "4", "2"]


def test_a_whole_word_stands_above_a_beginning(index):
    assert ids(index, "қадыр")[0] == "4"
    assert ids(index, "иван") == ["6", "5", "7"]


def test_a_surname_stands_above_a_first_name_and_that_above_a_patronymic():
    names = ["Ахметов Марат Серікұлы", "Бекова Сергей Маратович", "Цой Сер Ли", "Сергеев Марат"]
    index = Index(voter(number, name) for number, name in enumerate(names, 1))
    index.add(voter(5, "Абаев Марат", street="Серова"))
    assert ids(index, "серг") == ["4", "2"]
    assert ids(index, "сер") == ["3", "4", "2", "1", "5"]


def test_each_typed_word_asks_for_a_word_of_its_own(index):
    assert ids(index, "иван иванов") == ["6"]
    assert ids(index, "а а а") == []


def test_parts_of_a_double_surname_are_found_alone_and_together(index):
    for text in ("цой", "бекова", "бекова-цой", "цой джам бекова"):
        assert ids(index, text)[0] == "12"


def test_a_patronymic_is_found_written_apart_and_together(index):
    assert ids(index, "улжанов серикулы") == ["14"]
    assert ids(index, "улжанов серік ұлы") == ["14"]
    assert ids(index, "есенов қанат ұлы") == ["10"]


def test_punctuation_and_case_mean_nothing(index):
    assert ids(index, "  КАДЫРОВА ,  «алия» ") == ["2", "1"]


def test_a_lone_soft_sign_finds_nobody(index):
    assert index.find("ь") == Found((), 0)


@pytest.mark.parametrize("text", ["", "   ", "-", ".,;!", "«»", "\t\n", "[];'", "№"])
def test_nothing_typed_finds_nobody(index, text):
    assert index.find(text) == Found((), 0)


def test_latin_look_alikes_in_a_typed_word_do_no_harm(index):
    assert ids(index, "Kaдыpoвa")[0] == "2"


def test_a_latin_name_on_the_list_is_found_first(index):
    assert ids(index, "smi")[0] == "13"


def test_equals_stand_in_the_kazakh_order_and_then_in_that_of_the_list():
    names = ["Үсенов А", "Усенов А", "Ұсенов А", "Әбиев А", "Абиев А", "Усенов А"]
    index = Index(voter(number, name) for number, name in enumerate(names, 1))
    assert ids(index, "а") == ["5", "4", "2", "6", "3", "1"]
    assert ids(index, "усен") == ["2", "6", "3", "1"]
