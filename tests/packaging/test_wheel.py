"""A wheel in an empty environment is the whole program, with no checkout near."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = [file for file in (ROOT / "resources").rglob("*") if file.is_file()]
IDS = sorted(file.stem for file in (ROOT / "resources/elections").glob("*.json"))

# Nothing that would lead the program back to the checkout, or to another coding of texts.
LEFT_OUT = ("PYTHONPATH", "PYTHONHOME", "PYTHONIOENCODING", "PYTHONUTF8", "VIRTUAL_ENV")

# With these Python takes the console for one that knows ASCII alone.
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel."""
    place = tmp_path_factory.mktemp("wheel")
    call(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(place),
        str(ROOT),
    )
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel):
    """Install the wheel and the run-time lock into an empty environment; it takes 330 MB."""
    with tempfile.TemporaryDirectory() as place:
        call(sys.executable, "-m", "venv", "--without-pip", place)
        python = f"{place}/bin/python"
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
        locked = ["--require-hashes", "--only-binary", ":all:", "-r", f"{ROOT}/requirements.lock"]
        call(*pip, "--no-compile", *locked)
        call(*pip, "--no-deps", "--no-index", str(wheel))
        yield Path(place)


def call(*command: str, folder: Path | None = None, **variables: str) -> str:
    """Run a command away from the checkout and give what it printed, which is UTF-8."""
    surroundings = {k: v for k, v in os.environ.items() if k not in LEFT_OUT} | variables
    done = subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, check=False, timeout=600
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return done.stdout.decode("utf-8")


def test_the_wheel_holds_the_program_and_its_resources_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} <= {"precinct_app", "ui"}
    resources = {file.relative_to(ROOT / "resources") for file in RESOURCES}
    data = {Path(name).relative_to("precinct_app/data") for name in names if "/data/" in name}
    assert data == resources


def test_the_installed_program_is_not_the_checkouts(environment, tmp_path):
    program = "import precinct_app, sys; print(precinct_app.__file__, *sys.path, sep='\\n')"
    where = call(f"{environment}/bin/python", "-c", program, folder=tmp_path)
    assert where.startswith(str(environment))
    assert str(ROOT) not in where


def test_the_installed_program_finds_its_elections(environment, tmp_path):
    program = "from precinct_app.resources import election_ids; print(*election_ids())"
    assert call(f"{environment}/bin/python", "-c", program, folder=tmp_path).split() == IDS


def test_what_is_installed_fits_together(environment):
    said = call(sys.executable, "-m", "pip", "--python", f"{environment}/bin/python", "check")
    assert "No broken requirements found" in said


def test_the_console_program_answers_from_anywhere(environment, tmp_path):
    said = call(f"{environment}/bin/precinct-app", "verbs", "--json", folder=tmp_path)
    assert "issue_ballots" in json.dumps(json.loads(said))


@pytest.mark.parametrize("surroundings", [{"LANG": "C"}, ASCII], ids=["LANG=C", "ascii"])
def test_the_console_program_writes_utf_8_whatever_the_console_believes(
    environment, tmp_path, surroundings
):
    voters = tmp_path / "voters.csv"
    voters.write_text("№;ФИО;Дата рождения;Адрес\n1;Қадырова Әсел;14.02.1990;\n", "utf-8")
    check = ("check-list", str(voters), "--election", "referendum", "--json", "--language", "kk")
    said = call(f"{environment}/bin/precinct-app", *check, folder=tmp_path, **surroundings)
    texts = "".join(line["text"] for line in json.loads(said)["report"])
    assert set("әғқңөұүіһ") & set(texts)
    assert not any("\udc80" <= letter <= "\udcff" for letter in texts)


def test_the_window_program_stands_beside_it(environment):
    script = environment / "bin/precinct-window"
    assert os.access(script, os.X_OK)
    assert "from precinct_app.__main__ import window" in script.read_text("utf-8")
