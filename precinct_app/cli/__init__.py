"""The command line: the day without a window."""

from precinct_app.cli.commands import is_command, run, say_no_window

__all__ = ["is_command", "run", "say_no_window"]
