"""Which language the program begins to speak."""

import locale
import os

from precinct_app.texts import LANGUAGES


def spoken() -> str:
    """Choose the language: PRECINCT_LANGUAGE, the system's, else Kazakh."""
    system = locale.getlocale()[0] or os.environ.get("LANG", "")
    for wish in (os.environ.get("PRECINCT_LANGUAGE"), system):
        if wish and wish[:2].lower() in LANGUAGES:
            return wish[:2].lower()
    return LANGUAGES[0]
