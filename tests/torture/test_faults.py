"""A full disk and a file not to be written: a clear no, the day unmoved, and then it goes on."""

import copy
import time
from collections.abc import Iterable

import pytest

from precinct_app.desk import Desk
from precinct_app.domain.entry import Entry
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.journal import Journal
from precinct_app.store.sniff import wal_path
from tests.store.files import (
    back_on_duty,
    desk_at,
    issue,
    laptop_of,
    make_day,
    open_desk,
    writing,
)
from tests.store.test_journal import fail
from tests.torture.faults import folder_of_somebody_else, full_disk, not_to_be_written

KEPT = "laptop.json"


@pytest.fixture
def desk(tmp_path):
    with writing(make_day(tmp_path, count=200, served=0)) as found:
        back_on_duty(found)
        yield found


def refused(desk: Desk, voter: int) -> Trouble:
    """Issue in vain: nothing moves, neither in the day nor on the disk."""
    before = copy.deepcopy(desk.day)
    with pytest.raises(StoreError) as no:
        issue(desk, voter)
    assert desk.day == before
    assert open_desk(desk.path).day == before
    assert isinstance(no.value.reason, Trouble)
    return no.value.reason


def goes_on(desk: Desk, voter: int) -> None:
    """The same issue again, and the day is whole to its end."""
    issue(desk, voter)
    issue(desk, voter + 1)
    desk.close()
    found = desk_at(desk.path)
    assert (found.finding, found.hindrance) == (None, None)
    assert found.day == desk.day


def issue_all(desk: Desk, voters: Iterable[int]) -> None:
    for voter in voters:
        issue(desk, voter)


def test_a_disk_that_takes_nothing_leaves_it_open_until_the_log_can_be_emptied(desk):
    issue_all(desk, range(1, 30))
    with full_disk():
        for _ in range(3):
            assert refused(desk, 30) is Trouble.NOT_KNOWN
    goes_on(desk, 30)


def test_what_is_called_not_recorded_can_not_come_back_from_the_log(desk, tmp_path):
    issue_all(desk, range(1, 30))
    assert desk._writer
    journal = desk._writer._journal
    # The last step of a commit fails on a bad disk, and its frames may lie whole in the log.
    fail(journal, after=False)
    assert refused(desk, 30) is Trouble.NOT_RECORDED
    assert wal_path(desk.path).stat().st_size == 0
    alone = tmp_path / "alone.precinct"
    alone.write_bytes(desk.path.read_bytes())
    assert open_desk(alone).day.served() == 29
    goes_on(desk, 30)


def test_a_full_disk_is_told_and_the_same_issue_succeeds_when_there_is_room(desk):
    assert desk._writer
    connection = desk._writer._journal._connection
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    # On this connection alone, which the failure replaces: then there is room again.
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as no:
        issue_all(desk, range(1, 200))
    assert no.value.reason is Trouble.DISK_FULL
    assert no.value.facts == {"file": "day.precinct"}
    assert open_desk(desk.path).day == desk.day
    assert [entry.kind for entry in desk.day.entries[-5:]] == ["ballots_issued"] * 5
    goes_on(desk, desk.day.served() + 1)


def test_what_could_not_be_brought_in_comes_in_when_there_is_room(desk, tmp_path):
    alone = tmp_path / "alone.precinct"
    issue(desk, 1)
    with full_disk():
        time.sleep(1.2)
        held = desk.path.read_bytes()
    alone.write_bytes(held)
    assert open_desk(alone).day.served() == 0
    time.sleep(1.2)
    alone.write_bytes(desk.path.read_bytes())
    assert open_desk(alone).day.served() == 1


def test_a_log_that_does_not_come_in_is_told_until_there_is_room(desk):
    issue(desk, 1)
    assert desk.troubles() == []
    with full_disk():
        assert reasons_within(desk, 4) == [Trouble.LOG_WAITS]
    wait_until_well(desk)
    issue(desk, 2)


def test_a_copy_that_was_not_made_is_told_until_one_is(desk, tmp_path):
    with full_disk(), pytest.raises(StoreError):
        desk.back_up(tmp_path / "copy.precinct")
    (trouble,) = desk.troubles()
    assert (trouble.reason, trouble.facts) == (Trouble.NOT_COPIED, {"file": "copy.precinct"})
    desk.back_up(tmp_path / "copy.precinct")
    assert desk.troubles() == []


def reasons_within(desk: Desk, seconds: float) -> list[object]:
    """Wait until a trouble is told, and say which."""
    until = time.monotonic() + seconds
    while not desk.troubles() and time.monotonic() < until:
        time.sleep(0.05)
    return [trouble.reason for trouble in desk.troubles()]


def wait_until_well(desk: Desk) -> None:
    """Wait until nothing is left to be mended."""
    until = time.monotonic() + 4
    while desk.troubles():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_closing_on_a_full_disk_is_told_and_loses_nothing(desk):
    issue(desk, 1)
    with full_disk(), pytest.raises(StoreError) as no:
        desk.close()
    assert no.value.reason is Trouble.NOT_BROUGHT_IN
    assert desk_at(desk.path).day == desk.day


def test_a_file_that_turns_read_only_is_told_and_the_same_issue_succeeds_when_it_turns_back():
    with folder_of_somebody_else() as folder, writing(make_day(folder, served=0)) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        assert desk._writer
        desk._writer._journal._connection.execute("PRAGMA query_only = ON")
        assert refused(desk, 2) is Trouble.READ_ONLY
        with not_to_be_written(desk.path):
            for _ in range(2):
                assert refused(desk, 2) is Trouble.READ_ONLY
        goes_on(desk, 2)


def test_a_file_not_to_be_written_opens_for_reading_only():
    with folder_of_somebody_else() as folder:
        path = make_day(folder)
        with not_to_be_written(folder, path):
            desk = desk_at(path)
            assert (desk.finding, desk.hindrance) == (None, None)
            with pytest.raises(StoreError) as no:
                desk.start_writing()
            assert no.value.reason is Trouble.READ_ONLY
            assert not desk.is_writing
            with pytest.raises(StoreError) as no:
                issue(desk, 11)
            assert no.value.reason is Trouble.READ_ONLY
        with desk:
            desk.start_writing()
            back_on_duty(desk)
            issue(desk, 11)


def test_a_desk_that_can_not_begin_lets_go_of_the_file(tmp_path):
    path = make_day(tmp_path)
    desk = open_desk(path)
    with full_disk(), pytest.raises(StoreError) as no:
        desk.start_writing()
    assert no.value.reason is Trouble.OUT_OF_REACH
    assert not desk.is_writing
    with desk:
        desk.start_writing()
        back_on_duty(desk)
        issue(desk, 11)


def test_a_desk_that_can_not_record_its_start_lets_go_of_the_file(tmp_path, monkeypatch):
    def no_room(_journal: Journal, *_entries: Entry) -> None:
        raise StoreError(Trouble.DISK_FULL)

    path = make_day(tmp_path)
    desk = open_desk(path)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", no_room)
        with pytest.raises(StoreError) as no:
            desk.start_writing()
    assert no.value.reason is Trouble.DISK_FULL
    assert not desk.is_writing
    with desk:
        desk.start_writing()
        assert desk.day.entries[-1].kind == "desk_started"


def test_a_laptop_that_can_not_remember_stops_no_voter(tmp_path):
    path = make_day(tmp_path, served=0)
    with writing(path) as desk:
        back_on_duty(desk)
        home = tmp_path / "home"
        (home / KEPT).unlink()
        home.rmdir()
        home.write_bytes(b"")
        issue(desk, 1)
        time.sleep(1)
        assert str(desk.memory_trouble) == str(StoreError(Trouble.OUT_OF_REACH, file=KEPT))
        assert reasons_within(desk, 1) == [Trouble.NOT_REMEMBERED]
        issue(desk, 2)
        home.unlink()
        # Nobody need act for it to be tried again.
        wait_until_well(desk)
        assert str(desk.memory_trouble) == "None"
    assert laptop_of(tmp_path).remembered(desk.day.created.file) == (1, desk.day.desks[1])
