"""Opening says what a file is, shows what it can, and changes nothing."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlcipher3 import dbapi2

from precinct_app.errors import Trouble
from precinct_app.store import snapshot
from precinct_app.store.database import PAGE, connect
from tests.store.files import (
    KEY,
    SALT,
    back_on_duty,
    copy_day,
    desk_at,
    flip,
    issue,
    look,
    make_day,
    tamper,
    trouble_at,
    writing,
)


def test_a_sound_file_opens_with_its_whole_day(tmp_path):
    desk = desk_at(make_day(tmp_path, served=10))
    assert (desk.finding, desk.hindrance, desk.unreadable) == (None, None, ())
    assert desk.day.served() == 10
    kinds = [entry.kind for entry in desk.day.entries]
    assert kinds[:2] == ["day_created", "desk_opened"]
    assert kinds[-11:] == ["voting_opened", *["ballots_issued"] * 10]


def empty(day: Path) -> None:
    day.write_bytes(b"")


def odd(day: Path) -> None:
    day.write_bytes(day.read_bytes()[:-1])


def longer(day: Path) -> None:
    day.write_bytes(day.read_bytes() + b"\0")


def cut_at_a_page(day: Path) -> None:
    day.write_bytes(day.read_bytes()[: 9 * PAGE])


def cut_to_its_first_page(day: Path) -> None:
    day.write_bytes(day.read_bytes()[:PAGE])


def first_page_damaged(day: Path) -> None:
    flip(day, 1000)


def salt_damaged(day: Path) -> None:
    flip(day, 3)


def noise(day: Path) -> None:
    day.write_bytes(random.Random(1).randbytes(8 * PAGE))


def spreadsheet(day: Path) -> None:
    day.unlink()
    book = Workbook()
    book.save(day)


def old_spreadsheet(day: Path) -> None:
    day.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2 * PAGE))


def pdf(day: Path) -> None:
    day.write_bytes(b"%PDF-1.7\n" + bytes(PAGE))


def plain_sqlite(day: Path) -> None:
    day.unlink()
    connection = dbapi2.connect(str(day))
    connection.execute("CREATE TABLE journal (place INTEGER PRIMARY KEY)")
    connection.close()


def other_tables(day: Path) -> None:
    day.unlink()
    connection = connect(day, KEY + SALT, "rwc")
    connection.execute("CREATE TABLE journal (place INTEGER PRIMARY KEY)")
    connection.close()


def no_tables(day: Path) -> None:
    day.unlink()
    connection = connect(day, KEY + SALT, "rwc")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def one_table_more(day: Path) -> None:
    tamper(day, "CREATE TABLE votes (id INTEGER)")


def missing(day: Path) -> None:
    day.unlink()


def folder(day: Path) -> None:
    day.unlink()
    day.mkdir()


@pytest.mark.parametrize(
    ("made", "trouble"),
    [
        (empty, Trouble.EMPTY),
        (odd, Trouble.CUT),
        (longer, Trouble.CUT),
        (cut_at_a_page, Trouble.CUT),
        (cut_to_its_first_page, Trouble.CUT),
        (first_page_damaged, Trouble.WRONG_KEY),
        (salt_damaged, Trouble.WRONG_KEY),
        (noise, Trouble.WRONG_KEY),
        (spreadsheet, Trouble.SPREADSHEET),
        (old_spreadsheet, Trouble.SPREADSHEET),
        (pdf, Trouble.PDF),
        (plain_sqlite, Trouble.PLAIN_SQLITE),
        (other_tables, Trouble.NOT_A_DAY),
        (no_tables, Trouble.NOT_A_DAY),
        (one_table_more, Trouble.NOT_A_DAY),
        (missing, Trouble.MISSING),
        (folder, Trouble.OUT_OF_REACH),
    ],
    ids=lambda given: getattr(given, "__name__", str(given)),
)
def test_what_is_no_whole_day_is_called_by_its_name(
    tmp_path, made: Callable[[Path], None], trouble
):
    day = make_day(tmp_path)
    made(day)
    assert trouble_at(day) is trouble


def test_a_wrong_key_and_a_damaged_first_page_are_told_alike(tmp_path):
    day = make_day(tmp_path)
    assert trouble_at(day, bytes(32)) is Trouble.WRONG_KEY
    flip(day, 2000)
    assert trouble_at(day) is Trouble.WRONG_KEY


def test_a_file_left_by_a_crash_opens_whole_and_its_log_stays(tmp_path):
    path = make_day(tmp_path, served=0)
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        crashed = copy_day(path, tmp_path / "crashed")
    assert crashed.with_name("day.precinct-wal").stat().st_size > PAGE
    assert desk_at(crashed).day == desk.day


def test_a_name_with_every_sign_in_it_opens(tmp_path):
    day = make_day(tmp_path)
    named = day.rename(tmp_path / "№ 214 Қала?mode=rwc#50%20'.precinct")
    assert desk_at(named).day.served() == 10


# Another laptop, an older copy


def test_a_file_of_another_laptop_opens_for_reading(tmp_path):
    day = make_day(tmp_path / "theirs")
    ours = tmp_path / "ours"
    ours.mkdir()
    day.rename(ours / day.name)
    desk = desk_at(ours / day.name)
    assert (desk.finding, desk.hindrance) == (None, Trouble.OTHER_LAPTOP)
    assert desk.day.served() == 10
    assert not (ours / "home").exists()


def test_a_file_that_came_back_older_opens_for_reading(tmp_path):
    path = make_day(tmp_path, served=5)
    old = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 6)
    path.write_bytes(old)
    found = desk_at(path)
    assert found.hindrance is Trouble.OLDER_COPY
    assert found.finding == ("gap", 1, len(found.day.entries) + 1)
    assert found.day.served() == 5


def test_no_connection_and_no_folder_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "private"))
    (tmp_path / "private").mkdir()
    day = make_day(tmp_path / "day")
    handles = len(list(Path("/proc/self/fd").iterdir()))
    for damage in (None, 1000, 7 * PAGE + 1000, 22 * PAGE + 1000, 9 * PAGE):
        if damage:
            flip(day, damage)
        look(day)
        assert len(list(Path("/proc/self/fd").iterdir())) == handles
    assert list((tmp_path / "private").iterdir()) == []


def test_a_file_that_was_written_while_it_was_copied_is_copied_again(tmp_path, monkeypatch):
    day = make_day(tmp_path)
    copied: list[Path] = []
    copy = shutil.copyfile

    def disturb(source: Path, target: Path) -> None:
        copy(source, target)
        copied.append(source)
        if len(copied) == 1:
            os.utime(source)

    monkeypatch.setattr(shutil, "copyfile", disturb)
    assert desk_at(day).day.served() == 10
    assert copied == [day, day]


def test_a_file_that_never_holds_still_is_out_of_reach(tmp_path, monkeypatch):
    day = make_day(tmp_path)
    monkeypatch.setattr(snapshot, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(shutil, "copyfile", lambda source, _target: os.utime(source))
    assert trouble_at(day) is Trouble.OUT_OF_REACH
