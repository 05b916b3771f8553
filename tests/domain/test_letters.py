"""Names meet however they are typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from precinct_app.domain.letters import (
    KAZAKH_ALPHABET,
    MOST_SPELLINGS,
    cyrillic_lookalikes,
    from_latin,
    from_wrong_layout,
    kazakh_key,
    loose,
    sound,
    strict,
)

KAZAKH_TEXT = st.text(KAZAKH_ALPHABET + KAZAKH_ALPHABET.casefold() + " -", max_size=30)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Әлия", "Алия"),
        ("Ғалым", "Галым"),
        ("Қадырова", "Кадырова"),
        ("Ңұрлан", "Нурлан"),
        ("Өмір", "Омир"),
        ("Үміт", "Умит"),
        ("Һакім", "Хаким"),
        ("Фёдор", "Федор"),
    ],
)
def test_each_kazakh_letter_meets_its_russian_neighbour(kazakh, russian):
    assert loose(kazakh) == loose(kazakh.upper()) == loose(russian)


def test_composed_and_decomposed_letters_are_one():
    assert loose(unicodedata.normalize("NFD", "Сергей Ёлкин")) == "сергей елкин"


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
def test_every_dash_is_a_gap(dash):
    assert loose(f"Иванова{dash}Петрова") == loose(f"Иванова {dash} Петрова") == "иванова петрова"


@pytest.mark.parametrize("apostrophe", "'’ʼ`´‘")
def test_apostrophes_vanish(apostrophe):
    assert loose(f"Д{apostrophe}Арк") == "дарк"


def test_stray_spaces_and_invisible_characters_vanish():
    assert loose("\ufeff Қады\u00adрова\u00a0\u200b  Ә\u0301лия\t") == "кадырова алия"


def test_strict_keeps_each_letter():
    assert strict(" ҚАДЫРОВА–Ёлкина ") == "қадырова ёлкина"


@given(st.text(max_size=30))
@example("İ")
@example("ß ʼn ǰ")
def test_folding_twice_is_folding_once(text):
    assert loose(loose(text)) == loose(text)
    assert strict(strict(text)) == strict(text)
    assert sound(sound(text)) == sound(text)


def test_the_alphabet_has_forty_two_letters():
    assert len(set(KAZAKH_ALPHABET)) == len(KAZAKH_ALPHABET) == 42


def test_the_alphabet_sorts_in_its_own_order():
    for alphabet in (KAZAKH_ALPHABET, KAZAKH_ALPHABET.casefold()):
        assert sorted({*alphabet}, key=kazakh_key) == list(alphabet)


def test_names_sort_as_on_a_kazakh_list():
    names = [
        "Smith",
        "Абай",
        "Әбіш",
        "Бек",
        "Елена",
        "Ёлка",
        "Ким",
        "Қадыр",
        "Үміт",
        "Іңкәр",
        "Яна",
    ]
    assert sorted({*names}, key=kazakh_key) == names


def test_a_shorter_name_stands_before_its_continuation():
    names = ["Иван", "Иван Яков", "Иван-Яков", "Иванов", "Иванова"]
    assert sorted({*names}, key=kazakh_key) == names


@given(KAZAKH_TEXT, KAZAKH_TEXT)
def test_the_order_has_no_regard_to_case_or_composition(one, other):
    assert kazakh_key(one.upper()) == kazakh_key(one.lower())
    assert kazakh_key(unicodedata.normalize("NFD", one)) == kazakh_key(one)
    same = kazakh_key(one) == kazakh_key(other)
    assert same == (one.casefold() == other.casefold())


@pytest.mark.parametrize(
    ("mixed", "mended"),
    [
        ("Kадырова", "Кадырова"),
        ("ҚАДЫPOBA", "ҚАДЫРОВА"),
        ("iлияс", "ілияс"),
        ("Əлия", "Әлия"),
        ("ғаhарман", "ғаһарман"),
        ("HУРЛАН", "НУРЛАН"),
        ("Иванова Alex", "Иванова Alex"),
        ("Иванова-Пeтрова", "Иванова-Петрова"),
    ],
)
def test_latin_look_alikes_in_a_cyrillic_word_are_mended(mixed, mended):
    assert cyrillic_lookalikes(mixed) == mended


@pytest.mark.parametrize("word", ["COBA", "Kadyrova", "Қадырова", "", "214", "Ivanov"])
def test_a_word_of_one_alphabet_is_left_alone(word):
    assert cyrillic_lookalikes(word) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rflshjdf Fkbz", "Кадырова Алия"),
        (";fyyf", "жанна"),
        ("'kmvbhf", "эльмира"),
        ("[fvbn", "хамит"),
        ("Bdfyjdf-Gtnhjdf", "Иванова-Петрова"),
        ("F,fz 12", "Абая 12"),
        ("0flshjdf", "қадырова"),
        ("2kbz", "әлия"),
        ("-v3h", "өмір"),
        ("9kf;fy", "ұлажан"),
        ("8vbn", "үмит"),
        ("5fksv", "ғалым"),
        ("=fr3v", "һакім"),
        (")FLSHJDF", "ҚАДЫРОВА"),
        ("0адырова 12", "қадырова 12"),
        ('абай "ә', "абай 12"),
        ('ұ"қңқғіққ"әі', "910405300123"),
    ],
)
def test_what_was_meant_is_read_from_the_wrong_layout(typed, meant):
    assert meant in from_wrong_layout(typed)


def test_a_digit_beside_letters_stays_a_digit_in_the_russian_reading():
    assert from_wrong_layout("F1")[0] == "А1"


@pytest.mark.parametrize("text", ["Қадырова Алия", "214", "абая 12", "", " ", "№ 5"])
def test_a_text_typed_rightly_has_no_other_layout(text):
    assert from_wrong_layout(text) == ()


@pytest.mark.parametrize(
    ("latin", "name"),
    [
        ("Kadyrova", "Қадырова"),
        ("Qadyrova", "Қадырова"),
        ("Zhumabayev", "Жұмабаев"),
        ("Jumabaev", "Жұмабаев"),
        ("Yessenov", "Есенов"),
        ("Esenov", "Есенов"),
        ("Shcherbakov", "Щербаков"),
        ("Scherbakov", "Щербаков"),
        ("Tchaikovsky", "Чайковский"),
        ("Chaykovskiy", "Чайковский"),
        ("Tatyana", "Татьяна"),
        ("Tatiana", "Татьяна"),
        ("Mariya", "Мария"),
        ("Maria", "Мария"),
        ("Vasilyevich", "Васильевич"),
        ("Vasilievich", "Васильевич"),
        ("Valeriyevich", "Валериевич"),
        ("Yuliya", "Юлия"),
        ("Xeniya", "Ксения"),
        ("Khalil", "Халил"),
        ("Tsoy", "Цой"),
        ("Fyodor", "Фёдор"),
        ("Elmira", "Эльмира"),
        ("Dzhamilya", "Джамиля"),
        ("Ädılet", "Әділет"),
        ("Ğalym", "Ғалым"),
        ("Ömır", "Өмір"),
        ("Ümıt", "Үміт"),
        ("Ūlan", "Ұлан"),
        ("Şynar", "Шынар"),
        ("Jañabai", "Жаңабай"),
        ("Zhangabay", "Жаңабай"),
        ("İliäs", "Ілияс"),
        ("Aıgúl", "Айгүл"),
        ("Ýálıhan", "Уәлихан"),
        ("Darigha", "Дариға"),
        ("Kanatzhan", "Қанатжан"),
    ],
)
def test_a_latin_spelling_sounds_like_the_name(latin, name):
    assert sound(name) in {sound(spelling) for spelling in from_latin(latin)}
    assert from_latin(latin) == from_latin(latin.upper())


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Kadyrova", "кадырова"),
        ("Zhumabayev", "жумабаев"),
        ("Shcherbakov", "щербаков"),
        ("Tchaikovsky", "чайковский"),
        ("Qasymbek Ğali", "касымбек гали"),
    ],
)
def test_the_first_spelling_is_the_likeliest(latin, cyrillic):
    assert from_latin(latin)[0] == cyrillic


def test_a_doubled_letter_is_also_read_as_one():
    assert from_latin("Yessenov") == ("ессенов", "есенов")


@pytest.mark.parametrize(("begun", "group"), [("z", "ж"), ("s", "ш"), ("k", "х"), ("c", "ч")])
def test_a_group_not_yet_typed_out_is_read_too(begun, group):
    assert group in from_latin(begun)


@pytest.mark.parametrize("text", ["Қадырова", "214", "", "-", "Кadyrova"])
def test_a_text_not_wholly_latin_has_no_latin_spelling(text):
    assert from_latin(text) == ()


@given(st.text(max_size=40))
@example("cxwjcxwjcxwjcxwjyoaeyoaecc")
@example("K\n's")
def test_no_text_is_too_strange(text):
    assert all(isinstance(reading, str) for reading in from_wrong_layout(text))
    assert text not in from_wrong_layout(text)
    assert len(from_latin(text)) <= MOST_SPELLINGS
    assert all(spelling == loose(spelling) for spelling in from_latin(text))
    assert isinstance(cyrillic_lookalikes(text), str)


@given(KAZAKH_TEXT.map(loose), st.integers(0, 30))
def test_what_begins_a_text_begins_its_sound(text, length):
    if "дж" not in text:
        assert sound(text).startswith(sound(text[:length]))
