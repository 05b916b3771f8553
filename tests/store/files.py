"""Day files for the tests: real ones, made in milliseconds with a raw key."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from precinct_app.desk import Desk, Who
from precinct_app.domain.election import Election
from precinct_app.domain.election_read import election_digest, election_text
from precinct_app.domain.entry import NO_HASH, Act, Entry, Event, Head, seal
from precinct_app.domain.parts import access, issuing, opening, setup, stock
from precinct_app.domain.parts.setup import DayCreated, DeskOpened
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter, make_roll
from precinct_app.errors import StoreError
from precinct_app.keys import public_half, seal_pin
from precinct_app.resources import load_election
from precinct_app.store.birth import make_file
from precinct_app.store.database import Connection, connect
from precinct_app.store.laptop import Laptop

KEY = bytes(range(32))
SALT = b"sixteen bytes ok"
SIGNING_KEY = b"s" * 32
# Never compared in these tests, so that no test waits for Argon2id.
SEALED_PIN = "00$00"
ISSUERS = ("3", "4", "5")
FIVE = ("maz_pl", "maz_smd", "reg_pl", "reg_smd", "loc_smd")

CHAIRMAN, SECRETARY = Who("1"), Who("2")


class HandClock:
    """A clock that stands until it is put."""

    def __init__(self, moment: str = "2023-03-19T10:00:00+06:00") -> None:
        self.moment = datetime.fromisoformat(moment)

    def now(self) -> datetime:
        return self.moment

    def beside(self, moment: datetime) -> datetime:
        return moment

    def state(self, moment: datetime) -> None:
        self.moment = moment


@cache
def region() -> Election:
    """The election of 19 March 2023 for a region: five ballots."""
    return load_election("2023-03-19")


def voters(count: int) -> list[Voter]:
    """Invented voters, four to a house."""
    return [
        Voter(str(n), str(n), "Қадырова", f"Алия {n}", "Серікқызы", "1970-01-02", house=str(n // 4))
        for n in range(1, count + 1)
    ]


def found_day(
    path: Path,
    laptop: Laptop,
    count: int = 20,
    kind: str = "training",
    of: Election | None = None,
) -> Path:
    """Make the file of a day that has just been created."""
    people, text = voters(count), election_text(of or region())
    created = DayCreated(
        day_kind=kind,
        precinct=Precinct("214"),
        file=secrets.token_hex(16),
        key=public_half(SIGNING_KEY),
        election=region().id,
        election_digest=election_digest(text),
        roll_digest=make_roll(people).digest,
        voters=count,
        replaces="",
    )
    entries = sealed(created, DeskOpened(laptop.id, ()))
    make_file(path, KEY + SALT, text, people, SIGNING_KEY, entries)
    return path


def sealed(*events: Event) -> list[Entry]:
    """Seal events as the first entries of desk 1, the evening before."""
    then = datetime.fromisoformat("2023-03-18T18:00:00+06:00")
    entries: list[Entry] = []
    head = Head(1, 0, 0, NO_HASH)
    for event in events:
        entries.append(seal(head, Act(then, then, 1, ""), event))
        head = Head(1, entries[-1].number, entries[-1].tick, entries[-1].digest)
    return entries


def set_up(desk: Desk, papers: int = 100) -> None:
    """Name a commission of five, bring them on duty, give out stacks, open voting."""
    for member, role in zip("12345", ("chairman", "secretary", *["member"] * 3), strict=True):
        desk.act(CHAIRMAN, setup.name_member, member, f"Мүше {member}", role)
        desk.act(CHAIRMAN, access.set_pin, member, SEALED_PIN, "")
        desk.act(Who(member), access.sign_in)
    desk.act(CHAIRMAN, setup.state_list_act, "1", desk.day.roll.size)
    for ballot in FIVE:
        desk.act(CHAIRMAN, stock.receive_ballots, ballot, 4 * papers, 4 * papers)
    for member in ISSUERS:
        desk.act(CHAIRMAN, stock.hand_out_ballots, member, dict.fromkeys(FIVE, papers))
    desk.act(CHAIRMAN, opening.open_voting, "214", "не всё готово")


def back_on_duty(desk: Desk) -> None:
    """Bring everybody back on duty after the program was started anew."""
    for member in "12345":
        desk.act(Who(member), access.sign_in)


def give_pin(desk: Desk, member: str, pin: str) -> None:
    """Set a PIN that can be typed, for a member on duty."""
    desk.act(Who(member), access.set_pin, member, seal_pin(pin), "")


def issue(desk: Desk, voter: int) -> None:
    """Issue all five ballots to one voter."""
    desk.act(SECRETARY, issuing.issue_ballots, str(voter), FIVE, ISSUERS[voter % 3])


def laptop_of(folder: Path) -> Laptop:
    """The laptop on which the files of a folder were written."""
    return Laptop(folder / "home")


def open_desk(path: Path, laptop: Laptop | None = None) -> Desk:
    """Open a desk for reading with a clock made by hand."""
    return Desk(path, KEY, laptop or laptop_of(path.parent), HandClock())


@contextmanager
def writing(path: Path) -> Iterator[Desk]:
    """Open a desk that writes."""
    with open_desk(path) as desk:
        desk.start_writing()
        yield desk


def make_day(folder: Path, count: int = 20, served: int = 10) -> Path:
    """Make the file of a day on which some voters were served, closed in good order."""
    folder.mkdir(parents=True, exist_ok=True)
    path = found_day(folder / "day.precinct", laptop_of(folder), count)
    with writing(path) as desk:
        set_up(desk)
        for voter in range(1, served + 1):
            issue(desk, voter)
    return path


def copy_day(path: Path, folder: Path) -> Path:
    """Copy a day file with the laptop that wrote it into another folder."""
    shutil.copytree(path.parent, folder, dirs_exist_ok=True)
    return folder / path.name


def traces(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, byte for byte."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def look(path: Path, key: bytes = KEY) -> Desk | StoreError:
    """Open a file, or be told why not; either way nothing in its folder may change."""
    before = traces(path.parent)
    found: Desk | StoreError
    try:
        found = Desk(path, key, laptop_of(path.parent), HandClock())
    except StoreError as error:
        found = error
    assert traces(path.parent) == before
    return found


def desk_at(path: Path) -> Desk:
    """Open a file that can be opened, changing nothing."""
    found = look(path)
    assert isinstance(found, Desk), found
    return found


def trouble_at(path: Path, key: bytes = KEY) -> StrEnum:
    """Tell why a file can't be opened, changing nothing."""
    found = look(path, key)
    assert isinstance(found, StoreError)
    assert found.facts.get("file", path.name) == path.name
    return found.reason


def flip(path: Path, place: int) -> None:
    """Turn one bit of a file."""
    with path.open("r+b") as file:
        file.seek(place)
        (before,) = file.read(1)
        file.seek(place)
        file.write(bytes([before ^ 0x10]))


@contextmanager
def broken_in(path: Path) -> Iterator[Connection]:
    """Open a file as somebody who has its key and takes the triggers away for a while."""
    connection = connect(path, KEY)
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = connection.execute(query).fetchall()
    try:
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def tamper(path: Path, *statements: str) -> None:
    """Change a closed file behind the program's back."""
    with broken_in(path) as connection:
        for statement in statements:
            connection.execute(statement)


def journal_rows(path: Path) -> list[tuple[Any, ...]]:
    """Read the rows of a journal as they are stored."""
    connection = connect(path, KEY)
    try:
        rows: list[tuple[Any, ...]] = connection.execute(
            "SELECT * FROM journal ORDER BY place"
        ).fetchall()
    finally:
        connection.close()
    return rows
