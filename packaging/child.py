"""Run other programs so that none outlives this one."""

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from speaking import SetUpError

PATIENCE = 10.0  # seconds a child has to end by itself


def end_when_told() -> None:
    """Turn a signal to end into an orderly way out."""
    for told in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, _leave)


def run_to_its_end(
    command: Sequence[str], cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> int:
    """Run a command with our screen and keyboard; its exit code, 128 + n for signal n."""
    child = subprocess.Popen(command, cwd=cwd, env=env)
    try:
        code = child.wait()
    finally:
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


def _leave(signum: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + signum)
