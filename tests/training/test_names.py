"""Names have the forms that the two languages give them."""

import pytest

from precinct_app.domain.letters import KAZAKH_ALPHABET
from precinct_app.training.names import KAZAKH, RUSSIAN, patronymic_of, surname_of


@pytest.mark.parametrize(
    ("surname", "hers"),
    [
        *[
            ("Ахметов", "Ахметова"),
            ("Исаев", "Исаева"),
            ("Киселёв", "Киселёва"),
            ("Ильин", "Ильина"),
        ],
        *[
            ("Вишневский", "Вишневская"),
            ("Шевченко", "Шевченко"),
            ("Сейтқали", "Сейтқали"),
            ("Ким", "Ким"),
        ],
    ],
)
def test_a_surname_has_its_form_by_sex(surname, hers):
    assert surname_of(surname, "female") == hers
    assert surname_of(surname, "male") == surname


def test_kazakh_patronymics_end_in_uly_and_qyzy():
    assert patronymic_of("Серік", "male", kazakh=True) == "Серікұлы"
    assert patronymic_of("Серік", "female", kazakh=True) == "Серікқызы"


def test_russian_patronymics_end_in_ovich_and_ovna():
    assert patronymic_of("Иван", "male", kazakh=False) == "Иванович"
    assert patronymic_of("Илья", "female", kazakh=False) == "Ильинична"
    assert patronymic_of("Пётр", "female", kazakh=False) == "Петровна"
    assert patronymic_of("Нұрлан", "male", kazakh=False) == "Нурланович"
    assert patronymic_of("Қуаныш", "female", kazakh=False) == "Куанышевна"


@pytest.mark.parametrize("names", [KAZAKH, RUSSIAN])
def test_every_name_is_written_in_the_alphabet_and_stands_there_once(names):
    for row in names:
        assert len(set(row)) == len(row) > 20
        assert all(set(name.upper()) <= set(KAZAKH_ALPHABET) for name in row)


def test_every_father_gives_a_patronymic_to_both():
    for names in (KAZAKH, RUSSIAN):
        for father in names.men:
            assert patronymic_of(father, "male", kazakh=False).endswith(("вич", "ьич"))
            assert patronymic_of(father, "female", kazakh=False).endswith(("вна", "ична"))
