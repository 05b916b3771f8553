"""A receipt that was typed wrongly is put right."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import MISSING, PACK, RECEIVED, SURPLUS, Move
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import require_countable, require_not_announced
from precinct_app.domain.shape import Free
from precinct_app.domain.stocks import Receipt
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class ReceiptCorrected:
    """A receipt says what its act says; what it said before stands in the entry it corrects."""

    kind: ClassVar[str] = "receipt_corrected"
    version: ClassVar[int] = 1
    corrects: str
    stated: int
    counted: int | None
    paper: Free
    reason: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class ReceiptTakenBack:
    """A receipt was typed that there never was."""

    kind: ClassVar[str] = "receipt_taken_back"
    version: ClassVar[int] = 1
    corrects: str
    reason: str
    moves: tuple[Move, ...]


Events = ReceiptCorrected | ReceiptTakenBack


@verb(phases=ANY_PHASE, roles=LEADERS, article="37(3)", witness="always")
def correct_receipt(
    day: Day,
    act: Act,
    pack: str,
    stated: int,
    reason: str,
    counted: int | None = None,
    paper: str = "",
) -> ReceiptCorrected:
    """Put right a receipt that was typed wrongly (art. 37(3))."""
    found = _receipt(day, pack, reason)
    if stated <= 0 or (counted is not None and counted < 0):
        raise Refusal(Reason.AMOUNT_WRONG, amount=stated if stated <= 0 else counted or 0)
    require_countable(max(stated, counted or 0))
    moves = _moves(PACK + pack, found, found._replace(stated=stated, counted=counted))
    _require_there(day, act, found, pack, moves)
    paper = tidy(paper) or found.paper
    return ReceiptCorrected(pack, stated, counted, paper, tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS, article="37(3)", witness="always")
def take_back_receipt(day: Day, act: Act, pack: str, reason: str) -> ReceiptTakenBack:
    """Take back a receipt that there never was, such as one of another kind."""
    found = _receipt(day, pack, reason)
    moves = _moves(PACK + pack, found, found._replace(stated=0, counted=0))
    _require_there(day, act, found, pack, moves)
    return ReceiptTakenBack(pack, tidy(reason), moves)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by a corrected receipt."""
    day.transfer(entry, event.moves)
    found = day.receipts.get(event.corrects)
    if found is None:
        day.note_conflict(entry, "corrects_nothing", corrects=event.corrects)
        return
    day.sealed_packs.pop(event.corrects, None)
    match event:
        case ReceiptCorrected(stated=stated, counted=counted, paper=paper):
            changed = found._replace(stated=stated, counted=counted, paper=paper)
            day.receipts[event.corrects] = changed
            if counted is None:
                day.sealed_packs[event.corrects] = found.ballot
        case ReceiptTakenBack():
            del day.receipts[event.corrects]
        case _:
            assert_never(event)


def _receipt(day: Day, pack: str, reason: str) -> Receipt:
    found = day.receipts.get(pack)
    if found is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=pack)
    if not tidy(reason):
        raise Refusal(Reason.REASON_MISSING)
    return found


def _require_there(day: Day, act: Act, found: Receipt, pack: str, moves: tuple[Move, ...]) -> None:
    """Hold back what would take more out of a pack than still lies in it."""
    require_not_announced(day, act, (found.ballot,))
    holder = PACK + pack
    left = day.left(found.ballot, holder)
    taken = -sum(move.papers * _direction(move, holder) for move in moves)
    if taken > left:
        act.hold(Refusal(Reason.NOT_ENOUGH, ballot=found.ballot, left=left, amount=taken))


def _moves(holder: str, before: Receipt, after: Receipt) -> tuple[Move, ...]:
    """Move the difference between two receipts of a pack, what comes in before what goes out."""
    ballot = before.ballot
    moves = []
    for (source, target), new in _flows(holder, after).items():
        more = new - _flows(holder, before)[source, target]
        if more > 0:
            moves.append(Move(ballot, source, target, more))
        if more < 0:
            moves.append(Move(ballot, target, source, -more))
    return tuple(sorted(moves, key=lambda move: move.source == holder))


def _flows(holder: str, receipt: Receipt) -> dict[tuple[str, str], int]:
    """Say where the papers of a receipt came from and went."""
    counted = receipt.stated if receipt.counted is None else receipt.counted
    return {
        (RECEIVED, holder): min(receipt.stated, counted),
        (RECEIVED, MISSING): max(receipt.stated - counted, 0),
        (SURPLUS, holder): max(counted - receipt.stated, 0),
    }


def _direction(move: Move, holder: str) -> int:
    return (move.target == holder) - (move.source == holder)
