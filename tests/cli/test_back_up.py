"""A copy of a day file from the command line: whole, checked, and over nothing."""

import pytest

from precinct_app.desk import Desk, this_laptop, unlock
from tests.cli.console import OPEN, PASSPHRASE, ask, call, issue, play, status, traces
from tests.store.files import flip


@pytest.fixture
def served(live, pins):  # noqa: ARG001 - the script needs them
    """Open voting and serve one voter."""
    assert play(live, OPEN, issue("1")).code == 0
    return live


def test_the_copy_is_the_day_and_says_how_far_it_reaches(desk, served):
    answer = ask("back-up", served, desk / "copy.precinct")
    assert answer.code == 0
    assert set(answer.json) == {"file", "journal"}
    assert answer.json["journal"] == status(served)["journal"]
    assert status(desk / "copy.precinct") | {"troubles": []} == status(served) | {"troubles": []}
    assert call("verify", desk / "copy.precinct").code == 0


def test_a_folder_takes_it_under_its_own_name(desk, served):
    (desk / "stick").mkdir()
    answer = call("back-up", served, desk / "stick")
    assert (answer.code, [file.name for file in (desk / "stick").iterdir()]) == (0, [served.name])
    entries = status(served)["journal"]["entries"]
    assert f"“live.precinct” is made and checked: {entries} entries" in answer.out


def test_it_is_taken_beside_the_program_that_writes(desk, served):
    with Desk(served, unlock(served, PASSPHRASE), this_laptop()) as other:
        other.start_writing()
        copied = ask("back-up", served, desk / "copy.precinct").json["journal"]
        assert copied["entries"] == len(other.day.entries)


def test_the_file_itself_is_not_touched(desk, served):
    before = traces(desk)
    assert call("back-up", served, desk / "copy.precinct").code == 0
    after = traces(desk)
    assert after.pop("copy.precinct")
    assert after == before


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("list.csv", "exists"),
        ("live.precinct", "exists"),
        (".", "exists"),
        ("no/copy.precinct", "no_folder"),
        ("list.csv/copy.precinct", "no_folder"),
    ],
)
def test_what_hinders_it_is_said_and_nothing_is_left(desk, served, to, reason):
    before = traces(desk)
    answer = ask("back-up", served, desk / to)
    assert (answer.code, answer.error) == (1, reason)
    assert traces(desk) == before


def test_a_file_that_is_none_gives_no_copy(desk, served, monkeypatch):
    assert ask("back-up", desk / "none.precinct", desk / "copy.precinct").error == "missing"
    assert ask("back-up", desk / "list.csv", desk / "copy.precinct").error == "cut"
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "another")
    assert ask("back-up", served, desk / "copy.precinct").error == "wrong_key"
    assert not (desk / "copy.precinct").exists()


def test_a_damaged_file_gives_no_half_copy(desk, served):
    flip(served, served.stat().st_size - 2000)
    assert ask("back-up", served, desk / "copy.precinct").error == "damaged"
    assert not (desk / "copy.precinct").exists()


def test_without_a_target_it_is_misuse(served):
    assert ask("back-up", served).code == 2
