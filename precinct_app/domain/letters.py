"""Compare Kazakh and Russian names however they are typed.

Loose keys, the Kazakh order, look-alike letters, the wrong keyboard layout, Latin spellings.
Facts: the Kazakh Cyrillic alphabet of 42 letters; the keyboard layout of RST KazSSR 903-90, whose
digit row writes letters; passport Latin and the Kazakh Latin alphabets of 2017-2021.
"""

import re
import unicodedata
from itertools import islice, product

KAZAKH_ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
MOST_SPELLINGS = 16

_LOOSE = str.maketrans("әғқңөұүһіё", "агкноуухие")
_DROPPED = re.compile("['`´ʹʼ‘’\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]")
_PLAIN = re.compile("[0-9a-zа-ҁҊ-ӿ]*")
_GAPS = re.compile("[\\s\u2010-\u2015\u2212-]+")
# Casefolding empties U+0400-U+042F, so that the 42 letters fit there in their own order.
_ORDER = {ord(letter): 0x400 + place for place, letter in enumerate(KAZAKH_ALPHABET.casefold())}
_LOOKALIKES = str.maketrans(
    "ABCEËHIKMOPTXYƏƟaceëhikmoptxyəɵ",
    "АВСЕЁНІКМОРТХУӘӨасеёһікмортхуәө",
)
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏəƟɵ]")

_RUSSIAN = str.maketrans(
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?',
    "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
)
_KAZAKH = str.maketrans("2345809-=@#$%*)(_+", "әіңғүқұөһӘІҢҒҮҚҰӨҺ")
_DIGITS = str.maketrans('"әіңғ,.үұқӘІҢҒҮҰҚ', "12345678902345890")
_DIGIT_ROW = re.compile('(?=[",.]*[әіңғүұқ])[",.әіңғүұқ]+', re.IGNORECASE)

_SOUNDS = str.maketrans(
    {"й": "и", "ы": "и", "э": "ие", "е": "ие", "я": "иа", "ю": "иу", "щ": "ш", "ц": "тс"}
    | dict.fromkeys("ьъ", "")
)
_TWIN = re.compile(r"(.)(?=\1)")
# Readings of each Latin group, the likeliest first; a second one only where it sounds different.
_READINGS = """
shch щ, sch щ, dzh дж, tch ч, zh ж, kh х, gh г, ts ц, ch ч, sh ш, yu ю, iu ю, ya я, ia ия
ye е, yo е йо, ae ае а, a а, b б, c к ц с, d д, e е, f ф, g г, h х, j ж й, k к
l л, m м, n н, o о, p п, q к, r р, s с, t т, u у, v в, w у в, x кс х, z з, ə а, ş ш, š ш, ç ч, č ч
ž ж, ý у
"""
_GROUPS = {
    group: readings
    for group, *readings in map(str.split, _READINGS.strip().replace("\n", ",").split(","))
}
_LAST = {"z": "ж", "s": "ш", "k": "х", "t": "ч", "c": "ч"}
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)) + "|.")
_VOWELS = "aeiouyäöüūı"


def loose(text: str) -> str:
    """Fold a text so that Kazakh meets Russian.

    NFC, casefolded, ә→а ғ→г қ→к ң→н ө→о ұ,ү→у һ→х і→и ё→е; dashes and runs of spaces become one
    space; apostrophes, stress marks and invisible characters vanish.
    """
    return strict(text).translate(_LOOSE)


def strict(text: str) -> str:
    """Fold case, composition and gaps, and keep each letter."""
    folded = unicodedata.normalize("NFC", text).casefold()
    if _PLAIN.fullmatch(folded):
        return folded
    folded = unicodedata.normalize("NFC", folded)
    return _GAPS.sub(" ", _DROPPED.sub("", folded)).strip()


def kazakh_key(text: str) -> str:
    """Give a key that sorts in the Kazakh order.

    42 letters in the order of the alphabet, case apart; spaces, then digits and Latin, stand
    before them, other letters behind.
    """
    return unicodedata.normalize("NFC", text).casefold().translate(_ORDER)


def is_latin(text: str) -> bool:
    """Tell whether a text has Latin letters and no Cyrillic ones."""
    return bool(_LATIN.search(text)) and not _CYRILLIC.search(text)


def cyrillic_lookalikes(word: str) -> str:
    """Replace Latin look-alikes inside Cyrillic words.

    Latin i, ə and h become і, ә and һ; a word without a Cyrillic letter is left alone.
    """
    if word.isascii() or not _LATIN.search(word):
        return word
    return _WORD.sub(_mend, word)


def _mend(word: re.Match[str]) -> str:
    text = word.group()
    return text.translate(_LOOKALIKES) if _CYRILLIC.search(text) else text


def sound(text: str) -> str:
    """Fold a text further to what is heard.

    On top of ``loose``: й and ы as и; я ю е э as иа иу ие; щ as ш, ц as тс, дж as ж, нг as н; no
    soft or hard sign; doubled letters as one. What begins a text begins its sound, save inside дж.
    """
    heard = loose(text).translate(_SOUNDS).replace("дж", "ж").replace("нг", "н")
    return _TWIN.sub("", heard)


def from_wrong_layout(text: str) -> tuple[str, ...]:
    """Read a text typed in the wrong keyboard layout.

    Latin keys as Russian letters, then as Kazakh ones with those of the digit row (0адырова is
    қадырова too), and Kazakh letters of the digit row as the digits meant, as a scanner types
    them. Texts other than the given one, the likeliest first, as they were meant, in their case.
    """
    russian = text.translate(_RUSSIAN) if is_latin(text) else text
    kazakh = " ".join(_kazakh_word(word) for word in text.split(" "))
    digits = " ".join(
        word.translate(_DIGITS) if _DIGIT_ROW.fullmatch(word) else word for word in text.split(" ")
    )
    return tuple(reading for reading in dict.fromkeys((russian, kazakh, digits)) if reading != text)


def _kazakh_word(word: str) -> str:
    """Read one word as typed on Kazakh keys; a number alone stays a number."""
    if not any(map(str.isalpha, word)):
        return word
    return (word if _CYRILLIC.search(word) else word.translate(_RUSSIAN)).translate(_KAZAKH)


def from_latin(text: str) -> tuple[str, ...]:
    """Read Kazakh and Russian names from Latin letters.

    Passport Latin, the Kazakh Latin alphabets and their digraphs. Loose Cyrillic, at most
    ``MOST_SPELLINGS``, the likeliest first; the last ones take the end for a group not yet
    typed out. Compare them by ``sound``: й and ы, soft signs and doubled letters are guesses.
    Nothing for a text without Latin letters.
    """
    if not is_latin(text):
        return ()
    latin = strict(text)
    spellings = [*_spell(latin), *_spell(_TWIN.sub("", latin))]
    if latin[-1:] in _LAST:
        spellings += [spelling + _LAST[latin[-1]] for spelling in _spell(latin[:-1])]
    return tuple(islice(dict.fromkeys(map(loose, spellings)), MOST_SPELLINGS))


def _spell(latin: str) -> list[str]:
    groups = list(_GROUP.finditer(latin))
    readings = [_read(group.group(), latin, group.end()) for group in groups]
    return ["".join(choice) for choice in islice(product(*readings), MOST_SPELLINGS // 2)]


def _read(group: str, latin: str, end: int) -> list[str]:
    """Read one Latin group; i and y by their neighbours, an unknown mark by its plain letter."""
    if group in "iıy" and end > 1 and latin[end - 2] in _VOWELS:
        return ["й"]
    if group == "y":
        return ["ий"] if end == len(latin) > 1 else ["ы"]
    if group in "iı":
        return ["и"]
    return _GROUPS.get(group) or _GROUPS.get(unicodedata.normalize("NFD", group)[0], [group])
