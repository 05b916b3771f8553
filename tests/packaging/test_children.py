"""No program that dev.py starts outlives it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from child import run_to_its_end
from virtual_screen import on_virtual_screen

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PATIENCE = 10.0

SLEEPER = """
import child
child.end_when_told()
child.run_to_its_end(["sh", "-c", "echo $$; exec sleep 600"])
"""

SCREEN = """
import time
from virtual_screen import on_virtual_screen
with on_virtual_screen() as surroundings:
    print(surroundings["DISPLAY"], flush=True)
    time.sleep(600)
"""

WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
print(application.platformName(), application.primaryScreen().size().width())
"""


@contextmanager
def started(program: str):
    """Start a Python that knows packaging/, and give it with its first line."""
    surroundings = os.environ | {"PYTHONPATH": str(PACKAGING)}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def screen_is_up(display: str) -> bool:
    return Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}").exists()


def becomes_false(question: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while question():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_the_exit_code_of_a_child_is_passed_on():
    assert run_to_its_end(["sh", "-c", "exit 7"]) == 7


def test_a_killed_child_gives_the_shells_exit_code():
    assert run_to_its_end(["sh", "-c", "kill -KILL $$"]) == 128 + 9


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_a_child_ends_when_dev_is_told_to_end(told):
    with started(SLEEPER) as (process, line):
        assert alive(int(line))
        process.send_signal(told)
        assert process.wait(PATIENCE) == 128 + told
        assert becomes_false(lambda: alive(int(line)))


def test_windows_open_on_the_virtual_screen_and_it_ends_with_the_block():
    with on_virtual_screen() as surroundings:
        display = surroundings["DISPLAY"]
        assert screen_is_up(display)
        window = subprocess.run(
            [sys.executable, "-c", WINDOW],
            env=surroundings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert window.stdout.split() == ["xcb", "1366"], window.stderr
    assert becomes_false(lambda: screen_is_up(display))


def test_the_virtual_screen_ends_even_where_its_owner_is_killed():
    with started(SCREEN) as (process, display):
        assert screen_is_up(display)
        process.kill()
        process.wait()
        assert becomes_false(lambda: screen_is_up(display))
