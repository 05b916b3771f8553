"""What this laptop remembers, outside any day file."""

import json
import os
import secrets
import sys
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from precinct_app.domain.checkpoint import Mark
from precinct_app.errors import StoreError, Trouble, is_full

# The member whose PIN was wrong, and when it was typed.
WrongPin = tuple[str, str]


class _Known(NamedTuple):
    """What is kept: the id, and per file the desk and its last head, wrong PINs, second place."""

    id: str
    files: Mapping[str, tuple[int, Mark]]
    wrong_pins: Mapping[str, tuple[WrongPin, ...]]
    places: Mapping[str, str]


_NOTHING = _Known("", {}, {}, {})
_NO_PINS: Mapping[str, tuple[WrongPin, ...]] = MappingProxyType({})
_NO_PLACES: Mapping[str, str] = MappingProxyType({})


class Laptop:
    """A random id of this laptop, and per file the last head that it wrote.

    By these a file that came back older, or was last written elsewhere, is known.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "laptop.json"
        self._known = self._read()
        # The head is kept by a thread of the store, all else by whoever acts.
        self._writing = threading.Lock()

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
        files = {**self._known.files, file: (desk, mark)}
        self._write(self._known._replace(files=files), file)

    def remembered(self, file: str) -> tuple[int, Mark] | None:
        """Give desk and head last written into a file, if any."""
        return self._known.files.get(file)

    def note_wrong_pin(self, file: str, member: str, moment: datetime) -> None:
        """Keep that a wrong PIN was typed at a file that can't be written, or raise StoreError."""
        kept = self._read().wrong_pins.get(file, ())
        noted = (*kept, (member, moment.isoformat(timespec="seconds")))
        self._write(self._known, wrong_pins={file: noted})

    def wrong_pins(self, file: str) -> list[tuple[str, datetime]]:
        """List whose PIN was typed wrongly at a file that could not be written, and when."""
        kept = self._read().wrong_pins.get(file, ())
        return [(member, datetime.fromisoformat(moment)) for member, moment in kept]

    def forget_wrong_pin(self, file: str) -> None:
        """Forget the first wrong PIN of a file, now that it is an entry; or raise StoreError."""
        self._write(self._known, wrong_pins={file: self._read().wrong_pins.get(file, ())[1:]})

    def remember_place(self, file: str, folder: Path) -> None:
        """Keep where the second place of a file is, or raise StoreError."""
        self._write(self._known, places={file: str(folder)})

    def place(self, file: str) -> Path | None:
        """Give the second place of a file, if one was chosen on this laptop."""
        folder = self._known.places.get(file)
        return Path(folder) if folder else None

    def _read(self) -> _Known:
        try:
            return _known(json.loads(self._file.read_text(encoding="utf-8")))
        except (FileNotFoundError, LookupError, TypeError, ValueError):
            # Lost or torn: a new id, and files written here open for reading until the chairman
            # lets them go on.
            return _NOTHING
        except OSError as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._file.name) from error

    def _write(
        self,
        known: _Known,
        *ours: str,
        wrong_pins: Mapping[str, tuple[WrongPin, ...]] = _NO_PINS,
        places: Mapping[str, str] = _NO_PLACES,
    ) -> None:
        """Write what is known anew; of files that are not ``ours`` another program may know more."""
        with self._writing:
            self._write_alone(known, ours, wrong_pins, places)

    def _write_alone(
        self,
        known: _Known,
        ours: Sequence[str],
        wrong_pins: Mapping[str, tuple[WrongPin, ...]],
        places: Mapping[str, str],
    ) -> None:
        other = self._read()
        stands = other if other.id else known
        files = {**known.files, **other.files, **{file: known.files[file] for file in ours}}
        wrong, chosen = {**stands.wrong_pins, **wrong_pins}, {**stands.places, **places}
        merged = _Known(other.id or known.id, files, wrong, chosen)
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
    wrong = {
        str(file): tuple((str(member), _moment(moment)) for member, moment in kept)
        for file, kept in dict(data.get("wrong_pins", {})).items()
    }
    places = {str(file): str(place) for file, place in dict(data.get("places", {})).items()}
    return _Known(str(data["id"]), files, wrong, places)


def _moment(text: Any) -> str:
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.isoformat()


def home() -> Path:
    """Name the program's folder on this laptop; PRECINCT_HOME puts it elsewhere."""
    if stated := os.environ.get("PRECINCT_HOME"):
        return Path(stated)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "precinct-app"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "precinct-app"
