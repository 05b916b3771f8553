"""The command line: the day without a window."""

from precinct_app.cli.commands import is_command, run

__all__ = ["is_command", "run"]
