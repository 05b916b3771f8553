"""Run other programs so that none outlives this one."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from speaking import SetUpError

ENDING = (signal.SIGTERM, signal.SIGHUP)
PATIENCE = 10.0  # seconds a child has to end by itself


def end_when_told() -> None:
    """Turn a signal to end into an orderly way out."""
    for told in ENDING:
        signal.signal(told, _leave)


def run_to_its_end(
    command: Sequence[str], cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> int:
    """Run a command with our screen and keyboard; its exit code, 128 + n for signal n."""
    child = None
    try:
        with _signals_held_back():
            child = subprocess.Popen(command, cwd=cwd, env=env)
        code = child.wait()
    finally:
        if child is not None:
            end(child)
    return code if code >= 0 else 128 - code


def end(child: subprocess.Popen[bytes]) -> None:
    """End a child, kindly at first."""
    if child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def run_quietly(what: str, command: Sequence[str], holding: Sequence[int] = ()) -> None:
    """Run a step of the set-up whose output only matters when it fails.

    ``holding``: open files that stay open until the step ends, even where we are killed.
    Raises SetUpError with the last lines the command printed.
    """
    done = subprocess.run(
        command,
        check=False,
        pass_fds=holding,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        last = "\n".join(done.stdout.strip().splitlines()[-12:])
        raise SetUpError(f"{what} failed (exit code {done.returncode}):\n{last}")


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Keep a signal to end until a child that is being started can be ended too."""
    told: list[int] = []
    before = {one: signal.signal(one, lambda number, _: told.append(number)) for one in ENDING}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    if told:
        _leave(told[0], None)


def _leave(signum: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + signum)
