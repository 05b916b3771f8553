"""Day files for the command line, each on a laptop of its own."""

import json
import shutil

import pytest

from precinct_app import keys
from tests.cli.console import LIST, PASSPHRASE, PINS, SET_UP, call, play, set_up


def make_files(folder):
    """Make a live and a training file, with a commission of five and its ballots."""
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


def lighten(patch):
    """Stretch with as little memory as Argon2id takes, so that no test waits for it."""
    patch.setattr(keys, "_KIBIBYTES", 64)
    patch.setattr(keys, "_PASSES", 1)


@pytest.fixture(scope="session")
def _light_files(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        lighten(patch)
        return make_files(tmp_path_factory.mktemp("light"))


@pytest.fixture
def surroundings(monkeypatch):
    """Put the passphrase into the surroundings, and a language, but no PINs."""
    monkeypatch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("PRECINCT_LANGUAGE", "en")
    return monkeypatch


@pytest.fixture
def desk(tmp_path, surroundings, _light_files):
    """Give a folder with both files and their list, on the laptop that wrote them."""
    lighten(surroundings)
    folder = shutil.copytree(_light_files, tmp_path / "desk")
    surroundings.setenv("PRECINCT_HOME", str(folder / "home"))
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
