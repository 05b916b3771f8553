"""Completeness, accuracy and singularity: marked, never rejected."""

import pytest

from precinct_app.domain.iin import check_digit
from precinct_app.lists.near_names import is_one_slip

HEADER = "№;ФИО;Дата рождения;ИИН;Адрес\n"
HOME = "ул. Мира, д. 5, кв. 7"


def iin(birth, serial=9901, digit=None):
    day, month, year = birth.split(".")
    seventh = digit or ("3" if year < "2000" else "5")
    while (check := check_digit(base := f"{year[2:]}{month}{day}{seventh}{serial}")) is None:
        serial += 1
    return f"{base}{check}"


def row(name="Ким Анна Ивановна", birth="12.04.1965", number=None, address=HOME):
    return f"1;{name};{birth};{iin(birth) if number is None else number};{address}\n"


@pytest.fixture
def marks(take):
    """Take rows in and give the marks of each voter."""

    def marks(*rows):
        report = take(HEADER + "".join(rows))
        assert report.accepted == len(rows)
        for voter, line in zip(report.voters, range(2, 2 + len(rows)), strict=True):
            assert list(voter.marks) == [item.reason for item in report.items if item.row == line]
        return [set(voter.marks) for voter in report.voters]

    return marks


def test_a_sound_row_has_no_mark(marks):
    assert marks(row()) == [set()]


def test_what_is_missing_is_marked(marks):
    assert marks(
        row(birth="12.04.1965", number="").replace("12.04.1965", ""),
        row(name="Ли Роза", number=""),
        row(name="Пак Вера", address=""),
    ) == [{"no_birth_year", "iin_missing"}, {"iin_missing"}, {"no_address"}]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("650412399904", {"iin_check"}),
        ("65041239990", {"iin_check"}),
        ("6504123999051", {"iin_check"}),
        ("65041239990х", {"iin_check"}),
        (iin("13.04.1965"), {"iin_birth"}),
        (iin("12.04.1865", digit="1"), {"iin_birth"}),
        (iin("12.04.1965", digit="0"), {"iin_check"}),
        (iin("31.02.1965"), {"iin_birth"}),
        ("850517399710", {"iin_check", "iin_birth"}),
    ],
)
def test_a_number_that_does_not_hold_is_marked(marks, number, expected):
    assert marks(row(number=number)) == [expected]


def test_a_number_of_the_second_pass_holds(marks):
    assert marks(row(birth="05.10.1972", number="721005398191")) == [set()]


def test_a_year_alone_agrees_with_the_number_by_year(marks):
    assert marks(row(birth="12.04.1965").replace("12.04.1965", "1965")) == [set()]
    assert marks(row(birth="12.04.1965").replace("12.04.1965", "1966")) == [{"iin_birth"}]


@pytest.mark.parametrize(
    ("birth", "number", "under"),
    [
        ("19.03.2005", "", False),
        ("20.03.2005", "", True),
        ("18.03.2005", "", False),
        ("01.01.2006", "", True),
        ("31.12.2004", "", False),
        ("2005", "", True),
        ("2005", iin("19.03.2005"), False),
        ("2005", iin("20.03.2005"), True),
        ("2005", iin("12.04.1965"), True),
        ("2006", "", True),
        ("2004", "", False),
        ("", iin("20.03.2005"), True),
        ("", iin("19.03.2005"), False),
        ("", "", False),
    ],
)
def test_eighteen_on_the_day_to_the_day(marks, birth, number, under):
    (found,) = marks(f"1;Ким Анна;{birth};{number};{HOME}\n")
    assert ("under_18" in found) is under


def test_a_row_that_stands_there_twice_is_that_and_nothing_else(marks):
    assert marks(row(), row(name="Ли Роза", number=""), row()) == [
        {"same_row_twice"},
        {"iin_missing"},
        {"same_row_twice"},
    ]


def test_the_same_number_in_two_rows_is_marked_in_both(marks):
    other = row(name="Ли Роза Юрьевна", address="ул. Абая, 1")
    assert marks(row(), other) == [{"same_iin"}] * 2
    assert marks(row(), row(), other) == [
        *[{"same_row_twice", "same_iin"}] * 2,
        {"same_iin"},
    ]


def test_the_rows_of_the_others_are_named(take):
    report = take(HEADER + row() + row(name="Ли Роза") + "Итого;;;;\n" + row(name="Пак Вера"))
    assert [(item.row, dict(item.facts)) for item in report.items if item.reason == "same_iin"] == [
        (2, {"rows": "3, 5"}),
        (3, {"rows": "2, 5"}),
        (5, {"rows": "2, 3"}),
    ]


def test_the_same_name_and_birth_is_marked_wherever_they_live(marks):
    here = row(name="Қадырова Айгүл", number="")
    there = row(name="КАДЫРОВА АЙГУЛ", number="", address="ул. Абая, 1")
    assert marks(here, there) == [{"iin_missing", "same_name_birth"}] * 2
    assert marks(here, there.replace("1965", "1966")) == [{"iin_missing"}] * 2


def test_one_name_written_in_two_ways_at_one_address_is_a_near_double(marks):
    here = row(name="Қадырова Айгүл Ерланқызы", birth="12.04.1965")
    for name, address in (("Кадырова Айгул Ерланқызы", HOME), ("Қадырова Айгүл Ерланқызы", HOME)):
        found = marks(here, row(name=name, birth="13.05.1970", number="", address=address))
        assert all("near_double" in one for one in found)
    assert (
        marks(here, row(name="Кадырова Айгул Ерланқызы", birth="13.05.1970"))
        == [{"near_double"}] * 2
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Кин Анна Ивановна", "Ким Анн Ивановна", "Ким Аннна Ивановна", "Ким Анан Ивановна"),
        *("Ким Анна", "Кимм Анна Ивановна"),
    ],
)
def test_one_slip_in_a_name_at_one_address_is_a_near_double(marks, name):
    home = "Мира көшесі, 5-үй, 7-пәтер"
    found = marks(row(number=""), row(name=name, number="", address=home))
    assert found == [{"iin_missing", "near_double"}] * 2


def test_two_slips_or_another_address_is_no_near_double(marks):
    assert marks(row(number=""), row(name="Кин Анн Ивановна", number="")) == [{"iin_missing"}] * 2
    elsewhere = row(name="Кин Анна Ивановна", number="", address="ул. Мира, д. 5, кв. 8")
    assert marks(row(number=""), elsewhere) == [{"iin_missing"}] * 2


def test_father_and_son_and_sisters_with_sound_numbers_are_two_persons(marks):
    father = row(name="Иванов Иван Иванович", birth="12.04.1965")
    son = row(name="Иванов Иван Иванович", birth="03.05.1995")
    assert marks(father, son) == [set()] * 2
    assert (
        marks(row(name="Ахмет Алия Ер"), row(name="Ахмет Алина Ер", birth="03.05.1995"))
        == [set()] * 2
    )
    assert marks(father, son.replace(iin("03.05.1995"), "")) == [
        {"near_double"},
        {"near_double", "iin_missing"},
    ]


def test_mixed_letters_are_mended_and_marked(take):
    report = take(HEADER + row(name="Kим Aнна Ивановна"))
    assert report.voters[0].name == "Ким Анна Ивановна"
    assert report.voters[0].marks == ("mixed_letters",)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        *[
            ("анна", "анна", True),
            ("анна", "анн", True),
            ("анна", "ана", True),
            ("анна", "анета", False),
        ],
        *[("асан", "асна", True), ("асан", "саан", True), ("асан", "наса", False), ("а", "", True)],
        *[
            ("анна", "янна", True),
            ("анна", "аннаа", True),
            ("анна", "аннааа", False),
            ("аб", "вг", False),
        ],
        *[("абвг", "бавг", True), ("абвг", "бавд", False), ("абв", "вба", False)],
    ],
)
def test_one_slip_is_one_letter_or_one_swap(one, other, near):
    assert is_one_slip(one, other) is near
    assert is_one_slip(other, one) is near


def test_thousands_of_one_name_at_one_address_take_no_square_of_time(take):
    rows = "".join(f"{n};Ким Анна;;;ул. Мира\n" for n in range(20_000))
    rows += "".join(f"{n};Ли Роза {n};1970;650412399905;ул. Мира\n" for n in range(20_000, 30_000))
    report = take(HEADER + rows)
    assert report.accepted == 30_000
    assert all(len(item.facts.get("rows", "").split()) <= 5 for item in report.items)
