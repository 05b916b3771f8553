"""What the stock keeps of its papers: receipts, losses by act, sealed envelopes."""

from typing import Literal, NamedTuple

from precinct_app.domain.accounts import Move

LossKind = Literal["damaged", "withdrawn", "sent_back", "missing", "surplus"]


class Receipt(NamedTuple):
    """A pack as its act states it and as it was counted; None: still sealed.

    ``first`` tells that it came before voting was opened.
    """

    ballot: str
    stated: int
    counted: int | None
    paper: str
    first: bool


class Loss(NamedTuple):
    """Papers that left the stock, or came into it, by an act; ``open`` until it is taken back."""

    kind: LossKind
    moves: tuple[Move, ...]
    paper: str
    reason: str
    open: bool = True


class Envelope(NamedTuple):
    """A stack in a signed envelope in the safe, which comes back to the same member uncounted."""

    member: str
    seal: str
    amounts: tuple[tuple[str, int], ...]
    open: bool = True
