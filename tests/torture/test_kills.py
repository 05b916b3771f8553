"""A day killed at random moments loses nothing that was acknowledged."""

import random

import pytest

from tests.store.files import make_day, open_desk, tamper
from tests.torture import kills, torture
from tests.torture.kills import Tally, kill_often

KILLS = 200


def test_two_hundred_kills_lose_nothing(tmp_path):
    tally = kill_often(tmp_path, KILLS, seed=random.randrange(1_000_000))
    assert tally.losses == []
    assert tally.kills == KILLS
    assert tally.while_opening > 10
    assert tally.acknowledged > 2 * KILLS
    # Some fell between the commit and the word that it is recorded.
    assert tally.unacknowledged > 10


def losses(path, *statements, acknowledged=frozenset()):
    before = open_desk(path)
    tamper(path, *statements)
    after = open_desk(path)
    served = {voter for voter in after.day.holdings if after.day.has_received(voter)}
    return [*kills._losses(before, after, served, set(acknowledged) or served)]


def test_the_torture_finds_a_lost_entry(tmp_path):
    path = make_day(tmp_path, served=10)
    last = "DELETE FROM journal WHERE place = (SELECT max(place) FROM journal)"
    found = losses(path, last, acknowledged=map(str, range(1, 11)))
    assert found[0].startswith("the file does not hold: Finding(flaw=<Flaw.GAP")
    assert found[1:] == [
        "entries that stood there are others now",
        "acknowledged and not recorded: voters ['10']",
    ]


def test_the_torture_finds_what_was_recorded_behind_its_back(tmp_path):
    path = make_day(tmp_path, served=10)
    assert losses(path, acknowledged=("1", "2", "3", "4", "5", "6", "7", "8", "9")) == []
    assert losses(path, acknowledged=("1", "2", "3", "4", "5", "6", "7", "8")) == [
        "recorded and not acknowledged: voters ['10', '9']"
    ]


def test_the_torture_finds_a_half_issued_voter(tmp_path):
    path = make_day(tmp_path, served=10)
    before = open_desk(path)
    before.day.holdings["7"].received.pop("maz_pl")
    served = {str(voter) for voter in range(1, 11)}
    assert [*kills._losses(before, before, served, served)] == ["half-issued: voter 7"]


def test_the_command_says_what_was_done_and_fails_on_a_loss(capsys, monkeypatch):
    assert torture.main(["--kills", "3", "--seed", "1"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("3 kills, ")
    assert "nothing was lost" in said.out
    assert "3 kills, " in said.err
    lost = Tally(kills=1, losses=["half-issued: voter 7"])
    monkeypatch.setattr(torture, "kill_often", lambda *_given: lost)
    assert torture.main(["--kills", "1"]) == 1
    assert "half-issued: voter 7" in capsys.readouterr().out


def test_the_command_refuses_what_it_does_not_know(capsys):
    with pytest.raises(SystemExit) as stopped:
        torture.main(["--deaths", "3"])
    assert stopped.value.code == 2
    assert "--deaths" in capsys.readouterr().err
