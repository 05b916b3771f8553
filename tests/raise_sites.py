"""Read in the source which noes the program can say, and with which facts."""

import ast
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from precinct_app.errors import ListFault, Reason, Trouble
from precinct_app.store import database

ROOT = Path(__file__).resolve().parents[1]
ENUMS: Mapping[str, type[StrEnum]] = {"Reason": Reason, "Trouble": Trouble, "ListFault": ListFault}
ERRORS = {"Refusal": Reason, "StoreError": Trouble, "ListError": ListFault}


class Site(NamedTuple):
    """One place where a code is said: the code, the names of its facts, and where."""

    code: str
    facts: frozenset[str]
    where: str


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Parse every file of the program."""
    for folder in ("precinct_app", "ui"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Find the calls of functions, methods and classes by name, with file and line."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in names:
                yield f"{file}:{node.lineno}", node


def facts_of(call: ast.Call, besides: str = "") -> frozenset[str]:
    """Name the facts that a call gives; one that hides them gives none."""
    return frozenset(word.arg for word in call.keywords if word.arg and word.arg != besides)


def raise_sites(error: str) -> Iterator[Site]:
    """Find where a Refusal, StoreError or ListError is made, once per code it may carry."""
    for where, call in calls(error):
        for code in sorted(_codes(call.args[0], where, ERRORS[error])):
            yield Site(code, facts_of(call, besides="article"), where)


def conflict_sites() -> Iterator[Site]:
    """Find where a conflict is noted; each also names its entry."""
    for where, call in calls("note_conflict"):
        kind = call.args[1]
        assert isinstance(kind, ast.Constant), f"{where}: a kind of conflict is written out"
        yield Site(str(kind.value), facts_of(call) | {"entry"}, where)


def text_sites() -> Iterator[tuple[str, Site]]:
    """Find the texts that are asked for by a written-out section and code."""
    for where, call in calls("text"):
        match call.args:
            case [_, ast.Constant(value=section), ast.Constant(value=code)]:
                yield str(section), Site(str(code), facts_of(call), where)


def words() -> set[str]:
    """Collect every string that stands in the program."""
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def forms() -> set[str]:
    """Collect the forms of strings that are put together, such as ``card.{code}_told``."""
    return {
        "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"(\w+)"
            for part in node.values
        )
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    }


def _codes(reason: ast.expr, where: str, enum: type[StrEnum]) -> set[StrEnum]:
    """Say which codes an expression may be: written in it, or what its other parts may be."""
    parts = reason.values if isinstance(reason, ast.BoolOp) else [reason]
    found: set[StrEnum] = set()
    for part in parts:
        file = where.partition(":")[0]
        found |= _written(part) or GIVES.get(ast.unparse(part), set()) or _of_file(file)
    codes = {code for code in found if isinstance(code, enum)}
    assert codes, f"{where}: say in GIVES what '{ast.unparse(reason)}' may be"
    return codes


def _written(node: ast.AST) -> set[StrEnum]:
    return {
        ENUMS[inner.value.id][inner.attr]
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute)
        and isinstance(inner.value, ast.Name)
        and inner.value.id in ENUMS
    }


def _of_file(wanted: str) -> set[StrEnum]:
    """Collect the codes of a file, for an expression that takes one of them."""
    return {code for file, tree in trees() if file == wanted for code in _written(tree)}


def _of_function(name: str) -> set[StrEnum]:
    """Collect the codes that a function can give."""
    return {
        code
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == name
        for code in _written(node)
    }


_UNKNOWN = _of_function("trouble_of")

# What an expression may be that takes its code from another file, or from a table.
GIVES: Mapping[str, set[StrEnum]] = {
    "trouble_of(error)": _UNKNOWN | {trouble for _, trouble in database._MEANINGS},
    "trouble_of(error, _MEANINGS_AT_THE_DOOR)": _UNKNOWN
    | {trouble for _, trouble in database._MEANINGS_AT_THE_DOOR},
    "self.hindrance": _of_function("hindrance_of"),
    "desk.hindrance": _of_function("hindrance_of"),
}
