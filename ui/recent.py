"""The day files that were opened last on this laptop."""

import json
from contextlib import suppress
from pathlib import Path

from precinct_app.desk import home

MOST = 4
NAME = "recent.json"


def recent_files() -> list[Path]:
    """List the files opened last that are still there, newest first."""
    try:
        known = json.loads((home() / NAME).read_text(encoding="utf-8"))
        files = [Path(file) for file in known]
    except (OSError, TypeError, ValueError):
        return []
    return [file for file in files if file.is_file()][:MOST]


def remember_file(file: Path) -> None:
    """Put a file first among those that were opened last."""
    whole = file.resolve()
    files = [whole, *(other for other in recent_files() if other != whole)][:MOST]
    # A convenience alone: a full disk must not keep a day from being opened.
    with suppress(OSError):
        home().mkdir(parents=True, exist_ok=True)
        text = json.dumps([str(file) for file in files], ensure_ascii=False)
        (home() / NAME).write_text(text, encoding="utf-8")
