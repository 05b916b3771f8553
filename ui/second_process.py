"""The other side of work in a second process; no Qt is loaded there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from precinct_app.errors import Refusal, Saying

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PROGRESS, DONE, NO = "progress", "done", "no"

Packed = tuple[type[Saying], Any, dict[str, str | int], str]


def work_there(pipe: "Connection", work: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """Do the work and send what is done, what came out, or a no.

    ``work`` takes a last argument that it tells how much of how much is done. Our own faults
    end the process with their traceback.
    """

    def tell(done: int, total: int) -> bool:
        pipe.send((PROGRESS, (done, total)))
        return True

    try:
        pipe.send((DONE, work(*arguments, tell)))
    except Saying as no:
        pipe.send((NO, pack(no)))


def pack(no: Saying) -> Packed:
    """Take a no apart, so that it can be sent."""
    article = no.article if isinstance(no, Refusal) else ""
    return type(no), no.reason, dict(no.facts), article


def unpack(packed: Packed) -> Saying:
    """Put a no together again."""
    kind, reason, facts, article = packed
    no = kind(reason, **facts)
    if isinstance(no, Refusal):
        no.article = article
    return no
