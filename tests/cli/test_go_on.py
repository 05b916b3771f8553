"""A file of another laptop opens for reading, until the chairman lets it go on."""

import json

import pytest

from tests.cli.console import OPEN, PASSPHRASE, PINS, ask, call, issue, play, status, traces


@pytest.fixture
def elsewhere(live, monkeypatch):
    """Open voting in a live file, and take it to another laptop."""
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    assert play(live, OPEN, issue("1")).code == 0
    monkeypatch.delenv("PRECINCT_PINS")
    monkeypatch.setenv("PRECINCT_HOME", str(live.with_name("another-home")))
    return live


def test_it_opens_for_reading_and_says_why_it_is_not_gone_on_with(desk, elsewhere):
    before = traces(desk)
    assert status(elsewhere)["hindrance"] == "other_laptop"
    assert call("verify", elsewhere).code == 0
    assert ask("find", elsewhere, "Иванов").json["hits"]
    answer = call("play", elsewhere, "list.csv")
    assert (answer.code, answer.error) == (1, "missing")
    answer = call("play", elsewhere, desk / "list.csv")
    assert (answer.code, answer.error) == (1, "other_laptop")
    assert "the chairman lets it go on" in answer.json["error"]["text"]
    assert traces(desk) == before


def test_the_chairman_lets_it_go_on_as_the_next_desk(elsewhere, monkeypatch):
    first = status(elsewhere)["journal"]["desks"][0]
    monkeypatch.setenv("PRECINCT_PIN", PINS["1"])
    assert ask("go-on", elsewhere, "--by", "1").json == {"desk": 2}
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    answer = play(elsewhere, issue("1"), issue("2"))
    assert [one.get("reason") for one in answer.lines] == ["already_issued", None]
    assert answer.lines[1]["entry"]["desk"] == 2
    found = status(elsewhere)
    assert found["journal"]["desks"][0] == first
    assert [one["desk"] for one in found["journal"]["desks"]] == [1, 2]
    assert (found["served"], found["conflicts"], found["hindrance"]) == (2, [], None)
    assert call("verify", elsewhere).code == 0


def test_back_home_the_file_is_another_laptops_again(elsewhere, monkeypatch):
    home = str(elsewhere.with_name("home"))
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    assert call("go-on", elsewhere, "--by", "1").code == 0
    monkeypatch.setenv("PRECINCT_HOME", home)
    assert status(elsewhere)["hindrance"] == "other_laptop"
    assert ask("go-on", elsewhere, "--by", "1").json == {"desk": 3}
    assert play(elsewhere, issue("3")).lines[0]["entry"]["desk"] == 3


@pytest.mark.parametrize(
    ("by", "pin", "reason"),
    [
        ("1", "9999", "pin_wrong"),
        ("1", "", "pin_wrong"),
        ("2", PINS["2"], "role_wrong"),
        ("4", PINS["4"], "role_wrong"),
        ("77", "1111", "pin_wrong"),
    ],
)
def test_nobody_else_lets_it_go_on(desk, elsewhere, by, pin, reason, monkeypatch):
    monkeypatch.setenv("PRECINCT_PIN", pin or "-")
    before = {name: found for name, found in traces(desk).items() if name == elsewhere.name}
    answer = ask("go-on", elsewhere, "--by", by)
    assert (answer.code, answer.error) == (1, reason)
    assert {name: found for name, found in traces(desk).items() if name == elsewhere.name} == before
    assert status(elsewhere)["hindrance"] == "other_laptop"


def test_a_pin_that_is_guessed_waits_from_one_command_to_the_next(elsewhere, monkeypatch):
    monkeypatch.setenv("PRECINCT_PIN", "9999")
    for _ in range(3):
        assert ask("go-on", elsewhere, "--by", "1").error == "pin_wrong"
    monkeypatch.setenv("PRECINCT_PIN", PINS["1"])
    assert ask("go-on", elsewhere, "--by", "1").error == "pin_wait"


def test_ones_own_file_needs_no_leave(live, monkeypatch):
    monkeypatch.setenv("PRECINCT_PIN", PINS["1"])
    assert ask("go-on", live, "--by", "1").error == "not_anothers"


def test_a_training_file_asks_no_pin(training, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", str(training.with_name("another-home")))
    answer = call("go-on", training, "--by", "1")
    assert (answer.code, answer.out) == (0, "The day goes on as desk 2.\n")


def test_an_older_copy_goes_on_as_the_next_desk_too(live, monkeypatch):
    older = live.read_bytes()
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    assert play(live, OPEN).code == 0
    live.write_bytes(older)
    found = status(live)
    assert (found["hindrance"], found["journal"]["ok"]) == ("older_copy", False)
    assert ask("play", live, live.with_name("list.csv")).error == "older_copy"
    assert ask("go-on", live, "--by", "1").json == {"desk": 2}
    found = status(live)
    assert (found["hindrance"], found["journal"]["ok"]) == (None, True)
    assert [one["desk"] for one in found["journal"]["desks"]] == [1, 2]
    assert play(live, OPEN, issue("1")).code == 0


def test_the_use_of_the_recovery_sheet_is_an_entry_there_too(desk, monkeypatch):
    words = ("--election", "2023-03-19", "--number", "1", "--list", desk / "list.csv")
    file = desk / "fresh.precinct"
    made = ask("new", file, *words, "--rejected", "2", "--training")
    step = {"do": "name_member", "by": "1"}
    named = {"member": "1", "name": "Төраға", "role": "chairman"}
    assert play(file, step | {"args": named}).code == 0
    monkeypatch.setenv("PRECINCT_HOME", str(desk / "another-home"))
    monkeypatch.setenv("PRECINCT_RECOVERY", made.json["recovery"])
    monkeypatch.delenv("PRECINCT_PASSPHRASE")
    before = call_status(file)
    assert call("go-on", file, "--by", "1", "--recovery").code == 0
    after = call_status(file)
    # The next desk was opened, and the sheet was used.
    assert after["journal"]["desks"][1]["entries"] == 2
    assert after["journal"]["entries"] == before["journal"]["entries"] + 2


def call_status(file):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
        return status(file)
