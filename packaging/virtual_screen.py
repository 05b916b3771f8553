"""Give window tests a screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from child import end
from speaking import SetUpError

SIZE = "1366x768x24"  # the smallest screen the window is made for


@contextmanager
def on_virtual_screen() -> Iterator[dict[str, str]]:
    """Give the surroundings of a program whose windows open off screen.

    Xvfb picks a free display number and tells it. It ends with the block, and where this
    process is killed the kernel ends it.
    """
    told, tell = os.pipe()
    kept = ("setpriv", "--pdeathsig", "TERM")
    screen = ("Xvfb", "-displayfd", str(tell), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(
        [*kept, *screen],
        pass_fds=[tell],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    try:
        with os.fdopen(told) as telling:
            number = telling.readline().strip()
        if not number:
            raise SetUpError("the virtual screen (Xvfb) did not start")
        surroundings = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
        yield surroundings | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        end(server)
