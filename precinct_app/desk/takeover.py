"""One file's set-up in another: a fresh live file, or a copy to try."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from precinct_app import keys
from precinct_app.desk.birth import Founded, Plan, create_day
from precinct_app.desk.desk import Desk, Who
from precinct_app.desk.duty import invent_pin
from precinct_app.domain.accounts import PACK
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.entry import Event
from precinct_app.domain.parts import access, setup, stock
from precinct_app.domain.phases import Phase
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.laptop import Laptop

# The events of a set-up that another file begins with.
_KEPT = (
    setup.MemberNamed
    | setup.OptionsSet
    | setup.OptionDropped
    | setup.ListActStated
    | stock.BallotsReceived
    | stock.PackCounted
)
# Entries 1 and 2 of a new file are its creation and its desk.
_FIRST_TAKEN = 3


def try_it(old: Desk, path: Path, passphrase: str, laptop: Laptop) -> Founded:
    """Make a training copy of a precinct in one step; its file is not touched.

    The members keep their names and get PINs that the copy shows.
    """
    plan = Plan("training", old.day.election, old.day.precinct, [*old.day.roll.voters.values()])
    return create_day(path, plan, passphrase, laptop, list(_events(old, "training")))


def renew(old: Desk, path: Path, passphrase: str, laptop: Laptop) -> Founded:
    """Make a fresh live file from another's set-up; the old one is closed as not used.

    The digest of the old one's last checkpoint stands in entry 1 of the new one. Raises
    StoreError NOT_TAKEN_OVER for a training file, or one whose voting was opened.
    """
    day = old.day
    if day.created.day_kind != "live" or day.phase is not Phase.SETUP:
        raise StoreError(Trouble.NOT_TAKEN_OVER, file=old.path.name)
    replaced = checkpoint_digest(old.checkpoint())
    plan = Plan("live", day.election, day.precinct, [*day.roll.voters.values()], replaced)
    founded = create_day(path, plan, passphrase, laptop, list(_events(old, "live")))
    try:
        old.act(Who(""), setup.close_unused, path.name)
    except StoreError:
        # Two files that both offer to be the day are worse than none: the fresh one goes.
        path.unlink()
        raise
    return founded


def _events(old: Desk, kind: str) -> Iterator[Event]:
    """Give the events of a set-up again, with packs named by their new entries."""
    packs: dict[str, str] = {}
    number = _FIRST_TAKEN
    for entry in old.day.entries:
        event = entry.event
        if isinstance(event, access.PinSet):
            event = event if kind == "live" else _shown(event.member)
        elif isinstance(event, stock.PackCounted):
            event = _renamed(event, packs)
        elif not isinstance(event, _KEPT):
            continue
        packs[entry.id] = f"1-{number}"
        number += 1
        yield event


def _shown(member: str) -> access.PinSet:
    pin = invent_pin()
    return access.PinSet(member, keys.seal_pin(pin), pin)


def _renamed(event: stock.PackCounted, packs: dict[str, str]) -> stock.PackCounted:
    old, new = PACK + event.pack, PACK + packs[event.pack]
    moves = tuple(
        move._replace(
            source=new if move.source == old else move.source,
            target=new if move.target == old else move.target,
        )
        for move in event.moves
    )
    return replace(event, pack=packs[event.pack], moves=moves)
