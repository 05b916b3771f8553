"""`.venv` is made once, and made anew when it is not what it should be."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from environment import (
    PACKAGES_STAMP,
    PROJECT_STAMP,
    packages_stand,
    packages_wanted,
    project_stands,
    project_wanted,
    python_of,
)
from speaking import SetUpError

ROOT = Path(__file__).resolve().parents[2]
BUILDING = ("hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers")
SET_UP = """
import sys
from pathlib import Path
from environment import python_of
print(python_of(Path(sys.argv[1])))
"""

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "smallest"
version = "1"
[tool.hatch.build.targets.wheel]
only-include = ["smallest.py"]
dev-mode-dirs = ["."]
"""


@pytest.fixture
def checkout(tmp_path):
    """Give the smallest project there is, locked to what builds it."""
    blocks = re.split(r"\n(?=\w)", (ROOT / "requirements-dev.lock").read_text("utf-8"))
    lock = [block for block in blocks if block.split("==")[0] in BUILDING]
    assert len(lock) == len(BUILDING)
    (tmp_path / "requirements-dev.lock").write_text("\n".join([*lock, ""]), "utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "smallest.py").write_text("SIZE = 1\n", "utf-8")
    return tmp_path


@pytest.fixture
def standing(checkout):
    """Give a checkout whose stamps say that all was made, without making it."""
    (checkout / ".venv/bin").mkdir(parents=True)
    (checkout / ".venv/bin/python").symlink_to(sys.executable)
    (checkout / PACKAGES_STAMP).write_text(packages_wanted(checkout), "utf-8")
    (checkout / PROJECT_STAMP).write_text(project_wanted(checkout), "utf-8")
    return checkout


def test_nothing_is_made_where_all_stands(standing, capsys):
    begun = time.perf_counter()
    assert python_of(standing) == str(standing / ".venv/bin/python")
    assert time.perf_counter() - begun < 1
    assert capsys.readouterr() == ("", "")


def test_a_changed_lock_makes_the_packages_anew(standing):
    (standing / "requirements-dev.lock").write_text("", "utf-8")
    assert not packages_stand(standing)
    assert project_stands(standing)


def test_a_changed_project_file_installs_only_the_project_anew(standing):
    (standing / "pyproject.toml").write_text(PROJECT + "# changed", "utf-8")
    assert packages_stand(standing)
    assert not project_stands(standing)


def test_a_moved_checkout_makes_the_packages_anew(standing, tmp_path_factory):
    moved = standing.rename(tmp_path_factory.mktemp("elsewhere") / "checkout")
    assert not packages_stand(moved)


def test_another_python_makes_the_packages_anew(standing):
    python = standing / ".venv/bin/python"
    python.unlink()
    assert not packages_stand(standing)
    python.symlink_to("/bin/sh")
    assert not packages_stand(standing)


def test_what_was_interrupted_is_made_anew(checkout):
    with started(checkout) as killed:
        wait_for((checkout / ".venv/bin/python").exists)
        killed.kill()
    assert not packages_stand(checkout)
    with started(checkout) as second:
        said, told = second.communicate()
    assert second.returncode == 0, told
    assert "making .venv anew" in told
    use = "import smallest, hatchling; print(smallest.SIZE)"
    used = subprocess.run([said.strip(), "-c", use], capture_output=True, text=True, check=False)
    assert used.stdout == "1\n", used.stderr
    with started(checkout) as third:
        assert third.communicate() == (said, "")


def test_a_lock_that_cannot_be_had_is_quoted_and_leaves_no_stamp(checkout):
    lock = f"hatchling==1.33.0 --hash=sha256:{'0' * 64}\n"
    (checkout / "requirements-dev.lock").write_text(lock, "utf-8")
    with pytest.raises(SetUpError, match=r"installing the packages failed(.|\n)*hash"):
        python_of(checkout)
    assert not (checkout / PACKAGES_STAMP).exists()


def started(checkout: Path) -> subprocess.Popen[str]:
    """Start a set-up in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", SET_UP, str(checkout)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "packaging")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(question: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not question():
        assert time.monotonic() < deadline
        time.sleep(0.01)
