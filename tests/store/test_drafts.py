"""A draft goes with the program that made it, and with no other."""

import os
import subprocess
import sys
from pathlib import Path

from precinct_app.store.drafts import drafted, sweep_drafts
from precinct_app.store.placing import placed
from tests.store.files import desk_at, found_day, laptop_of, make_day
from tests.store.neighbour import ROOT

KILLED = (
    "import os, signal, sys; from pathlib import Path\n"
    "from precinct_app.store.drafts import drafted\n"
    "with drafted(Path(sys.argv[1])) as draft:\n"
    "    draft.write_bytes(b'half'); draft.with_name(draft.name + '-wal').write_bytes(b'log')\n"
    "    os.kill(os.getpid(), signal.SIGKILL)\n"
)


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def leave(folder: Path) -> set[str]:
    """Kill a program while it makes a file, and give the names of what it left."""
    before = names(folder)
    killed = [sys.executable, "-c", KILLED, str(folder / "lost.precinct")]
    assert subprocess.run(killed, cwd=ROOT, check=False).returncode < 0
    return names(folder) - before


def test_the_next_file_that_is_made_sweeps_up_what_a_killed_program_left(tmp_path):
    assert len(leave(tmp_path)) == 3
    found_day(tmp_path / "day.precinct", laptop_of(tmp_path))
    assert names(tmp_path) == {"day.precinct", "home"}


def test_to_look_at_a_file_sweeps_nothing_and_to_write_in_it_does(tmp_path):
    path = make_day(tmp_path, served=1)
    before = names(tmp_path)
    left = leave(tmp_path)
    with desk_at(path) as desk:
        assert names(tmp_path) == before | left
        desk.start_writing()
        assert not names(tmp_path) & left
    assert names(tmp_path) == before


def test_a_draft_that_a_program_still_writes_stays(tmp_path):
    with drafted(tmp_path / "one.precinct") as draft:
        draft.write_bytes(b"ours")
        script = "import sys; from pathlib import Path\nfrom precinct_app.store.drafts import *\n"
        sweep = f"{script}sweep_drafts(Path(sys.argv[1]))"
        subprocess.run([sys.executable, "-c", sweep, tmp_path], cwd=ROOT, check=True)
        sweep_drafts(tmp_path)
        with placed(tmp_path / "other.precinct") as second:
            second.write_bytes(b"second")
        assert draft.read_bytes() == b"ours"
    assert names(tmp_path) == {"other.precinct"}


def test_what_is_not_ours_is_never_swept(tmp_path):
    kept = {"report.2024.draft", "day.precinct.7.precinct-draft", "notes.lock", "a.draft.held"}
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
    sweep_drafts(tmp_path)
    assert names(tmp_path) == kept


def test_where_nothing_can_be_swept_nothing_is_said(tmp_path):
    sweep_drafts(tmp_path / "none")
    (tmp_path / f"x.{os.getpid()}.precinct-draft.held").mkdir()
    sweep_drafts(tmp_path)
    assert len(names(tmp_path)) == 1
