"""A set-up in another file: fresh and live, or to be tried."""

import json

import pytest

from tests.cli.console import (
    LIST,
    OPEN,
    PASSPHRASE,
    SET_UP,
    ask,
    call,
    issue,
    line,
    play,
    status,
    traces,
)

LISTED = (*SET_UP, "--list", "list.csv", "--rejected", "2")


@pytest.fixture(autouse=True)
def _place(desk, monkeypatch):
    monkeypatch.chdir(desk)


def test_a_fresh_live_file_has_the_set_up_and_the_old_one_is_not_used(desk, live):
    before = status(live)
    answer = ask("new", "fresh.precinct", "--from", live)
    assert answer.code == 0
    assert set(answer.json) == {"file", "recovery"}
    fresh, old = status(desk / "fresh.precinct"), status(live)
    assert (fresh["kind"], fresh["phase"], fresh["voters"]) == ("live", "setup", 4)
    assert old["phase"] == "not_used"
    # The list, the members and the receipts; the stacks are back in the safe.
    assert fresh["accounts"]["maz_pl"]["safe"] == 100
    assert before["accounts"]["maz_pl"]["safe"] == 70
    assert old["accounts"] == before["accounts"]


@pytest.mark.usefixtures("pins")
def test_the_members_keep_their_pins_in_a_fresh_file(desk, live):
    assert call("new", "fresh.precinct", "--from", live).code == 0
    fresh = desk / "fresh.precinct"
    stack = line("hand_out_ballots", member="4", amounts={"maz_pl": 5})
    assert play(fresh, stack, OPEN, issue("1")).code == 0


@pytest.mark.usefixtures("pins")
def test_a_file_that_is_not_used_offers_nothing_more(live):
    assert call("new", "fresh.precinct", "--from", live).code == 0
    assert play(live, OPEN).lines[0]["reason"] == "phase_wrong"
    assert ask("new", "second.precinct", "--from", live).error == "not_taken_over"


@pytest.mark.usefixtures("pins")
def test_no_fresh_file_is_made_after_the_opening(desk, live):
    assert play(live, OPEN).code == 0
    before = traces(desk)
    answer = ask("new", "fresh.precinct", "--from", live)
    assert (answer.code, answer.error) == (1, "not_taken_over")
    assert traces(desk) == before


def test_a_training_file_never_becomes_a_live_one(desk, training):
    before = traces(desk)
    assert ask("new", "fresh.precinct", "--from", training).error == "not_taken_over"
    assert traces(desk) == before


def test_try_it_leaves_the_live_file_byte_for_byte(desk, live):
    before = live.read_bytes()
    neighbours = {name for name in traces(desk) if name.startswith("live")}
    assert call("new", "try.precinct", "--training", "--from", live).code == 0
    assert live.read_bytes() == before
    assert {name for name in traces(desk) if name.startswith("live")} == neighbours
    assert status(desk / "try.precinct")["kind"] == "training"


def test_a_copy_to_try_asks_no_pin_and_plays_the_day(desk, live):
    assert call("new", "try.precinct", "--training", "--from", live).code == 0
    stack = line("hand_out_ballots", member="4", amounts={"maz_pl": 5})
    trial = desk / "try.precinct"
    assert play(trial, stack, OPEN, issue("1", witness="5")).code == 0
    assert status(trial)["served"] == 1


@pytest.mark.usefixtures("pins")
def test_after_the_opening_it_can_still_be_tried(desk, live):
    assert play(live, OPEN).code == 0
    assert call("new", "try.precinct", "--training", "--from", live).code == 0
    assert status(desk / "try.precinct")["phase"] == "setup"


@pytest.mark.parametrize("kind", [(), ("--training",)])
def test_what_stands_there_is_never_overwritten(desk, live, training, kind):
    before = traces(desk)
    answer = ask("new", training, "--from", live, *kind)
    assert (answer.code, answer.error) == (1, "exists")
    assert traces(desk) == before


def test_what_is_stated_too_must_be_of_the_same_election(desk, live):
    before = traces(desk)
    words = ("new", "fresh.precinct", "--from", live, "--election")
    assert ask(*words, "referendum").error == "bad_argument"
    assert traces(desk) == before
    assert ask(*words, "2023-03-19", "--number", "214").code == 0


def test_a_list_that_is_stated_too_replaces_the_old_one(desk, live):
    (desk / "later.csv").write_text("".join(LIST.splitlines(keepends=True)[:4]), "utf-8")
    words = ("--number", "215", "--list", "later.csv")
    assert call("new", "fresh.precinct", "--from", live, *words).code == 0
    fresh = status(desk / "fresh.precinct")
    assert (fresh["voters"], fresh["precinct"]) == (2, "215")
    assert fresh["accounts"]["maz_pl"]["safe"] == 100


def test_an_old_file_that_cannot_be_opened_makes_no_fresh_one(desk, monkeypatch):
    before = traces(desk)
    assert ask("new", "fresh.precinct", "--from", "nobody.precinct").error == "missing"
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "another")
    assert ask("new", "fresh.precinct", "--from", "live.precinct").error == "wrong_key"
    assert traces(desk) == before


def test_with_the_recovery_sheet_a_forgotten_passphrase_is_replaced(desk, monkeypatch):
    made = ask("new", "old.precinct", *LISTED)
    monkeypatch.setenv("PRECINCT_RECOVERY", made.json["recovery"])
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "a new one")
    assert ask("status", "old.precinct").error == "wrong_key"
    words = ("new", "fresh.precinct", "--from", "old.precinct", "--recovery")
    assert call(*words).code == 0
    assert status(desk / "fresh.precinct")["voters"] == 4
    monkeypatch.setenv("PRECINCT_PASSPHRASE", PASSPHRASE)
    # Its creation and its desk, the use of the sheet, the fresh file that took its place.
    assert status(desk / "old.precinct")["journal"]["entries"] == 4


def test_the_pins_of_a_copy_to_try_are_not_those_of_the_members(desk, live, monkeypatch):
    assert call("new", "try.precinct", "--training", "--from", live).code == 0
    monkeypatch.setenv("PRECINCT_PINS", json.dumps({"1": "0000"}))
    # A training file asks none, so a wrong one does not matter either.
    assert play(desk / "try.precinct", OPEN).code == 0
