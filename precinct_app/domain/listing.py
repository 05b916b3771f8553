"""What is asked of a change to the list, and how a row enters it."""

import re
from collections.abc import Mapping

from precinct_app.domain.changes import SERIES, Added
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.letters import loose
from precinct_app.domain.required import require_not_announced
from precinct_app.domain.times import read_date
from precinct_app.domain.typed import tidy
from precinct_app.domain.voters import Voter
from precinct_app.errors import Reason, Refusal

# What people state of a voter; all else in a row comes from the list or from the day.
FIELDS = ("surname", "first_name", "patronymic", "birth", "iin", "street", "house", "flat")

_YEAR = re.compile(r"[12]\d{3}")


def require_list_open(day: Day, act: Act) -> None:
    """Hold back a change of the list once its figures were read, or the count has begun.

    Articles 24(10), 43(3-1).
    """
    if day.count_begun:
        act.hold(Refusal(Reason.COUNT_BEGUN, "24(10)", entry=day.count_begun))
    require_not_announced(day, act, day.election.ballot_ids)


def require_row(row: Mapping[str, str]) -> dict[str, str]:
    """Tidy what is stated of a voter; refuse an unknown field and a birth that is no date."""
    for field in row:
        if field not in FIELDS:
            raise Refusal(Reason.BAD_ARGUMENT, argument=tidy(field))
    stated = {field: words for field, value in row.items() if (words := tidy(value))}
    if (birth := stated.get("birth")) and not _YEAR.fullmatch(birth):
        try:
            read_date(birth)
        except ValueError as error:
            raise Refusal(Reason.BAD_ARGUMENT, argument="birth") from error
    return stated


def require_named(row: Mapping[str, str]) -> dict[str, str]:
    """Tidy what is stated of a new voter, who has at least a surname and a first name."""
    stated = require_row(row)
    for field in FIELDS[:2]:
        if field not in stated:
            raise Refusal(Reason.BAD_ARGUMENT, argument=field)
    return stated


def require_unknown(
    day: Day, act: Act, stated: Mapping[str, str], *, besides: str = "", namesake: bool = False
) -> None:
    """Hold back a voter who stands on the list already, and name the row (art. 25(3)).

    Known is the same IIN; or the same surname and first name with a birth that may be the same,
    unless the documents showed that it is a ``namesake``.
    """
    iin, birth = stated.get("iin", ""), stated.get("birth", "")
    name = tuple(loose(stated.get(field, "")) for field in FIELDS[:2])
    for row in day.listed():
        if row.id == besides:
            continue
        same = bool(iin) and iin == row.iin
        if not same and not namesake and _may_be_same(birth, row.birth):
            same = name == (loose(row.surname), loose(row.first_name))
        if same:
            no = Refusal(Reason.VOTER_KNOWN, "25(3)", voter=row.id, number=row.number)
            act.hold(no)


def enter_row(
    day: Day, entry: Entry, row: Mapping[str, str], ballot_set: str, added: Added
) -> None:
    """Enter a voter in the list, numbered in the series of its own."""
    number = f"{SERIES}{len(day.added) + 1}"
    day.added[entry.id] = added
    day.rows[entry.id] = restate(Voter(entry.id, number, "", "", ballots=ballot_set), row)
    day.row_changes.append(entry.id)
    day.touch(entry, entry.id)


def restate(voter: Voter, row: Mapping[str, str]) -> Voter:
    """Give a row with what is stated of the voter in place of what stood there."""
    return Voter(**{**voter._asdict(), **{field: row[field] for field in FIELDS if field in row}})


def _may_be_same(birth: str, other: str) -> bool:
    """Compare births, of which one may be the year alone or missing."""
    return birth.startswith(other) or other.startswith(birth)
