"""Set up, run, test and check the program with one file.

Usage: python3 packaging/dev.py VERB [arguments passed on]

  run              open the window on the built-in training precinct, or play its day
                   without one where there is no screen, and say what was done
  test [pytest]    run all tests, the window tests on a virtual screen
  check            look at format, lint and types
  bench [NAME]     measure the figures; --json FILE writes them
  torture          kill and cut a running day; --kills N for how often
  shots DIR        write a picture of every page into DIR, in every language

Needs nothing but Python 3.11 on Debian 12: system packages come through apt-get, all else
goes into .venv beside pyproject.toml. Nothing here may be imported by the program itself.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit("This needs Python 3.11 or newer; here is " + sys.version.split()[0] + ".")

import os
from pathlib import Path
from typing import TYPE_CHECKING

from child import end_when_told, run_to_its_end
from environment import python_of
from speaking import SetUpError, say
from system_packages import PYTHON, VIRTUAL_SCREEN, WINDOW, provide
from virtual_screen import on_virtual_screen

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parent.parent
TYPED = ("precinct_app", "ui", "packaging", "tests")
MISUSED = 2


def run(given: list[str]) -> int:
    """Open the window on the training precinct; play its day where there is no screen."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return _in_environment("-m", "precinct_app", "rehearse", *given)
    provide((*PYTHON, *WINDOW))
    words = given or ["--training"]
    return run_to_its_end([python_of(CHECKOUT), "-m", "precinct_app", *words])


def test(given: list[str]) -> int:
    """Run the tests on two cores and a virtual screen."""
    provide((*PYTHON, *WINDOW, *VIRTUAL_SCREEN))
    python = python_of(CHECKOUT)
    pytest = [python, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *given]
    with on_virtual_screen() as surroundings:
        return run_to_its_end(pytest, cwd=CHECKOUT, env=surroundings)


def check(given: list[str]) -> int:
    """Look at format, lint and types, all three in any case."""
    if given:
        return _misused(f"check takes nothing: {' '.join(given)}")
    provide(PYTHON)
    python = python_of(CHECKOUT)
    typed = [name for name in TYPED if any((CHECKOUT / name).rglob("*.py"))]
    looks = (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy", *typed])
    failed = []
    for look in looks:
        say(" ".join(look))
        if run_to_its_end([python, "-m", *look], cwd=CHECKOUT):
            failed.append(" ".join(look))
    say(f"failed: {'; '.join(failed)}" if failed else "format, lint and types hold")
    return 1 if failed else 0


def bench(given: list[str]) -> int:
    """Measure the figures and print them as a table."""
    return _off_screen("-m", "tests.bench.bench", *given)


def torture(given: list[str]) -> int:
    """Kill and cut a running day and look for what it lost."""
    return _in_environment("-m", "tests.torture.torture", *given)


def shots(given: list[str]) -> int:
    """Write a picture of every page into a folder."""
    if not given:
        return _misused("shots wants the folder for its pictures")
    return _off_screen("-m", "tests.ui.shots", *given)


VERBS: dict[str, Callable[[list[str]], int]] = {
    verb.__name__: verb for verb in (run, test, check, bench, torture, shots)
}


def main(words: list[str]) -> int:
    """Do what the first word says; 2 when misused."""
    if not words or words[0] not in VERBS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return MISUSED
    end_when_told()
    try:
        return VERBS[words[0]](words[1:])
    except SetUpError as fault:
        say(str(fault))
        return 1
    except KeyboardInterrupt:
        say("stopped; what was half made is made anew next time")
        return 130


def _in_environment(*arguments: str) -> int:
    provide(PYTHON)
    return run_to_its_end([python_of(CHECKOUT), *arguments])


def _off_screen(*arguments: str) -> int:
    """Run what opens a window that nobody is to see."""
    provide((*PYTHON, *WINDOW))
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return run_to_its_end([python_of(CHECKOUT), *arguments], env=surroundings)


def _misused(sentence: str) -> int:
    say(sentence)
    return MISUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
