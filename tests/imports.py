"""Read what a file imports, late and hidden imports too."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Calls that import, or reach into, a module named by a string.
BY_NAME = {"import_module", "__import__", "files", "find_spec"}
IMPORTING = {"import_module", "__import__"}
UNREADABLE = "?"


class Import(NamedTuple):
    """One imported name, in full: `from a.b import c` is `a.b.c`.

    `for_types`: only a type checker follows it. A name that is put together while the
    program runs is `UNREADABLE`.
    """

    name: str
    line: int
    for_types: bool


def module_name(file: Path, root: Path) -> str:
    """Name the module of a file as an import would."""
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path, root: Path) -> list[Import]:
    """List all imports of a file, wherever in it they stand."""
    tree = ast.parse(file.read_text("utf-8"), str(file))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    package = module_name(file, root).split(".")
    if file.name != "__init__.py":
        package.pop()
    return [
        Import(name, node.lineno, id(node) in for_types)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
        for name in _names(node, package)
    ]


def _names(node: ast.Import | ast.ImportFrom | ast.Call, package: list[str]) -> Iterator[str]:
    match node:
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom():
            above = package[: len(package) - node.level + 1] if node.level else []
            start = [*above, *([node.module] if node.module else [])]
            yield from (".".join([*start, alias.name]) for alias in node.names)
        case ast.Call():
            yield from _called(node)


def _called(call: ast.Call) -> Iterator[str]:
    called = ast.unparse(call.func).rpartition(".")[2]
    if called not in BY_NAME or not call.args:
        return
    match call.args[0]:
        case ast.Constant(value=str(name)) if not name.startswith("."):
            yield name
        case _ if called in IMPORTING:
            yield UNREADABLE
