"""What is committed names no place on anybody's machine and no registry's address."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RUN_TIME, DEVELOPMENT = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
IGNORED = {line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()}

ADDRESS = re.compile(r"https?://|index-url|find-links")
# Written so that this file does not name them either.
REGISTRY = re.compile(r"[p]ypi\.org|[p]ythonhosted|[d]eb\.debian\.org")
MACHINE = re.compile(r"(?<![\w.*])/(?:work|root)[/]\w")


def committed() -> Iterator[tuple[Path, str]]:
    """Give every text file that could be committed."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in IGNORED | {".git"}]
        for file in (Path(folder, name) for name in names):
            try:
                yield file.relative_to(ROOT), file.read_text("utf-8")
            except UnicodeDecodeError:
                continue


def pinned(lock: Path) -> dict[str, str]:
    """Read name and version of every package of a lock file."""
    lines = re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


@pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT], ids=lambda lock: lock.name)
def test_no_lock_file_holds_an_address(lock):
    assert ADDRESS.findall(lock.read_text("utf-8")) == []


@pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT], ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_a_hash(lock):
    blocks = re.split(r"\n(?=\w)", lock.read_text("utf-8"))
    packages = [block for block in blocks if not block.startswith("#")]
    assert len(packages) > 20
    assert [block for block in packages if "==" not in block or "--hash=sha256:" not in block] == []


def test_the_two_locks_pin_the_same_versions():
    assert pinned(RUN_TIME).items() <= pinned(DEVELOPMENT).items()


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run_time = map(Requirement, project["project"]["dependencies"])
    development = map(Requirement, project["dependency-groups"]["dev"])
    for lock, asked in ((RUN_TIME, run_time), (DEVELOPMENT, development)):
        versions = pinned(lock)
        for requirement in asked:
            assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_the_program_itself_carries_no_numpy():
    assert pinned(RUN_TIME).keys() & {"numpy", "pandas"} == set()


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_machines_folder_or_a_registry(pattern):
    found = {str(file): hit for file, text in committed() if (hit := pattern.findall(text))}
    assert found == {}


def test_the_patterns_find_what_they_look_for():
    root = Path("/")
    assert MACHINE.search(f"see {root / 'work' / 'main'}")
    assert MACHINE.search(f'"{root / "root" / "x"}"')
    assert not MACHINE.search(f"docs{root / 'work' / 'flow'}")
    assert REGISTRY.search(f"https://{'pypi'}.org")
    assert {str(file) for file, _ in committed()} >= {"LICENSE", ".ci/run", "pyproject.toml"}
