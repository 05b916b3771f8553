"""When Enter must not choose between two voters."""

from collections.abc import Sequence

from precinct_app.domain.letters import from_latin, from_wrong_layout, loose, sound
from precinct_app.domain.voters import Voter

LAST_FOUR = 4


def mistakable(text: str, hits: Sequence[Voter]) -> frozenset[str]:
    """Give the hits that Enter opens none of: the first, and those it could be mistaken for.

    Two rows of one surname and first name; or one text that is the last four of the IIN, or the
    number in the list, of several. Empty where the first hit stands alone.
    """
    if not hits:
        return frozenset()
    first = hits[0]
    alike = {voter.id for voter in hits if _names(voter) == _names(first)}
    typed = text.strip()
    if len(typed) == LAST_FOUR and typed.isdecimal():
        meant = {voter.id for voter in hits if typed in {voter.number, voter.iin[-LAST_FOUR:]}}
        alike |= meant if first.id in meant else set()
    return frozenset(alike) if len(alike) > 1 else frozenset()


def is_meant(text: str, voter: Voter) -> bool:
    """Tell whether Enter alone may open a voter: by a figure, or by how the surname begins.

    Whoever is found by the patronymic, by the first name or by a slip is similar, and is chosen.
    """
    readings = (text, *from_wrong_layout(text))
    if any(map(str.isdigit, text)) or any(reading.strip().isdecimal() for reading in readings):
        return True
    surname, heard = loose(voter.surname), sound(voter.surname)
    words = [word for reading in readings for word in reading.split()]
    spelled = [spelling for word in words for spelling in from_latin(word)]
    return any(surname.startswith(loose(word)) for word in words) or any(
        heard.startswith(sound(spelling)) for spelling in spelled if sound(spelling)
    )


def may_be_code(text: str) -> bool:
    """Tell whether a text may have come from a scanner: it holds a figure, in some layout."""
    return any(map(str.isdigit, " ".join((text, *from_wrong_layout(text)))))


def _names(voter: Voter) -> tuple[str, str]:
    return voter.surname.casefold(), voter.first_name.casefold()
