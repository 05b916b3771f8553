"""A whole day of 3,000 voters at one desk, and nothing piles up."""

import gc
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from precinct_app.desk import Desk
from precinct_app.domain.parts import opening
from precinct_app.errors import Refusal
from tests.store.files import (
    CHAIRMAN,
    FIVE,
    back_on_duty,
    desk_at,
    found_day,
    issue,
    laptop_of,
    open_desk,
    set_up,
    writing,
)

VOTERS = 3000
PAGE = 4096


# The database keeps some closed files for its next connections, and the keeper may be at work.
SPARE_FILES = 6


class Held(NamedTuple):
    """What this program holds of the system."""

    files: int
    threads: int
    folders: int

    def grew_from(self, before: "Held") -> bool:
        """Tell whether more is held than before, but for what may come and go."""
        spare = before._replace(files=before.files + SPARE_FILES)
        return any(now > then for now, then in zip(self, spare, strict=True))


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


def held() -> Held:
    files = len([*Path("/proc/self/fd").iterdir()])
    return Held(files, threading.active_count(), len([*Path(tempfile.gettempdir()).iterdir()]))


def resident_bytes() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE


@pytest.fixture
def desk(tmp_path):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path), VOTERS)
    with open_desk(path) as found:
        found.start_writing()
        set_up(found, papers=VOTERS)
        yield found


def test_three_thousand_voters_are_served_in_one_sitting(desk: Desk, tmp_path):
    issue(desk, 1)
    first = held()
    sizes = []
    for voter in range(2, VOTERS + 1):
        issue(desk, voter)
        if voter % 500 == 0:
            open_desk(desk.path)
            desk.back_up(tmp_path / f"copy{voter}.precinct")
            with pytest.raises(Refusal):
                issue(desk, voter)
            assert not held().grew_from(first)
            sizes.append(resident_bytes())
    # An entry with all that hangs on it takes some 5 KB; nothing else may grow.
    assert sizes[-1] - sizes[1] < 2000 * 15_000
    assert desk.day.issued() == dict.fromkeys(FIVE, VOTERS)
    assert desk.day.conflicts == []
    desk.clock.state(desk.clock.now().replace(hour=20))
    desk.act(CHAIRMAN, opening.end_voting)
    desk.close()
    found = desk_at(desk.path)
    assert (found.finding, found.hindrance) == (None, None)
    assert found.day == desk.day
    assert found.day.served() == VOTERS
    assert open_desk(tmp_path / "copy3000.precinct").day.served() == VOTERS


def test_a_desk_that_is_opened_and_closed_again_and_again_leaves_nothing(tmp_path):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path), 200)
    with writing(path) as desk:
        set_up(desk)
    before = held()
    for voter in range(1, 41):
        with writing(path) as desk:
            back_on_duty(desk)
            issue(desk, voter)
        assert not held().grew_from(before)
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {"day.precinct", "day.precinct.lock", "home", "temporary"}
    assert desk_at(path).day.served() == 40
