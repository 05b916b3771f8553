"""The recovery sheet opens a file, and its use is an entry."""

import json
from os import environ

import pytest

from precinct_app.desk import Desk, this_laptop, unlock_by_sheet
from tests.cli.console import OPEN, PASSPHRASE, SET_UP, ask, call, line, play, status, traces


@pytest.fixture
def sheet(desk, monkeypatch):
    """Make a file, forget its passphrase, and take its sheet out of the envelope."""
    file = desk / "fresh.precinct"
    made = ask("new", file, *SET_UP, "--list", desk / "list.csv", "--rejected", "2")
    monkeypatch.delenv("PRECINCT_PASSPHRASE")
    monkeypatch.setenv("PRECINCT_RECOVERY", made.json["recovery"])
    return file


def entries(file):
    return ask("status", file, "--recovery").json["journal"]["entries"]


def test_it_opens_the_file_for_every_command(sheet):
    for words in (("status", sheet), ("verify", sheet), ("find", sheet, "Иванов")):
        assert call(*words, "--recovery").code == 0
    sheet.with_name("none.jsonl").touch()
    assert call("play", sheet, sheet.with_name("none.jsonl"), "--recovery").code == 0
    # Two entries of its creation, one for each use, this one included; after a use the desk
    # begins anew.
    assert entries(sheet) == 2 + 5 + 4


@pytest.mark.parametrize(
    "typed", [str.lower, lambda key: key.replace(" ", ""), lambda key: key.replace("0", "O")]
)
def test_it_may_be_typed_as_people_type(sheet, monkeypatch, typed):
    monkeypatch.setenv("PRECINCT_RECOVERY", typed(environ["PRECINCT_RECOVERY"]))
    assert entries(sheet) == 3


@pytest.mark.parametrize("typed", ["0", "ABCD " * 14, "Қазақстан", "-" * 70])
def test_a_key_that_is_mistyped_is_said_and_changes_nothing(sheet, monkeypatch, typed):
    monkeypatch.setenv("PRECINCT_RECOVERY", typed)
    before = traces(sheet.parent)
    assert ask("status", sheet, "--recovery").error == "recovery_mistyped"
    assert traces(sheet.parent) == before


def test_the_sheet_of_another_file_does_not_open_it(sheet, live):
    assert ask("status", live, "--recovery").error == "wrong_key"
    assert call("status", sheet, "--recovery").code == 0


def test_a_sheet_opens_no_file_that_is_none(sheet):
    assert ask("status", sheet.with_name("list.csv"), "--recovery").error == "cut"


def test_whose_use_cannot_be_recorded_may_still_look(sheet, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", str(sheet.with_name("another-home")))
    before = sheet.read_bytes()
    assert ask("status", sheet, "--recovery").json["hindrance"] == "other_laptop"
    assert sheet.read_bytes() == before


def test_beside_another_program_it_is_said_what_to_do(sheet, monkeypatch):
    key = unlock_by_sheet(sheet, environ["PRECINCT_RECOVERY"])
    with Desk(sheet, key, this_laptop()) as other:
        other.start_writing()
        answer = ask("status", sheet, "--recovery")
        assert answer.error == "second_writer"
        assert "close that program and try again" in answer.json["error"]["text"]
        monkeypatch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
        assert status(sheet)["journal"]["entries"] == 2
    assert entries(sheet) == 3


def test_a_script_is_played_with_the_sheet_alone(sheet, monkeypatch):
    monkeypatch.setenv("PRECINCT_PINS", '{"1": "1111"}')
    script = sheet.with_name("script.jsonl")
    steps = (
        line("name_member", member="1", name="Төраға", role="chairman"),
        line("state_list_act", number="1", voters=4),
        OPEN,
    )
    script.write_text("\n".join(json.dumps(step) for step in steps), "utf-8")
    assert call("play", sheet, script, "--recovery").code == 0
    assert ask("status", sheet, "--recovery").json["phase"] == "voting"


def test_without_the_option_the_sheet_is_not_used(training, monkeypatch):
    monkeypatch.setenv("PRECINCT_RECOVERY", "0")
    entries = status(training)["journal"]["entries"]
    assert play(training, OPEN).code == 0
    # The program began anew, the chairman came on duty and opened voting.
    assert status(training)["journal"]["entries"] == entries + 3
