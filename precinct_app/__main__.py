"""The front door: a command, or the window."""

import os
import sys
from io import TextIOWrapper


def main() -> int:
    """Run a command of the console; a file alone, or nothing, opens the window."""
    _speak_utf8()
    from precinct_app.cli import is_command, run

    if not is_command(sys.argv[1:]):
        return window()
    try:
        return run(sys.argv[1:])
    except BrokenPipeError:
        # Whoever read our answer has heard enough; nothing more is to be written at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def window() -> int:
    """Open the window, with the day file that is named."""
    _speak_utf8()
    from ui.app import open_window

    return open_window(sys.argv[1:])


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console believes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
