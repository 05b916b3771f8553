"""Check each voter by himself: completeness and accuracy.

Nothing here rejects: what is found is put to the commission (art. 24(4), 26(2)).
"""

from datetime import date

from precinct_app.domain import iin
from precinct_app.domain.voters import Voter
from precinct_app.lists.report import RowReason


def check_voter(voter: Voter, last_birth: str) -> list[RowReason]:
    """Find what is missing or does not agree in one row.

    ``last_birth`` is the last day of birth that may vote, see ``last_birth_of_age``.
    """
    found: list[RowReason] = []
    if not voter.birth:
        found.append(RowReason.NO_BIRTH_YEAR)
    if not voter.street:
        found.append(RowReason.NO_ADDRESS)
    if not voter.iin:
        found.append(RowReason.IIN_MISSING)
    elif not iin.is_sound(voter.iin):
        found.append(RowReason.IIN_CHECK)
    if is_of_another_birth(voter):
        found.append(RowReason.IIN_BIRTH)
    if is_under_age(voter, last_birth):
        found.append(RowReason.UNDER_18)
    return found


def last_birth_of_age(voting_day: date, age: int) -> str:
    """Write the last day of birth that is of voting age on the voting day.

    Who turns 18 on the day itself may vote.
    """
    return f"{voting_day.year - age:04}-{voting_day:%m-%d}"


def is_of_another_birth(voter: Voter) -> bool:
    """Say whether the number names another birth than the list, or no day at all."""
    if not iin.is_number(voter.iin) or voter.iin[6] not in iin.CENTURIES:
        return False
    born = iin.birth_date(voter.iin)
    return born is None or not born.isoformat().startswith(voter.birth)


def is_under_age(voter: Voter, last_birth: str) -> bool:
    """Say whether a voter is not 18, or the list does not show that he is.

    The law asks for day and month at 18 (art. 24(4)): where the list gives the year alone, the
    number decides; where there is none, the commission.
    """
    birth, year = voter.birth, last_birth[:4]
    if birth in ("", year):
        born = iin.birth_date(voter.iin)
        if born and born.isoformat().startswith(birth):
            return born.isoformat() > last_birth
        return birth == year
    return birth > last_birth
