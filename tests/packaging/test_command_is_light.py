"""A command loads what it needs and no window."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LIST = """№;ФИО;ИИН;Дата рождения;Адрес
1;Қадырова Әсел Нұрланқызы;;14.02.1990;Абай көшесі 5, 1
2;Иванов Пётр Сергеевич;;01.06.1971;улица Абая 7
"""

# Plays a command in this process, then tells on stderr which libraries it loaded.
PROGRAM = """
import runpy, sys
sys.argv[0] = "precinct-app"
code = None
try:
    runpy.run_module("precinct_app", run_name="__main__")
except SystemExit as end:
    code = end.code
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
sys.exit(code)
"""

HEAVY = {"PySide6", "shiboken6", "ui", "reportlab", "openpyxl", "numpy", "pandas", "PIL"}


def precinct_app(*words: str | Path) -> tuple[dict[str, object], set[str]]:
    """Give what a command answered under --json, and the top names of all it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words, "--json"],
        env=os.environ | {"PRECINCT_PASSPHRASE": "training"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout), set(done.stderr.split())


@pytest.fixture(scope="module")
def day_file(tmp_path_factory):
    """Make a day file of two voters."""
    place = tmp_path_factory.mktemp("day")
    voters, file = place / "voters.csv", place / "precinct-7.precinct"
    voters.write_text(LIST, "utf-8")
    set_up = ("--election", "referendum", "--number", "7", "--list", voters, "--training")
    precinct_app("new", file, *set_up)
    return file


def test_status_loads_no_qt_and_no_paper(day_file):
    answer, loaded = precinct_app("status", day_file)
    assert answer["voters"] == 2
    assert "precinct_app" in loaded
    assert loaded & HEAVY == set()


def test_verify_and_find_load_no_qt_and_no_paper(day_file):
    for words in (["verify", day_file], ["find", day_file, "Кадырова"]):
        _, loaded = precinct_app(*words)
        assert loaded & HEAVY == set()
