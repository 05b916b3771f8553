"""A day comes back from its second place."""

from collections.abc import Callable
from pathlib import Path

from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import LineKey, file_key, read_recovery
from precinct_app.store.placing import require_unused
from precinct_app.store.restoring import Gathered, Restored, build, gather
from precinct_app.store.traces import Found, find_copies

# From a salt to the raw key of a file.
_Unlocking = Callable[[bytes], bytes]


def restore(path: Path, source: Path, passphrase: str = "", *, recovery: str = "") -> Restored:
    """Build a day file from a whole copy and the lines after it, proved by replay.

    ``source`` is a folder, or one of the files in it; ``recovery`` is what stands on the recovery
    sheet, where that opens it. Raises StoreError: EXISTS, NO_COPY, WRONG_KEY, DAMAGED,
    SEVERAL_COPIES where one key opens several days, or what hindered it.
    """
    require_unused(path)
    key = read_recovery(recovery) if recovery else b""
    return build(path, _gathered(source, lambda salt: key or file_key(passphrase, salt)))


def _gathered(source: Path, unlocking: _Unlocking) -> Gathered:
    opened: list[Gathered] = []
    no: StoreError | None = None
    for found in find_copies(source):
        try:
            opened.append(_opened(found, unlocking))
        except StoreError as error:
            # Of several days the key opens one; what hinders that one is more than a wrong key.
            no = error if no is None or no.reason is Trouble.WRONG_KEY else no
    if len(opened) > 1:
        raise StoreError(Trouble.SEVERAL_COPIES, folder=str(source))
    if not opened:
        raise no or StoreError(Trouble.NO_COPY, folder=str(source))
    return opened[0]


def _opened(found: Found, unlocking: _Unlocking) -> Gathered:
    no = StoreError(Trouble.NO_COPY, folder=str(found.folder))
    try:
        salts = found.salts()
    except OSError as error:
        raise no from error
    for key in sorted({unlocking(salt) for salt in salts}):
        try:
            return gather(found, key, LineKey)
        except StoreError as error:
            no = error
    raise no
