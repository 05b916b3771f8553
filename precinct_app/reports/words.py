"""Whole numbers in words, in Kazakh and Russian (art. 43(8)).

Both languages are written out by hand: the forms are few, and each one stands on a protocol.
"""

from collections.abc import Callable, Mapping

_KK_ONES = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
_KK_TENS = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
_RU_ONES = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
]
_RU_TENS = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
_RU_HUNDREDS = [
    "",
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]
# One, two to four, five and more; a thousand is feminine.
_RU_THOUSANDS = ("тысяча", "тысячи", "тысяч")
_RU_MILLIONS = ("миллион", "миллиона", "миллионов")
_RU_FEMININE = {1: "одна", 2: "две"}

MOST = 999_999_999


def in_words(language: str, number: int) -> str:
    """Write a number from 0 to 999,999,999 in words; KeyError for another language.

    Raises ValueError for a number that no paper of a precinct can hold.
    """
    if not 0 <= number <= MOST:
        raise ValueError(f"{number} is no number of a paper")
    return _LANGUAGES[language](number)


def _kazakh(number: int) -> str:
    words: list[str] = []
    for size, name in ((1_000_000, "миллион"), (1000, "мың")):
        count, number = divmod(number, size)
        if count:
            words += [*_kazakh_below_thousand(count), name]
    return " ".join((words + _kazakh_below_thousand(number)) or [_KK_ONES[0]])


def _kazakh_below_thousand(number: int) -> list[str]:
    """Write hundreds, tens and ones; a single hundred is just ``жүз``."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_KK_ONES[hundreds]] if hundreds > 1 else []
    words += ["жүз"] if hundreds else []
    words += [_KK_TENS[tens]] if tens else []
    return words + ([_KK_ONES[ones]] if ones else [])


def _russian(number: int) -> str:
    millions, rest = divmod(number, 1_000_000)
    thousands, ones = divmod(rest, 1000)
    words: list[str] = []
    if millions:
        words += [*_russian_below_thousand(millions), _plural(millions, _RU_MILLIONS)]
    if thousands:
        words += _russian_below_thousand(thousands, _RU_FEMININE)
        words += [_plural(thousands, _RU_THOUSANDS)]
    return " ".join((words + _russian_below_thousand(ones)) or [_RU_ONES[0]])


def _russian_below_thousand(number: int, gender: Mapping[int, str] | None = None) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_RU_HUNDREDS[hundreds]] if hundreds else []
    if rest >= len(_RU_ONES):
        words.append(_RU_TENS[rest // 10])
        rest %= 10
    return words + ([(gender or {}).get(rest, _RU_ONES[rest])] if rest else [])


def _plural(count: int, forms: tuple[str, str, str]) -> str:
    if count % 100 in range(11, 15) or count % 10 in (0, *range(5, 10)):
        return forms[2]
    return forms[0] if count % 10 == 1 else forms[1]


_LANGUAGES: Mapping[str, Callable[[int], str]] = {"kk": _kazakh, "ru": _russian}
