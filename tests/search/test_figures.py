"""A number, an IIN and an address find their voters."""

import pytest

from precinct_app.search import Found, Index
from tests.search.fourteen import ids, voter


@pytest.fixture(scope="module")
def street() -> Index:
    """Forty voters of two streets, four flats to a house."""
    return Index(
        voter(
            number,
            f"{'Абаев' if number == 30 else 'Оспанов'} Нұрлан",
            street="ул. Абая" if number <= 20 else "Сәтбаев көшесі",
            house=f"{10 + (number - 1) % 20 // 4}" + ("а" if number % 20 == 0 else ""),
            flat=str(1 + (number - 1) % 4),
            birth="1950-02-03" if number == 33 else "1991",
        )
        for number in range(1, 41)
    )


def test_a_number_in_the_list_stands_first(street):
    found = street.find("12")
    assert found.hits[0] == "12"
    assert set(found.hits[1:]) == {"9", "10", "11", "29", "30", "31", "32"}
    assert street.find("3").hits[0] == "3"
    assert street.find("003").hits[0] == "3"


def test_an_unfinished_number_shows_what_it_may_become(street):
    assert set(street.find("4").hits) == {"4", "40"}


def test_street_and_house_are_found(street):
    assert sorted(street.find("Абая 11").hits[:4]) == ["5", "6", "7", "8"]
    assert sorted(street.find("11 абая").hits[:4]) == ["5", "6", "7", "8"]
    assert sorted(street.find("сатбаев 11").hits[:4]) == ["25", "26", "27", "28"]


def test_street_house_and_flat_are_found(street):
    for text in ("абая 11 3", "абая 11-3", "ул. Абая, д. 11, кв. 3", "Абая көшесі 11 үй 3 пәтер"):
        assert street.find(text).hits[0] == "7"
    assert street.find("абая 12 1").hits[0] == "9"


def test_a_house_with_a_letter_is_found(street):
    for text in ("абая 14а", "абая 14А", "абая 14a"):
        assert ids(street, text) == ["20"]


def test_a_kind_of_street_finds_nobody_by_itself(street):
    assert street.find("көшесі").hits == ()
    for kind in ("ул", "көшесі", "көш", "пр."):
        assert street.find(f"абая {kind}") == street.find("абая")


def test_a_beginning_that_might_be_a_street_is_first_of_all_a_name(index):
    assert ids(index, "серік ул") == ["14"]
    assert ids(index, "ким ку") == []


def test_a_flat_is_asked_for_only_beside_something_else(street):
    assert ids(street, "2") == ["2", *map(str, range(20, 30))]
    assert ids(street, "2 абаев") == ["30"]


def test_name_and_street_are_found_together(street):
    assert ids(street, "абаев сатб") == ["30"]
    assert ids(street, "сәтбаев 12 нұрлан абаев") == ["30"]
    assert street.find("оспанов абая 11").hits == ("5", "6", "7", "8", "11")


def test_a_year_of_birth_tells_namesakes_apart(street):
    assert ids(street, "оспанов 1950") == ["33"]


def test_a_whole_iin_finds_its_voter_and_nobody_else(index):
    assert ids(index, "910509399088 ") == ["8"]
    assert ids(index, "910509 399088") == ["8"]
    assert ids(index, "ИИН 910509399088;") == ["8"]
    assert index.find("910509399089") == Found((), 0)


def test_an_iin_that_two_rows_share_finds_both():
    index = Index(
        [voter(1, "Оспанов А", iin="910509399088"), voter(2, "Ким Б", iin="910509399088")]
    )
    assert set(ids(index, "910509399088")) == {"1", "2"}


def test_the_last_four_of_an_iin_find_its_voter(index):
    assert ids(index, "9088") == ["8"]
    assert ids(index, "жум 9088") == ["8"]
    assert ids(index, "908") == []


def test_an_iin_scanned_on_kazakh_keys_finds_its_voter(index):
    assert ids(index, 'ұ"қғқұіұұқүү') == ["8"]
