"""The data of the program are found in a checkout and in a wheel."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from precinct_app import resources
from precinct_app.errors import ElectionError

ROOT = Path(__file__).parents[1]
IDS = ("2023-03-19", "2023-03-19-city", "referendum")


def test_three_elections_come_with_the_program():
    assert resources.election_ids() == IDS


@pytest.mark.parametrize("name", IDS)
def test_an_election_loads_under_the_name_of_its_file(name):
    assert resources.load_election(name).id == name


def test_text_and_bytes_of_a_resource_are_those_of_the_file():
    file = ROOT / "resources" / "elections" / "referendum.json"
    assert resources.read_bytes("elections/referendum.json") == file.read_bytes()
    assert json.loads(resources.read_text("elections/referendum.json"))["date"] == "2024-10-06"


def test_a_resource_that_is_not_there_is_said_so():
    with pytest.raises(FileNotFoundError):
        resources.read_text("elections/2099-01-01.json")


@pytest.mark.parametrize("name", ["2099-01-01", "", "../elections/referendum", "Referendum"])
def test_an_unknown_election_is_refused_with_the_known_ones(name):
    with pytest.raises(ElectionError, match="known are 2023-03-19, 2023-03-19-city, referendum"):
        resources.load_election(name)


LOOK = """
import sys
sys.path.insert(0, sys.argv[1])
from precinct_app import resources
assert resources.__file__.startswith(sys.argv[1])
print(*(resources.load_election(name).id for name in resources.election_ids()))
"""


def test_a_wheel_carries_the_resources_inside_the_package(tmp_path):
    source = tmp_path / "source"
    for folder in ("precinct_app", "resources"):
        shutil.copytree(
            ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", source)
    (source / "README.md").write_text("A copy to build a wheel from.\n", "utf-8")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(installed)
    look = [sys.executable, "-I", "-c", LOOK, str(installed)]
    seen = subprocess.run(look, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert seen.stdout.split() == list(IDS)
