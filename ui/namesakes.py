"""When Enter must not choose between two voters."""

from collections.abc import Sequence

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


def _names(voter: Voter) -> tuple[str, str]:
    return voter.surname.casefold(), voter.first_name.casefold()
