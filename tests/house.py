"""Who may know whom, as data, and what breaks it.

Every room, what it may import of the house, and which libraries it may use; the standard
library is open to all, but for what `CLOSED` names.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.imports import UNREADABLE, Import, imports_of, module_name

TABLE = """
room      | may know                                                               | may use
reasons   |                                                                        |
errors    | reasons                                                                |
domain    | errors                                                                 |
resources | domain errors                                                          |
texts     | domain resources errors                                                |
store     | domain errors                                        | sqlcipher3 sqlite_utils filelock
lists     | domain errors                                                  | python_calamine openpyxl
search    | domain                                                                 | rapidfuzz
keys      | domain errors                                                          | cryptography
reports   | domain texts resources               | reportlab qrcode num2words fontpkg_pt_sans
pictures  | errors                                                              | pypdfium2 zxingcpp
desk      | domain store lists search keys resources errors                        |
training  | desk domain lists reports texts resources errors                       |
cli       | desk domain lists reports texts resources errors training pictures     |
ui        | desk domain lists reports texts resources errors training pictures | PySide6 fontpkg_pt_sans
__main__  | cli ui                                                                 |
"""

# A part of the day stands alone; here stand the parts that may know another, and why.
PARTS_THAT_KNOW: Mapping[str, set[str]] = {}

# What nobody here may import: the program is offline, and the system's SQLite loses data.
CLOSED = {"ftplib", "http", "smtplib", "socket", "sqlite3", "ssl", "urllib.request", "xmlrpc"}
# The domain has no disk, no screen, no chance and no clock but the one it is handed.
CLOSED_TO_DOMAIN = CLOSED | {"os", "pathlib", "random", "secrets", "subprocess", "time"}

NAMES_NOT_TO_USE = {"util", "helper", "manager", "common", "base", "service", "controller"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


class Room(NamedTuple):
    """What one room may import."""

    knows: frozenset[str]
    uses: frozenset[str]


def _rooms(table: str) -> dict[str, Room]:
    rows = [line.split("|") for line in table.strip().splitlines()[1:]]
    return {
        name.strip(): Room(frozenset(knows.split()), frozenset(uses.split()))
        for name, knows, uses in rows
    }


ROOMS = _rooms(TABLE)


def program_files(root: Path) -> list[Path]:
    """List the files of the program itself."""
    return sorted(file for part in ("precinct_app", "ui") for file in (root / part).rglob("*.py"))


def room_of(module: str) -> str:
    """Name the room of a module or of a name in it; empty when it is not of the house."""
    parts = module.split(".")
    if parts[0] == "ui":
        return "ui"
    if parts[0] != "precinct_app":
        return ""
    return parts[1] if len(parts) > 1 else "precinct_app"


def strangers(root: Path) -> Iterator[str]:
    """Find the files that belong to no room."""
    for file in program_files(root):
        room = room_of(module_name(file, root))
        if room not in ROOMS and room != "precinct_app":
            yield f"{file.relative_to(root)} belongs to no room"


def trespasses(root: Path) -> Iterator[str]:
    """Find the imports that the table does not allow."""
    for file in program_files(root):
        room = room_of(module_name(file, root))
        for found in imports_of(file, root):
            fault = _fault(room, found)
            if fault:
                yield f"{file.relative_to(root)}:{found.line}: {room} {fault}"


def _fault(room: str, found: Import) -> str:
    if found.name == UNREADABLE:
        return "imports a name that is not written out"
    library = found.name.split(".")[0]
    closed = CLOSED_TO_DOMAIN if room == "domain" else CLOSED
    if any(f"{found.name}.".startswith(f"{name}.") for name in closed):
        return f"may not use {found.name}"
    own = ROOMS.get(room, Room(frozenset(), frozenset()))
    other = room_of(found.name)
    if other:
        return "" if other in own.knows | {room, "precinct_app"} else f"may not know {other}"
    if library in sys.stdlib_module_names or library in own.uses:
        return ""
    return f"may not use {library}"


def parts_that_know_each_other(root: Path) -> Iterator[str]:
    """Find the parts of the day that import another part."""
    for file in sorted((root / "precinct_app/domain/parts").glob("*.py")):
        for found in imports_of(file, root):
            if not found.name.startswith("precinct_app.domain.parts."):
                continue
            other = found.name.split(".")[3]
            if other != file.stem and other not in PARTS_THAT_KNOW.get(file.stem, set()):
                yield f"{file.name}:{found.line}: {file.stem} may not know {other}"


def cycle(root: Path, folder: str) -> list[str]:
    """Find modules of a folder that need each other to load; empty when there are none."""
    files = {module_name(file, root): file for file in (root / folder).rglob("*.py")}
    needs = {
        module: {
            needed
            for found in imports_of(file, root)
            if not found.for_types and (needed := _module(found.name, files)) != module
        }
        for module, file in files.items()
    }
    settled: set[str] = set()
    for module in sorted(needs):
        if way := _way_back(module, [], needs, settled):
            return way
    return []


def _module(name: str, files: Mapping[str, Path]) -> str:
    while name and name not in files:
        name = name.rpartition(".")[0]
    return name


def _way_back(
    module: str, way: list[str], needs: Mapping[str, set[str]], settled: set[str]
) -> list[str]:
    if module in way:
        return [*way[way.index(module) :], module]
    if module in settled:
        return []
    for needed in sorted(needs.get(module, ())):
        if found := _way_back(needed, [*way, module], needs, settled):
            return found
    settled.add(module)
    return []


def badly_named(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Find files and folders whose name says nothing."""
    for file in files:
        words = {
            word.removesuffix("s")
            for part in file.relative_to(root).with_suffix("").parts
            for word in part.split("_")
        }
        if words & NAMES_NOT_TO_USE:
            yield str(file.relative_to(root))


def too_long(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Find files over 300 lines and functions over 40, docstrings apart.

    A match over all events, which ends in `assert_never`, may be longer.
    """
    for file in files:
        text = file.read_text("utf-8")
        where = file.relative_to(root)
        if (lines := len(text.splitlines())) > LONGEST_FILE:
            yield f"{where} has {lines} lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = _length(node)
                if lines > LONGEST_FUNCTION and "assert_never" not in ast.unparse(node):
                    yield f"{where}:{node.lineno}: {node.name} has {lines} lines"


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None or first.end_lineno is None:
        return whole
    return whole - (first.end_lineno - first.lineno + 1)


def clocks_read(root: Path) -> Iterator[str]:
    """Find where the domain asks a clock instead of the act."""
    for file in sorted((root / "precinct_app/domain").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in {"now", "today", "utcnow"}:
                yield f"{file.relative_to(root)}:{called.lineno}: {ast.unparse(called)}"
