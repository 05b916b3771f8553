"""Make `.venv` from the lock file, and know when it stands.

Two stamps, each written last: one for the locked packages, one for the project itself. What
has no stamp was interrupted, is older than the lock or was moved, and is made anew.
"""

import fcntl
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from child import run_quietly
from speaking import SetUpError, say

LOCK = "requirements-dev.lock"
PACKAGES_STAMP = ".venv/packages.stamp"
PROJECT_STAMP = ".venv/project.stamp"


def python_of(checkout: Path) -> str:
    """Give the Python of a `.venv` that stands, making it first if need be.

    Raises SetUpError when a step fails, with what it printed.
    """
    python = str(checkout / ".venv/bin/python")
    with _alone(checkout) as held:
        if not packages_stand(checkout):
            _make_packages(checkout, python, held)
        if not project_stands(checkout):
            _make_project(checkout, python, held)
    return python


def packages_stand(checkout: Path) -> bool:
    """Tell whether `.venv` holds what the lock file says."""
    return _read(checkout / PACKAGES_STAMP) == packages_wanted(checkout)


def project_stands(checkout: Path) -> bool:
    """Tell whether the project is installed as pyproject.toml says."""
    return _read(checkout / PROJECT_STAMP) == project_wanted(checkout)


def packages_wanted(checkout: Path) -> str:
    """Say in one line what is installed, where and for which Python.

    Scripts in `.venv` name their place, and packages belong to one version of Python: a
    moved checkout and an upgraded system both change the line.
    """
    python = os.path.realpath(checkout / ".venv/bin/python")
    if not Path(python).exists():
        return "no python"
    return f"{_digest(checkout / LOCK)} {checkout} {python}"


def project_wanted(checkout: Path) -> str:
    """Say in one line how the project is to be installed."""
    return _digest(checkout / "pyproject.toml")


def _make_packages(checkout: Path, python: str, held: int) -> None:
    place = checkout / ".venv"
    if place.exists():
        say("making .venv anew: it is half made, or the lock file has changed")
        (checkout / PACKAGES_STAMP).unlink(missing_ok=True)
        shutil.rmtree(place)
    say("making .venv")
    base = getattr(sys, "_base_executable", sys.executable)
    run_quietly("making .venv", [base, "-m", "venv", str(place)], [held])
    say(f"installing the packages of {LOCK}, some 160 MB to fetch: a minute or two")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(checkout / LOCK)]
    run_quietly("installing the packages", [*pip, *locked], [held])
    _write(checkout / PACKAGES_STAMP, packages_wanted(checkout))


def _make_project(checkout: Path, python: str, held: int) -> None:
    say("installing the project itself")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    here = ["--no-deps", "--no-build-isolation", "--editable", str(checkout)]
    run_quietly("installing the project", [*pip, *here], [held])
    _write(checkout / PROJECT_STAMP, project_wanted(checkout))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read(stamp: Path) -> str:
    return stamp.read_text("utf-8") if stamp.exists() else ""


def _write(stamp: Path, text: str) -> None:
    half = stamp.with_suffix(".half")
    half.write_text(text, "utf-8")
    half.replace(stamp)


@contextmanager
def _alone(checkout: Path) -> Iterator[int]:
    """Let one set-up at a time work in this checkout; a step that outlives it counts too."""
    held = os.open(checkout, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this checkout to end")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield held
    except OSError as fault:
        raise SetUpError(f"the set-up failed: {fault}") from fault
    finally:
        os.close(held)
