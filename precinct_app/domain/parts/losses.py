"""Papers that leave the stock, or turn up, by an act."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, assert_never

from precinct_app.domain.accounts import (
    DAMAGED,
    MISSING,
    PACK,
    SENT_BACK,
    SURPLUS,
    WITHDRAWN,
    Move,
    stack,
)
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Act, Entry
from precinct_app.domain.members import LEADERS
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.required import (
    moves_of,
    moves_out_of_safe,
    require_ballot,
    require_countable,
    require_member,
    require_not_announced,
    require_present,
)
from precinct_app.domain.shape import Free
from precinct_app.domain.stocks import Loss, LossKind
from precinct_app.domain.typed import tidy
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal


@dataclass(frozen=True, slots=True)
class LossStated:
    """Papers left the stock or came into it: what became of them, by which paper, and why."""

    kind: ClassVar[str] = "loss_stated"
    version: ClassVar[int] = 1
    loss: LossKind
    paper: Free
    reason: Free
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class LossTakenBack:
    """The papers of an act are again where they were."""

    kind: ClassVar[str] = "loss_taken_back"
    version: ClassVar[int] = 1
    corrects: str
    reason: str
    moves: tuple[Move, ...]


Events = LossStated | LossTakenBack


@verb(phases=ANY_PHASE)
def damage_ballots(
    day: Day, act: Act, issuer: str, amounts: Mapping[str, int], reason: str
) -> LossStated:
    """Put aside papers of a stack that were damaged before they were issued."""
    _require_words(reason)
    require_present(day, act, issuer)
    require_not_announced(day, act, amounts)
    moves = moves_of(day, act, amounts, stack(issuer), DAMAGED)
    return LossStated("damaged", "", tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS)
def withdraw_ballots(
    day: Day, act: Act, amounts: Mapping[str, int], paper: str, reason: str, holder: str = ""
) -> LossStated:
    """Withdraw defective papers by an act, from the safe or from a member's stack."""
    _require_words(paper, reason)
    moves = _out_of(day, act, amounts, holder, WITHDRAWN)
    return LossStated("withdrawn", tidy(paper), tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS)
def send_back_ballots(
    day: Day, act: Act, amounts: Mapping[str, int], paper: str, reason: str = ""
) -> LossStated:
    """Send papers of the safe back, or on to another precinct, by an order."""
    _require_words(paper)
    require_not_announced(day, act, amounts)
    moves = moves_out_of_safe(day, act, amounts, SENT_BACK)
    return LossStated("sent_back", tidy(paper), tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS, witness="always")
def state_missing(
    day: Day, act: Act, amounts: Mapping[str, int], paper: str, reason: str, holder: str = ""
) -> LossStated:
    """State by an act that papers are missing, in the safe or in a member's stack."""
    _require_words(paper, reason)
    moves = _out_of(day, act, amounts, holder, MISSING)
    return LossStated("missing", tidy(paper), tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS, witness="always")
def state_surplus(
    day: Day, act: Act, amounts: Mapping[str, int], paper: str, reason: str, holder: str = ""
) -> LossStated:
    """State by an act that there are more papers, in the safe or in a member's stack."""
    _require_words(paper, reason)
    if not amounts:
        raise Refusal(Reason.NOTHING_CHOSEN)
    for ballot, count in amounts.items():
        require_ballot(day, ballot)
        if count <= 0:
            raise Refusal(Reason.AMOUNT_WRONG, amount=count)
        require_countable(count)
    require_not_announced(day, act, amounts)
    target = stack(require_member(day, holder).id) if holder else PACK
    moves = tuple(Move(ballot, SURPLUS, target, count) for ballot, count in amounts.items())
    return LossStated("surplus", tidy(paper), tidy(reason), moves)


@verb(phases=ANY_PHASE, roles=LEADERS, witness="always")
def take_back_loss(day: Day, act: Act, entry: str, reason: str) -> LossTakenBack:
    """Take back an act on papers: they are where they were, or were never there."""
    _require_words(reason)
    loss = day.losses.get(entry)
    if loss is None:
        raise Refusal(Reason.ENTRY_UNKNOWN, entry=entry)
    if not loss.open:
        raise Refusal(Reason.ALREADY_CORRECTED, entry=entry)
    require_not_announced(day, act, [move.ballot for move in loss.moves])
    lying: Counter[tuple[str, str]] = Counter()
    for move in loss.moves:
        lying[move.ballot, move.target] += move.papers
    for (ballot, holder), count in lying.items():
        left = day.left(ballot, holder)
        if left < count:
            act.hold(Refusal(Reason.NOT_ENOUGH, ballot=ballot, left=left, amount=count))
    moves = tuple(Move(ballot, to, came, count) for ballot, came, to, count in loss.moves)
    return LossTakenBack(entry, tidy(reason), moves)


def apply(day: Day, entry: Entry, event: Events) -> None:
    """Move the day by an act on papers."""
    day.transfer(entry, event.moves)
    match event:
        case LossStated(loss=loss, moves=moves, paper=paper, reason=reason):
            # A surplus in the safe is a pack of its own, named by this entry.
            born = tuple(
                move._replace(target=PACK + entry.id) if move.target == PACK else move
                for move in moves
            )
            day.losses[entry.id] = Loss(loss, born, paper, reason)
        case LossTakenBack(corrects=corrects):
            found = day.losses.get(corrects)
            if found is None:
                day.note_conflict(entry, "corrects_nothing", corrects=corrects)
            else:
                if not found.open:
                    day.note_conflict(entry, "corrected_twice", corrects=corrects)
                day.losses[corrects] = found._replace(open=False)
        case _:
            assert_never(event)


def _require_words(*texts: str) -> None:
    if not all(tidy(text) for text in texts):
        raise Refusal(Reason.REASON_MISSING)


def _out_of(
    day: Day, act: Act, amounts: Mapping[str, int], holder: str, target: str
) -> tuple[Move, ...]:
    """Take papers out of a member's stack, or out of the packs of the safe."""
    require_not_announced(day, act, amounts)
    if holder:
        require_member(day, holder)
        return moves_of(day, act, amounts, stack(holder), target)
    return moves_out_of_safe(day, act, amounts, target)
