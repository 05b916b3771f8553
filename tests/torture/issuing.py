"""A child that issues ballots until it is killed: ``python -m tests.torture.issuing FILE``.

For each line of its input, the pause of the keeper in seconds, the program forks a child that
opens the file and issues all ballots to one voter after another, each acknowledged by a line with
his number once the program has said that it is recorded. So a child costs no start of Python.
"""

import os
import signal
import sys
import traceback
from pathlib import Path
from typing import NoReturn

from precinct_app.store import keeper
from tests.store.files import FIVE, back_on_duty, issue, open_desk

BORN, WRITING, SERVED, FAILED, DEAD = "born", "writing", "served", "failed", "dead"


def main(path: Path) -> None:
    """Bear children until the input ends; each is waited for."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _say(f"{BORN} {os.getpid()}")
            issue_until_killed(path, float(line))
        os.waitpid(child, 0)
        _say(DEAD)


def issue_until_killed(path: Path, pause: float) -> NoReturn:
    """Issue to everybody who was not served, say what went wrong, and wait for the end."""
    keeper.PAUSE_SECONDS = pause
    try:
        desk = open_desk(path)
        desk.start_writing()
        back_on_duty(desk)
        _say(WRITING)
        for voter in desk.day.roll.voters:
            if not desk.day.has_received(voter, FIVE[0]):
                issue(desk, int(voter))
                _say(voter)
        desk.close()
        _say(SERVED)
    except Exception:  # noqa: BLE001 - whatever it is, the parent must know
        traceback.print_exc()
        _say(FAILED)
    while True:
        signal.pause()


def _say(line: str) -> None:
    # One write, so that no line is ever half said.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
