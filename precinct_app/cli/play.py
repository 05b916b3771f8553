"""The verbs without a window, one per line."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from precinct_app.cli.answer import DONE, SAID_NO, language, no_of, print_json
from precinct_app.cli.opening import desk_of
from precinct_app.cli.player import Player
from precinct_app.domain.entry import Event
from precinct_app.domain.fold import VERBS
from precinct_app.domain.verb import Verb
from precinct_app.errors import ListError, ListFault, Reason, Refusal, Saying


def play(given: Namespace) -> int:
    """Play a script of verbs; go on after a refusal."""
    spoken = language(given.language)
    pins = _pins(os.environ.get("PRECINCT_PINS", "{}"))
    refused = False
    with desk_of(given) as desk, _script(given.script) as lines:
        if not desk.is_writing:
            desk.start_writing()
        player = Player(desk, pins)
        for line in lines:
            if line.strip():
                answer = _answer(player, line, spoken)
                refused = refused or not answer["ok"]
                print_json(answer)
    return SAID_NO if refused else DONE


def verbs(given: Namespace) -> int:
    """List every verb with its arguments, roles, phases and article."""
    if given.json:
        print_json({"verbs": [_row(verb) for verb in VERBS.values()]})
        return DONE
    for verb in VERBS.values():
        wanted = ", ".join(
            f"{one.name}: {one.type}{'' if one.required else '?'}" for one in verb.arguments()
        )
        print(f"{verb.name}({wanted})\n    {verb.sentence}")
    return DONE


def _row(verb: Verb[..., Event]) -> dict[str, Any]:
    return {
        "do": verb.name,
        "sentence": verb.sentence,
        "args": [argument._asdict() for argument in verb.arguments()],
        "roles": sorted(verb.roles),
        "phases": sorted(verb.phases),
        "article": verb.article,
        "witness": verb.witness,
    }


def _answer(player: Player, line: str, spoken: str) -> dict[str, Any]:
    try:
        entry = player.play(line)
    except Saying as error:
        no = no_of(error, spoken, player.election)
        article = error.article if isinstance(error, Refusal) else ""
        return {"ok": False, "reason": no["reason"], "article": article, "text": no["text"]}
    shown = {
        "desk": entry.desk,
        "number": entry.number,
        "kind": entry.kind,
        "recorded": entry.recorded,
        "happened": entry.happened,
    }
    return {"ok": True, "entry": shown | ({"stated": True} if entry.stated else {})}


@contextmanager
def _script(path: Path) -> Iterator[TextIO]:
    """Open a script, or the standard input for a dash."""
    if str(path) == "-":
        yield sys.stdin
        return
    try:
        with path.open(encoding="utf-8-sig") as script:
            yield script
    except FileNotFoundError as error:
        raise ListError(ListFault.MISSING, file=path.name) from error
    except UnicodeDecodeError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="script") from error


def _pins(text: str) -> dict[str, str]:
    """Read PRECINCT_PINS: a JSON object, member to PIN."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="PRECINCT_PINS") from error
    if not isinstance(found, dict):
        raise Refusal(Reason.BAD_ARGUMENT, argument="PRECINCT_PINS")
    return {str(member): str(pin) for member, pin in found.items()}
