"""Days by hand: a desk without a disk, its voters, its commission and its clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from precinct_app.domain.accounts import ORIGINS
from precinct_app.domain.day import Day
from precinct_app.domain.election import Election
from precinct_app.domain.election_read import election_digest, election_text
from precinct_app.domain.entry import NO_HASH, Act, Entry, Event, Head, seal
from precinct_app.domain.fold import begin, receive, replay
from precinct_app.domain.parts import access, issuing, opening, setup, stock
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter, make_roll
from precinct_app.errors import Refusal
from tests.domain.shipped import election_of

ELECTION = election_of("2023-03-19")
BLUE, GREEN, PURPLE, ORANGE, GREY = ELECTION.ballot_ids

CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR, ADVISER = "1", "2", "3", "4", "5", "6", "9"
COMMISSION = {
    CHAIRMAN: ("Серікбаева Гүлнар Асқарқызы", "chairman"),
    SECRETARY: ("Ахметов Дәурен Бекұлы", "secretary"),
    DEPUTY: ("Ким Лариса Андреевна", "deputy"),
    ERLAN: ("Жұмабаев Ерлан Сәкенұлы", "member"),
    OLGA: ("Иванова Ольга Петровна", "member"),
    AINUR: ("Төлегенова Айнұр Маратқызы", "member"),
    ADVISER: ("Оспанов Нұржан Қайратұлы", "advisory"),
}

# Voter 4 may take the blue one alone, voter 5 the blue and the green one.
VOTERS = (
    Voter("1", "1", "Қадырова", "Әсел", "Нұрланқызы", "1965-04-12"),
    Voter("2", "2", "Қадырова", "Әсел", "Ерланқызы", "1988-02-29"),
    Voter("3", "3", "Петров", "Иван", "Сергеевич", "2001"),
    Voter("4", "4", "Сейітов", "Болат", ballots="mazhilis_list"),
    Voter("5", "5", "Ким", "Анна", ballots="mazhilis"),
    Voter("6", "6", "Омаров", "Дархан", "Серікұлы", "2005-03-19"),
)
ROLL = make_roll(VOTERS)
PRECINCT = Precinct("214", utc_offset="+06:00")
BEGINNING = Head(1, 0, 0, NO_HASH)
EVE = datetime.fromisoformat("2023-03-18T16:00:00+06:00")
MORNING = datetime.fromisoformat("2023-03-19T07:00:00+06:00")
EVENING = datetime.fromisoformat("2023-03-19T20:00:00+06:00")


@dataclass(repr=False)
class Table:
    """One desk by hand: the day as it sees it, its number, and a clock that never ticks."""

    day: Day
    now: datetime = EVE
    desk: int = 1

    def act(self, by: str, witness: str = "", happened: datetime | None = None) -> Act:
        return Act(self.now, happened or self.now, self.desk, by, witness)

    def do(
        self,
        by: str,
        rule: Any,
        *args: Any,
        witness: str = "",
        happened: datetime | None = None,
        **named: Any,
    ) -> Any:
        """Act, and give the entry; a Refusal passes through."""
        act = self.act(by, witness, happened)
        entry = seal(self.day.head(self.desk), act, rule(self.day, act, *args, **named))
        self.day = receive(self.day, entry)
        return entry

    def refused(self, by: str, rule: Any, *args: Any, **named: Any) -> Refusal:
        """Act in vain, and give the Refusal; the day is what it was."""
        before = list(self.day.entries)
        with pytest.raises(Refusal) as caught:
            self.do(by, rule, *args, **named)
        assert self.day == replay(self.day.election, self.day.roll, before)
        return caught.value

    def pass_time(self, **length: float) -> None:
        self.now += timedelta(**length)

    def left(self, ballot: str, holder: str) -> int:
        return self.day.left(ballot, holder)

    def conflicts(self) -> list[tuple[str, dict[str, str | int]]]:
        return [(found.kind, dict(found.facts)) for found in self.day.conflicts]


def created(
    voters: Sequence[Voter] = VOTERS,
    precinct: Precinct = PRECINCT,
    election: Election = ELECTION,
) -> setup.DayCreated:
    """Write the first event of a live day."""
    roll = make_roll(voters)
    return setup.DayCreated(
        day_kind="live",
        precinct=precinct,
        file="0f" * 16,
        key="ab" * 32,
        election=election.id,
        election_digest=election_digest(election_text(election)),
        roll_digest=roll.digest,
        voters=roll.size,
        replaces="",
    )


def sealed(event: Event, head: Head = BEGINNING, by: str = "") -> Entry:
    """Seal an event without asking a rule."""
    return seal(head, Act(EVE, EVE, head.desk, by), event)


def new_table(voters: Sequence[Voter] = VOTERS, precinct: Precinct = PRECINCT) -> Table:
    """Begin a day that nobody has a name in yet."""
    table = Table(begin(ELECTION, make_roll(voters), sealed(created(voters, precinct))))
    table.day = receive(table.day, sealed(setup.DeskOpened("laptop-1", ()), table.day.head(1)))
    return table


def named_table(
    commission: Mapping[str, tuple[str, str]] = COMMISSION,
    voters: Sequence[Voter] = VOTERS,
    precinct: Precinct = PRECINCT,
) -> Table:
    """Name the commission; all but the adviser have a PIN and are on duty."""
    table = new_table(voters, precinct)
    for member, (name, role) in commission.items():
        table.do(CHAIRMAN, setup.name_member, member, name, role)
        if role != "advisory":
            table.do(CHAIRMAN, access.set_pin, member, f"{member}0$ff", "")
            table.do(member, access.sign_in)
    return table


def stocked_table(precinct: Precinct = PRECINCT) -> Table:
    """Receive 40 of each ballot, hand 10 of each to the deputy and the three members."""
    table = named_table(precinct=precinct)
    table.do(CHAIRMAN, setup.state_list_act, "1", table.day.roll.size)
    for ballot in ELECTION.ballot_ids:
        table.do(CHAIRMAN, stock.receive_ballots, ballot, 40, 40, "№ 1")
    for member in (DEPUTY, ERLAN, OLGA, AINUR):
        hand_out(table, member, 10)
    return table


def open_table(precinct: Precinct = PRECINCT) -> Table:
    """Open voting at seven, where not all is ready."""
    table = stocked_table(precinct)
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    return table


def ended_table(inside: int = 0) -> Table:
    """Open voting, and end it at eight in the evening; so many are still inside."""
    table = open_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting, inside)
    return table


def hand_out(table: Table, member: str, count: int) -> None:
    amounts = dict.fromkeys(ELECTION.ballot_ids, count)
    table.do(CHAIRMAN, stock.hand_out_ballots, member, amounts)


def adds_up(day: Day, ballot: str) -> bool:
    """Tell whether all accounts of a ballot add up to what came in."""
    held = day.accounts.balances.get(ballot, {})
    return sum(held.values()) == 0 and day.accounts.came_in(ballot) == sum(
        count for name, count in held.items() if name not in ORIGINS
    )


# The next entry of an open day is the first of the voting.
FIRST = f"1-{len(open_table().day.entries) + 1}"


def served_table() -> Table:
    """Issue all five ballots to voter 1 from Erlan's stack; the entry is FIRST."""
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", ELECTION.ballot_ids, ERLAN)
    return table
