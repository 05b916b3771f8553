"""One line of a script: what is to be done, by whom, when."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from precinct_app.domain.entry import Event
from precinct_app.domain.fold import VERBS
from precinct_app.domain.verb import Verb
from precinct_app.errors import Reason, Refusal

# No act is longer; whoever sends more has taken another file for a script.
LONGEST = 100_000

_NAMES = {"do", "by", "args", "witness", "happened", "record"}


class Step(NamedTuple):
    """One line of a script; ``rule`` is the verb, or its form that records what happened."""

    verb: Verb[..., Event]
    rule: Callable[..., Event]
    by: str
    witness: str
    happened: str
    args: dict[str, Any]


def read_step(line: bytes) -> Step:
    """Read a line of a script (JSON in UTF-8), or refuse what is wrong in it."""
    data = _object(line)
    for name in data:
        if name not in _NAMES:
            raise Refusal(Reason.BAD_ARGUMENT, argument=name)
    verb = VERBS.get(_text(data, "do"))
    if verb is None:
        raise Refusal(Reason.UNKNOWN_VERB, verb=data.get("do", ""))
    given = data.get("args", {})
    if not isinstance(given, dict):
        raise Refusal(Reason.BAD_ARGUMENT, argument="args")
    by, witness, happened = (_text(data, name) for name in ("by", "witness", "happened"))
    return Step(verb, _rule(verb, data), by, witness, happened, verb.read(given))


def _rule(verb: Verb[..., Event], data: Mapping[str, Any]) -> Callable[..., Event]:
    """Take the form that records what happened where a paper and a reason are given."""
    if "record" not in data:
        return verb
    record = data["record"]
    if not isinstance(record, dict) or not record.keys() <= {"paper", "reason"}:
        raise Refusal(Reason.BAD_ARGUMENT, argument="record")
    return verb.recorded(_text(record, "paper"), _text(record, "reason"))


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise Refusal(Reason.BAD_ARGUMENT, argument="line")
    try:
        data = json.loads(line.removeprefix(BOM_UTF8).decode())
    except (RecursionError, ValueError) as error:
        raise Refusal(Reason.BAD_ARGUMENT, argument="line") from error
    if not isinstance(data, dict):
        raise Refusal(Reason.BAD_ARGUMENT, argument="line")
    return data


def _text(data: dict[str, Any], name: str) -> str:
    found = data.get(name, "")
    if not isinstance(found, str):
        raise Refusal(Reason.BAD_ARGUMENT, argument=name)
    return found
