"""One file's set-up in another: a fresh live file, or a copy to try."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from precinct_app import keys
from precinct_app.desk.birth import DayKind, Founded, Plan, create_day
from precinct_app.desk.desk import Desk, Who
from precinct_app.desk.duty import invent_pin
from precinct_app.domain.accounts import PACK
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Event
from precinct_app.domain.members import COMMISSION
from precinct_app.domain.parts import access, setup, stock
from precinct_app.domain.phases import Phase
from precinct_app.domain.typed import tidy
from precinct_app.errors import Saying, StoreError, Trouble
from precinct_app.store.laptop import Laptop

# The events of a set-up that another file begins with; PINs are told apart by its kind.
_KEPT = (
    setup.MemberNamed
    | setup.OptionsSet
    | setup.OptionDropped
    | setup.ListActStated
    | stock.BallotsReceived
)
# Entries 1 and 2 of a new file are its creation and its desk.
_FIRST_TAKEN = 3


def plan_like(old: Desk, kind: DayKind) -> Plan:
    """Plan a day with the precinct, election and list of another."""
    day = old.day
    return Plan(kind, day.election, day.precinct, [*day.roll.voters.values()])


def try_it(
    old: Desk, path: Path, passphrase: str, laptop: Laptop, plan: Plan | None = None
) -> Founded:
    """Make a training copy of a precinct in one step; its file is not touched.

    The members keep their names and get PINs that the copy shows. ``plan`` states another
    precinct or list.
    """
    plan = (plan or plan_like(old, "training"))._replace(kind="training")
    return create_day(path, plan, passphrase, laptop, list(_events(old.day, "training")))


def renew(
    old: Desk, path: Path, passphrase: str, laptop: Laptop, plan: Plan | None = None
) -> Founded:
    """Make a fresh live file from another's set-up; the old one is closed as not used.

    The digest of the old one's last checkpoint stands in entry 1 of the new one. ``plan`` states
    another precinct or list. Raises StoreError NOT_TAKEN_OVER for a training file, or one whose
    voting was opened; or what hinders either file.
    """
    day = old.day
    if day.created.day_kind != "live" or day.phase is not Phase.SETUP:
        raise StoreError(Trouble.NOT_TAKEN_OVER, file=old.path.name)
    if not old.is_writing:
        old.start_writing()
    replaced = checkpoint_digest(old.checkpoint())
    plan = (plan or plan_like(old, "live"))._replace(kind="live", replaces=replaced)
    founded = create_day(path, plan, passphrase, laptop, list(_events(old.day, "live")))
    try:
        old.act(Who(""), setup.close_unused, tidy(path.name))
    except Saying:
        # Two files that both offer to be the day are worse than none: the fresh one goes.
        path.unlink()
        raise
    return founded


def _events(day: Day, kind: DayKind) -> Iterator[Event]:
    """Give the events of a set-up again, with packs named by their new entries."""
    packs: dict[str, str] = {}
    number = _FIRST_TAKEN
    for entry in day.entries:
        event = entry.event
        if isinstance(event, stock.PackCounted):
            event = _renamed(event, packs)
        elif not isinstance(event, _KEPT) and not _is_pin_of(kind, event):
            continue
        packs[entry.id] = f"1-{number}"
        number += 1
        yield event
    if kind == "training":
        yield from _shown_pins(day)


def _is_pin_of(kind: DayKind, event: Event) -> bool:
    """Tell whether an event is a PIN to be kept: nobody's own is used for practice."""
    return kind == "live" and isinstance(event, access.PinSet)


def _shown_pins(day: Day) -> Iterator[access.PinSet]:
    for member in day.members.values():
        if member.role in COMMISSION:
            pin = invent_pin()
            yield access.PinSet(member.id, keys.seal_pin(pin), pin)


def _renamed(event: stock.PackCounted, packs: dict[str, str]) -> stock.PackCounted:
    pack = packs.get(event.pack, event.pack)
    old, new = PACK + event.pack, PACK + pack
    moves = tuple(
        move._replace(
            source=new if move.source == old else move.source,
            target=new if move.target == old else move.target,
        )
        for move in event.moves
    )
    return replace(event, pack=pack, moves=moves)
