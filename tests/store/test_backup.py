"""A copy taken while the day goes on is whole, encrypted and opens."""

import threading

import pytest

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.backup import back_up
from precinct_app.store.database import connect
from tests.store.files import (
    KEY,
    back_on_duty,
    copy_day,
    desk_at,
    flip,
    issue,
    laptop_of,
    make_day,
    open_desk,
    traces,
    writing,
)


def test_a_copy_holds_all_that_was_issued_up_to_now(tmp_path):
    path, target = make_day(tmp_path, served=0), tmp_path / "copy.precinct"
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        desk.back_up(target)
        held = len(desk.day.entries)
        issue(desk, 2)
    copy = open_desk(target)
    assert copy.finding is None or copy.finding.flaw == "gap"
    assert copy.day.entries == desk.day.entries[:held]
    assert set(traces(tmp_path)) == {
        *("day.precinct", "day.precinct.lock", "copy.precinct", "home/laptop.json")
    }


def test_a_copy_is_whole_whenever_it_is_taken(tmp_path):
    path = make_day(tmp_path, count=400, served=0)
    copies = [tmp_path / f"copy{n}.precinct" for n in range(5)]

    def copy_all() -> None:
        for copy in copies:
            back_up(path, KEY, copy)

    with writing(path) as desk:
        back_on_duty(desk)
        thread = threading.Thread(target=copy_all)
        thread.start()
        voter = 0
        while thread.is_alive() and voter < 250:
            voter += 1
            issue(desk, voter)
        thread.join()
    for copy in copies:
        found = open_desk(copy).day
        assert found.entries == desk.day.entries[: len(found.entries)]
        assert found.members.keys() == desk.day.members.keys()


def test_a_copy_is_encrypted_with_the_same_key(tmp_path):
    path, target = make_day(tmp_path), tmp_path / "copy.precinct"
    back_up(path, KEY, target)
    assert "Қадырова".encode() not in target.read_bytes()
    assert b"ballots_issued" not in target.read_bytes()
    with pytest.raises(StoreError) as no:
        connect(target, bytes(32))
    assert no.value.reason is Trouble.WRONG_KEY
    assert open_desk(target).day == open_desk(path).day


def test_a_copy_opens_with_the_passphrase_because_it_keeps_the_salt(tmp_path):
    path, target = make_day(tmp_path), tmp_path / "copy.precinct"
    back_up(path, KEY, target)
    assert target.read_bytes()[:16] == path.read_bytes()[:16]


def test_a_copy_goes_on_as_the_day_when_the_file_is_lost(tmp_path):
    path, target = make_day(tmp_path), tmp_path / "copy.precinct"
    back_up(path, KEY, target)
    path.unlink()
    with writing(target) as desk:
        back_on_duty(desk)
        issue(desk, 11)
    assert desk_at(target).day.served() == 11


def test_a_copy_of_a_crashed_file_holds_what_is_in_its_log(tmp_path):
    path = make_day(tmp_path, served=0)
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        crashed = copy_day(path, tmp_path / "crashed")
    before = traces(crashed.parent)
    back_up(crashed, KEY, tmp_path / "copy.precinct")
    assert traces(crashed.parent) == before
    assert open_desk(tmp_path / "copy.precinct", laptop_of(tmp_path)).day.served() == 1


def test_no_file_is_ever_replaced(tmp_path):
    path, target = make_day(tmp_path), tmp_path / "copy.precinct"
    target.write_bytes(b"mine")
    before = traces(tmp_path)
    with pytest.raises(StoreError) as no:
        back_up(path, KEY, target)
    assert no.value.reason is Trouble.EXISTS
    assert no.value.facts == {"file": "copy.precinct"}
    assert traces(tmp_path) == before


def test_a_folder_that_is_not_there_is_told(tmp_path):
    path = make_day(tmp_path)
    before = traces(tmp_path)
    with pytest.raises(StoreError) as no:
        back_up(path, KEY, tmp_path / "stick" / "copy.precinct")
    assert no.value.reason is Trouble.NO_FOLDER
    assert traces(tmp_path) == before


def test_a_damaged_file_gives_no_half_copy(tmp_path):
    path = make_day(tmp_path)
    flip(path, 10 * 4096 + 99)
    before = traces(tmp_path)
    with pytest.raises(StoreError) as no:
        back_up(path, KEY, tmp_path / "copy.precinct")
    assert no.value.reason is Trouble.DAMAGED
    assert traces(tmp_path) == before


def test_a_wrong_key_gives_no_copy(tmp_path):
    path = make_day(tmp_path)
    before = traces(tmp_path)
    with pytest.raises(StoreError) as no:
        back_up(path, bytes(32), tmp_path / "copy.precinct")
    assert no.value.reason is Trouble.WRONG_KEY
    assert traces(tmp_path) == before
