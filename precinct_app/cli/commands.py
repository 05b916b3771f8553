"""Run a command, and say what it ends with."""

from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from precinct_app.cli.answer import SAID_NO, language, print_no
from precinct_app.cli.arguments import read_arguments
from precinct_app.errors import ElectionError, Saying

if TYPE_CHECKING:
    from argparse import Namespace

# Loaded late, so that a command that only looks loads no paper and no spreadsheet.
_MODULES: dict[str, Callable[[], ModuleType]] = {
    "copies": lambda: import_module("precinct_app.cli.copies"),
    "files": lambda: import_module("precinct_app.cli.files"),
    "lists": lambda: import_module("precinct_app.cli.lists"),
    "look": lambda: import_module("precinct_app.cli.look"),
    "papers": lambda: import_module("precinct_app.cli.papers"),
    "play": lambda: import_module("precinct_app.cli.play"),
    "rehearse": lambda: import_module("precinct_app.cli.rehearse"),
    "second": lambda: import_module("precinct_app.cli.second"),
    "status": lambda: import_module("precinct_app.cli.status"),
}


def run(arguments: Sequence[str]) -> int:
    """Run one command; exit code 0, 1 (said no) or 2 (misused)."""
    given = read_arguments(arguments)
    module, _, name = given.run.partition(":")
    command: Callable[[Namespace], int] = getattr(_MODULES[module](), name)
    try:
        return command(given)
    except (Saying, ElectionError) as error:
        as_json = given.json or given.command == "play"
        print_no(error, language(given.language), as_json=as_json)
        return SAID_NO


def is_command(arguments: Sequence[str]) -> bool:
    """Tell a command, or a question such as --help, from what a window opens.

    That is a file, or with ``--training`` the built-in training precinct.
    """
    if not arguments or arguments[0] == "--training":
        return False
    return not arguments[0].lower().endswith(".precinct")
