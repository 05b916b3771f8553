"""A new day file: from a list, whole or not at all, over nothing that stands there."""

import pytest

from precinct_app.desk import Desk, this_laptop, unlock
from precinct_app.domain.precinct import Moment, moment, report_moments
from tests.cli.console import LIST, PASSPHRASE, SET_UP, ask, call, status, traces

MOMENTS: tuple[Moment, ...] = ("outside_applications", "voting_begins", "boxes", "count_ends")
LISTED = ("--list", "list.csv", "--rejected", "2")


@pytest.fixture(autouse=True)
def place(desk, monkeypatch):
    """Work in a folder with a list."""
    monkeypatch.chdir(desk)
    return desk


@pytest.mark.parametrize(("kind", "word"), [((), "live"), (("--training",), "training")])
def test_a_file_is_made_from_a_list_and_a_number(place, kind, word):
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, *kind)
    assert answer.code == 0
    assert answer.json.keys() == {"file", "recovery"}
    assert answer.json["file"] == "fresh.precinct"
    found = status(place / "fresh.precinct")
    assert (found["kind"], found["phase"], found["voters"]) == (word, "setup", 4)
    assert (found["election"], found["precinct"]) == ("2023-03-19", "214")
    assert found["journal"]["entries"] == 2


@pytest.mark.parametrize(
    ("election", "ballots"), [("2023-03-19-city", 4), ("referendum", 1), ("2023-03-19", 5)]
)
def test_each_election_has_its_ballots(place, election, ballots):
    words = ("--election", election, "--number", "7", *LISTED)
    assert ask("new", "fresh.precinct", *words).code == 0
    assert len(status(place / "fresh.precinct")["accounts"]) == ballots


def test_set_up_shows_the_key_and_that_the_paper_prevails():
    answer = call("new", "fresh.precinct", *SET_UP, *LISTED)
    assert answer.code == 0
    _, _, key, sentence = answer.out.splitlines()
    assert len(key.split()) == 14
    assert sentence.startswith("The signed paper list, the ballots and the signed forms are")


@pytest.mark.parametrize("stated", [(), ("--rejected", "1"), ("--rejected", "3")])
def test_rejected_rows_are_loaded_only_when_their_number_is_stated(place, stated):
    answer = ask("new", "fresh.precinct", *SET_UP, "--list", "list.csv", *stated)
    assert (answer.code, answer.error) == (1, "rejected_rows")
    assert "2" in answer.json["error"]["text"]
    assert not (place / "fresh.precinct").exists()


def test_a_list_without_rejected_rows_needs_no_number(place):
    (place / "whole.csv").write_text("".join(LIST.splitlines(keepends=True)[:6]), "utf-8")
    assert ask("new", "fresh.precinct", *SET_UP, "--list", "whole.csv").code == 0


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("live.precinct", "exists"),
        ("list.csv", "exists"),
        (".", "exists"),
        ("nowhere/fresh.precinct", "no_folder"),
        ("list.csv/fresh.precinct", "no_folder"),
    ],
)
def test_what_stands_there_is_never_overwritten(place, name, reason):
    before = traces(place)
    answer = ask("new", name, *SET_UP, *LISTED)
    assert (answer.code, answer.error) == (1, reason)
    assert traces(place) == before


def test_a_log_that_a_lost_file_left_behind_is_not_taken_for_its_own(place):
    (place / "lost.precinct-wal").write_bytes(b"frames of another key")
    before = traces(place)
    answer = ask("new", "lost.precinct", *SET_UP, *LISTED)
    assert answer.error == "exists"
    assert "lost.precinct-wal" in answer.json["error"]["text"]
    assert traces(place) == before


def test_a_file_is_made_whole_or_not_at_all(place):
    before = traces(place)
    for words, reason in (
        (("--election", "1995", "--number", "1", *LISTED), "election"),
        (("--election", "2023-03-19", "--number", " ", *LISTED), "bad_argument"),
        ((*SET_UP, "--list", "nobody.csv"), "missing"),
        ((*SET_UP, "--list", "."), "unreadable"),
        ((*SET_UP, "--list", "live.precinct"), "not_a_list"),
        ((*SET_UP, *LISTED, "--utc-offset", "Astana"), "bad_argument"),
        ((*SET_UP, *LISTED, "--begins", "25:00"), "bad_argument"),
        ((*SET_UP, *LISTED, "--begins", "05:00"), "bad_argument"),
    ):
        assert ask("new", "fresh.precinct", *words).error == reason, words
    assert traces(place) == before


def test_a_precinct_may_have_hours_and_an_offset_of_its_own():
    stated = ("--utc-offset", "+05:00", "--begins", "06:00", "--ends", "20:00", "--closed")
    named = ("--name", "№ 12 мектеп", "--address", "Абай көшесі, 3", "--region", "Ақтөбе")
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, *stated, *named, "--training")
    assert answer.code == 0


def test_a_place_that_cannot_be_written_is_said():
    answer = ask("new", "/proc/fresh.precinct", *SET_UP, *LISTED)
    assert (answer.code, answer.error) == (1, "not_placed")


def test_a_laptop_that_can_remember_nothing_makes_no_file(place, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", "/proc/home")
    assert ask("new", "fresh.precinct", *SET_UP, *LISTED).error == "read_only"
    assert not (place / "fresh.precinct").exists()


def test_the_sheet_is_written_beside_the_file(place):
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, "--sheet", "sheet.pdf")
    assert answer.code == 0
    assert answer.json["sheet"] == "sheet.pdf"
    assert (place / "sheet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("sheet", "reason"), [("list.csv", "exists"), ("nowhere/sheet.pdf", "no_folder")]
)
def test_a_sheet_that_has_no_place_stops_the_file_too(place, sheet, reason):
    before = traces(place)
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, "--sheet", sheet)
    assert (answer.code, answer.error) == (1, reason)
    assert traces(place) == before


def test_the_key_is_told_even_where_its_sheet_cannot_be_written(place, monkeypatch):
    words = ("new", "fresh.precinct", *SET_UP, *LISTED, "--sheet", "/proc/sheet.pdf")
    answer = ask(*words)
    assert answer.code == 1
    assert answer.json.keys() == {"file", "recovery", "error"}
    assert answer.json["error"]["reason"] == "not_placed"
    monkeypatch.setenv("PRECINCT_RECOVERY", answer.json["recovery"])
    assert call("verify", "fresh.precinct", "--recovery").code == 0
    (place / "fresh.precinct").unlink()
    said = call(*words)
    assert said.code == 1
    assert len(said.out.splitlines()[2].split()) == 14
    assert "sheet.pdf" in said.err


def test_two_files_of_one_passphrase_have_two_keys():
    keys = {
        ask("new", name, *SET_UP, *LISTED).json["recovery"]
        for name in ("one.precinct", "two.precinct")
    }
    assert len(keys) == 2
    assert PASSPHRASE not in keys


@pytest.mark.parametrize("words", [("--rows-per-page", "3"), ("--pages", "1: 1-3, 2: 4-4")])
def test_the_voters_get_their_places_in_the_paper_list(place, words):
    assert call("new", "fresh.precinct", *SET_UP, *LISTED, *words).code == 0
    assert call("new", "next.precinct", "--from", "fresh.precinct").code == 0
    for name in ("fresh.precinct", "next.precinct"):
        file = place / name
        roll = Desk(file, unlock(file, PASSPHRASE), this_laptop()).day.roll
        places = [(voter.page, voter.line) for voter in roll.voters.values()]
        assert places == [("1", "1"), ("1", "2"), ("1", "3"), ("2", "1")]


def test_an_old_list_may_get_its_places_with_a_fresh_file(place, live):
    words = ("--from", live, "--rows-per-page", "4")
    assert call("new", "fresh.precinct", *words).code == 0
    file = place / "fresh.precinct"
    roll = Desk(file, unlock(file, PASSPHRASE), this_laptop()).day.roll
    assert {voter.page for voter in roll.voters.values()} == {"1"}


@pytest.mark.parametrize("words", [("--rows-per-page", "0"), ("--pages", "1: 1-9")])
def test_places_that_the_list_does_not_have_make_no_file(place, words):
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, *words)
    assert (answer.code, answer.error) == (1, "pages_wrong")
    assert not (place / "fresh.precinct").exists()


def test_every_hour_of_the_law_can_be_stated_for_the_precinct(place):
    hours = ("--at", "outside_applications=11:00", "--begins", "06:00", "--ends", "19:00")
    more = ("--span", "count_hours=10", "--report-hours", "09:00,11:00", "--utc-offset", "+05:00")
    assert ask("new", "fresh.precinct", *SET_UP, *LISTED, *hours, *more).code == 0
    path = place / "fresh.precinct"
    with Desk(path, unlock(path, PASSPHRASE), this_laptop()) as desk:
        day = desk.day
    at = {name: moment(day.election, day.precinct, name).isoformat() for name in MOMENTS}
    assert at == {
        "outside_applications": "2023-03-19T11:00:00+05:00",
        "voting_begins": "2023-03-19T06:00:00+05:00",
        "boxes": "2023-03-19T05:30:00+05:00",
        "count_ends": "2023-03-20T05:00:00+05:00",
    }
    reports = report_moments(day.election, day.precinct)
    assert [report.hour for report in reports] == [9, 11]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--at", "lunch=12:00"),
        ("--at", "voting_begins=25:00"),
        ("--begins", "05:00"),
        ("--span", "count_hours=soon"),
        ("--span", "lunch_hours=1"),
        ("--report-hours", "11:00,09:00"),
    ],
)
def test_an_hour_that_can_not_be_is_refused(place, wrong):
    answer = ask("new", "fresh.precinct", *SET_UP, *LISTED, *wrong)
    assert (answer.code, answer.error) == (1, "bad_argument")
    assert not (place / "fresh.precinct").exists()
