"""The front door: a command, or the window."""

import os
import sys
from io import BytesIO, TextIOWrapper


def main() -> int:
    """Run a command of the console; a file alone, or nothing, opens the window."""
    _stand_up()
    from precinct_app.cli import is_command, run

    if not is_command(sys.argv[1:]):
        return window()
    try:
        code = run(sys.argv[1:])
        if sys.stdout:
            sys.stdout.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        # Whoever read our answer has heard enough, or whoever asked wants none.
        return _hush()
    except OSError as error:
        print(f"precinct-app: {error}", file=sys.stderr)
        return _hush()
    return code


def window() -> int:
    """Open the window, with the day file that is named."""
    _stand_up()
    from ui.app import open_window

    return open_window(sys.argv[1:])


def _stand_up() -> None:
    """Write UTF-8 whatever the console believes; a stream that was closed is an empty one.

    A name that is no UTF-8 is shown with escapes, which JSON reads too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BytesIO())


def _hush() -> int:
    """Write nothing more, at the exit either: nobody could read it."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


if __name__ == "__main__":
    sys.exit(main())
