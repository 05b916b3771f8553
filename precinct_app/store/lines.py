"""The lines of a second place: one per entry, each readable by itself."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS
from precinct_app.store.verdict import Row

_TITLE = "precinct-app lines 1"
_NUMBERS = frozenset({"desk", "number", "tick", "version"})
_TYPES = tuple(int if column in _NUMBERS else str for column in COLUMNS)


class Seal(Protocol):
    """Encrypts the text of an entry, and opens it again."""

    def seal(self, desk: int, number: int, text: str, /) -> str:
        """Encrypt the text of an entry as base 64."""

    def open(self, desk: int, number: int, sealed: str, /) -> str | None:
        """Decrypt it, or give None for what was not sealed so."""


class Header(NamedTuple):
    """Which file the lines belong to: its random id, and its salt."""

    file: str
    salt: bytes


class Lines(NamedTuple):
    """The rows that could be read, in their order, and the numbers of the bad lines."""

    rows: list[Row]
    bad: list[int]


def header_line(header: Header) -> bytes:
    """Write the first line."""
    return f"{_TITLE} {header.file} {header.salt.hex()}\n".encode()


def read_header(path: Path) -> Header | None:
    """Read the first line, or give None for what is none; OSError for what can't be read."""
    with path.open("rb") as file:
        first = file.readline(200).decode("ascii", "replace")
    start, _, rest = first.partition(f"{_TITLE} ")
    try:
        name, salt = rest.split()
        return None if start else Header(name, bytes.fromhex(salt))
    except ValueError:
        return None


def line_of(seal: Seal, row: Row) -> bytes:
    """Write the line of an entry: desk, number, and its encrypted row."""
    desk, number = row[:2]
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return f"{desk} {number} {seal.seal(desk, number, text)}\n".encode()


def row_in(seal: Seal, line: bytes) -> Row | None:
    """Read the row of a line, or give None where line, key or file is another's."""
    try:
        desk, number, sealed = line.decode("ascii").split(" ")
        key = int(desk), int(number)
    except ValueError:
        return None
    text = seal.open(*key, sealed)
    if text is None:
        return None
    row: list[Any] = json.loads(text)
    fits = [*map(type, row)] == [*_TYPES] and tuple(row[:2]) == key
    return tuple(row) if fits else None


def read_lines(path: Path, seal: Seal) -> Lines:
    """Read all lines of a file that can be read; OSError for what can't be read at all."""
    rows, bad = [], []
    for number, line in enumerate(path.read_bytes().split(b"\n")[1:], 2):
        row = row_in(seal, line) if line else None
        if row:
            rows.append(row)
        elif line:
            bad.append(number)
    return Lines(rows, bad)


class LineFile:
    """One file of lines that is appended to, each line read back and checked."""

    def __init__(self, path: Path, seal: Seal, header: Header) -> None:
        self._path, self._seal, self._header = path, seal, header
        self._seen: tuple[int, int, int] | None = None
        self._digests: set[str] = set()

    def digests(self) -> set[str]:
        """Give the digests of the entries that stand there; read anew where it changed.

        Raises OSError where it can't be reached, StoreError for another file's lines.
        """
        if self._stamp() != self._seen:
            if read_header(self._path) != self._header:
                raise StoreError(Trouble.SECOND_PLACE_UNFIT, folder=self._path.parent.name)
            seen = self._stamp()
            self._digests = {row[-1] for row in read_lines(self._path, self._seal).rows}
            self._seen = seen
        return self._digests

    def append(self, rows: Iterable[Row]) -> None:
        """Write lines behind the last, to the disk, and read them back.

        Raises OSError, or StoreError for a disk that gives back something else.
        """
        wanted = [*rows]
        written = b"".join(line_of(self._seal, row) for row in wanted)
        self._seen = None
        with self._path.open("r+b", buffering=0) as file:
            begins = _write(file.fileno(), written)
        if self._read_back(begins) != wanted:
            raise StoreError(Trouble.SECOND_PLACE_UNFIT, folder=self._path.parent.name)
        self._digests |= {row[-1] for row in wanted}
        self._seen = self._stamp()

    def _read_back(self, begins: int) -> list[Row | None]:
        with self._path.open("rb") as file:
            if hasattr(os, "posix_fadvise"):
                # From the stick itself, not from what the system still holds in memory.
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            file.seek(begins)
            return [row_in(self._seal, line) for line in file.read().split(b"\n")[:-1]]

    def _stamp(self) -> tuple[int, int, int]:
        stat = self._path.stat()
        return stat.st_dev, stat.st_ino, stat.st_size


def _write(descriptor: int, written: bytes) -> int:
    """Append to an open file, and tell where it began; what did not fit is taken back."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    os.lseek(descriptor, max(0, end - 1), os.SEEK_SET)
    # What a pulled stick tore off becomes a line of its own.
    torn = os.read(descriptor, 1) not in {b"", b"\n"}
    begins = end + torn
    try:
        left = memoryview(b"\n" * torn + written)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, end)
        raise
    return begins
