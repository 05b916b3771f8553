"""The voters of one precinct, as the list was handed over."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Voter(NamedTuple):
    """One row of the list; all text, empty where the list is silent.

    ``id`` names the voter in every entry: the list number, or for a voter added in the day the
    entry that bore him (``1-57``). ``birth`` is ``YYYY-MM-DD`` or ``YYYY``. ``ballots`` is the id
    of a set of the election. ``marks`` are the stable codes of the checks that warned.
    """

    id: str
    number: str
    surname: str
    first_name: str
    patronymic: str = ""
    birth: str = ""
    iin: str = ""
    street: str = ""
    house: str = ""
    flat: str = ""
    book: str = ""
    page: str = ""
    line: str = ""
    ballots: str = "all"
    marks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Surname, first name and patronymic in the order of the list."""
        return " ".join(part for part in (self.surname, self.first_name, self.patronymic) if part)

    @property
    def birth_year(self) -> int | None:
        """The year of birth, or None where the list has none."""
        return int(self.birth[:4]) if self.birth[:4].isdigit() else None

    @property
    def address(self) -> str:
        """Street, house and flat on one line."""
        return ", ".join(part for part in (self.street, self.house, self.flat) if part)


class Roll(NamedTuple):
    """The list as handed over, in its own order, with the hash that the journal carries."""

    voters: Mapping[str, Voter]
    digest: str

    @property
    def size(self) -> int:
        """How many voters were handed over."""
        return len(self.voters)


def voter_text(voter: Voter) -> str:
    """Write one voter as canonical text: a JSON array of the fields in their order."""
    return json.dumps(voter, ensure_ascii=False, separators=(",", ":"))


def is_voter_text(text: str) -> bool:
    """Tell whether a text could be one voter's, for a list that does not hold."""
    try:
        row = json.loads(text)
    except ValueError:
        return False
    if not isinstance(row, list) or len(row) != len(Voter._fields) or not row[0]:
        return False
    *texts, marks = row
    return isinstance(marks, list) and all(isinstance(value, str) for value in (*texts, *marks))


def roll_digest(texts: Iterable[str]) -> str:
    """SHA-256 over the canonical list: the JSON array of its voters' texts."""
    return hashlib.sha256(f"[{','.join(texts)}]".encode()).hexdigest()


def make_roll(voters: Iterable[Voter]) -> Roll:
    """Seal a list: its voters by id and its digest."""
    by_id = {voter.id: voter for voter in voters}
    return Roll(by_id, roll_digest(voter_text(voter) for voter in by_id.values()))


def read_roll(texts: Sequence[str]) -> Roll:
    """Build a list from the canonical texts of its voters, as a day file holds them."""
    rows = json.loads(f"[{','.join(texts)}]")
    voters = [Voter._make([*row[:-1], tuple(row[-1])]) for row in rows]
    return Roll({voter.id: voter for voter in voters}, roll_digest(texts))
