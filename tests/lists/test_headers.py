"""Headers in three languages, in any order."""

import pytest

from precinct_app.lists.columns import Column, column_of
from precinct_app.lists.headers import find_header
from precinct_app.lists.table import Table

SAID = {
    Column.NUMBER: [
        *("№", "№ п/п", "N п/п", "№№", "п/п", "р/с №", "Р/с", "Реттік нөмірі", "Рет саны", "No."),
        *("Номер в списке", "Number", "Тізім бойынша №", "Порядковый номер", "#", "ID"),
    ],
    Column.SURNAME: ["Фамилия", "ТЕГІ", "Тегі / Фамилия", "Surname", "Last name", "Фaмилия"],
    Column.FIRST_NAME: ["Имя", "Аты", "Аты / Имя", "First name", "Given name", "Есімі"],
    Column.PATRONYMIC: [
        *("Отчество", "Әкесінің аты", "Әкесінің аты / Отчество", "Patronymic", "Middle name"),
        *("Отчество (при его наличии)", "Әкесінің аты (бар болса)", "Father's name"),
    ],
    Column.GIVEN_NAMES: ["Имя, отчество", "Аты, әкесінің аты", "Имя и отчество"],
    Column.FULL_NAME: [
        *("ФИО", "Ф.И.О.", "Ф. И. О. избирателя", "Фамилия, имя, отчество", "Т.А.Ә.", "ТАӘ"),
        *("Тегі, аты, әкесінің аты (бар болса)", "Аты-жөні", "Сайлаушының аты-жөні", "Full name"),
        *("Избиратель", "Сайлаушы", "Т.А.Ә. / Ф.И.О.", "Name of voter", "Surname and first name"),
    ],
    Column.BIRTH: [
        *("Дата рождения", "Год рождения", "Туған күні", "Туған жылы", "Birth date", "DOB"),
        *("Date of birth", "Year of birth", "Туған күні, айы, жылы", "г.р.", "Год"),
        "Год рождения (в возрасте 18 лет дополнительно день и месяц рождения)",
    ],
    Column.IIN: [
        *("ИИН", "ЖСН", "IIN", "ЖСН / ИИН", "Индивидуальный идентификационный номер", "№ ИИН"),
        *("Жеке сәйкестендіру нөмірі", "ИИН (номер документа)"),
    ],
    Column.ADDRESS: [
        *("Адрес", "Мекенжайы", "Мекен-жайы", "Тұрғылықты жері", "Address", "Residence"),
        *("Адрес места жительства", "Место жительства", "Улица, дом, квартира", "Көше, үй, пәтер"),
        *("Тіркелген мекенжайы", "Адрес регистрации (улица, дом, кв.)"),
    ],
    Column.LOCALITY: ["Населённый пункт", "Елді мекен", "Город", "Village"],
    Column.STREET: ["Улица", "Көше", "Көшесі", "Street", "Адрес (улица)", "Көше / Улица"],
    Column.HOUSE: ["Дом", "Номер дома", "№ дома", "Үй", "Үй нөмірі", "House", "д."],
    Column.BUILDING: ["Корпус", "Строение"],
    Column.FLAT: ["Квартира", "Кв.", "№ квартиры", "Пәтер", "Flat", "Apartment"],
    Column.BOOK: ["Книга", "Кітап", "Book", "№ книги"],
    Column.PAGE: ["Страница", "Стр.", "Бет", "Беті", "Page", "№ страницы", "Парақ"],
    Column.LINE: ["Строка", "Жол", "Line", "№ строки", "Жол нөмірі"],
    Column.BALLOTS: ["Набор бюллетеней", "Бюллетеньдер", "Ballots", "Ballots set"],
    None: [
        *("Подпись избирателя", "Сайлаушының қолы", "Signature", "Примечание", "Ескерту", ""),
        *("Подпись избирателя в получении бюллетеня", "Ф.И.О. и подпись члена комиссии", "Пол"),
        *("Телефон", "Место рождения", "Номер участка", "Учаске нөмірі", "Паспорт, номер"),
        *("Список избирателей", "Количество бюллетеней", "Ұлты", "а" * 200, "12345"),
    ],
}


@pytest.mark.parametrize(
    ("column", "text"), [(c, text) for c, said in SAID.items() for text in said]
)
def test_each_header_is_known(column, text):
    assert column_of(text) is column


def test_every_column_has_headers_in_the_table_above():
    assert set(Column) <= SAID.keys()


def columns_of(*rows):
    header = find_header(Table("", [list(row) for row in rows], {}))
    return None if header is None else (header.row, dict(header.columns))


def test_a_lone_name_is_the_whole_name():
    assert columns_of(("№", "Name")) == (1, {Column.NUMBER: (0,), Column.FULL_NAME: (1,)})
    assert columns_of(("№", "Имя, отчество")) == (1, {Column.NUMBER: (0,), Column.FULL_NAME: (1,)})
    assert columns_of(("Аты", "Тегі")) == (1, {Column.FIRST_NAME: (0,), Column.SURNAME: (1,)})
    assert columns_of(("Аты", "Әкесінің аты")) == (
        1,
        {Column.FIRST_NAME: (0,), Column.PATRONYMIC: (1,)},
    )


def test_a_header_in_two_rows_without_merged_cells_is_read_as_one():
    assert columns_of(
        ("Список",),
        ("№", "Избиратель", "", "", "Рождение", "", "Подпись"),
        ("", "Фамилия", "Имя", "Отчество", "год", "день и месяц рождения", ""),
    ) == (
        3,
        {
            Column.NUMBER: (0,),
            Column.SURNAME: (1,),
            Column.FIRST_NAME: (2,),
            Column.PATRONYMIC: (3,),
            Column.BIRTH: (4, 5),
        },
    )


def test_data_below_the_header_is_never_taken_for_it():
    rows = [("№", "ФИО", "Адрес"), ("1", "Ким Анна", "ул. Мира, дом 5"), ("2", "Ли", "Улица Абая")]
    assert columns_of(*rows)[0] == 1


def test_a_title_with_words_of_headers_is_no_header():
    assert columns_of(("Список избирателей: фамилия, имя, адрес",), ("№", "ФИО"))[0] == 2
    assert columns_of(("Фамилия председателя комиссии", "Ким"), ("№", "ФИО", "ИИН"))[0] == 3 - 1


def test_of_two_columns_of_the_name_the_first_is_read():
    assert columns_of(("№", "Аты-жөні", "ФИО (на русском)"))[1][Column.FULL_NAME] == (1,)


def test_a_sheet_without_a_name_or_with_nothing_else_is_no_list():
    assert columns_of(("№", "Дата рождения")) is None
    assert columns_of(("ФИО", "Подпись")) is None
    assert columns_of() is None
