"""One program writes a file; whoever reads it is never refused."""

import fcntl
import threading
from pathlib import Path

import pytest

from precinct_app.errors import StoreError, Trouble
from precinct_app.store.backup import back_up
from precinct_app.store.lock import is_being_written, lock_path
from precinct_app.store.writing import Writer
from tests.store.files import KEY, back_on_duty, desk_at, issue, make_day, open_desk, writing
from tests.store.neighbour import neighbour


def refused(path: Path) -> StoreError:
    with pytest.raises(StoreError) as no:
        Writer(path, KEY)
    return no.value


def test_a_second_program_is_told_that_the_file_is_being_written(tmp_path):
    path = make_day(tmp_path)
    with writing(path), neighbour(path) as other:
        assert other.began == "second_writer"
    with neighbour(path) as other:
        assert other.began == "writing"
        assert refused(path).reason is Trouble.SECOND_WRITER


def test_a_second_desk_of_this_program_is_told_too(tmp_path):
    path = make_day(tmp_path)
    with writing(path):
        no = refused(path)
    assert no.reason is Trouble.SECOND_WRITER
    assert no.facts == {"file": "day.precinct"}


def test_who_was_refused_takes_nothing_from_who_writes(tmp_path):
    path = make_day(tmp_path)
    with writing(path) as desk:
        back_on_duty(desk)
        refused(path)
        issue(desk, 11)
    assert desk_at(path).day == desk.day


def test_readers_see_the_whole_day_while_another_program_writes(tmp_path):
    path = make_day(tmp_path, served=0)
    with neighbour(path) as other:
        for voter in range(1, 6):
            assert other.ask(f"issue {voter}") == "done"
            found = open_desk(path)
            assert (found.finding, found.hindrance, found.day.served()) == (None, None, voter)
            target = tmp_path / f"copy{voter}.precinct"
            back_up(path, KEY, target)
            assert open_desk(target).day == found.day


def test_readers_leave_nothing_behind_for_who_writes(tmp_path):
    path = make_day(tmp_path, served=0)
    with neighbour(path) as other:
        open_desk(path)
        back_up(path, KEY, tmp_path / "copy.precinct")
        assert other.ask("issue 1") == "done"
        assert other.ask("close") == "done"
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {"day.precinct", "day.precinct.lock", "copy.precinct", "home"}


def test_the_right_is_free_again_when_the_writer_is_killed(tmp_path):
    path = make_day(tmp_path, served=0)
    with neighbour(path) as other:
        other.ask("issue 1")
        assert is_being_written(path)
        other.kill()
        assert not is_being_written(path)
    with writing(path) as desk:
        assert desk.day.served() == 1


def test_the_right_is_free_again_after_closing(tmp_path):
    path = make_day(tmp_path)
    with writing(path):
        assert is_being_written(path)
    assert not is_being_written(path)
    Writer(path, KEY).close()


def test_a_file_that_can_not_be_opened_keeps_no_right(tmp_path):
    path = make_day(tmp_path)
    with pytest.raises(StoreError) as no:
        Writer(path, bytes(32))
    assert no.value.reason is Trouble.WRONG_KEY
    assert not is_being_written(path)


def test_a_reader_holds_nobody_up_while_programs_come_and_go(tmp_path):
    path = make_day(tmp_path, served=3)
    seen: list[int] = []
    troubles: list[object] = []
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            try:
                found = open_desk(path)
                seen.append(found.day.served())
                troubles.extend(filter(None, (found.finding, found.hindrance)))
            except Exception as error:  # noqa: BLE001
                troubles.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for voter in range(4, 19):
        with writing(path) as desk:
            back_on_duty(desk)
            issue(desk, voter)
    over.set()
    for reader in readers:
        reader.join()
    assert troubles == []
    assert len(set(seen)) > 3


def test_what_this_program_reads_takes_no_lock_from_its_own_writer(tmp_path):
    """To close a file lets go of all POSIX locks that the program holds on it."""
    path = make_day(tmp_path)

    def locks() -> list[str]:
        inode = f":{path.stat().st_ino} "
        lines = Path("/proc/locks").read_text("utf-8").splitlines()
        return sorted(line.partition(":")[2] for line in lines if inode in line)

    with writing(path) as desk:
        back_on_duty(desk)
        before = locks()
        assert any("POSIX" in line for line in before)
        desk.back_up(tmp_path / "copy.precinct")
        open_desk(path)
        assert locks() == before


def test_a_link_to_a_file_gives_no_second_right_to_write(tmp_path):
    path = make_day(tmp_path)
    link = tmp_path / "link.precinct"
    link.symlink_to(path)
    with open_desk(path) as desk:
        desk.start_writing()
        with open_desk(link) as other:
            with pytest.raises(StoreError) as no:
                other.start_writing()
            assert no.value.reason is Trouble.SECOND_WRITER


def test_readers_do_not_take_one_another_for_a_writer(tmp_path):
    path = make_day(tmp_path)
    with lock_path(path).open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert not is_being_written(path)
    with open_desk(path) as desk:
        desk.start_writing()
        assert is_being_written(path)
