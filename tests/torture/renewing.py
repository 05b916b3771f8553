"""A child that renews a file and is killed at a step: ``python -m tests.torture.renewing``.

For each line of its input, a step and a folder, the program forks a child that makes
``new.precinct`` from ``old.precinct`` there and is killed when it is about to do so many things
on the disk; the answer says whether it was killed, or had done all before.
"""

import os
import signal
import sys
import traceback
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from precinct_app import keys
from precinct_app.desk import renew
from tests.store.files import laptop_of, open_desk

PASSPHRASE = "the passphrase of the new file"
KILLED, DONE, FAILED = "killed", "done", "failed"
# What moves the disk: statements, and names given and taken away.
STEPS = frozenset({"execute", "link", "unlink", "rename", "replace", "fsync"})
_OF_THE_SYSTEM = {"posix", "nt"}


def main() -> None:
    """Bear a child for each line, wait for it, and say how it ended."""
    for line in sys.stdin:
        step, _, folder = line.strip().partition(" ")
        child = os.fork()
        if not child:
            _renew_until(int(step), Path(folder))
        _, status = os.waitpid(child, 0)
        ended = FAILED if status else DONE
        print(KILLED if os.WIFSIGNALED(status) else ended, flush=True)


def _renew_until(step: int, folder: Path) -> None:
    """Renew with as light a stretching as there is, and die at a step."""
    keys._KIBIBYTES, keys._PASSES = 64, 1
    steps = count(1)

    def watch(_frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or called.__name__ not in STEPS:
            return
        ours = called.__name__ == "execute" or called.__module__ in _OF_THE_SYSTEM
        if ours and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        with open_desk(folder / "old.precinct") as old:
            sys.setprofile(watch)
            renew(old, folder / "new.precinct", PASSPHRASE, laptop_of(folder))
            sys.setprofile(None)
    except Exception:  # noqa: BLE001 - whatever it is, the parent must know
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
