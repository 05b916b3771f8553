"""Whoever cannot see the window serves a voter all the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

from precinct_app.desk import Desk, Plan, create_day
from precinct_app.domain.precinct import Precinct
from precinct_app.store.laptop import Laptop
from precinct_app.training.commission import Commission
from tests.store.files import FIVE, region
from tests.ui.days import voters
from virtual_screen import on_virtual_screen

READER = Path(__file__).with_name("screen_reader.py")


def test_a_voter_is_served_by_ear(tmp_path):
    file, key, laptop = training_day(tmp_path)
    program = [sys.executable, "-m", "precinct_app", str(file)]
    command = ["dbus-run-session", "--", "/usr/bin/python3", str(READER), *program]
    with on_virtual_screen() as screen:
        done = subprocess.run(
            command,
            env=os.environ | screen | surroundings(tmp_path),
            capture_output=True,
            text=True,
            check=False,
            timeout=150,
        )
    assert done.returncode == 0, done.stderr
    heard = json.loads(done.stdout.splitlines()[-1])
    assert heard["asked"]
    assert heard["field"]
    assert heard["member"][0] == "Ким Лариса Андреевна"
    assert [hit[:3] for hit in heard["hits"]] == [["6", "Омаров Дархан Серікұлы", "2005"]]
    assert [name[0] for name in heard["ballots"]] == ["А", "Б", "В", "Г", "Д"]
    assert "№ 6" in heard["answer"]
    assert "Ким Л." in heard["answer"]
    with Desk(file, key, laptop) as desk:
        assert [desk.day.holding("6").in_hand(ballot) for ballot in FIVE] == [True] * 5


def surroundings(folder: Path) -> dict[str, str]:
    return {
        "PRECINCT_HOME": str(folder / "home"),
        "PRECINCT_LANGUAGE": "kk",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(folder),
        # The reader of whoever runs this test listens elsewhere.
        "AT_SPI_BUS_ADDRESS": "",
    }


def training_day(folder: Path) -> tuple[Path, bytes, Laptop]:
    """Make a training day whose voting is open."""
    laptop, file = Laptop(folder / "home"), folder / "day.precinct"
    plan = Plan("training", region(), Precinct("214"), voters(60))
    key = create_day(file, plan, "training", laptop).key
    with Desk(file, key, laptop) as desk:
        desk.start_writing()
        commission = Commission(desk)
        commission.set_up()
        commission.open()
    return file, key, laptop
