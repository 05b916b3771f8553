"""What a stick or a folder holds of which days, told by names alone."""

import re
from pathlib import Path
from typing import NamedTuple

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import SALT
from precinct_app.store.lines import read_header
from precinct_app.store.whole_copies import Place

_NAMES = re.compile(r"(?P<prefix>.+)\.(lines|(copy-[12]|fresh)\.precinct)")


class Found(NamedTuple):
    """The copies of one day: its lines, and its whole copies."""

    folder: Path
    lines: Path | None
    wholes: list[Path]

    def salts(self) -> set[bytes]:
        """Give the salts that a passphrase may need; more than one where a copy is damaged."""
        found = {salt_of(path) for path in self.wholes}
        header = read_header(self.lines) if self.lines else None
        return found | ({header.salt} if header else set()) - {b""}


def salt_of(path: Path) -> bytes:
    """Read the salt of a day file, which stands at its beginning."""
    with path.open("rb") as file:
        return file.read(SALT)


def find_copies(source: Path) -> list[Found]:
    """List the days of which a folder, a whole copy or a file of lines tells.

    Raises StoreError NO_COPY where there is none.
    """
    try:
        found = _of_folder(source) if source.is_dir() else [_of_file(source)]
    except OSError as error:
        raise StoreError(Trouble.NO_COPY, folder=str(source)) from error
    if not found:
        raise StoreError(Trouble.NO_COPY, folder=str(source))
    return found


def _of_folder(folder: Path) -> list[Found]:
    named = (_NAMES.fullmatch(file.name) for file in folder.iterdir())
    return [
        _of_place(Place(folder, one))
        for one in sorted({match["prefix"] for match in named if match})
    ]


def _of_file(file: Path) -> Found:
    if not file.is_file():
        raise FileNotFoundError(file)
    match = _NAMES.fullmatch(file.name)
    return (
        _of_place(Place(file.parent, match["prefix"]))
        if match
        else Found(file.parent, None, [file])
    )


def _of_place(place: Place) -> Found:
    wholes = [file for file in (*place.copies, place.fresh) if file.is_file()]
    return Found(place.folder, place.lines if place.lines.is_file() else None, wholes)
