"""What was meant is found when it was typed otherwise."""

import subprocess
import sys

import pytest

from precinct_app.search import Index
from tests.search.fourteen import ids, voter


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rflshjdf Fkbz", "2"),
        ("0flshjdf", "1"),
        ("0адырова", "1"),
        (";evf,", "8"),
        (";9vf,", "8"),
        ("oth,", "9"),
        ("-v3h", "10"),
        ("Rbv", "11"),
        ("l;fv", "12"),
        ("Ekfy 9ks", "4"),
    ],
)
def test_the_wrong_layout_is_read(index, text, meant):
    assert index.find(text).hits[0] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kadyrova Al", "2"),
        ("Qadyrov Almas", "3"),
        ("zhumab", "8"),
        ("Jumabaev", "8"),
        ("z", "8"),
        ("Scherbakova", "9"),
        ("Natalya Shch", "9"),
        ("Natalia Yurievna", "9"),
        ("Yessenov Omir", "10"),
        ("Ömir", "10"),
        ("Jamilya", "12"),
        ("Tsoy", "12"),
        ("Ulzhanov Serik uly", "14"),
        ("dostyk 90 yess", "10"),
    ],
)
def test_latin_spellings_are_read(index, text, meant):
    assert index.find(text).hits[0] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Кадыпова", "2"),
        ("Кадрова", "2"),
        ("Кадыррова", "2"),
        ("Кадыорва", "2"),
        ("Кадыпо", "2"),
        ("Щербакова Наталя", "9"),
        ("Щирбакова На", "9"),
        ("жумобаев ержан", "8"),
        ("жумобаев иржан", "8"),
        ("Жумабаев Иван", None),
        ("Kadyrava", "2"),
        ("Kadypova", "2"),
        ("Rflsgjdf", "2"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(index, text, meant):
    assert next(iter(index.find(text).hits), None) == meant


def test_what_sounds_alike_stands_below_what_was_typed():
    names = ["Кадирова А", "Кадырова А", "Кадыкова А"]
    index = Index(voter(number, name) for number, name in enumerate(names, 1))
    assert ids(index, "Кадырова") == ["2", "1"]
    assert ids(index, "Кадир") == ["1", "2"]


def test_slips_are_forgiven_only_where_nobody_is_found(index):
    assert ids(index, "Кадырова") == ["2", "1"]
    assert ids(index, "Кадыров") == ["3", "2", "1"]


def test_a_slip_asks_for_a_word_of_its_own_too(index):
    assert ids(index, "иваноф ив") == ["6"]
    assert ids(index, "ахметов ахм") == []


def test_short_words_and_figures_are_never_slips(index):
    assert ids(index, "кем") == []
    assert ids(index, "9089") == []


def test_the_fuzzy_library_is_imported_only_for_a_slip():
    program = (
        "import sys\n"
        "from precinct_app.domain.voters import Voter\n"
        "from precinct_app.search import Index\n"
        "index = Index([Voter('1', '1', 'Ким', 'Алия')])\n"
        "for text in ('али', 'алмя'):\n"
        "    print(index.find(text).hits, 'rapidfuzz' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["('1',) False", "('1',) True"]
