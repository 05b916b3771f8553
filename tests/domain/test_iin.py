"""The number's two passes, its date, century and sex."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain import iin


@pytest.mark.parametrize(
    ("number", "born", "of"),
    [
        ("650412399905", date(1965, 4, 12), "male"),
        ("880229399908", date(1988, 2, 29), "male"),
        ("010101599904", date(2001, 1, 1), "male"),
        ("050319699903", date(2005, 3, 19), "female"),
        ("050320599902", date(2005, 3, 20), "male"),
    ],
)
def test_the_first_pass_gives_the_check_digit(number, born, of):
    assert iin.check_digit(number[:11]) == int(number[11])
    assert iin.is_sound(number)
    assert iin.birth_date(number) == born
    assert iin.sex(number) == of


@pytest.mark.parametrize("number", ["721005398191", "990615499498", "020822699197"])
def test_the_second_pass_gives_the_check_digit_where_the_first_gives_ten(number):
    first = sum(int(digit) * weight for weight, digit in enumerate(number[:11], start=1)) % 11
    assert first == 10
    assert iin.check_digit(number[:11]) == int(number[11])
    assert iin.is_sound(number)


@pytest.mark.parametrize("base", ["85051739971", "91092349945"])
def test_a_base_where_both_passes_give_ten_has_no_check_digit(base):
    assert iin.check_digit(base) is None
    assert not any(iin.is_sound(base + str(digit)) for digit in range(10))


@given(st.from_regex(r"\A[0-9]{6}[1-6][0-9]{4}\Z"))
def test_at_most_one_check_digit_is_sound(base):
    sound = [digit for digit in range(10) if iin.is_sound(f"{base}{digit}")]
    digit = iin.check_digit(base)
    assert sound == ([] if digit is None else [digit])


def test_each_century_and_sex_has_its_digit():
    for year, male, female in ((1899, "1", "2"), (1965, "3", "4"), (2005, "5", "6")):
        assert iin.seventh_digit(year, "male") == male
        assert iin.seventh_digit(year, "female") == female
    for year in (1799, 2100):
        with pytest.raises(ValueError, match="1800-2099"):
            iin.seventh_digit(year, "male")


def test_a_nineteenth_century_birth_is_read():
    assert iin.birth_date("991231199900") == date(1899, 12, 31)
    assert iin.sex("991231299900") == "female"


@pytest.mark.parametrize("number", ["650412099905", "650412799905", "65041239990", "65041239990o"])
def test_what_names_no_century_or_is_no_number_has_no_date(number):
    assert iin.birth_date(number) is None
    assert iin.sex(number) is None
    assert not iin.is_sound(number)


def test_a_seventh_digit_of_zero_is_not_sound_even_with_its_check_digit():
    base = "65041209990"
    assert not iin.is_sound(f"{base}{iin.check_digit(base)}")


def test_a_day_that_does_not_exist_has_no_date():
    assert iin.birth_date("650231399905") is None
    assert iin.birth_date("870229399905") is None


@pytest.mark.parametrize("base", ["", "650412399905", "6504123999x", "٦٥٠٤١٢٣٩٩٩٠"])
def test_a_base_of_another_form_is_an_error(base):
    with pytest.raises(ValueError, match="eleven digits"):
        iin.check_digit(base)
