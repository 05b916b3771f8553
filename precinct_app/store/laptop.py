"""What this laptop remembers, outside any day file."""

import json
import os
import secrets
import sys
from pathlib import Path
from typing import Any

from precinct_app.domain.checkpoint import Mark
from precinct_app.errors import StoreError, Trouble


class Laptop:
    """A random id of this laptop, and per file the last head that it wrote.

    By these a file that came back older, or was last written elsewhere, is known.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "laptop.json"
        self._known = self._read()

    @property
    def id(self) -> str:
        """The random id, made when it is first asked for."""
        if "id" not in self._known:
            self._known["id"] = secrets.token_hex(8)
            self._write()
        return str(self._known["id"])

    def remember(self, file: str, desk: int, mark: Mark) -> None:
        """Keep the last head that a desk of this laptop wrote into a file."""
        self._known.setdefault("files", {})[file] = [desk, *mark]
        self._write()

    def remembered(self, file: str) -> tuple[int, Mark] | None:
        """Give desk and head last written into a file, if any."""
        found = self._known.get("files", {}).get(file)
        return (found[0], Mark(found[1], found[2])) if found else None

    def _read(self) -> dict[str, Any]:
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            # Lost or torn: a new id, and files written here open for reading until the chairman
            # lets them go on.
            return {}
        except OSError as error:
            raise StoreError(Trouble.OUT_OF_REACH, file=self._file.name) from error
        return known if isinstance(known, dict) else {}

    def _write(self) -> None:
        draft = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(self._known, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._file)
        except OSError as error:
            raise StoreError(Trouble.READ_ONLY, file=self._file.name) from error


def home() -> Path:
    """Name the program's folder on this laptop; PRECINCT_HOME puts it elsewhere."""
    if stated := os.environ.get("PRECINCT_HOME"):
        return Path(stated)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "precinct-app"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "precinct-app"
