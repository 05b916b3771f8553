"""Another program at a day file: ``python -m tests.store.neighbour FILE``.

It takes the right to write and obeys its input line by line: ``issue N``, ``close``, ``end``;
each is answered with one line.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from precinct_app.errors import Saying
from tests.store.files import back_on_duty, issue, open_desk

ROOT = Path(__file__).parents[2]


class Neighbour:
    """The other program, seen from here."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.neighbour", str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.began = self._answer()

    def ask(self, line: str) -> str:
        """Give it a line and wait for its answer."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._answer()

    def kill(self) -> None:
        """End it as the kernel does."""
        self._process.kill()
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


@contextmanager
def neighbour(path: Path) -> Iterator[Neighbour]:
    """Let another program write a day file, until the block ends."""
    found = Neighbour(path)
    try:
        yield found
    finally:
        found.kill()


def main(path: Path) -> None:
    """Write a day file as it is told."""
    desk = open_desk(path)
    try:
        desk.start_writing()
        back_on_duty(desk)
    except Saying as no:
        print(no.reason, flush=True)
        return
    print("writing", flush=True)
    for line in sys.stdin:
        match line.split():
            case ["issue", voter]:
                issue(desk, int(voter))
            case ["close"]:
                desk.close()
        print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
