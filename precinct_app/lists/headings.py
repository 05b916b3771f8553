"""Know the rows below the header that are no voter.

Repeated headers, numbers of columns, totals, headings of a street or a page, signatures.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from precinct_app.lists.clean import has_letter
from precinct_app.lists.columns import NAMES, Column, column_of
from precinct_app.lists.headers import Header

DIGIT: Final = re.compile(r"\d")
MOST_WORDS: Final = 7
"""A longer text with nothing beside it is a remark, not a name."""
TOTAL: Final = re.compile(
    r"(?i)[\s№]*(итог\w*|всего|подытог\w*|барлы(ғы|қ)|барлығында|жиыны|жалпы|қорытынды|"
    r"(grand |sub)?total)\b"
)
SECTION: Final = re.compile(
    r"(?i)^(ул|улица|пер|переулок|мкр|микрорайон|пр|проспект|дом|книга|кітап|страница|стр|бет|лист"
    r"|участок|учаске|город|село|ауыл|пос[её]лок|список|тізім|избиратели|сайлаушылар|общежитие"
    r"|аким|әкім|председатель|төраға|секретарь|хатшы|подпись|руководитель|басшы|продолжение|примечание|ескерту|м\.\s?[по])\b"
    r"|\b(улица|проспект|переулок|микрорайон|к[өо]шесі|даңғылы|ауданы|ауылы|учаскесі|тізімі|беті"
    r"|кітабы|жалғасы|акимата?|әкімдігі\w*)\b"
)


def is_heading(texts: Sequence[str], header: Header) -> bool:
    """Say whether a row that is not empty is a heading, a total or a signature."""
    filled = [(place, text) for place, text in enumerate(texts) if text]
    first = next((text for _, text in filled if has_letter(text)), "")
    if TOTAL.match(first) or repeats_header(filled, header) or numbers_columns(filled):
        return True
    places = {place for place, _ in filled}
    if places.isdisjoint(header.names):
        stands = filled[0][0] in header.columns.get(Column.NUMBER, (0,))
        return stands and first == filled[0][1] and len(filled) <= 2
    if not places.isdisjoint(header.data):
        return False
    name = " ".join(text for place, text in filled if place in header.names)
    words = name.count(" ") + 1
    return bool(SECTION.search(name) or DIGIT.search(name)) or len(name) == 1 or words > MOST_WORDS


def repeats_header(filled: Sequence[tuple[int, str]], header: Header) -> bool:
    """Say whether the header stands here again, word for word or nearly."""
    place, text = filled[0]
    if (place, text.casefold()) in header.words:
        known = sum((place, text.casefold()) in header.words for place, text in filled)
        return known * 2 > len(filled)
    if any(map(DIGIT.search, (text for _, text in filled))):
        return False
    said = [column_of(text) for _, text in filled]
    return (
        len(said) > 1
        and len(said) - said.count(None) > said.count(None)
        and not NAMES.isdisjoint(said)
    )


def numbers_columns(filled: Sequence[tuple[int, str]]) -> bool:
    """Say whether the columns are numbered here: 1, 2, 3, or a letter for some."""
    signs = [text for _, text in filled]
    if len(signs) < 2 or max(map(len, signs)) > 2:
        return False
    numbers = [int(sign) for sign in signs if sign.isdecimal()]
    letters = [sign for sign in signs if len(sign) == 1 and sign.isalpha()]
    if letters and len(signs) == 2:  # a number, and a voter of the surname Ю
        return False
    inconsecutive = any(after - number != 1 for number, after in pairwise(numbers))
    return len(numbers) + len(letters) == len(signs) and not inconsecutive
