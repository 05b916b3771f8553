"""A whole file gets its name, and never takes another's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from precinct_app.errors import StoreError, Trouble, unplaced
from precinct_app.store.database import DatabaseError, trouble_of
from precinct_app.store.drafts import drafted, meant_by, with_neighbours

# More than the database could have lacked when it said no more than that writing failed.
PROBE = 1 << 20


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Give the path of a draft, which gets its name when the block ends well.

    Raises StoreError: EXISTS, or what hindered it; nothing is left behind then.
    """
    require_unused(path)
    try:
        with drafted(path) as draft:
            # What hinders the first byte is told by the system itself, not guessed at later.
            draft.touch()
            try:
                yield draft
            except DatabaseError as error:
                raise _unmade(error, draft, meant_by(path)) from error
            _name(draft, path)
    except OSError as error:
        raise unplaced(error, meant_by(path)) from error


def give_name(draft: Path, path: Path) -> None:
    """Give a whole file its name and take its draft name away, or raise StoreError."""
    require_unused(path)
    try:
        _name(draft, path)
        draft.unlink(missing_ok=True)
    except OSError as error:
        raise unplaced(error, path) from error


def require_unused(path: Path) -> None:
    """Refuse a place that is taken, also by the log of a lost file, or that has no folder.

    Such a log would be taken for the new file's own, and spoil it.
    """
    if path.exists():
        raise StoreError(Trouble.EXISTS, file=path.name or str(path))
    if not path.parent.is_dir():
        raise StoreError(Trouble.NO_FOLDER, folder=str(path.parent))
    for taken in with_neighbours(path):
        if taken.exists():
            raise StoreError(Trouble.EXISTS, file=taken.name)


def _unmade(error: Exception, draft: Path, path: Path) -> StoreError:
    """Say what hindered the database, which can tell a full disk from a bad one only at times."""
    trouble = trouble_of(error)
    if trouble is Trouble.DISK_FULL:
        return StoreError(Trouble.NO_ROOM, file=path.name)
    if trouble is Trouble.DAMAGED:
        return StoreError(Trouble.DAMAGED, file=path.name)
    try:
        with_neighbours(draft)[-1].write_bytes(bytes(PROBE))
    except OSError as why:
        return unplaced(why, path)
    return StoreError(Trouble.NOT_PLACED, file=path.name)


def _name(draft: Path, path: Path) -> None:
    """Give the whole file its name, without ever replacing another."""
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Sticks (FAT) know no links.
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder to the disk."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
