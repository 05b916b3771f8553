"""What a command answers: text or JSON, and an exit code."""

import json
import locale
import os
import sys
from collections.abc import Mapping
from typing import Any

from precinct_app.domain.election import Election
from precinct_app.errors import ElectionError, Refusal, Saying
from precinct_app.texts import LANGUAGES, article_text, say

DONE, SAID_NO, MISUSED = 0, 1, 2

# Windows writes the name of a language out; of ours only this one begins otherwise.
_KAZAKH = "kazakh"


def language(stated: str | None = None) -> str:
    """Choose the language: stated, PRECINCT_LANGUAGE, the system's, else English."""
    system = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, system), None) or locale.getlocale()[0]
    for wish in (stated, os.environ.get("PRECINCT_LANGUAGE"), spoken):
        name = (wish or "").lower()
        code = "kk" if name.startswith(_KAZAKH) else name[:2]
        if code in LANGUAGES:
            return code
    return "en"


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on one line, at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def no_of(
    error: Saying | ElectionError, spoken: str, election: Election | None = None
) -> dict[str, str]:
    """Give a no as data: its stable reason and its sentence."""
    if isinstance(error, ElectionError):
        return {"reason": "election", "text": str(error)}
    return {"reason": str(error.reason), "text": say(spoken, error, election)}


def print_no(error: Saying | ElectionError, spoken: str, *, as_json: bool) -> None:
    """Print a no: under JSON as an object on stdout, else as a sentence on stderr."""
    if as_json:
        print_json({"error": no_of(error, spoken)})
        return
    print(no_of(error, spoken)["text"], file=sys.stderr)
    if isinstance(error, Refusal) and error.article:
        print(article_text(spoken, error.article), file=sys.stderr)
