"""Signatures of the lists against the marks of the journal."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from precinct_app.domain.closing_state import Signatures
from precinct_app.domain.day import Day
from precinct_app.domain.voters import Voter

# The ending of a row whose voter was served and did not sign: an act stands for the signature.
WITHOUT_SIGNATURE = "given_without_signature"


class Beside(NamedTuple):
    """What was counted on paper beside what the journal says."""

    paper: int
    journal: int


def open_difference(day: Day) -> int:
    """Reckon how many more voters are marked than signed, acts set off; below 0: fewer."""
    stated = day.signatures
    if stated is None:
        return 0
    acts = sum(found.ending == WITHOUT_SIGNATURE for found in stated.differences)
    return day.served() - stated.total - acts


def differing_pages(day: Day) -> dict[str, Beside]:
    """List the pages of the list on which signatures and marks differ; ``2/14`` with a book."""
    served = (voter for voter in _signed_here(day) if voter not in day.added)
    rows = (row for voter in served if (row := day.voter(voter)))
    return _differing(day, "pages", Counter(_page(row) for row in rows))


def differing_members(day: Day) -> dict[str, Beside]:
    """List the members beside whose signature fewer or more voters stand than they served."""
    return _differing(day, "members", Counter(_signed_here(day).values()))


def _page(row: Voter) -> str:
    return f"{row.book}/{row.page}" if row.book else row.page


def _signed_here(day: Day) -> dict[str, str]:
    """Name the voters who signed a list, each with the member who issued last."""
    return {
        handing.voter: handing.issuer
        for handing in day.handings.values()
        if handing.kind == "issue" and handing.ballots and not handing.trip
    }


def _differing(day: Day, counted: str, marks: Mapping[str, int]) -> dict[str, Beside]:
    stated = _stated(day.signatures, counted)
    return {
        holder: Beside(number, marks.get(holder, 0))
        for holder, number in stated.items()
        if number != marks.get(holder, 0)
    }


def _stated(signatures: Signatures | None, counted: str) -> Mapping[str, int]:
    if signatures is None:
        return {}
    return signatures.pages if counted == "pages" else signatures.members
