"""Read one row of the list: a voter, or the reason why it is none."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from precinct_app.domain.voters import Voter
from precinct_app.lists.address import Address, split_address
from precinct_app.lists.birth import read_births
from precinct_app.lists.clean import (
    field_text,
    has_letter,
    is_error,
    is_number_like,
    number_text,
    text_of,
    tidy_cell,
)
from precinct_app.lists.columns import NAMES, Column
from precinct_app.lists.headers import Header
from precinct_app.lists.headings import is_heading
from precinct_app.lists.identity import read_iin
from precinct_app.lists.person import Name, read_name
from precinct_app.lists.report import RowReason
from precinct_app.lists.table import Cells, Table

ALL: Final = "all"
ALL_SAID: Final = frozenset({"all", "все", "барлығы", "бәрі"})
CARRIED: Final = frozenset(
    {
        *(Column.ADDRESS, Column.LOCALITY, Column.STREET, Column.HOUSE, Column.BUILDING),
        *(Column.FLAT, Column.BOOK, Column.PAGE, Column.BALLOTS),
    }
)
"""What a merged cell may say for several voters."""


class Source(NamedTuple):
    """The table, its header, and what the election knows."""

    table: Table
    header: Header
    sets: Mapping[str, str]
    latest: int


class Rejected(NamedTuple):
    """A row that is no voter, or can't be read."""

    reason: RowReason
    facts: Mapping[str, str | int]


def known_sets(sets: frozenset[str]) -> dict[str, str]:
    """Map what a cell may say to the id of a set of ballots."""
    return dict.fromkeys(ALL_SAID, ALL) | {name.casefold(): name for name in sets} | {"": ALL}


def read_row(source: Source, row: int) -> Voter | Rejected:
    """Read the row with this place in the table, from 0; the voter has no id yet."""
    cells = fit(source.table.rows[row], source)
    if cells is None:
        return Rejected(RowReason.UNREADABLE, {})
    cells = [tidy_cell(cell) for cell in cells]
    texts = [cell if isinstance(cell, str) else text_of(cell) for cell in cells]
    if not any(texts) or is_heading(texts, source.header):
        return Rejected(RowReason.HEADING if any(texts) else RowReason.EMPTY, {})
    found = pick(cells, source, row)
    if any(is_error(cell) for name in NAMES for cell in found.get(name, ())):
        return Rejected(RowReason.UNREADABLE, {"column": "name"})
    name = name_in(found)
    if not any(has_letter(part) and not is_number_like(part) for part in name[:3]):
        return Rejected(RowReason.NO_NAME, {})
    ballots = source.sets.get(first_text(found, Column.BALLOTS).casefold())
    if ballots is None:
        return Rejected(RowReason.UNREADABLE, {"column": Column.BALLOTS.value})
    return voter_in(found, name, ballots, source.latest)


def fit(cells: Cells | None, source: Source) -> Cells | None:
    """Fit a row of a csv file to its header.

    A comma too many has moved all cells behind it: only where the address is the last column
    is it known whose comma that is. None where it is not.
    """
    width = source.header.width
    if cells is None or not source.table.delimiter or len(cells) <= width:
        return cells
    surplus = cells[width:]
    if source.table.delimiter != "," and not any(map(text_of, surplus)):
        return cells[:width]
    if source.header.columns.get(Column.ADDRESS, ())[-1:] == (width - 1,):
        whole = ", ".join(text for cell in cells[width - 1 :] if (text := text_of(cell)))
        return [*cells[: width - 1], whole]
    return None


def pick(cells: Cells, source: Source, row: int) -> dict[Column, list[object]]:
    """Pick the cells of each column, in a row as short as it may be."""
    merged, count = source.table.merged, len(cells)
    found: dict[Column, list[object]] = {}
    for column, places in source.header.columns.items():
        found[column] = values = [cells[place] for place in places if place < count]
        if merged and column in CARRIED and not any(map(text_of, values)):
            found[column] = [tidy_cell(merged.get((row, place))) for place in places]
    return found


def first_text(found: Mapping[Column, Sequence[object]], column: Column) -> str:
    """Write the first cell of a column that is not empty."""
    for cell in found.get(column, ()):
        if text := field_text(cell):
            return text
    return ""


def first_number(found: Mapping[Column, Sequence[object]], column: Column) -> str:
    """Write the first cell of a column of numbers that is not empty."""
    for cell in found.get(column, ()):
        if text := number_text(cell):
            return text
    return ""


def joined(found: Mapping[Column, Sequence[object]], column: Column, by: str) -> str:
    """Write all cells of a column."""
    cells = found.get(column, ())
    if len(cells) == 1:
        return field_text(cells[0])
    return by.join([text for cell in cells if (text := field_text(cell))])


def name_in(found: Mapping[Column, Sequence[object]]) -> Name:
    """Read the name from its columns, the whole one first."""
    if whole := joined(found, Column.FULL_NAME, " "):
        return read_name(whole, "", "")
    given = joined(found, Column.GIVEN_NAMES, " ")
    first, _, fathers = given.partition(" ")
    return read_name(
        joined(found, Column.SURNAME, " "),
        joined(found, Column.FIRST_NAME, " ") or first,
        joined(found, Column.PATRONYMIC, " ") or fathers,
    )


def address_in(found: Mapping[Column, Sequence[object]]) -> Address:
    """Read the address from one column or several."""
    street = ", ".join(
        text
        for column in (Column.LOCALITY, Column.STREET, Column.ADDRESS)
        if (text := joined(found, column, ", "))
    )
    house, flat = first_number(found, Column.HOUSE), first_number(found, Column.FLAT)
    if building := first_text(found, Column.BUILDING):
        house = f"{house} {building}".strip()
    if house:
        return Address(street, house, flat)
    whole = split_address(street)
    if flat and whole.flat:
        return Address(street, "", flat)
    return whole._replace(flat=flat or whole.flat)


def voter_in(
    found: Mapping[Column, Sequence[object]], name: Name, ballots: str, latest: int
) -> Voter:
    """Put a voter together; his id is given when the whole list is known."""
    address = address_in(found)
    return Voter(
        id="",
        number=first_number(found, Column.NUMBER).removeprefix("№").strip(" .)"),
        surname=name.surname,
        first_name=name.first_name,
        patronymic=name.patronymic,
        birth=read_births(found.get(Column.BIRTH, ()), latest),
        iin=next((iin for cell in found.get(Column.IIN, ()) if (iin := read_iin(cell))), ""),
        street=address.street,
        house=address.house,
        flat=address.flat,
        book=first_number(found, Column.BOOK),
        page=first_number(found, Column.PAGE),
        line=first_number(found, Column.LINE),
        ballots=ballots,
        marks=(RowReason.MIXED_LETTERS.value,) if name.mixed else (),
    )
