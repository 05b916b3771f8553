"""Find what the system lacks and bring it through apt-get.

What is there is asked for itself, not for its package: it may have come another way.
"""

import ctypes
import importlib
import importlib.util
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from child import run_quietly
from speaking import SetUpError, say


class Need(NamedTuple):
    """A Debian package, and the one thing that shows it is there."""

    package: str
    kind: Literal["module", "library", "program", "file"]
    sign: str


PYTHON = (Need("python3-venv", "module", "ensurepip"),)

WINDOW = (
    Need("libegl1", "library", "libEGL.so.1"),
    Need("libgl1", "library", "libGL.so.1"),
    Need("libfontconfig1", "library", "libfontconfig.so.1"),
    Need("libxkbcommon0", "library", "libxkbcommon.so.0"),
    Need("libdbus-1-3", "library", "libdbus-1.so.3"),
    Need("libglib2.0-0", "library", "libglib-2.0.so.0"),
    Need("libxcb-cursor0", "library", "libxcb-cursor.so.0"),
    Need("libxcb-icccm4", "library", "libxcb-icccm.so.4"),
    Need("libxcb-image0", "library", "libxcb-image.so.0"),
    Need("libxcb-keysyms1", "library", "libxcb-keysyms.so.1"),
    Need("libxcb-render-util0", "library", "libxcb-render-util.so.0"),
    Need("libxcb-shape0", "library", "libxcb-shape.so.0"),
    Need("libxcb-xkb1", "library", "libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", "library", "libxkbcommon-x11.so.0"),
)

# A screen that nobody sees, and what reads it out as a screen reader does. The reader's Python
# library stands beside the system's own Python only, whatever Python runs this.
VIRTUAL_SCREEN = (
    Need("xvfb", "program", "Xvfb"),
    Need("xdotool", "program", "xdotool"),
    Need("x11-xkb-utils", "program", "setxkbmap"),
    Need("openbox", "program", "openbox"),
    Need("dbus-daemon", "program", "dbus-run-session"),
    Need("at-spi2-core", "file", "/usr/libexec/at-spi-bus-launcher"),
    Need("python3-pyatspi", "file", "/usr/lib/python3/dist-packages/pyatspi/__init__.py"),
)


def provide(needs: Iterable[Need]) -> None:
    """Install the packages of whatever is not there.

    Raises SetUpError with the names where apt-get or the right to use it is not to be had.
    """
    missing = _missing(needs)
    if not missing:
        return
    packages = [need.package for need in missing]
    apt_get = _apt_get()
    if not apt_get:
        raise SetUpError(_ask_for(packages))
    say(f"installing Debian packages, a minute or two: {' '.join(packages)}")
    # A source that does not answer is no reason to stop: what is needed may come from another.
    try:
        run_quietly("apt-get update", [*apt_get, "-q", "update"])
    except SetUpError as fault:
        say(str(fault))
    # On a machine just installed the system's own updates may hold the lock for a while.
    patient = ["-o", "DPkg::Lock::Timeout=300"]
    install = ["-q", "-y", *patient, "--no-install-recommends", "install", *packages]
    run_quietly("apt-get install", [*apt_get, *install])
    still = [need.package for need in _missing(missing)]
    if still:
        raise SetUpError(_ask_for(still))


def is_there(need: Need) -> bool:
    """Tell whether the thing itself can be had."""
    match need.kind:
        case "module":
            importlib.invalidate_caches()
            return importlib.util.find_spec(need.sign) is not None
        case "program":
            return shutil.which(need.sign) is not None
        case "file":
            return Path(need.sign).exists()
        case "library":
            try:
                ctypes.CDLL(need.sign)
            except OSError:
                return False
            return True


def _missing(needs: Iterable[Need]) -> list[Need]:
    return [need for need in needs if not is_there(need)]


def _apt_get() -> list[str]:
    """Give the start of an apt-get command line; empty where there is none for us."""
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if sudo and not shutil.which("sudo"):
        return []
    # A plain `su` leaves the system's own programs out of PATH, and dpkg wants them.
    path = f"PATH={os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
    return [*sudo, "env", path, "DEBIAN_FRONTEND=noninteractive", "apt-get"]


def _ask_for(packages: list[str]) -> str:
    names = " ".join(packages)
    return f"missing here: {names}. As root: apt-get update && apt-get install {names}"
