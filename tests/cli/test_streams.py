"""A command speaks UTF-8 and never falls over: closed streams, no terminal, a full disk."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from precinct_app.desk import Desk, this_laptop, unlock
from tests.cli.conftest import make_files
from tests.cli.console import PASSPHRASE, ROOT, SET_UP, issue, start

FULL_DISK = Path("/dev/full")


@pytest.fixture(scope="session")
def _whole_files(tmp_path_factory):
    """Make files that a process of its own can open."""
    return make_files(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def desk(tmp_path, surroundings, _whole_files):
    """Give a folder with both files and their list, on the laptop that wrote them."""
    folder = shutil.copytree(_whole_files, tmp_path / "desk")
    surroundings.setenv("PRECINCT_HOME", str(folder / "home"))
    return folder


def reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give the reason of a no under JSON; nothing else stands on stdout, and no traceback."""
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    found = json.loads(done.stdout)
    assert done.stdout.count(b"\n") == 1
    return str(found["error"]["reason"])


@pytest.mark.parametrize("locale", ["C", "POSIX", "ru_RU.KOI8-R"])
def test_stdout_is_utf8_whatever_the_console_believes(desk, locale):
    surroundings = {"LANG": locale, "LC_ALL": locale, "PYTHONIOENCODING": "ascii"}
    done = start("find", desk / "live.precinct", "Қадырова", "--json", environment=surroundings)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["hits"][0]["name"].startswith("Қадырова Әсел")


def test_where_nobody_can_type_the_passphrase_is_missed(live):
    for how in ({"stdin": subprocess.DEVNULL}, {"preexec_fn": close_stdin}):
        done = start(
            *("status", live, "--json"),
            environment={"PRECINCT_PASSPHRASE": None},
            start_new_session=True,
            **how,
        )
        assert (done.returncode, reason(done)) == (1, "passphrase_missing")
        assert b"Warning" not in done.stderr


def test_a_passphrase_may_be_handed_in_by_a_pipe(live):
    done = start(
        *("status", live, "--json"),
        environment={"PRECINCT_PASSPHRASE": None},
        input=f"{PASSPHRASE}\r\n".encode(),
        start_new_session=True,
    )
    assert (done.returncode, json.loads(done.stdout)["voters"]) == (0, 4)
    assert done.stderr == b""


def test_behind_the_passphrase_a_script_may_follow(training):
    steps = f"{PASSPHRASE}\n{json.dumps(issue('1'))}\n\n{{}}".encode()
    done = start(
        *("play", training, "-"),
        environment={"PRECINCT_PASSPHRASE": None},
        input=steps,
        start_new_session=True,
    )
    answers = [json.loads(line)["reason"] for line in done.stdout.splitlines()]
    assert (done.returncode, answers) == (1, ["phase_wrong", "unknown_verb"])


def test_a_script_from_a_closed_stdin_is_an_empty_one(training):
    done = start("play", training, "-", preexec_fn=close_stdin)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("name", ["PRECINCT_PASSPHRASE", "PRECINCT_RECOVERY", "PRECINCT_PINS"])
def test_a_secret_that_is_no_utf8_is_said(live, name):
    rest = {"PRECINCT_PINS": ["-"], "PRECINCT_RECOVERY": ["--recovery"]}.get(name, [])
    command = "play" if name == "PRECINCT_PINS" else "status"
    surroundings = {os.fsencode(key): os.fsencode(value) for key, value in os.environ.items()}
    done = subprocess.run(
        [sys.executable, "-m", "precinct_app", command, live, *rest, "--json"],
        env=surroundings | {os.fsencode(name): b'"\xff"', b"PYTHONPATH": os.fsencode(ROOT)},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    assert (done.returncode, reason(done)) == (1, "bad_argument")


def test_an_argument_that_is_no_utf8_is_misuse(desk):
    for words in (
        ("status", b"\xff.precinct"),
        ("new", b"\xff.precinct", *SET_UP, "--list", "list.csv"),
        ("find", "live.precinct", b"\xff"),
        ("rehearse", "--out", b"\xff"),
    ):
        done = start(*words, "--json", cwd=desk)
        assert (done.returncode, reason(done)) == (2, "misused")


def test_a_stdout_that_takes_nothing_is_no_crash(live):
    for words in (("status", live, "--json"), ("verbs",), ("status", live)):
        with FULL_DISK.open("w") as full:
            done = start(*words, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 1
        assert done.stderr.decode().splitlines() == [
            "precinct-app: [Errno 28] No space left on device"
        ]


def test_a_reader_who_has_heard_enough_is_no_crash():
    reading, writing = os.pipe()
    os.close(reading)
    done = start("verbs", "--json", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_whoever_breaks_off_sees_no_traceback(training):
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "precinct_app", "play", training, "-"],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as playing:
        assert playing.stdin
        assert playing.stdout
        playing.stdin.write(b"{}\n")
        playing.stdin.flush()
        assert json.loads(playing.stdout.readline())["reason"] == "unknown_verb"
        playing.send_signal(signal.SIGINT)
        _, err = playing.communicate(timeout=30)
    assert (playing.returncode, err) == (1, b"")


def test_a_new_passphrase_is_typed_twice_at_a_terminal(desk):
    words = ("new", "typed.precinct", *SET_UP, "--list", "list.csv", "--rejected", "2", "--json")
    code, said = typed(desk, words, "Таңғы шық\n", "Таңғы шық\n")
    assert code == 0, said
    assert "Passphrase of “typed.precinct”: " in said
    assert "The same passphrase again: " in said
    done = start(
        *("status", desk / "typed.precinct"), environment={"PRECINCT_PASSPHRASE": "Таңғы шық"}
    )
    assert done.returncode == 0


def test_a_new_passphrase_that_was_mistyped_makes_no_file(desk):
    words = ("new", "typed.precinct", *SET_UP, "--list", "list.csv", "--rejected", "2", "--json")
    code, said = typed(desk, words, "Таңғы шық\n", "Таңғы шың\n")
    assert (code, "passphrase_differs" in said) == (1, True)
    assert not (desk / "typed.precinct").exists()


def test_an_old_file_is_opened_by_a_passphrase_that_is_typed_once(desk):
    code, said = typed(desk, ("status", "live.precinct", "--json"), f"{PASSPHRASE}\n")
    assert code == 0, said
    assert PASSPHRASE not in said


def test_where_nobody_can_type_a_pin_it_is_wrong(live):
    done = start(
        *("go-on", live, "--by", "1", "--json"),
        environment={"PRECINCT_HOME": str(live.with_name("another-home"))},
        start_new_session=True,
        input=b"",
    )
    assert (done.returncode, reason(done)) == (1, "pin_wrong")


def test_a_reader_is_not_refused_while_another_writes(training):
    with Desk(training, unlock(training, PASSPHRASE), this_laptop()) as desk:
        desk.start_writing()
        for command in ("status", "verify"):
            assert start(command, training).returncode == 0
        done = start("play", training, "-", stdin=subprocess.DEVNULL)
    assert (done.returncode, reason(done)) == (1, "second_writer")


def typed(folder: Path, words: tuple[str, ...], *lines: str) -> tuple[int, str]:
    """Run a command at a terminal and type each line when it is asked for."""
    terminal, its_end = pty.openpty()
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    surroundings.pop("PRECINCT_PASSPHRASE")
    with subprocess.Popen(
        [sys.executable, "-m", "precinct_app", *words],
        cwd=folder,
        env=surroundings,
        preexec_fn=lambda: os.login_tty(its_end),  # noqa: PLW1509 - the child has no threads yet
    ) as asking:
        os.close(its_end)
        said = b"".join(heard(terminal, lines))
    os.close(terminal)
    return asking.returncode, said.decode()


def heard(terminal: int, lines: Sequence[str]) -> Iterator[bytes]:
    """Give what is said at a terminal, typing the next line after each question."""
    ending, asked, typed_lines = time.monotonic() + 60, 0, 0
    while time.monotonic() < ending:
        try:
            said = os.read(terminal, 10_000)
        except OSError:  # the other end was closed
            return
        yield said
        asked += said.count(b": ")
        while typed_lines < min(asked, len(lines)):
            os.write(terminal, lines[typed_lines].encode())
            typed_lines += 1


def close_stdin() -> None:
    """Leave a child without a standard input."""
    os.close(0)
