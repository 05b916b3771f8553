"""A script plays the day: clocks, PINs, duty and second persons as at a desk."""

import json
from datetime import datetime, timedelta

import pytest

from tests.cli.console import (
    OPEN,
    PINS,
    SET_UP,
    ask,
    call,
    issue,
    line,
    play,
    set_up,
    status,
)


def test_a_morning_is_played_from_a_list_to_the_first_voters(training):
    answer = play(training, OPEN, issue("1"), issue("2"), issue("3", issuer="5", by="2"))
    assert answer.code == 0
    found = status(training)
    assert (found["phase"], found["served"], found["issued"]["maz_pl"]) == ("voting", 3, 3)
    assert found["accounts"]["maz_pl"]["member:4"] == 8


def test_it_goes_on_after_a_refusal_and_says_so_with_its_exit_code(training):
    answer = play(training, issue("1"), OPEN, issue("1"), issue("1"), issue("2"))
    assert answer.code == 1
    assert [found["ok"] for found in answer.lines] == [False, True, True, False, True]


@pytest.mark.usefixtures("pins")
def test_before_the_opening_a_live_file_offers_no_issuing(live):
    before = status(live)["accounts"]
    (answer,) = play(live, issue("1")).lines
    assert (answer["reason"], answer["article"]) == ("phase_wrong", "41(4)")
    assert status(live)["accounts"] == before


def test_the_numbers_of_entries_are_those_of_the_journal(training):
    entries = [answer["entry"] for answer in play(training, OPEN, issue("1")).lines]
    assert {entry["desk"] for entry in entries} == {1}
    assert [entry["kind"] for entry in entries] == ["voting_opened", "ballots_issued"]
    assert entries[-1]["number"] == status(training)["journal"]["entries"]


def test_in_a_training_file_a_stated_moment_moves_the_clock_forth_and_back(training):
    answer = play(
        training,
        OPEN,
        issue("1", happened="10:42:17"),
        issue("2"),
        issue("3", happened="2023-03-19T09:00:00+06:00"),
        issue("4"),
    )
    recorded = [datetime.fromisoformat(one["entry"]["recorded"]) for one in answer.lines[1:]]
    assert all("stated" not in one["entry"] for one in answer.lines)
    assert recorded[0].isoformat() == "2023-03-19T10:42:17+06:00"
    assert timedelta(0) <= recorded[1] - recorded[0] < timedelta(minutes=1)
    assert recorded[2].isoformat() == "2023-03-19T09:00:00+06:00"
    assert timedelta(0) <= recorded[3] - recorded[2] < timedelta(minutes=1)


def test_the_training_clock_goes_on_where_the_last_script_left_it(training):
    assert play(training, OPEN, issue("1", happened="11:00:00")).code == 0
    (entry,) = [one["entry"] for one in play(training, issue("2")).lines]
    assert entry["recorded"].startswith("2023-03-19T11:0")


@pytest.mark.usefixtures("pins")
def test_in_a_live_file_a_stated_moment_is_marked_and_moves_no_clock(live):
    before = datetime.now().astimezone().replace(microsecond=0)
    answer = play(live, OPEN, issue("1", happened="10:42:17"), issue("2"))
    assert answer.code == 0
    opened, stated, after = (one["entry"] for one in answer.lines)
    assert stated["happened"] == "2023-03-19T10:42:17+06:00"
    assert stated["stated"] is True
    for entry in (opened, stated, after):
        recorded = datetime.fromisoformat(entry["recorded"])
        assert before <= recorded <= datetime.now().astimezone()
    assert "stated" not in opened
    assert after["happened"] == after["recorded"]


@pytest.mark.usefixtures("pins")
def test_what_has_not_happened_yet_is_refused_in_a_live_file(live):
    later = (datetime.now().astimezone() + timedelta(minutes=5)).isoformat(timespec="seconds")
    opened, refused = play(live, OPEN, issue("1", happened=later)).lines
    assert opened["ok"]
    assert refused["reason"] == "happened_later"


def test_a_stated_time_of_day_may_have_an_offset_of_its_own(training):
    answer = play(training, OPEN, issue("1", happened="10:42:17+05:00"))
    assert answer.lines[1]["entry"]["happened"] == "2023-03-19T10:42:17+05:00"


def test_the_issuer_and_who_types_come_on_duty_by_themselves(training):
    first = status(training)["journal"]["entries"]
    answer = play(training, OPEN, issue("1", issuer="4", by="3"))
    # The program began anew; the chairman, then the typist and the issuer came on duty.
    assert [one["entry"]["number"] - first for one in answer.lines] == [3, 6]


def test_nine_members_take_turns_at_a_desk_of_eight(desk):
    file = desk / "nine.precinct"
    made = call("new", file, *SET_UP, "--list", desk / "list.csv", "--rejected", "2", "--training")
    assert made.code == 0
    kinds = ["maz_pl", "maz_smd", "reg_pl", "reg_smd"] * 2
    issuers = ["3", "4", "5", "6", "7", "8", "9", "3"]
    steps = [
        line("issue_ballots", str(1 + place % 2), voter=voter, ballots=[ballot], issuer=issuer)
        for place, (voter, ballot, issuer) in enumerate(
            zip("11112222", kinds, issuers, strict=True)
        )
    ]
    answer = play(file, *set_up(9), OPEN, *steps)
    assert answer.code == 0, answer.lines[-8:]
    assert status(file)["issued"]["reg_pl"] == 2


def test_who_leaves_the_desk_is_not_brought_back_to_leave_it(training):
    answer = play(training, line("sign_out", "4"), line("sign_in", "4"), line("sign_out", "4"))
    assert [one["ok"] for one in answer.lines] == [False, True, True]
    assert answer.lines[0]["reason"] == "not_on_duty"


def test_the_stack_of_a_removed_member_is_put_in_the_safe_by_who_leads_art_39_2(training):
    """Karasai 455, 2023: who was removed does not come back on duty to hand over."""
    present = [str(member) for member in range(1, 6)]
    removed = line("remove_member", member="4", decision=1, reason="вброс") | {"witness": "2"}
    answer = play(
        training,
        OPEN,
        line("decide", question="отстранить", present=present, votes_for=5),
        removed,
        line("put_in_safe", issuer="4", amounts={"maz_pl": 10}),
        issue("1", by="4"),
    )
    assert [found["ok"] for found in answer.lines] == [True, True, True, True, False]
    assert answer.lines[-1]["reason"] == "not_serving"
    accounts = status(training)["accounts"]["maz_pl"]
    assert (accounts["safe"], accounts.get("member:4", 0)) == (80, 0)


def test_a_second_person_may_stand_by_any_act(training):
    taken = {"voter": "1", "ballots": ["maz_pl"], "issuer": "4"}
    recorded = line("issue_ballots", "3", **taken) | {"record": {"paper": "1", "reason": "қағаз"}}
    answer = play(
        training, OPEN, recorded, recorded | {"witness": "3"}, recorded | {"witness": "5"}
    )
    assert [one.get("reason") for one in answer.lines] == [
        None,
        "witness_missing",
        "witness_same",
        None,
    ]


def test_a_script_that_writes_nothing_new_is_refused_for_another_laptop(training, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", str(training.with_name("elsewhere")))
    answer = ask("play", training, training.with_name("list.csv"))
    assert (answer.code, answer.error) == (1, "other_laptop")


@pytest.mark.parametrize("given", ["", "{", "[]", "5", '"x"', '{"1": "\\ud800"}', "[" * 90_000])
def test_pins_that_are_no_object_are_said_before_anything_is_played(live, monkeypatch, given):
    monkeypatch.setenv("PRECINCT_PINS", given)
    entries = status(live)["journal"]["entries"]
    answer = play(live, OPEN)
    if given:
        assert (answer.code, answer.error) == (1, "bad_argument")
    else:
        assert answer.lines[0]["reason"] == "not_on_duty"
    assert status(live)["journal"]["entries"] - entries == (0 if given else 1)


def test_without_a_pin_nobody_comes_on_duty_in_a_live_file(live):
    (answer,) = play(live, OPEN).lines
    assert (answer["ok"], answer["reason"]) == (False, "not_on_duty")


def test_a_wrong_pin_is_recorded_and_refused(live, monkeypatch):
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS | {"1": "9999"}))
    entries = status(live)["journal"]["entries"]
    (answer,) = play(live, OPEN).lines
    assert (answer["ok"], answer["reason"]) == (False, "pin_wrong")
    # The program began anew, and somebody typed a wrong PIN.
    assert status(live)["journal"]["entries"] == entries + 2


def test_a_second_person_gives_the_pin_too(live, monkeypatch):
    steps = [OPEN, issue("1", witness="5"), issue("2")]
    monkeypatch.setenv("PRECINCT_PINS", json.dumps({**PINS, "5": "0000"}))
    assert [one.get("reason") for one in play(live, *steps).lines] == [None, "pin_wrong", None]
    without = {member: pin for member, pin in PINS.items() if member != "5"}
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(without))
    assert play(live, issue("1", witness="5")).lines[0]["reason"] == "pin_wrong"
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    assert play(live, issue("1", witness="5")).code == 0


def test_pins_may_be_written_as_numbers(live, monkeypatch):
    monkeypatch.setenv("PRECINCT_PINS", '{"1": 1111, "3": 3333, "4": 4444}')
    assert play(live, OPEN, issue("1")).code == 0


def test_a_member_is_not_named_with_a_pin_that_can_be_none(desk, monkeypatch):
    file = new_live(desk)
    monkeypatch.setenv("PRECINCT_PINS", '{"1": "12"}')
    (answer,) = play(file, *set_up()[:1]).lines
    assert answer["reason"] == "pin_shape"
    assert status(file)["journal"]["entries"] == 2


def test_who_was_named_without_a_pin_gets_it_in_set_up(desk, monkeypatch):
    file = new_live(desk)
    first, *rest = set_up()
    assert play(file, first, *rest).code == 1
    assert status(file)["journal"]["entries"] == 3
    monkeypatch.setenv("PRECINCT_PINS", json.dumps(PINS))
    assert play(file, *rest, OPEN, issue("1")).code == 0


def new_live(desk):
    """Make a live file in which nobody is named yet."""
    file = desk / "fresh.precinct"
    made = call("new", file, *SET_UP, "--list", desk / "list.csv", "--rejected", "2")
    assert made.code == 0
    return file
