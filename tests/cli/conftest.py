"""Day files for the command line, each on a laptop of its own."""

import json
import shutil

import pytest

from tests.cli.console import LIST, PASSPHRASE, PINS, SET_UP, call, play, set_up


@pytest.fixture(scope="session")
def _first_files(tmp_path_factory):
    """Make a live and a training file once, with a commission of five and its ballots."""
    folder = tmp_path_factory.mktemp("first")
    voters = folder / "list.csv"
    voters.write_text(LIST, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRECINCT_HOME", str(folder / "home"))
        patch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
        patch.setenv("PRECINCT_PINS", json.dumps(PINS))
        for name, kind in (("live", ()), ("training", ("--training",))):
            file = folder / f"{name}.precinct"
            made = call("new", file, *SET_UP, "--list", voters, "--rejected", "2", *kind)
            assert made.code == 0, made
            assert play(file, *set_up()).code == 0
        (folder / "script.jsonl").unlink()
    return folder


@pytest.fixture
def desk(tmp_path, monkeypatch, _first_files):
    """Give a folder with both files and their list, on the laptop that wrote them.

    The passphrase stands in the surroundings, the PINs do not.
    """
    folder = shutil.copytree(_first_files, tmp_path / "desk")
    monkeypatch.setenv("PRECINCT_HOME", str(folder / "home"))
    monkeypatch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PRECINCT_LANGUAGE", "en")
    return folder


@pytest.fixture
def live(desk):
    """Give a live file in set-up."""
    return desk / "live.precinct"


@pytest.fixture
def training(desk):
    """Give a training file in set-up."""
    return desk / "training.precinct"


@pytest.fixture
def pins(monkeypatch):
    """Give the script the PIN of every member."""
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
