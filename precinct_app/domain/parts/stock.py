"""The stock: receipts by packs, the safe and the stacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import MISSING, PACK, RECEIVED, SAFE, SURPLUS, Move, stack
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE, UNTIL_THE_END, Phase
from precinct_app.domain.required import (
    moves_of,
    moves_out_of_safe,
    require_ballot,
    require_countable,
    require_issuing,
    require_not_announced,
    require_present,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.stocks import Receipt
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class BallotsReceived:
    """A pack came with its act: stated there, counted here (None: left sealed)."""

    kind: ClassVar[str] = "ballots_received"
    version: ClassVar[int] = 1
    ballot: str
    stated: int
    counted: int | None
    paper: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class PackCounted:
    """A pack that was left sealed has been opened and counted."""

    kind: ClassVar[str] = "pack_counted"
    version: ClassVar[int] = 1
    pack: str
    counted: int
    paper: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotsHandedOut:
    """Ballots went from the safe to a member's stack."""

    kind: ClassVar[str] = "ballots_handed_out"
    version: ClassVar[int] = 1
    member: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BallotsPutInSafe:
    """Ballots went from a member's stack back to the safe."""

    kind: ClassVar[str] = "ballots_put_in_safe"
    version: ClassVar[int] = 1
    issuer: str
    moves: tuple[Move, ...]


Events = BallotsReceived | PackCounted | BallotsHandedOut | BallotsPutInSafe


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="37(3)")
def receive_ballots(
    day: Day, act: Act, ballot: str, stated: int, counted: int | None = None, paper: str = ""
) -> BallotsReceived:
    """Receive a pack of ballots by its act, counted or left sealed."""
    require_ballot(day, ballot)
    if stated <= 0 or (counted is not None and counted < 0):
        raise Refusal(Reason.AMOUNT_WRONG, amount=stated if counted is None else counted)
    require_countable(max(stated, counted or 0))
    arrived = stated if counted is None else min(stated, counted)
    moves = [Move(ballot, RECEIVED, PACK, arrived)] if arrived else []
    if counted is not None:
        moves += _difference(ballot, RECEIVED, PACK, counted - stated)
    require_not_announced(day, act, (ballot,))
    return BallotsReceived(ballot, stated, counted, tidy(paper), tuple(moves))


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="37(3)")
def count_pack(day: Day, act: Act, pack: str, counted: int, paper: str = "") -> PackCounted:
    """Count a pack that was left sealed; a difference goes to missing or surplus."""
    holder = PACK + pack
    ballot = day.sealed_packs.get(pack)
    if ballot is None:
        raise Refusal(Reason.PACK_UNKNOWN, pack=pack)
    if counted < 0:
        raise Refusal(Reason.AMOUNT_WRONG, amount=counted)
    require_countable(counted)
    moves = _difference(ballot, holder, holder, counted - day.left(ballot, holder))
    require_not_announced(day, act, (ballot,))
    return PackCounted(pack, counted, tidy(paper), tuple(moves))


@verb(phases=UNTIL_THE_END, roles=LEADERS, article="40(4)(2)")
def hand_out_ballots(
    day: Day, act: Act, member: str, amounts: Mapping[str, int]
) -> BallotsHandedOut:
    """Hand ballots out of the safe to a member who issues."""
    require_issuing(day, act, member)
    return BallotsHandedOut(member, moves_out_of_safe(day, act, amounts, stack(member)))


@verb(phases=ANY_PHASE)
def put_in_safe(day: Day, act: Act, issuer: str, amounts: Mapping[str, int]) -> BallotsPutInSafe:
    """Put ballots from a member's stack back into the safe."""
    require_present(day, act, issuer)
    return BallotsPutInSafe(issuer, moves_of(day, act, amounts, stack(issuer), SAFE))


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an event of the stock."""
    day.transfer(entry, event.moves)
    match event:
        case BallotsReceived(ballot=ballot, stated=stated, counted=counted, paper=paper):
            first = day.phase is Phase.SETUP
            day.receipts[entry.id] = Receipt(ballot, stated, counted, paper, first)
            if counted is None:
                day.sealed_packs[entry.id] = ballot
        case PackCounted(pack=pack, moves=moves):
            day.sealed_packs.pop(pack, None)
            _note_counted(day, pack, moves)
        case BallotsHandedOut() | BallotsPutInSafe():
            pass
        case _:
            assert_never(event)


def _note_counted(day: Day, pack: str, moves: tuple[Move, ...]) -> None:
    """Note what was counted in a pack: what its act states, less or more by the difference."""
    found = day.receipts.get(pack)
    if found:
        more = sum(move.papers if move.source == SURPLUS else -move.papers for move in moves)
        day.receipts[pack] = found._replace(counted=found.stated + more)


def _difference(ballot: str, source: str, target: str, more: int) -> list[Move]:
    if more > 0:
        return [Move(ballot, SURPLUS, target, more)]
    return [Move(ballot, source, MISSING, -more)] if more else []
