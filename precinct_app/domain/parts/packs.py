"""Packs: what was sealed when the count was over, and under which seal."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, assert_never

from precinct_app.domain.closing_state import Pack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import AFTER_VOTING
from precinct_app.domain.required import require_ballot
from precinct_app.domain.required_closing import require_counted_number, require_words
from precinct_app.domain.shape import Free
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


class Content(StrEnum):
    """What a pack holds; those of ``PER_KIND`` hold papers of one kind (practice 4.7)."""

    USED = "used"
    INVALID = "invalid"
    UNUSED = "unused"
    SPOILED = "spoiled"
    LISTS = "lists"
    APPLICATIONS = "applications"
    CERTIFICATES = "certificates"
    ACTS = "acts"


PER_KIND = frozenset({Content.USED, Content.INVALID, Content.UNUSED, Content.SPOILED})


@dataclass(frozen=True, slots=True)
class PackSealed:
    """A pack was sealed under the number that the day gives it."""

    kind: ClassVar[str] = "pack_sealed"
    version: ClassVar[int] = 1
    content: str
    ballot: Free
    option: Free
    papers: int
    seal: str


@dataclass(frozen=True, slots=True)
class PackOpened:
    """A pack was opened again under the eyes of two."""

    kind: ClassVar[str] = "pack_opened"
    version: ClassVar[int] = 1
    pack: int
    reason: str


Events = PackSealed | PackOpened


@verb(phases=AFTER_VOTING, article="43(8)")
def seal_pack(
    day: Day,
    act: Act,
    content: str,
    papers: int,
    seal: str,
    ballot: str = "",
    option: str = "",
) -> PackSealed:
    """Seal a pack with its content, number of papers and seal."""
    if content not in tuple(Content):
        raise Refusal(Reason.CONTENT_UNKNOWN, content=content)
    if content in PER_KIND:
        require_ballot(day, ballot)
    elif ballot or option:
        raise Refusal(Reason.BAD_ARGUMENT, argument="ballot")
    if option and option not in {one.id for one in day.options_of(ballot)}:
        raise Refusal(Reason.OPTION_UNKNOWN, ballot=ballot, option=option)
    require_counted_number(papers)
    return PackSealed(content, ballot, option, papers, require_words(seal))


@verb(phases=AFTER_VOTING, roles=LEADERS, article="43(9)", witness="always")
def open_pack(day: Day, act: Act, pack: int, reason: str) -> PackOpened:
    """Open a sealed pack again, as a recount or a mistake asks for; it is sealed anew later."""
    if not any(known.number == pack and not known.opened for known in day.packs):
        raise Refusal(Reason.NO_SUCH_PACK, pack=pack)
    return PackOpened(pack, require_words(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the packs."""
    match event:
        case PackSealed(content=content, ballot=ballot, option=option, papers=papers, seal=seal):
            number = len(day.packs) + 1
            day.packs.append(Pack(number, entry.id, content, ballot, option, papers, seal))
        case PackOpened(pack=pack):
            if not any(known.number == pack and not known.opened for known in day.packs):
                day.note_conflict(entry, "pack_not_sealed", pack=pack)
            day.packs = [
                known._replace(opened=entry.id) if known.number == pack else known
                for known in day.packs
            ]
        case _:
            assert_never(event)
