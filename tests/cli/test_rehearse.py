"""A rehearsal says what it did and where, and touches nothing that lies there."""

import pytest

from tests.cli.conftest import lighten
from tests.cli.console import ask, call, traces

FIGURES = {
    *("voters", "served", "issued", "exchanged", "declined", "corrections"),
    *("entries", "digest", "holds", "conflicts"),
}


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    lighten(monkeypatch)
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECINCT_PASSPHRASE", "training")


def test_it_serves_all_and_says_what_it_did_and_where(tmp_path):
    place = tmp_path / "new" / "place"
    answer = ask("rehearse", "--voters", "12", "--seed", "3", "--out", place)
    assert answer.code == 0
    done = answer.json
    assert done.keys() == FIGURES | {"list", "file", "report"}
    assert (done["voters"], done["served"], done["issued"]) == (12, 12, 60)
    assert (done["holds"], done["conflicts"]) == ("yes", 0)
    assert ask("check-list", done["list"], "--election", "2023-03-19").json["accepted"] == 12
    status = ask("status", done["file"]).json
    assert (status["kind"], status["phase"], status["served"]) == ("training", "ended", 12)
    assert call("verify", done["file"]).code == 0
    assert "12" in (place / "report.txt").read_text("utf-8")


def test_a_second_one_in_the_same_folder_has_names_of_its_own(tmp_path):
    place = tmp_path / "r"
    assert call("rehearse", "--voters", "2", "--out", place).code == 0
    first = traces(place)
    answer = call("rehearse", "--voters", "3", "--out", place, "--language", "kk")
    assert answer.code == 0
    assert first.items() <= traces(place).items()
    assert ask("status", place / "training-2.precinct").json["voters"] == 3
    assert answer.out == (place / "report-2.txt").read_text("utf-8")
    for said in ("Тексеру: бәрі", "list-2.xlsx", "training-2.precinct", str(place)):
        assert said in answer.out


def test_nothing_that_lies_there_is_touched(tmp_path):
    place = tmp_path / "desk"
    place.mkdir()
    for name in ("training.precinct", "list.xlsx", "report-2.txt", "training-3.precinct-wal"):
        (place / name).write_bytes(b"of the commission")
    before = traces(place)
    done = ask("rehearse", "--voters", "2", "--out", place).json
    assert done["file"] == str(place / "training-4.precinct")
    assert before.items() <= traces(place).items()


def test_a_folder_that_cannot_be_is_said(tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "r", "/proc/r"):
        assert ask("rehearse", "--voters", "2", "--out", place).error == "not_placed"
