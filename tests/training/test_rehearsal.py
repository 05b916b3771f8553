"""A rehearsal plays the whole day from a list file, in a folder that may hold others."""

import pytest

from precinct_app.desk import Desk, Laptop, unlock
from precinct_app.domain.phases import Phase
from precinct_app.errors import StoreError, Trouble
from precinct_app.lists.intake import check_list, terms_of
from precinct_app.training import PASSPHRASE
from precinct_app.training.rehearsal import free_places, rehearse
from tests.cli.conftest import lighten


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """Play a day of 420 voters once, enough for each thing that happens on a real day."""
    folder = tmp_path_factory.mktemp("rehearsal")
    laptop = Laptop(folder / "home")
    with pytest.MonkeyPatch.context() as patch:
        lighten(patch)
        done = rehearse(folder / "day", 420, 5, laptop)
        return done, Desk(done.file, unlock(done.file, PASSPHRASE), laptop)


def test_it_serves_everybody_to_the_end_of_voting(played):
    done, desk = played
    assert (done.figures["voters"], done.figures["served"]) == (420, 420)
    assert desk.day.phase is Phase.ENDED
    assert desk.finding is None
    assert (done.figures["holds"], done.figures["conflicts"]) == ("yes", 0)


def test_its_figures_are_those_of_the_file(played):
    done, desk = played
    kinds = [entry.kind for entry in desk.day.entries]
    assert done.figures["entries"] == len(kinds)
    assert done.figures["issued"] == sum(desk.day.issued().values())
    assert done.figures["exchanged"] == kinds.count("ballot_exchanged") == 2
    assert done.figures["declined"] == kinds.count("ballots_declined") == 1
    assert done.figures["corrections"] == 2
    assert {"ballots_taken_back", "charged_to_another"} <= {*kinds}


def test_the_list_file_is_the_one_that_was_loaded(played):
    done, desk = played
    report = check_list(done.list, terms_of(desk.day.election))
    assert report.voters == tuple(desk.day.roll.voters.values())
    assert report.rejected == 0
    assert done.list.parent == done.file.parent == done.report.parent


def test_every_account_adds_up_to_what_was_received(played):
    _, desk = played
    accounts = desk.day.accounts
    for ballot, holders in accounts.summary().items():
        assert sum(holders.values()) == accounts.came_in(ballot)
        assert min(holders.values()) >= 0


def test_nothing_is_dated_outside_the_hours_of_the_station(played):
    _, desk = played
    hours = {entry.happened[11:16] for entry in desk.day.entries}
    assert min(hours) >= "06:00"
    assert max(hours) <= "20:00"
    assert {entry.happened[:10] for entry in desk.day.entries} == {"2023-03-19"}


@pytest.mark.parametrize("count", [1, 6])
def test_a_tiny_precinct_is_served_too(tmp_path, monkeypatch, count):
    lighten(monkeypatch)
    done = rehearse(tmp_path, count, 1, Laptop(tmp_path / "home"))
    assert done.figures["served"] == count


def test_names_are_taken_that_are_not_there_in_any_part(tmp_path):
    assert free_places(tmp_path).file.name == "training.precinct"
    for taken, free in (
        ("list.xlsx", "training-2.precinct"),
        ("training-2.precinct-wal", "training-3.precinct"),
        ("report-3.txt", "training-4.precinct"),
        ("training-4.precinct.lock", "training-5.precinct"),
        ("training-6.precinct", "training-5.precinct"),
    ):
        (tmp_path / taken).touch()
        assert free_places(tmp_path).file.name == free
    assert [path.name for path in free_places(tmp_path)] == [
        *("list-5.xlsx", "training-5.precinct", "report-5.txt")
    ]


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "taken").touch()
    with pytest.raises(StoreError) as no:
        rehearse(tmp_path / "taken", 2, 1, Laptop(tmp_path / "home"))
    assert no.value.reason is Trouble.NOT_PLACED
