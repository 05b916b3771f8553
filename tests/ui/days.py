"""Days for the window tests: real files, a real commission, invented voters."""

import secrets
from pathlib import Path

from precinct_app import keys
from precinct_app.desk import Desk, Who
from precinct_app.domain.election_read import election_digest, election_text
from precinct_app.domain.parts import access, opening, setup, stock
from precinct_app.domain.parts.setup import DayCreated, DeskOpened
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import Voter, make_roll
from precinct_app.store.birth import make_file
from precinct_app.store.laptop import Laptop
from tests.store.files import FIVE, KEY, SALT, SIGNING_KEY, HandClock, region, sealed

CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR, ADVISER = "1", "2", "3", "4", "5", "6", "7"
ISSUERS = (DEPUTY, ERLAN, OLGA, AINUR)
COMMISSION = {
    CHAIRMAN: ("Серікбаева Гүлнар Асқарқызы", "chairman"),
    SECRETARY: ("Ахметов Дәурен Бекұлы", "secretary"),
    DEPUTY: ("Ким Лариса Андреевна", "deputy"),
    ERLAN: ("Жұмабаев Ерлан Сәкенұлы", "member"),
    OLGA: ("Иванова Ольга Петровна", "member"),
    AINUR: ("Төлегенова Айнұр Маратқызы", "member"),
    ADVISER: ("Оспанов Нұржан Қайратұлы", "advisory"),
}
PIN = "4271"
# Sealed once: Argon2id takes its time on purpose.
SEALED = keys.seal_pin(PIN)

# 1 and 2 are namesakes; 3 and 4 share the last four of the IIN; 5 may take the blue one alone.
KNOWN = (
    Voter("1", "1", "Қадырова", "Әсел", "Нұрланқызы", "1965-04-12", "650412499017", "Абай", "5"),
    Voter("2", "2", "Қадырова", "Әсел", "Ерланқызы", "1988-02-29", "880229499028", "Сатпаев", "12"),
    Voter("3", "3", "Петров", "Иван", "Сергеевич", "2001", "010715599903", "Абай", "7", "2"),
    Voter("4", "4", "Сейітов", "Болат", "", "1979-11-03", "791103399903", "Абай", "9"),
    Voter(
        "5",
        "5",
        "Ким",
        "Анна",
        "",
        "1990-05-05",
        "900505499059",
        "Достық",
        "1",
        ballots="mazhilis_list",
    ),
    Voter("6", "6", "Омаров", "Дархан", "Серікұлы", "2005-03-19", "050319599061", "Достық", "3"),
)
FIRST_NAMES = ("Алия", "Бауыржан", "Гүлмира", "Данияр", "Елена", "Жанар", "Зухра", "Игорь")
SURNAMES = ("Ахметов", "Байжанов", "Волков", "Ғабитов", "Дүйсенов", "Есенов", "Жұмаділов", "Зайцев")


def voters(count: int) -> list[Voter]:
    """The known voters, and as many invented ones after them as are wanted."""
    more = [_invented(number) for number in range(len(KNOWN) + 1, count + 1)]
    return [_placed(voter) for voter in [*KNOWN, *more][:count]]


def _invented(number: int) -> Voter:
    surname = SURNAMES[number % 8] + FIRST_NAMES[number // 8 % 8][:3].lower() + "ұлы"[: number % 3]
    name, birth = FIRST_NAMES[number // 64 % 8], f"{1940 + number % 60}-0{1 + number % 9}-15"
    street = ("Абай", "Достық", "Сатпаев", "Тәуелсіздік")[number % 4]
    return Voter(
        str(number),
        str(number),
        f"{surname}-{number}",
        name,
        "",
        birth,
        "",
        street,
        str(number % 90),
    )


def _placed(voter: Voter) -> Voter:
    number = int(voter.number)
    return voter._replace(book="1", page=str(1 + number // 25), line=str(1 + number % 25))


def found_day(path: Path, laptop: Laptop, count: int = 60, kind: str = "live") -> Path:
    """Make the file of a day that has just been created."""
    people, text = voters(count), election_text(region())
    created = DayCreated(
        day_kind=kind,
        precinct=Precinct("214"),
        file=secrets.token_hex(16),
        key="00",
        election=region().id,
        election_digest=election_digest(text),
        roll_digest=make_roll(people).digest,
        voters=len(people),
        replaces="",
    )
    entries = sealed(created, DeskOpened(laptop.id, ()))
    make_file(path, KEY + SALT, text, people, SIGNING_KEY, entries)
    return path


def name_commission(desk: Desk) -> None:
    """Name the commission and give all but the adviser a PIN."""
    shown = PIN if desk.day.created.day_kind == "training" else ""
    for member, (name, role) in COMMISSION.items():
        desk.act(Who(CHAIRMAN), setup.name_member, member, name, role)
        if role != "advisory":
            desk.act(Who(CHAIRMAN), access.set_pin, member, SEALED, shown)
        if member == CHAIRMAN:
            come_on_duty(desk, CHAIRMAN)


def come_on_duty(desk: Desk, *members: str) -> None:
    """Bring members on duty without waiting for Argon2id."""
    for member in members:
        desk.act(Who(member), access.sign_in)


def open_voting(desk: Desk, papers: int = 100, issuers: tuple[str, ...] = ISSUERS) -> None:
    """Receive ballots, give each issuer a stack and open voting."""
    leader = Who(CHAIRMAN)
    desk.act(leader, setup.state_list_act, "1", desk.day.roll.size)
    for ballot in FIVE:
        desk.act(leader, stock.receive_ballots, ballot, 4 * papers, 4 * papers)
    for member in issuers:
        desk.act(leader, stock.hand_out_ballots, member, dict.fromkeys(FIVE, papers))
    desk.act(leader, opening.open_voting, "214", "оқу күні")


def desk_at(folder: Path, count: int = 60, kind: str = "live", papers: int = 100) -> Desk:
    """Open a desk on a running day: chairman and four issuers on duty, 10:00."""
    laptop = Laptop(folder / "home")
    path = found_day(folder / "day.precinct", laptop, count, kind)
    desk = Desk(path, KEY, laptop, HandClock())
    desk.start_writing()
    name_commission(desk)
    come_on_duty(desk, *ISSUERS)
    open_voting(desk, papers)
    return desk
