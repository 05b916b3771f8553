"""A command that only looks loads what looking needs."""

import os
import subprocess
import sys

import pytest

from precinct_app.cli import is_command
from tests.cli.console import PASSPHRASE, ROOT, SET_UP, call

PROGRAM = """
import runpy, sys
sys.argv[0] = "precinct-app"
try:
    runpy.run_module("precinct_app", run_name="__main__")
finally:
    print(*sys.modules, file=sys.stderr)
"""
NOT_NEEDED = {
    *("PySide6", "shiboken6", "ui", "reportlab", "PIL", "qrcode", "openpyxl", "python_calamine"),
    *("fontpkg_pt_sans", "pypdfium2", "zxingcpp", "num2words", "numpy", "asyncio"),
    *(
        "cryptography.x509",
        "cryptography.hazmat.primitives.ciphers",
        "precinct_app.reports",
        "precinct_app.lists",
    ),
    "precinct_app.training",
}


@pytest.fixture
def file(tmp_path, desk, monkeypatch):
    """Make a file that a process of its own can open."""
    monkeypatch.undo()
    monkeypatch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "home"))
    made = tmp_path / "day.precinct"
    words = ("--list", desk / "list.csv", "--rejected", "2")
    assert call("new", made, *SET_UP, *words).code == 0
    return made


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["status"], {"rapidfuzz", "cryptography.hazmat.primitives.asymmetric"}),
        (["verify"], {"rapidfuzz"}),
        (["find", "Абай"], {"cryptography.hazmat.primitives.asymmetric"}),
    ],
)
def test_looking_loads_no_window_no_paper_and_no_spreadsheet(file, words, more):
    command, *rest = words
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, command, file, *rest, "--json"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.decode().split())
    assert "precinct_app.desk.desk" in loaded
    assert loaded & (NOT_NEEDED | more) == set()


def test_a_file_alone_or_nothing_opens_the_window():
    for words in ([], ["214.precinct"], ["D:\\214.PRECINCT"], ["a b.precinct", "--json"]):
        assert not is_command(words)
    for words in (["status", "214.precinct"], ["--help"], ["precinct"], ["-h"]):
        assert is_command(words)
