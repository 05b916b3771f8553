"""The second place and the way back from the command line."""

import json

import pytest

from tests.cli.console import OPEN, PINS, ask, call, issue, play, status, traces
from tests.store.files import flip


@pytest.fixture
def stick(desk):
    """Give a folder that is the second place of the live file."""
    folder = desk / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def served(live, stick, pins):  # noqa: ARG001 - the script needs them
    """Choose the second place, open voting and serve two voters."""
    assert call("second-place", live, stick, "--by", "1").code == 0
    assert play(live, OPEN, issue("1"), issue("2")).code == 0
    return live


def lines_in(stick):
    (lines,) = stick.glob("*.lines")
    return lines


def test_it_is_chosen_and_its_first_whole_copy_is_there(live, stick, monkeypatch):
    monkeypatch.setenv("PRECINCT_PIN", PINS["1"])
    answer = ask("second-place", live, stick, "--by", "1")
    assert answer.json == {"second_place": {"folder": str(stick), "age": 0, "waiting": 0}}
    assert sorted(file.suffix for file in stick.iterdir()) == [".lines", ".precinct"]


def test_status_says_where_it_is_and_what_waits(served, stick):
    assert status(served)["second_place"] == {"folder": str(stick), "age": 0, "waiting": 0}
    assert f"“{stick}”, copy 0 s old, entries waiting: 0" in call("status", served).out
    lines_in(stick).unlink()
    found = status(served)["second_place"]
    assert (found["age"], found["waiting"]) == (None, status(served)["journal"]["entries"])
    assert f"no copy was found in “{stick}”" in call("status", served).out


def test_a_file_without_one_says_so(training):
    assert status(training)["second_place"] is None


@pytest.mark.usefixtures("pins")
def test_only_the_chairman_chooses(live, stick):
    assert ask("second-place", live, stick, "--by", "3").error == "role_wrong"
    assert ask("second-place", live, stick, "--by", "77").error == "member_unknown"
    assert list(stick.iterdir()) == []


def test_a_wrong_pin_chooses_nothing(live, stick, monkeypatch):
    monkeypatch.setenv("PRECINCT_PINS", json.dumps({"1": "0000"}))
    assert ask("second-place", live, stick, "--by", "1").error == "pin_wrong"
    assert list(stick.iterdir()) == []


@pytest.mark.usefixtures("pins")
@pytest.mark.parametrize(("folder", "reason"), [("", "second_place_same"), ("none", "no_folder")])
def test_what_hinders_it_is_said(desk, live, folder, reason):
    assert ask("second-place", live, desk / folder, "--by", "1").error == reason
    assert status(live)["second_place"] is None


def test_the_day_comes_back_with_all_entries(desk, served, stick):
    answer = ask("restore", desk / "back.precinct", stick)
    assert answer.code == 0
    assert answer.json["journal"] == status(served)["journal"]
    assert (answer.json["bad_lines"], answer.json["gap"], answer.json["untaken"]) == ([], None, 0)
    assert answer.json["from_lines"] > 0
    assert call("verify", desk / "back.precinct").code == 0
    assert status(desk / "back.precinct")["served"] == 2


def test_it_says_how_many_entries_came_back_and_up_to_when(desk, served, stick):
    answer = call("restore", desk / "back.precinct", stick)
    entries = status(served)["journal"]["entries"]
    assert f"“back.precinct” is restored and proved by replay: {entries} entries" in answer.out
    assert "up to 20" in answer.out


def test_another_laptop_may_read_it_until_it_goes_on(desk, served, stick, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", str(desk / "another"))
    back = desk / "back.precinct"
    assert call("restore", back, stick).code == 0
    assert status(back)["hindrance"] == "other_laptop"
    monkeypatch.setenv("PRECINCT_PIN", PINS["1"])
    assert ask("go-on", back, "--by", "1").json == {"desk": 2}
    assert status(back)["served"] == status(served)["served"]


def test_a_gap_is_told_and_what_comes_after_it_is_not_taken(desk, served, stick):
    lines = lines_in(stick)
    whole = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([*whole[:-2], b"1 torn\n", whole[-1]]))
    answer = ask("restore", desk / "back.precinct", stick)
    entries = status(served)["journal"]["entries"]
    assert answer.code == 1
    assert (answer.json["gap"], answer.json["untaken"]) == (f"1-{entries - 1}", 1)
    assert answer.json["bad_lines"] == [len(whole) - 1]
    assert answer.json["journal"]["entries"] == entries - 2
    said = call("restore", desk / "again.precinct", stick)
    assert f"Entry 1-{entries - 1} is missing" in said.out
    assert f"Lines that cannot be read: {len(whole) - 1}." in said.out


def test_the_recovery_sheet_opens_it_too(desk, surroundings, stick, live):
    sheet = ask("new", desk / "small.precinct", "--from", live, "--training").json["recovery"]
    assert call("second-place", desk / "small.precinct", stick, "--by", "1").code == 0
    surroundings.delenv("PRECINCT_PASSPHRASE")
    surroundings.setenv("PRECINCT_RECOVERY", sheet)
    assert call("restore", desk / "back.precinct", stick, "--recovery").code == 0
    assert call("verify", desk / "back.precinct", "--recovery").code == 0


def test_what_is_no_copy_and_a_name_that_is_taken_are_said(desk, served, stick, monkeypatch):
    before = traces(desk)
    assert ask("restore", served, stick).error == "exists"
    assert ask("restore", desk / "back.precinct", desk / "none").error == "no_copy"
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "another")
    assert ask("restore", desk / "back.precinct", stick).error == "wrong_key"
    assert traces(desk) == before


def test_a_damaged_whole_copy_alone_is_said(desk, served, stick):
    assert served
    (copy,) = stick.glob("*.precinct")
    lines_in(stick).unlink()
    flip(copy, 3 * 4096 + 7)
    flip(copy, 5 * 4096 + 7)
    answer = ask("restore", desk / "back.precinct", stick)
    assert answer.code in {0, 1}
    assert (desk / "back.precinct").exists() == ("journal" in answer.json)
