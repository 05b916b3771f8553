"""Report on a list: each row is accepted or stands here with its reason.

``accepted + rejected = rows``. Facts hold row numbers and names of columns, never a name or an
IIN. The sentences are data, one per RowReason.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from precinct_app.domain.voters import Voter

Level = Literal["reject", "warn"]


class RowReason(StrEnum):
    """Why a row is rejected or put to the commission; stable codes."""

    UNREADABLE = "unreadable"
    NO_NAME = "no_name"
    HEADING = "heading"
    EMPTY = "empty"
    NO_BIRTH_YEAR = "no_birth_year"
    NO_ADDRESS = "no_address"
    IIN_MISSING = "iin_missing"
    IIN_CHECK = "iin_check"
    IIN_BIRTH = "iin_birth"
    SAME_IIN = "same_iin"
    SAME_ROW_TWICE = "same_row_twice"
    SAME_NAME_BIRTH = "same_name_birth"
    NEAR_DOUBLE = "near_double"
    MIXED_LETTERS = "mixed_letters"
    UNDER_18 = "under_18"
    OVER_3000 = "over_3000"
    MORE_SHEETS = "more_sheets"


REJECTING = frozenset({RowReason.UNREADABLE, RowReason.NO_NAME, RowReason.HEADING, RowReason.EMPTY})


@dataclass(frozen=True, slots=True)
class RowItem:
    """One finding: the row as the spreadsheet counts, from 1.

    What is said of the whole list stands at the row of the header.
    """

    row: int
    reason: RowReason
    facts: Mapping[str, str | int]

    @property
    def level(self) -> Level:
        """Rejected, or accepted and put to the commission."""
        return "reject" if self.reason in REJECTING else "warn"


@dataclass(frozen=True, slots=True)
class ListReport:
    """What came in: the voters in their order, and every finding in the order of rows.

    ``rows`` are those below the header down to the last that is not empty; ``warned`` counts
    the accepted ones with a mark.
    """

    voters: tuple[Voter, ...]
    rows: int
    items: tuple[RowItem, ...]

    @property
    def accepted(self) -> int:
        """How many rows are voters."""
        return len(self.voters)

    @property
    def rejected(self) -> int:
        """How many rows are none, or can't be read."""
        return sum(item.level == "reject" for item in self.items)

    @property
    def warned(self) -> int:
        """How many accepted rows have a mark."""
        return sum(bool(voter.marks) for voter in self.voters)


def write_report(report: ListReport, path: Path, say: Callable[[RowItem], str]) -> None:
    """Write the findings as csv for a spreadsheet; OSError where the disk says no."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("row", "level", "reason", "text"))
        for item in report.items:
            writer.writerow(harmless((str(item.row), item.level, item.reason, say(item))))


def harmless(cells: Sequence[str]) -> list[str]:
    """Keep a spreadsheet from reading a cell as a formula."""
    return [
        f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in cells
    ]
