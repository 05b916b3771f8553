"""Language, theme and size as they were last on this laptop."""

import json
from contextlib import suppress
from typing import NamedTuple

from precinct_app.desk import home
from precinct_app.texts import LANGUAGES, choose_language
from ui.theme import LARGEST, LIGHT, SMALLEST, THEMES

NAME = "window.json"


class Habits(NamedTuple):
    """How the window looked and spoke when it was closed."""

    language: str
    theme: str
    scale: float


def recall() -> Habits:
    """Recall the habits; what was never set, or can't be, is as on a new laptop.

    PRECINCT_LANGUAGE goes before the language that was used last.
    """
    try:
        known = json.loads((home() / NAME).read_text(encoding="utf-8"))
        found = Habits(str(known["language"]), str(known["theme"]), float(known["scale"]))
    except (KeyError, OSError, TypeError, ValueError):
        found = Habits("", LIGHT.name, SMALLEST)
    language = choose_language(LANGUAGES[0], last=found.language)
    theme = found.theme if found.theme in THEMES else LIGHT.name
    return Habits(language, theme, min(LARGEST, max(SMALLEST, found.scale)))


def remember(habits: Habits) -> None:
    """Remember the habits; a disk that refuses takes a convenience away and nothing else."""
    with suppress(OSError):
        home().mkdir(parents=True, exist_ok=True)
        (home() / NAME).write_text(json.dumps(habits._asdict()), encoding="utf-8")
