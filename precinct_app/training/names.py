"""Name invented people as people in Kazakhstan are named.

Surnames have forms by sex, patronymics end in -ұлы and -қызы or in -ович and -овна.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from precinct_app.domain.iin import Sex


def each(names: str) -> tuple[str, ...]:
    """Take a row of names apart."""
    return tuple(names.split())


def fathers(names: str) -> dict[str, tuple[str, str]]:
    """Read a man's name with the patronymics of his son and his daughter."""
    forms = (three.split() for three in names.split(","))
    return {name: (son, daughter) for name, son, daughter in forms}


KAZAKH_MEN: Final = each(
    "Айдос Алмас Арман Асқар Азамат Әлихан Бауыржан Бекзат Болат Ғалым Данияр Дархан Дәурен "
    "Еркебұлан Ерлан Ержан Жандос Жасұлан Жеңіс Қайрат Қанат Қуаныш Құдайберген Марат Мейрам "
    "Мирас Мұрат Нұржан Нұрлан Олжас Оразбек Өмірзақ Рүстем Самат Сәкен Серік Сұлтан Талғат "
    "Темірлан Тимур Төлеген Үсен Хамит Шерхан Ықылас Ілияс"
)
KAZAKH_WOMEN: Final = each(
    "Айгүл Айжан Айнұр Ақмарал Аружан Әлия Әсел Балжан Бибігүл Ботагөз Гүлмира Гүлнар Динара "
    "Еңлік Жанар Жібек Зәуре Индира Камила Қарлығаш Күләш Ләззат Мадина Майра Меруерт Назгүл "
    "Нұргүл Перизат Раушан Роза Самал Сандуғаш Сәуле Томирис Тоғжан Ұлжан Үміт Фарида Хадиша "
    "Шолпан"
)
KAZAKH_SURNAMES: Final = each(
    "Ахметов Әбдірахманов Әлиев Байжанов Бекмұханов Досжанов Ермеков Есенов Жақсыбеков Жұмабаев "
    "Жүнісов Ибрагимов Исаев Қадыров Қалиев Қасымов Қожахметов Мұқанов Мусин Нұрғалиев "
    "Нұрпейісов Омаров Оспанов Өтеғалиев Рахимов Садықов Сағындықов Сейітов Смағұлов Сүлейменов "
    "Тілеуов Төлегенов Үсенов Хамзин Шәріпов Ысқақов "
    "Алтынбек Байдәулет Ерғали Жұмахан Қуандық Құрманбек Мырзабек Нұрмағамбет Өмірбек Сейтқали "
    "Серікбай Тоқтарбек"
)
RUSSIAN_FATHERS: Final = fathers(
    "Александр Александрович Александровна, Алексей Алексеевич Алексеевна, "
    "Андрей Андреевич Андреевна, Анатолий Анатольевич Анатольевна, "
    "Борис Борисович Борисовна, Василий Васильевич Васильевна, Виктор Викторович Викторовна, "
    "Владимир Владимирович Владимировна, Геннадий Геннадьевич Геннадьевна, "
    "Григорий Григорьевич Григорьевна, Дмитрий Дмитриевич Дмитриевна, "
    "Евгений Евгеньевич Евгеньевна, Иван Иванович Ивановна, Игорь Игоревич Игоревна, "
    "Илья Ильич Ильинична, Константин Константинович Константиновна, "
    "Леонид Леонидович Леонидовна, Михаил Михайлович Михайловна, "
    "Николай Николаевич Николаевна, Олег Олегович Олеговна, Павел Павлович Павловна, "
    "Пётр Петрович Петровна, Роман Романович Романовна, Сергей Сергеевич Сергеевна, "
    "Юрий Юрьевич Юрьевна, Яков Яковлевич Яковлевна"
)
RUSSIAN_WOMEN: Final = each(
    "Алла Анастасия Анна Валентина Вера Виктория Галина Дарья Екатерина Елена Жанна Зинаида "
    "Инна Ирина Ксения Лариса Лидия Людмила Любовь Маргарита Надежда Наталья Оксана Ольга "
    "Полина Светлана София Тамара Татьяна Ульяна Юлия"
)
RUSSIAN_SURNAMES: Final = each(
    "Алексеев Андреев Антонов Баранов Белов Борисов Воробьёв Голубев Громов Гусев Денисов Егоров "
    "Ершов Жуков Зайцев Захаров Ильин Калинин Киселёв Козлов Комаров Кузнецов Лебедев Макаров "
    "Мельников Никитин Орлов Павлов Поляков Рыбин Савельев Семёнов Соболев Титов Фролов Щеглов "
    "Яковлев Вишневский Островский Бондаренко Коваленко Ткаченко Шевченко Вебер Ким Пак Цой"
)
TO_RUSSIAN: Final = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


class Names(NamedTuple):
    """The names of one people: first names by sex, surnames in the form of a man."""

    men: Sequence[str]
    women: Sequence[str]
    surnames: Sequence[str]


KAZAKH: Final = Names(KAZAKH_MEN, KAZAKH_WOMEN, KAZAKH_SURNAMES)
RUSSIAN: Final = Names(tuple(RUSSIAN_FATHERS), RUSSIAN_WOMEN, RUSSIAN_SURNAMES)


def surname_of(surname: str, sex: Sex) -> str:
    """Give the form of a surname for a man or a woman."""
    if sex == "male":
        return surname
    if surname.endswith("ский"):
        return f"{surname[:-2]}ая"
    return f"{surname}а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname


def patronymic_of(father: str, sex: Sex, *, kazakh: bool) -> str:
    """Give the patronymic of a father's first name: -ұлы and -қызы, or -ович and -овна."""
    if kazakh:
        return father + ("ұлы" if sex == "male" else "қызы")
    if father in RUSSIAN_FATHERS:
        return RUSSIAN_FATHERS[father][sex == "female"]
    stem = father.translate(TO_RUSSIAN)
    soft = stem.endswith(("ш", "ж", "ч", "щ", "ц"))
    return stem + ("е" if soft else "о") + ("вич" if sex == "male" else "вна")
