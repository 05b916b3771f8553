"""Precincts by hand: a list, candidates, ballots, boxes and stacks before voting."""

from collections.abc import Mapping
from datetime import datetime

from precinct_app.domain.accounts import stack
from precinct_app.domain.election import Election
from precinct_app.domain.fold import begin
from precinct_app.domain.fold import receive as receive_entry
from precinct_app.domain.parts import access, boxes, issuing, setup, stock
from precinct_app.domain.parts.setup import options_of
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter, make_roll
from tests.domain.days import (
    CHAIRMAN,
    COMMISSION,
    ELECTION,
    EVENING,
    MORNING,
    PRECINCT,
    Table,
    created,
    sealed,
)

# A large commission has two more.
NAMED = COMMISSION | {
    "7": ("Сапарова Гүлмира Ерікқызы", "member"),
    "8": ("Петренко Виктор Иванович", "member"),
    "9": ("Оспанов Нұржан Қайратұлы", "member"),
}
CANDIDATES = (("1", "Әлиев", "Алиев"), ("2", "Ким", "Ким"))


def listed(count: int, ballots: str = "all", first: int = 1) -> tuple[Voter, ...]:
    """Invent so many rows of a list, numbered from the first."""
    return tuple(
        Voter(str(n), str(n), f"Тестов{n}", "Нұрлан", "", str(1940 + n % 60), ballots=ballots)
        for n in range(first, first + count)
    )


def set_up(
    voters: tuple[Voter, ...],
    members: tuple[str, ...],
    precinct: Precinct = PRECINCT,
    election: Election = ELECTION,
) -> Table:
    """Make the file the evening before: the list, its act, the commission, the candidates.

    As many of the commission are on duty as one laptop takes.
    """
    first = sealed(created(voters, precinct, election))
    table = Table(begin(election, make_roll(voters), first))
    table.day = receive_entry(
        table.day, sealed(setup.DeskOpened("laptop-1", ()), table.day.head(1))
    )
    for member in members:
        name, role = NAMED[member]
        table.do(CHAIRMAN, setup.name_member, member, name, role)
        table.do(CHAIRMAN, access.set_pin, member, f"{member}0$ff", "")
        if len(table.day.duty(1)) < access.MOST_ON_DUTY:
            table.do(member, access.sign_in)
    table.do(CHAIRMAN, setup.state_list_act, "1", len(voters))
    names = tuple({"id": one, "kk": kk, "ru": ru} for one, kk, ru in CANDIDATES)
    for ballot in election.ballot_ids:
        if not options_of(table.day, ballot):
            table.do(CHAIRMAN, setup.set_options, ballot, names)
    return table


def receive(table: Table, count: int) -> None:
    """Receive one counted pack of each ballot."""
    for ballot in table.day.election.ballot_ids:
        table.do(CHAIRMAN, stock.receive_ballots, ballot, count, count, "№ 1")


def hand_out(table: Table, stacks: Mapping[str, int]) -> None:
    """Hand so many of each ballot to the members who issue."""
    for member, count in stacks.items():
        amounts = dict.fromkeys(table.day.election.ballot_ids, count)
        table.do(CHAIRMAN, stock.hand_out_ballots, member, amounts)


def seal_boxes(table: Table, portable: tuple[str, ...]) -> None:
    """Seal the box of the room and the portable ones."""
    table.do(CHAIRMAN, boxes.seal_box, "S1", "0100")
    for n, box in enumerate(portable, 101):
        table.do(CHAIRMAN, boxes.seal_box, box, f"0{n}", portable=True)


def serve(table: Table, voters: tuple[str, ...], issuers: tuple[str, ...], few: int = 1) -> None:
    """Serve voters in turn; a stack with fewer papers is topped up while voting goes on."""
    ballots = table.day.election.ballot_ids
    for place, voter in enumerate(voters):
        issuer = issuers[place % len(issuers)]
        if table.left(ballots[0], stack(issuer)) < few and table.now < EVENING:
            table.do(CHAIRMAN, stock.hand_out_ballots, issuer, dict.fromkeys(ballots, 50))
        table.do(CHAIRMAN, issuing.issue_ballots, voter, ballots, issuer)


def at(hour: int, minute: int = 0) -> datetime:
    """Name a moment of the day of voting."""
    return MORNING.replace(hour=hour, minute=minute)


def rows(first: int, last: int) -> tuple[str, ...]:
    """List the numbers of rows, both ends among them."""
    return tuple(str(n) for n in range(first, last + 1))
