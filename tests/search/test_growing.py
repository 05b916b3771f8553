"""The day goes on and the search with it."""

import pytest

from precinct_app.search import Found, Index
from tests.search.fourteen import fourteen, ids, voter


def test_a_voter_added_in_the_day_is_found_in_his_place():
    index = fourteen()
    assert ids(index, "кадырова")
    index.add(voter(57, "Қадырова Ақмарал")._replace(id="1-57", number="A-1"))
    assert ids(index, "қад") == ["3", "1-57", "1", "4", "2"]
    for text in ("A-1", "а-1", "А1", "a1", "F-1", "а - 1"):
        assert index.find(text).hits[0] == "1-57"


def test_a_new_word_is_known_to_every_reading():
    index = Index([voter(1, "Оспанов Нұрлан")])
    for text in ("Байжанова", "Bayzhanova", "<fq;fyjdf", "Байжоно"):
        assert ids(index, text) == []
    index.add(voter(2, "Байжанова Сәуле"))
    for text in ("Байжанова", "Bayzhanova", "<fq;fyjdf", "Байжоно"):
        assert ids(index, text) == ["2"]


def test_a_corrected_voter_is_found_by_his_new_name_only():
    index = fourteen()
    index.add(voter(3, "Кайратов Алмас"))
    assert ids(index, "кадыров") == ["2", "1"]
    assert ids(index, "қадыров алмас") == []
    assert ids(index, "кайр") == ["3"]
    assert index.find("3").hits[0] == "3"


def test_a_removed_voter_is_found_no_more():
    index = fourteen()
    index.remove("11")
    assert ids(index, "ким") == []
    assert ids(index, "11") == []
    with pytest.raises(KeyError):
        index.remove("11")


def test_only_the_best_are_listed_and_the_rest_are_counted():
    index = Index(voter(number, "Оспанов Нұрлан") for number in range(1, 44))
    assert index.find("осп") == Found(tuple(map(str, range(1, 13))), 31)
    assert index.find("осп", most=40).more == 3
    index.add(voter(44, "Оспанов Абай"))
    assert index.find("осп", most=2) == Found(("44", "1"), 42)
    assert index.find("осп", most=0) == Found((), 44)


def test_a_long_paste_is_cut_short(index):
    assert index.find("Кадырова Алия " * 5000).hits == index.find("Кадырова Алия " * 5).hits
