"""Drafts of files: held while they are made, swept when their program died."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from precinct_app.store.lock import lock_path

# Nobody else's file ends so, and nobody else's has such a lock beside it: not that of a writer,
# because the draft of a day is written and read like any day.
_END, _HELD = ".precinct-draft", ".held"
_WAITING = ".precinct-waiting"
_PATIENCE_SECONDS = 1.0


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Hold the path of a draft beside a file; what is left of it goes when the block ends.

    Raises OSError for what hinders it. The drafts of killed programs are swept up first.
    """
    if not path.parent.is_dir():
        # To hold it would make the folder.
        raise FileNotFoundError(path.parent)
    sweep_drafts(path.parent)
    # Two programs that make the same file must not write into one draft.
    draft = path.with_name(f"{path.name}.{os.getpid()}{_END}")
    with FileLock(f"{draft}{_HELD}", timeout=_PATIENCE_SECONDS):
        try:
            yield draft
        finally:
            if path.parent.is_dir():
                _clear(draft)


def sweep_drafts(folder: Path) -> None:
    """Take away the drafts of programs that were killed; one that is held stays.

    Where that fails there is something left to sweep another time.
    """
    with suppress(OSError):
        for held in folder.glob(f"*{_END}{_HELD}"):
            with suppress(OSError), FileLock(held, timeout=0):
                _clear(held.with_suffix(""))
        for waiting in folder.glob(f"*{_WAITING}"):
            with suppress(OSError):
                if waiting.samefile(named_after(waiting)):
                    waiting.unlink()


def waiting_path(path: Path, old: str) -> Path:
    """Name a whole file that waits for its name until an old one, by its file id, is closed."""
    return path.with_name(f"{path.name}.{old[:8]}{_WAITING}")


def named_after(waiting: Path) -> Path:
    """Give the name that a waiting file is to get."""
    return waiting.with_suffix("").with_suffix("")


def meant_by(path: Path) -> Path:
    """Give the name that people know: of a file that waits for it, the one it is to get."""
    return named_after(path) if path.name.endswith(_WAITING) else path


def with_neighbours(path: Path) -> list[Path]:
    """Name a database file and all that the database may put beside it."""
    return [path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal")]


def _clear(draft: Path) -> None:
    held = draft.with_name(draft.name + _HELD)
    for file in (*with_neighbours(draft), lock_path(draft), held):
        file.unlink(missing_ok=True)
