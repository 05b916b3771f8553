"""A voter is found by whatever a clerk types or a scanner reads."""

import subprocess
import sys

import pytest

from precinct_app.domain.voters import Voter
from precinct_app.search import Found, Index

NAMES = [
    "Қадырова Алия Серікқызы",  # 1
    "Кадырова Алия Сергеевна",  # 2
    "Қадыров Алмас Бекұлы",  # 3
    "Ахметов Қадыр Ұланұлы",  # 4
    "Иванов Пётр Сергеевич",  # 5
    "Иванов Иван Петрович",  # 6
    "Сидорова Анна Ивановна",  # 7
    "Жұмабаев Ержан Маратұлы",  # 8
    "Щербакова Наталья Юрьевна",  # 9
    "Есенов Өмір Қанатұлы",  # 10
    "Ким Елена Львовна",  # 11
    "Бекова-Цой Джамиля Ғалымқызы",  # 12
    "Smith John",  # 13
    "Улжанов Ғани Серік ұлы",  # 14
]


def voter(
    number: int,
    name: str,
    street: str = "Достық",
    house: str = "90",
    flat: str = "",
    birth: str = "1991",
    iin: str = "",
) -> Voter:
    surname, first_name, *rest = name.split(" ", 2)
    iin = iin or f"9105{number % 28 + 1:02}3{9900 + number % 100}{number % 10}"
    place = f"{number}"
    return Voter(place, place, surname, first_name, " ".join(rest), birth, iin, street, house, flat)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(voter(number, name) for number, name in enumerate(NAMES, 1))


def ids(index: Index, text: str) -> list[str]:
    found = index.find(text)
    assert not found.more
    return list(found.hits)


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


# Figures.


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


# Other readings.


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


def test_short_words_and_figures_are_never_slips(index):
    assert ids(index, "кем") == []
    assert ids(index, "9089") == []


# The day goes on.


def test_a_voter_added_in_the_day_is_found_in_his_place(index):
    index = Index(voter(number, name) for number, name in enumerate(NAMES, 1))
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
    index = Index(voter(number, name) for number, name in enumerate(NAMES, 1))
    index.add(voter(3, "Кайратов Алмас"))
    assert ids(index, "кадыров") == ["2", "1"]
    assert ids(index, "қадыров алмас") == []
    assert ids(index, "кайр") == ["3"]
    assert index.find("3").hits[0] == "3"


def test_a_removed_voter_is_found_no_more():
    index = Index(voter(number, name) for number, name in enumerate(NAMES, 1))
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
