"""What a command answers: text or JSON, and an exit code."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from precinct_app.domain.election import Election
from precinct_app.errors import ElectionError, Refusal, Saying
from precinct_app.texts import article_text, choose_language, say

DONE, SAID_NO, MISUSED = 0, 1, 2


def language(stated: str | None = None) -> str:
    """Choose the language of a command; who states none and has none of ours reads English."""
    return choose_language("en", stated or "")


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
