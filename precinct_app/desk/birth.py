"""A day is created: kind, precinct, election and list are pinned."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from precinct_app.desk.clock import LaptopClock
from precinct_app.domain.election import Election
from precinct_app.domain.election_read import election_digest, election_text
from precinct_app.domain.entry import NO_HASH, Act, Entry, Event, Head, seal
from precinct_app.domain.parts.setup import DayCreated, DeskOpened
from precinct_app.domain.precinct import Precinct, check_precinct, moment
from precinct_app.domain.voters import Voter, make_roll
from precinct_app.errors import Reason, Refusal
from precinct_app.keys import file_key, new_salt, new_signing_key, write_recovery
from precinct_app.store.birth import make_file
from precinct_app.store.laptop import Laptop

DayKind = Literal["live", "training"]


class Plan(NamedTuple):
    """What a new day is made of; ``replaces`` is the checkpoint digest of the file before it."""

    kind: DayKind
    election: Election
    precinct: Precinct
    voters: Sequence[Voter]
    replaces: str = ""


class Founded(NamedTuple):
    """A new file's key, and the text of its recovery sheet."""

    key: bytes
    recovery: str


def create_day(
    path: Path,
    plan: Plan,
    passphrase: str,
    laptop: Laptop,
    taken_over: Sequence[Event] = (),
) -> Founded:
    """Create the file of a day, whole or not at all.

    ``taken_over`` are events of another file's set-up that are written again. Raises Refusal for
    a precinct that can't be, StoreError for what hindered the file.
    """
    check_precinct(plan.election, plan.precinct)
    if not passphrase:
        raise Refusal(Reason.PASSPHRASE_MISSING)
    salt = new_salt()
    key = file_key(passphrase, salt)
    private, public = new_signing_key()
    text = election_text(plan.election)
    first = _created(plan, text, public)
    entries = _chain([first, DeskOpened(laptop.id, ()), *taken_over], _first_moment(plan))
    make_file(path, key + salt, text, plan.voters, private, entries)
    return Founded(key, write_recovery(key))


def _created(plan: Plan, text: str, public: str) -> DayCreated:
    roll = make_roll(plan.voters)
    return DayCreated(
        day_kind=plan.kind,
        precinct=plan.precinct,
        file=secrets.token_hex(16),
        key=public,
        election=plan.election.id,
        election_digest=election_digest(text),
        roll_digest=roll.digest,
        voters=roll.size,
        replaces=plan.replaces,
    )


def _first_moment(plan: Plan) -> datetime:
    """Say when the day is made; an exercise begins at the hour when voting begins."""
    if plan.kind == "live":
        return LaptopClock().now()
    return moment(plan.election, plan.precinct, "voting_begins")


def _chain(events: Sequence[Event], now: datetime) -> list[Entry]:
    """Seal the first entries of desk 1, one after another."""
    entries: list[Entry] = []
    head = Head(1, 0, 0, NO_HASH)
    for event in events:
        entry = seal(head, Act(now, now, 1, ""), event)
        entries.append(entry)
        head = Head(1, entry.number, entry.tick, entry.digest)
    return entries
