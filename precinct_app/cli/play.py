"""The verbs without a window, one per line."""

import inspect
import sys
from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from precinct_app.cli.answer import DONE, SAID_NO, language, no_of, print_json
from precinct_app.cli.opening import desk_of
from precinct_app.cli.pins import given_pins
from precinct_app.cli.player import Player
from precinct_app.domain.entry import Event
from precinct_app.domain.fold import VERBS
from precinct_app.domain.verb import Verb
from precinct_app.errors import ListError, ListFault, Refusal, Saying, StoreError, Trouble


def play(given: Namespace) -> int:
    """Play a script of verbs; go on after a refusal."""
    spoken = language(given.language)
    pins = given_pins()
    refused = False
    with _script(given.script) as lines, desk_of(given) as desk:
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
        "name": verb.name,
        "text": inspect.getdoc(verb.rule),
        "arguments": [argument._asdict() for argument in verb.arguments()],
        "roles": sorted(verb.roles),
        "phases": sorted(verb.phases),
        "article": verb.article,
        "witness": verb.witness,
        "founding": verb.founding,
    }


def _answer(player: Player, line: bytes, spoken: str) -> dict[str, Any]:
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


def _script(path: Path) -> AbstractContextManager[BinaryIO]:
    """Open a script, or the standard input for a dash, before anything is written."""
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise StoreError(Trouble.MISSING, file=path.name) from error
    except OSError as error:
        raise ListError(ListFault.UNREADABLE, file=path.name) from error
