"""Take a list in: read it, check it, account for every row.

Loading is whole or not at all; what it answers with is a ListReport or a ListError.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from precinct_app.domain.election import Election
from precinct_app.domain.times import read_date
from precinct_app.domain.voters import Voter
from precinct_app.errors import ListError, ListFault
from precinct_app.lists.checks import check_voter, last_birth_of_age
from precinct_app.lists.clean import text_of
from precinct_app.lists.doubles import find_doubles
from precinct_app.lists.headers import Header, find_header
from precinct_app.lists.numbering import number_voters
from precinct_app.lists.read import read_tables
from precinct_app.lists.report import ListReport, RowItem, RowReason
from precinct_app.lists.rows import Rejected, Source, known_sets, read_row
from precinct_app.lists.table import Table

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; False cancels."""

Findings = dict[RowReason, Mapping[str, str | int]]

IN_ORDER: Final = tuple(RowReason)
STEP: Final = 500
"""Rows between two tellings of progress."""


class Terms(NamedTuple):
    """What an election asks of a list: its day, the ids of its sets, voting age, most voters."""

    voting_day: date
    sets: frozenset[str]
    voting_age: int
    most: int


def terms_of(election: Election) -> Terms:
    """Give the terms that an election sets for a list."""
    sets = frozenset(one.id for one in election.sets)
    limits = election.thresholds
    return Terms(read_date(election.date), sets, limits.voting_age, limits.list_limit)


def check_list(path: Path, terms: Terms, progress: Progress | None = None) -> ListReport:
    """Read and check a list file.

    ListError where the file is no list, has no columns of a list or no voter, or where
    ``progress`` answered False.
    """
    with collecting_nothing():
        return check_tables(read_tables(path), path.name, terms, progress)


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Keep the collector of cycles still: a list has none, and it would count every row again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def check_tables(
    tables: Sequence[Table],
    file: str,
    terms: Terms,
    progress: Progress | None = None,
) -> ListReport:
    """Read, number and check the rows of the first sheet that is a list."""
    table, header, more = choose_table(tables, file)
    rows = range(header.row, last_row(table))
    tell = teller(progress, 2 * len(rows))
    read = read_rows(
        Source(table, header, known_sets(terms.sets), terms.voting_day.year), rows, tell
    )
    voters = {row: voter for row, voter in read.items() if isinstance(voter, Voter)}
    if not voters:
        raise ListError(ListFault.NO_VOTER, file=file, rows=len(rows))
    tell(len(rows))
    numbers = list(voters)
    numbered = number_voters(list(voters.values()))
    found = check_voters(numbered, numbers, last_birth_of_age(terms.voting_day, terms.voting_age))
    tell(2 * len(rows))
    return ListReport(
        voters=tuple(
            mark(voter, found.get(row, {})) for row, voter in zip(numbers, numbered, strict=True)
        ),
        rows=len(rows),
        items=(
            *of_the_whole(header.row, len(voters), terms.most, more),
            *of_the_rows(read, found),
        ),
    )


def teller(progress: Progress | None, total: int) -> Callable[[int], None]:
    """Give a call that tells what is done and raises ListError where it is cancelled."""

    def tell(done: int) -> None:
        if progress is not None and not progress(done, total):
            raise ListError(ListFault.CANCELLED)

    return tell


def choose_table(tables: Sequence[Table], file: str) -> tuple[Table, Header, int]:
    """Choose the first sheet that is a list; say how many more there are."""
    lists = [(table, header) for table in tables if (header := find_header(table))]
    filled = [found for found in lists if last_row(found[0]) > found[1].row]
    if not lists:
        raise ListError(ListFault.NO_COLUMNS, file=file)
    table, header = (filled or lists)[0]
    return table, header, max(0, len(filled) - 1)


def last_row(table: Table) -> int:
    """Count the rows down to the last that is not empty."""
    count = len(table.rows)
    while count and (cells := table.rows[count - 1]) is not None and not any(map(text_of, cells)):
        count -= 1
    return count


def read_rows(
    source: Source, rows: range, tell: Callable[[int], None]
) -> dict[int, Voter | Rejected]:
    """Read every row below the header, by its number as the spreadsheet counts."""
    read: dict[int, Voter | Rejected] = {}
    for done, row in enumerate(rows):
        if done % STEP == 0:
            tell(done)
        read[row + 1] = read_row(source, row)
    return read


def check_voters(
    voters: Sequence[Voter], rows: Sequence[int], last_birth: str
) -> dict[int, Findings]:
    """Check every voter alone and against the others; what is found, by row."""
    found: dict[int, Findings] = defaultdict(dict)
    for row, voter in zip(rows, voters, strict=True):
        for reason in (*map(RowReason, voter.marks), *check_voter(voter, last_birth)):
            found[row][reason] = {}
    for reason, place, others in find_doubles(voters):
        found[rows[place]][reason] = {"rows": ", ".join(str(rows[other]) for other in others)}
    return found


def mark(voter: Voter, findings: Findings) -> Voter:
    """Put the codes of what was found on a voter."""
    if not findings:
        return voter
    return voter._replace(marks=tuple(reason.value for reason in IN_ORDER if reason in findings))


def of_the_whole(header_row: int, voters: int, most: int, more_sheets: int) -> Iterator[RowItem]:
    """Say what concerns the list as a whole, at the row of its header."""
    if voters > most:
        facts = {"voters": voters, "most": most}
        yield RowItem(header_row, RowReason.OVER_3000, facts)
    if more_sheets:
        yield RowItem(header_row, RowReason.MORE_SHEETS, {"sheets": more_sheets})


def of_the_rows(
    read: Mapping[int, Voter | Rejected], found: Mapping[int, Findings]
) -> Iterator[RowItem]:
    """Say what was found in each row, in their order."""
    for row, result in read.items():
        if isinstance(result, Rejected):
            yield RowItem(row, result.reason, result.facts)
        findings = found.get(row, {})
        for reason in IN_ORDER if findings else ():
            if reason in findings:
                yield RowItem(row, reason, findings[reason])
