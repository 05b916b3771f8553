"""The one file that sets everything up says what it does and what it lacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from speaking import SetUpError
from system_packages import Need, is_there, provide

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging/dev.py"
ABSENT = Need("libabsent1", "program", "precinct-absent")


def dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DEV, *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("words", [[], ["dance"], ["--help"]])
def test_without_a_verb_it_tells_its_verbs(words):
    done = dev(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    for verb in ("run", "test", "check", "bench", "torture", "shots"):
        assert f"\n  {verb} " in done.stderr


def test_pictures_want_a_folder():
    done = dev("shots")
    assert done.returncode == 2
    assert "wants the folder" in done.stderr


def test_an_older_python_is_told_so():
    program = f"import sys, runpy; sys.version_info = (3, 10); runpy.run_path({str(DEV)!r})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("This needs Python 3.11 or newer")
    assert "Traceback" not in done.stderr


def test_what_is_there_is_seen_and_what_is_absent_too():
    assert is_there(Need("python3", "module", "json"))
    assert is_there(Need("bash", "program", "bash"))
    assert is_there(Need("libc6", "library", "libc.so.6"))
    assert is_there(Need("libc-bin", "file", "/etc/passwd"))
    assert not is_there(Need("x", "module", "no_such_module"))
    assert not is_there(Need("x", "library", "libabsent.so.1"))
    assert not is_there(Need("x", "file", "/no/such/file"))
    assert not is_there(ABSENT)


def test_nothing_is_asked_of_apt_when_nothing_is_missing(monkeypatch, tmp_path):
    log = false_apt(tmp_path, monkeypatch)
    provide([Need("bash", "program", "bash")])
    assert not log.exists()


def test_what_is_missing_is_installed_after_the_lists_are_fetched(monkeypatch, tmp_path):
    log = false_apt(tmp_path, monkeypatch)
    provide([ABSENT])
    update, install = log.read_text().splitlines()
    assert update == "noninteractive -q update"
    assert install.startswith("noninteractive -q -y ")
    assert install.endswith(" --no-install-recommends install libabsent1")


def test_a_package_that_does_not_help_is_named(monkeypatch, tmp_path):
    false_apt(tmp_path, monkeypatch)
    with pytest.raises(SetUpError, match="missing here: libother2"):
        provide([Need("libother2", "program", "precinct-other")])


def test_without_apt_what_is_missing_is_said_plainly(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetUpError, match=r"missing here: libabsent1\. As root: apt-get update"):
        provide([ABSENT])


def test_a_failed_apt_is_quoted(monkeypatch, tmp_path):
    script(tmp_path / "apt-get", "echo 'E: Unable to locate package libabsent1'; exit 100")
    script(tmp_path / "sudo", 'exec "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(
        SetUpError, match=r"exit code 100(.|\n)*Unable to locate package libabsent1"
    ):
        provide([ABSENT])


def false_apt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an apt-get before the real one that writes down its words and installs ABSENT."""
    log, program = folder / "log", folder / ABSENT.sign
    script(
        folder / "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >>{log}; printf "#!/bin/sh\\n" >{program}; chmod +x {program}',
    )
    script(folder / "sudo", 'exec "$@"')
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return log


def script(file: Path, body: str) -> None:
    file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    file.chmod(0o755)
