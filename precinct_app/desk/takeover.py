"""One file's set-up in another: a fresh live file, or a copy to try."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from precinct_app import keys
from precinct_app.desk.birth import DayKind, Founded, Plan, create_day
from precinct_app.desk.desk import Desk, Who
from precinct_app.desk.duty import invent_pin
from precinct_app.desk.unlocking import unlock
from precinct_app.domain.accounts import PACK
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Event
from precinct_app.domain.members import COMMISSION
from precinct_app.domain.parts import access, setup, stock
from precinct_app.domain.phases import Phase
from precinct_app.domain.typed import tidy
from precinct_app.errors import Saying, StoreError, Trouble
from precinct_app.store.drafts import named_after, waiting_path
from precinct_app.store.laptop import Laptop
from precinct_app.store.placing import give_name, require_unused

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
    another precinct or list. The new file is whole and waits for its name until the old one is
    closed, so that at no moment two can be the day; where the program ended in between, the same
    call with the same passphrase gives it its name. Raises StoreError NOT_TAKEN_OVER for a
    training file, or one whose voting was opened; HALF_TAKEN_OVER where another name waits; or
    what hinders either file.
    """
    if old.day.phase is Phase.SETUP and not old.is_writing and old.day.created.day_kind == "live":
        old.start_writing()
    waiting = waiting_path(path, old.day.created.file)
    if old.day.phase is Phase.NOT_USED:
        founded = _waiting_for(old, path, waiting, passphrase, laptop)
    else:
        founded = _succeed(old, path, waiting, passphrase, laptop, plan)
    give_name(waiting, path)
    return founded


def _succeed(
    old: Desk, path: Path, waiting: Path, passphrase: str, laptop: Laptop, plan: Plan | None
) -> Founded:
    """Make the successor under its waiting name, then close the old file in its favour."""
    if old.day.created.day_kind != "live" or old.day.phase is not Phase.SETUP:
        raise StoreError(Trouble.NOT_TAKEN_OVER, file=old.path.name)
    require_unused(path)
    with suppress(OSError):
        # The old one is not closed, so what a killed program left here holds nothing of its own.
        waiting.unlink()
    replaced = checkpoint_digest(old.checkpoint())
    plan = (plan or plan_like(old, "live"))._replace(kind="live", replaces=replaced)
    founded = create_day(waiting, plan, passphrase, laptop, list(_events(old.day, "live")))
    try:
        fresh = Desk(waiting, founded.key, laptop)
        if fresh.finding:
            raise StoreError(Trouble.DAMAGED, file=path.name)
        old.act(Who(""), setup.close_unused, _successor(path, fresh))
    except Saying as no:
        if no.reason is not Trouble.NOT_KNOWN:
            # Nobody can have heard of it: the old one is as it was.
            waiting.unlink()
        raise
    return founded


def _waiting_for(old: Desk, path: Path, waiting: Path, passphrase: str, laptop: Laptop) -> Founded:
    """Find the successor in whose favour a file was closed, and that never got its name."""
    if not waiting.exists():
        pattern = waiting_path(path.with_name("*"), old.day.created.file).name
        for other in path.parent.glob(pattern):
            meant = named_after(other).name
            raise StoreError(Trouble.HALF_TAKEN_OVER, file=old.path.name, successor=meant)
        raise StoreError(Trouble.NOT_TAKEN_OVER, file=old.path.name)
    key = unlock(waiting, passphrase)
    fresh = Desk(waiting, key, laptop)
    closings = (entry.event for entry in old.day.entries)
    if setup.ClosedUnused(_successor(path, fresh)) not in closings:
        raise StoreError(Trouble.NOT_TAKEN_OVER, file=old.path.name)
    return Founded(key, keys.write_recovery(key))


def _successor(path: Path, fresh: Desk) -> str:
    """Name a successor: its file, and its first checkpoint as it stands on paper."""
    return f"{tidy(path.name)} {short_digest(checkpoint_digest(fresh.checkpoint()))}"


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
