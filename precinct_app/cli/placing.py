"""A place where a command may write a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from precinct_app.errors import StoreError, Trouble, unplaced


def require_free(path: Path) -> None:
    """Refuse a place that is taken, or whose folder is not there."""
    if path.exists():
        raise StoreError(Trouble.EXISTS, file=path.name or str(path))
    if not path.parent.is_dir():
        raise StoreError(Trouble.NO_FOLDER, folder=str(path.parent))


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Say what hinders the writing of a file as a StoreError."""
    try:
        yield
    except OSError as error:
        raise unplaced(error, path) from error
