"""A refusal as data: who asks for what, on which day, and which reason comes back."""

import ast
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

import pytest

from precinct_app.domain import (
    listing,
    required,
    required_closing,
    required_outside,
    required_voting,
    verb,
)
from precinct_app.domain.fold import PARTS
from precinct_app.domain.verb import Recorded
from precinct_app.errors import Reason
from tests.domain.days import Table, open_table


class No(NamedTuple):
    """One refusal, and the sentence that names its test."""

    sentence: str
    reason: Reason
    by: str
    rule: Any
    args: Sequence[Any] = ()
    named: Mapping[str, Any] = MappingProxyType({})
    article: str = ""
    day: Callable[[], Table] = open_table

    @property
    def name(self) -> str:
        if isinstance(self.rule, Recorded):
            return "recorded"
        rule = getattr(self.rule, "rule", self.rule)
        return str(rule.__name__)


def each(refusals: Iterable[No]) -> Any:
    """Run a test once for each refusal, under its sentence."""
    refusals = list(refusals)
    names = [no.sentence.replace(" ", "_") for no in refusals]
    return pytest.mark.parametrize("no", refusals, ids=names)


def hear(no: No) -> tuple[str, str]:
    """Ask, and hear reason and article of the Refusal; the day is what it was."""
    found = no.day().refused(no.by, no.rule, *no.args, **no.named)
    return found.reason, found.article


def reasons_by_rule() -> dict[str, set[str]]:
    """Read out of the source for which reasons each rule of the day may refuse."""
    found = {}
    for part in PARTS:
        calls, reasons = _read(
            part, required, required_outside, required_voting, listing, required_closing, verb
        )
        for name, function in vars(part).items():
            rule = getattr(function, "rule", function)
            if _is_rule(rule) and rule.__module__ == part.__name__:
                found[name] = _reached(name, calls, reasons)
    return found


def _is_rule(found: object) -> bool:
    if not inspect.isfunction(found) or found.__name__.startswith("_"):
        return False
    return list(inspect.signature(found).parameters)[:2] == ["day", "act"]


def _read(*modules: ModuleType) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    calls: dict[str, set[str]] = {}
    reasons: dict[str, set[str]] = {}
    for module in modules:
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.FunctionDef):
                body = [inner for line in node.body for inner in ast.walk(line)]
                calls[node.name] = {one.id for one in body if isinstance(one, ast.Name)}
                reasons[node.name] = {
                    one.attr
                    for one in body
                    if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "Reason"
                }
    return calls, reasons


def _reached(name: str, calls: dict[str, set[str]], reasons: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        if (one := waiting.pop()) in calls and one not in seen:
            seen.add(one)
            waiting += calls[one]
    return {reason for one in seen for reason in reasons[one]}
