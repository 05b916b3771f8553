"""A renewal killed at any step leaves one file that can be the day, and can be finished."""

import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from precinct_app.desk import Desk, Who, renew, unlock
from precinct_app.domain.parts import access, setup
from precinct_app.domain.phases import Phase
from tests.store.files import SEALED_PIN, found_day, laptop_of, open_desk
from tests.store.neighbour import ROOT
from tests.torture.renewing import DONE, KILLED, PASSPHRASE

pytestmark = pytest.mark.usefixtures("light_argon")


@pytest.fixture
def base(tmp_path):
    """Close a live file in set-up, with a chairman on duty, on its laptop."""
    folder = tmp_path / "base"
    folder.mkdir()
    path = found_day(folder / "old.precinct", laptop_of(folder), 8, "live")
    with open_desk(path) as desk:
        desk.start_writing()
        desk.act(Who("1"), setup.name_member, "1", "Төраға", "chairman")
        desk.act(Who("1"), access.set_pin, "1", SEALED_PIN, "")
        desk.act(Who("1"), access.sign_in)
    return folder


def free_to_be_the_day(folder: Path) -> list[str]:
    """Name the files from which ballots could be issued, by the names that people see."""
    laptop, found = laptop_of(folder), []
    for path in sorted(folder.glob("*.precinct")):
        desk = open_desk(path) if path.stem == "old" else fresh(path)
        assert desk.finding is None
        found += [path.stem] if desk.day.phase is Phase.SETUP else []
        assert laptop.is_called(desk.day.laptops[1])
    return found


def fresh(path: Path) -> Desk:
    return Desk(path, unlock(path, PASSPHRASE), laptop_of(path.parent))


def finish(folder: Path) -> None:
    """Do it again, as whoever saw the program end would."""
    with open_desk(folder / "old.precinct") as old:
        renew(old, folder / "new.precinct", PASSPHRASE, laptop_of(folder))


def test_a_kill_at_any_step_leaves_one_file_and_the_next_run_ends_it(base, tmp_path):
    command = [sys.executable, "-m", "tests.torture.renewing"]
    seen = set()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin
        assert child.stdout
        for step in count(1):
            folder = shutil.copytree(base, tmp_path / str(step))
            child.stdin.write(f"{step} {folder}\n")
            child.stdin.flush()
            said = child.stdout.readline().strip()
            left = free_to_be_the_day(folder)
            seen.add((*left, (folder / "new.precinct").exists()))
            assert len(left) <= 1, f"at step {step} both files can be the day"
            if not (folder / "new.precinct").exists():
                finish(folder)
            assert free_to_be_the_day(folder) == ["new"]
            if said == DONE:
                break
            assert said == KILLED
            shutil.rmtree(folder)
        child.stdin.close()
    assert step > 20
    # Before the old one is closed, between the two, and when the new one has its name.
    assert seen == {("old", False), (False,), ("new", True)}
