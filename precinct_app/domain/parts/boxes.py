"""The boxes: shown empty and intact, sealed, sealed anew."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.boxes import Box
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import FROM_THE_OPENING, UNTIL_THE_END, Phase
from precinct_app.domain.required import require_not_before
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BoxSealed:
    """A box was shown, and sealed with its number (art. 40(4))."""

    kind: ClassVar[str] = "box_sealed"
    version: ClassVar[int] = 1
    box: str
    seal: str
    portable: bool
    empty: bool
    intact: bool


@dataclass(frozen=True, slots=True)
class BoxResealed:
    """A box got another seal: the old one broke, or its number was written wrongly."""

    kind: ClassVar[str] = "box_resealed"
    version: ClassVar[int] = 1
    box: str
    seal: str
    before: Free
    reason: str


@dataclass(frozen=True, slots=True)
class BoxTakenAway:
    """A box that nothing was put into is not used."""

    kind: ClassVar[str] = "box_taken_away"
    version: ClassVar[int] = 1
    box: str
    reason: str


Events = BoxSealed | BoxResealed | BoxTakenAway


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="40(4)")
def seal_box(
    day: Day,
    act: Act,
    box: str,
    seal: str,
    portable: bool = False,
    empty: bool = True,
    intact: bool = True,
) -> BoxSealed:
    """Show a box empty and intact to those present, and seal it (art. 40(4))."""
    seal = _named(box, seal)
    if box in day.boxes:
        raise Refusal(Reason.BOX_KNOWN, box=box)
    if not (empty and intact):
        act.hold(Refusal(Reason.BOX_UNFIT, "40(4)", box=box))
    require_not_before(day, act, "boxes", "40(4)")
    return BoxSealed(box, seal, portable, empty, intact)


@verb(phases=FROM_THE_OPENING | UNTIL_THE_END, roles=LEADERS, article="40(4)", witness="always")
def reseal_box(day: Day, act: Act, box: str, seal: str, reason: str) -> BoxResealed:
    """Put another seal on a box that is not opened, with the reason."""
    seal = _named(box, seal)
    found = day.boxes.get(box)
    if found is None:
        raise Refusal(Reason.BOX_UNKNOWN, box=box)
    if found.state != "sealed":
        act.hold(Refusal(Reason.RESEAL_LATE, "43(3-1)", box=box))
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    return BoxResealed(box, seal, found.seal, tidy(reason))


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="40(4)", witness="always")
def take_box_away(day: Day, act: Act, box: str, reason: str) -> BoxTakenAway:
    """Take away a box that nothing was put into: sealed by mistake, or not needed."""
    found = day.boxes.get(box)
    if found is None:
        raise Refusal(Reason.BOX_UNKNOWN, box=box)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    if _is_in_use(day, found):
        act.hold(Refusal(Reason.BOX_IN_USE, "43(1)", box=box))
    return BoxTakenAway(box, tidy(reason))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of a box; two desks may have sealed one name."""
    found = day.boxes.get(event.box)
    match event:
        case BoxSealed(box=box, seal=seal, portable=portable):
            if found:
                day.note_conflict(entry, "box_twice", box=box)
            else:
                day.boxes[box] = Box(box, portable, seal, entry=entry.id)
        case BoxResealed(box=box, seal=seal):
            if found:
                day.boxes[box] = found._replace(seal=seal, entry=entry.id)
            else:
                day.note_conflict(entry, "box_unknown", box=box)
        case BoxTakenAway(box=box):
            if found:
                del day.boxes[box]
            else:
                day.note_conflict(entry, "box_unknown", box=box)
        case _:
            assert_never(event)


def _named(box: str, seal: str) -> str:
    """Refuse a name that no line of the protocol can bear, or a seal without a number."""
    if not box.isalnum():
        raise Refusal(Reason.BAD_ARGUMENT, argument="box")
    if not tidy(seal):
        raise Refusal(Reason.SEAL_MISSING)
    return tidy(seal)


def _is_in_use(day: Day, box: Box) -> bool:
    """Tell whether ballots may lie in a box: it stands in the room, or was on a trip."""
    if box.portable:
        return any(trip.box == box.name and trip.left for trip in day.trips.values())
    return day.phase is not Phase.SETUP and bool(day.handings)
