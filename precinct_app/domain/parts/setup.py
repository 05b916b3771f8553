"""Set-up: the day is made, the commission is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, assert_never

from precinct_app.domain.checkpoint import Mark
from precinct_app.domain.day import Day, ListAct
from precinct_app.domain.election import Option, Words
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS, ONE_OF_A_KIND, Member, Role
from precinct_app.domain.phases import SETTING_UP, UNTIL_THE_END, Phase
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.required import require_countable
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class DayCreated:
    """Entry 1 of the first desk: it pins kind, precinct, election and list.

    ``key`` is the public half of the file's Ed25519 key, ``replaces`` the checkpoint digest of the
    file whose set-up was taken over, empty where there is none.
    """

    kind: ClassVar[str] = "day_created"
    version: ClassVar[int] = 1
    day_kind: str
    precinct: Precinct
    file: str
    key: str
    election: str
    election_digest: str
    roll_digest: str
    voters: int
    replaces: Free


class DeskMark(NamedTuple):
    """How far the journal of another desk reached when this one was opened."""

    desk: int
    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class DeskOpened:
    """The first entry of each desk: the laptop, and the checkpoint it goes on from."""

    kind: ClassVar[str] = "desk_opened"
    version: ClassVar[int] = 1
    laptop: str
    checkpoint: tuple[DeskMark, ...]


@dataclass(frozen=True, slots=True)
class MemberNamed:
    """A member of the commission with the office."""

    kind: ClassVar[str] = "member_named"
    version: ClassVar[int] = 1
    member: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class OptionsSet:
    """The options of a ballot as this precinct has them, in the order of the ballot."""

    kind: ClassVar[str] = "options_set"
    version: ClassVar[int] = 1
    ballot: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class OptionDropped:
    """A candidate or party dropped out: the line is crossed out on the ballot (art. 37(1-1))."""

    kind: ClassVar[str] = "option_dropped"
    version: ClassVar[int] = 1
    ballot: str
    option: str
    paper: str


@dataclass(frozen=True, slots=True)
class ListActStated:
    """The number of voters in the act of handing over, and why it differs."""

    kind: ClassVar[str] = "list_act_stated"
    version: ClassVar[int] = 1
    number: Free
    voters: int
    explanation: Free


@dataclass(frozen=True, slots=True)
class ClosedUnused:
    """The file is not used: a fresh one took over its set-up.

    ``successor`` is its name and the short digest of its first checkpoint.
    """

    kind: ClassVar[str] = "closed_unused"
    version: ClassVar[int] = 1
    successor: str


Events = (
    DayCreated
    | DeskOpened
    | MemberNamed
    | OptionsSet
    | OptionDropped
    | ListActStated
    | ClosedUnused
)


@verb(phases=SETTING_UP, roles=LEADERS, article="10(3)", founding=True)
def name_member(day: Day, act: Act, member: str, name: str, role: str) -> MemberNamed:
    """Name a member of the commission, or correct one."""
    if role not in tuple(Role):
        raise Refusal(Reason.ROLE_UNKNOWN, role=role)
    name = tidy(name)
    if not member.isalnum() or not name:
        raise Refusal(Reason.BAD_ARGUMENT, argument="member" if name else "name")
    holders = {other.id for other in day.bearers(Role(role))} - {member}
    if role in ONE_OF_A_KIND and holders:
        raise Refusal(Reason.ALREADY_NAMED, "10(3)", role=role, member=min(holders))
    leading = {other.id for office in LEADERS for other in day.bearers(office)}
    if leading == {member} and role not in LEADERS:
        raise Refusal(Reason.LEADER_NEEDED, "10(3)", member=member)
    return MemberNamed(member, name, role)


@verb(phases=SETTING_UP, roles=LEADERS, article="37(1)")
def set_options(
    day: Day, act: Act, ballot: str, options: tuple[Mapping[str, str], ...]
) -> OptionsSet:
    """Set the options of a ballot in the order of the paper.

    Each option is an object with ``id``, ``kk``, ``ru`` and, if there is one, ``en``.
    """
    if ballot not in day.election.ballot_ids:
        raise Refusal(Reason.BALLOT_UNKNOWN, ballot=ballot)
    found = tuple(_option(option) for option in options)
    if not found:
        raise Refusal(Reason.NOTHING_CHOSEN)
    if len({option.id for option in found}) < len(found):
        raise Refusal(Reason.BAD_ARGUMENT, argument="options")
    return OptionsSet(ballot, found)


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="37(1-1)")
def drop_option(day: Day, act: Act, ballot: str, option: str, paper: str) -> OptionDropped:
    """Mark an option of a ballot as dropped out, by a decision with its paper."""
    if ballot not in day.election.ballot_ids:
        raise Refusal(Reason.BALLOT_UNKNOWN, ballot=ballot)
    if option not in {known.id for known in options_of(day, ballot)}:
        raise Refusal(Reason.OPTION_UNKNOWN, ballot=ballot, option=option)
    paper = tidy(paper)
    if not paper:
        raise Refusal(Reason.REASON_MISSING)
    return OptionDropped(ballot, option, paper)


@verb(phases=SETTING_UP, roles=LEADERS, article="26-1(1)")
def state_list_act(
    day: Day, act: Act, number: str, voters: int, explanation: str = ""
) -> ListActStated:
    """State the number of voters in the act by which the list was handed over."""
    if voters < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=voters)
    require_countable(voters)
    return ListActStated(tidy(number), voters, tidy(explanation))


def open_desk(day: Day, act: Act, laptop: str) -> DeskOpened:
    """Go on as the next desk, as the chairman lets it."""
    member = day.members.get(act.by)
    if member is None:
        raise Refusal(Reason.MEMBER_UNKNOWN, member=act.by)
    if member.role is not Role.CHAIRMAN:
        raise Refusal(Reason.ROLE_WRONG, member=act.by, role=member.role)
    marks = (DeskMark(desk, *mark) for desk, mark in sorted(day.desks.items()))
    return DeskOpened(laptop, tuple(marks))


def close_unused(day: Day, act: Act, successor: str) -> ClosedUnused:
    """Close a file that nothing was issued from, in favour of a fresh one."""
    if day.phase is not Phase.SETUP:
        raise Refusal(Reason.PHASE_WRONG, phase=day.phase)
    return ClosedUnused(successor)


def options_of(day: Day, ballot: str) -> tuple[Option, ...]:
    """List the options of a ballot: the precinct's own, else those of the election."""
    return day.options_of(ballot)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the set-up."""
    match event:
        case DayCreated():
            if entry.order != (1, 1, 1):
                day.note_conflict(entry, "second_creation")
        case DeskOpened(laptop=laptop, checkpoint=checkpoint):
            day.laptops[entry.desk] = laptop
            _compare(day, entry, checkpoint)
        case MemberNamed(member=member, name=name, role=role):
            before = day.members.get(member, Member(member, name, Role.MEMBER))
            day.members[member] = before._replace(name=name, role=Role(role))
            day.founded = day.founded or role == Role.CHAIRMAN
        case OptionsSet(ballot=ballot, options=options):
            day.options[ballot] = options
        case OptionDropped(ballot=ballot, option=option):
            day.dropped.add((ballot, option))
        case ListActStated(number=number, voters=voters, explanation=explanation):
            day.list_act = ListAct(number, voters, explanation)
        case ClosedUnused():
            day.phase = Phase.NOT_USED
        case _:
            assert_never(event)


def _option(option: Mapping[str, str]) -> Option:
    name, kk, ru, en = (tidy(option.get(key, "")) for key in ("id", "kk", "ru", "en"))
    if not (name and kk and ru):
        raise Refusal(Reason.BAD_ARGUMENT, argument="options")
    return Option(name, Words(kk, ru, en or ru))


def _compare(day: Day, entry: Entry, checkpoint: tuple[DeskMark, ...]) -> None:
    for known in checkpoint:
        mark = day.desks.get(known.desk, Mark(0, ""))
        other_head = mark.entries == known.entries and mark.head != known.head
        if mark.entries < known.entries or other_head:
            day.note_conflict(entry, "not_gone_on_from", desk=known.desk, entries=known.entries)
