"""The lists after the end: signatures counted, each difference settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, assert_never

from precinct_app.domain.closing_state import Difference, Signatures
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.figures.signatures import WITHOUT_SIGNATURE
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_member, require_not_announced, require_voter
from precinct_app.domain.required_closing import require_counted_number, require_words
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal

NOTHING: Mapping[str, int] = MappingProxyType({})


class Ending(StrEnum):
    """How a difference between signature and mark ends (practice 4.2)."""

    NOT_MARKED = "signed_not_marked"
    WRONG_ROW = "marked_in_wrong_row"
    NO_SIGNATURE = WITHOUT_SIGNATURE
    NEVER_GIVEN = "marked_never_given"


@dataclass(frozen=True, slots=True)
class SignaturesCounted:
    """The signatures of the main list, the additional one and the applications."""

    kind: ClassVar[str] = "signatures_counted"
    version: ClassVar[int] = 1
    main: int
    additional: int
    outside: int
    pages: Mapping[str, int]
    members: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DifferenceSettled:
    """A row in which signature and mark differed, and how that ended."""

    kind: ClassVar[str] = "difference_settled"
    version: ClassVar[int] = 1
    voter: str
    ending: str
    paper: Free
    note: Free


Events = SignaturesCounted | DifferenceSettled


@verb(phases=AFTER_VOTING, article="43(3-1)")
def count_signatures(
    day: Day,
    act: Act,
    main: int,
    additional: int,
    outside: int,
    pages: Mapping[str, int] = NOTHING,
    members: Mapping[str, int] = NOTHING,
) -> SignaturesCounted:
    """Count the signatures of both lists and of the applications (art. 43(3-1)).

    ``pages`` are signatures per page of the list (``2/14`` where it has books), ``members`` voters
    per issuing member.
    """
    for number in (main, additional, outside, *pages.values(), *members.values()):
        require_counted_number(number)
    for member in members:
        require_member(day, member)
    require_not_announced(day, act, day.election.ballot_ids)
    return SignaturesCounted(main, additional, outside, dict(pages), dict(members))


@verb(phases=AFTER_VOTING, article="43(3-1)", witness="always")
def settle_difference(
    day: Day, act: Act, voter: str, ending: str, paper: str = "", note: str = ""
) -> DifferenceSettled:
    """Say how a difference between signature and mark ended (practice 4.2).

    The journal is mended first by its own verb; ballots given without a signature want an act.
    """
    require_voter(day, voter)
    if ending not in tuple(Ending):
        raise Refusal(Reason.ENDING_UNKNOWN, ending=ending)
    if ending == Ending.NO_SIGNATURE:
        require_words(paper)
    if day.signatures is None:
        act.hold(Refusal(Reason.SIGNATURES_UNCOUNTED, "43(3-1)"))
    if day.has_received(voter) is (ending == Ending.NEVER_GIVEN):
        raise Refusal(Reason.NOT_MENDED, voter=voter)
    require_not_announced(day, act, day.election.ballot_ids)
    return DifferenceSettled(voter, ending, tidy(paper), tidy(note))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the lists."""
    stated = day.signatures
    settled = stated.differences if stated else ()
    match event:
        case SignaturesCounted(main=main, additional=additional, outside=outside):
            numbers = (main, additional, outside, event.pages, event.members)
            day.signatures = Signatures(entry.id, *numbers, settled)
        case DifferenceSettled(voter=voter, ending=ending, paper=paper):
            if stated is None:
                day.note_conflict(entry, "lists_uncounted", voter=voter)
                return
            others = tuple(found for found in settled if found.voter != voter)
            found = Difference(entry.id, ending, voter, paper)
            day.signatures = stated._replace(differences=(*others, found))
        case _:
            assert_never(event)
