"""Readiness: premises, laptop, the safe and its seals."""

from dataclasses import dataclass
from typing import ClassVar, assert_never, get_args

from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE, SETTING_UP, UNTIL_THE_END
from precinct_app.domain.preparation import Check, CheckState, LaptopCheck, Safe, items_of
from precinct_app.domain.shape import Free
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal

# In megabytes, and in seconds: clocks of laptops were seen to be years wrong.
MOST_DISK = 10**9
MOST_SECONDS = 10**9


@dataclass(frozen=True, slots=True)
class ItemChecked:
    """An item of the readiness list was looked at."""

    kind: ClassVar[str] = "item_checked"
    version: ClassVar[int] = 1
    item: str
    state: CheckState
    note: Free


@dataclass(frozen=True, slots=True)
class LaptopChecked:
    """The laptop was looked at: room on the disk, clock, battery, mains, printer."""

    kind: ClassVar[str] = "laptop_checked"
    version: ClassVar[int] = 1
    disk: int
    seconds: int
    behind: bool
    battery: int
    mains: bool
    printer: bool


@dataclass(frozen=True, slots=True)
class ClockCorrected:
    """The laptop's clock was put right by the chairman's watch."""

    kind: ClassVar[str] = "clock_corrected"
    version: ClassVar[int] = 1
    seconds: int
    behind: bool


@dataclass(frozen=True, slots=True)
class SafeSealed:
    """The safe with the ballots was sealed and given to a guard (art. 37(3))."""

    kind: ClassVar[str] = "safe_sealed"
    version: ClassVar[int] = 1
    seal: str
    guard: Free


@dataclass(frozen=True, slots=True)
class SafeOpened:
    """Room and safe were opened; the seals of the evening were whole, or not."""

    kind: ClassVar[str] = "safe_opened"
    version: ClassVar[int] = 1
    intact: bool
    note: Free


Events = ItemChecked | LaptopChecked | ClockCorrected | SafeSealed | SafeOpened


@verb(phases=UNTIL_THE_END, article="18(4-1)")
def check_item(day: Day, act: Act, item: str, state: str, note: str = "") -> ItemChecked:
    """Say of an item of readiness that it is done, not needed or missing.

    ``stencils`` is asked for each ballot, as in ``stencils:maz_pl``.
    """
    if item not in items_of(day.election):
        raise Refusal(Reason.ITEM_UNKNOWN, item=item)
    for known in get_args(CheckState):
        if state == known:
            return ItemChecked(item, known, tidy(note))
    raise Refusal(Reason.BAD_ARGUMENT, argument="state")


@verb(phases=ANY_PHASE)
def check_laptop(
    day: Day,
    act: Act,
    disk: int,
    seconds: int,
    behind: bool,
    battery: int,
    mains: bool,
    printer: bool,
) -> LaptopChecked:
    """Say how the laptop stands: free megabytes, clock, battery percent, mains, printer.

    ``seconds`` is how far its clock is from the chairman's watch, ``behind`` it or ahead.
    """
    for amount, most in ((disk, MOST_DISK), (seconds, MOST_SECONDS), (battery, 100)):
        if not 0 <= amount <= most:
            raise Refusal(Reason.AMOUNT_WRONG, amount=amount)
    return LaptopChecked(disk, seconds, behind, battery, mains, printer)


@verb(phases=ANY_PHASE)
def correct_clock(day: Day, act: Act, seconds: int, behind: bool) -> ClockCorrected:
    """Say that the laptop's clock was put right, and by how many seconds it was wrong."""
    if not 0 <= seconds <= MOST_SECONDS:
        raise Refusal(Reason.AMOUNT_WRONG, amount=seconds)
    return ClockCorrected(seconds, behind)


@verb(phases=SETTING_UP, roles=LEADERS, article="37(3)")
def seal_safe(day: Day, act: Act, seal: str, guard: str = "") -> SafeSealed:
    """Seal the safe with the ballots, by the number of the seal and the guard."""
    seal = tidy(seal)
    if not seal:
        raise Refusal(Reason.SEAL_MISSING)
    return SafeSealed(seal, tidy(guard))


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="37(3)")
def open_safe(day: Day, act: Act, intact: bool, note: str = "") -> SafeOpened:
    """Open room and safe; a seal that is not whole wants a note."""
    if day.safe is None:
        act.hold(Refusal(Reason.SAFE_NOT_SEALED, "37(3)"))
    if not intact and not tidy(note):
        raise Refusal(Reason.REASON_MISSING)
    return SafeOpened(intact, tidy(note))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of readiness."""
    match event:
        case ItemChecked(item=item, state=state, note=note):
            day.checks[item] = Check(state, note, entry.id)
        case LaptopChecked():
            looked_at = (event.disk, event.seconds, event.behind)
            power = (event.battery, event.mains, event.printer)
            day.laptop_checks[entry.desk] = LaptopCheck(entry.id, *looked_at, *power)
        case ClockCorrected():
            before = day.laptop_checks.get(entry.desk)
            if before:
                day.laptop_checks[entry.desk] = before._replace(seconds=0, behind=False)
        case SafeSealed(seal=seal, guard=guard):
            day.safe = Safe(seal, guard, entry.id)
        case SafeOpened(intact=intact, note=note):
            sealed = day.safe or Safe("", "", "")
            day.safe = sealed._replace(opened=entry.id, intact=intact, note=note)
        case _:
            assert_never(event)
