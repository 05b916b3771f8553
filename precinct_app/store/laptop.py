"""What this laptop remembers, outside any day file."""

import json
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from precinct_app.domain.checkpoint import Mark
from precinct_app.errors import StoreError, Trouble, is_full


class _Known(NamedTuple):
    """What is kept: the id, and per file the desk and its last head."""

    id: str
    files: Mapping[str, tuple[int, Mark]]


class Laptop:
    """A random id of this laptop, and per file the last head that it wrote.

    By these a file that came back older, or was last written elsewhere, is known.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "laptop.json"
        self._known = self._read()

    @property
    def id(self) -> str:
        """The random id, made and kept when it is first asked for, or StoreError."""
        if not self._known.id:
            self._write(self._known._replace(id=secrets.token_hex(8)))
        return self._known.id

    def is_called(self, laptop: str) -> bool:
        """Tell whether an id is this laptop's, without making one."""
        return laptop == self._known.id

    def remember(self, file: str, desk: int, mark: Mark) -> None:
        """Keep the last head that a desk of this laptop wrote into a file, or raise StoreError."""
        self._write(_Known(self._known.id, {**self._known.files, file: (desk, mark)}), file)

    def remembered(self, file: str) -> tuple[int, Mark] | None:
        """Give desk and head last written into a file, if any."""
        return self._known.files.get(file)

    def _read(self) -> _Known:
        try:
            return _known(json.loads(self._file.read_text(encoding="utf-8")))
        except (FileNotFoundError, LookupError, TypeError, ValueError):
            # Lost or torn: a new id, and files written here open for reading until the chairman
            # lets them go on.
            return _Known("", {})
        except OSError as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._file.name) from error

    def _write(self, known: _Known, *ours: str) -> None:
        """Write what is known anew; of files that are not ``ours`` another program may know more."""
        other = self._read()
        files = {**known.files, **other.files, **{file: known.files[file] for file in ours}}
        merged = _Known(other.id or known.id, files)
        draft = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(merged._asdict(), file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._file)
        except OSError as error:
            trouble = Trouble.DISK_FULL if is_full(error) else Trouble.READ_ONLY
            raise StoreError(trouble, file=self._file.name) from error
        self._known = merged


def _known(data: Any) -> _Known:
    """Read what was kept; LookupError, TypeError or ValueError for what was never written so."""
    files = {
        str(file): (int(desk), Mark(int(entries), str(head)))
        for file, (desk, (entries, head)) in dict(data["files"]).items()
    }
    return _Known(str(data["id"]), files)


def home() -> Path:
    """Name the program's folder on this laptop; PRECINCT_HOME puts it elsewhere."""
    if stated := os.environ.get("PRECINCT_HOME"):
        return Path(stated)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "precinct-app"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "precinct-app"
