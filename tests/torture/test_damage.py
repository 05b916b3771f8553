"""One bit in any page: the day is shown as of the last good entry, or it is said why not."""

import random

import pytest

from precinct_app.desk import Desk
from precinct_app.domain.election_read import election_text
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.contents import read_contents
from precinct_app.store.database import PAGE, SALT
from precinct_app.store.sniff import wal_path
from precinct_app.store.verdict import Flaw
from tests.store.files import (
    KEY,
    back_on_duty,
    copy_day,
    desk_at,
    flip,
    issue,
    look,
    make_day,
    region,
    writing,
)
from tests.torture.power_cut import run

UNTOLD = {Trouble.DAMAGED, Trouble.WRONG_KEY}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A day file of some fifty pages, and the desk that sees it sound."""
    path = make_day(tmp_path_factory.mktemp("whole"), count=200, served=180)
    desk = desk_at(path)
    assert 40 <= path.stat().st_size // PAGE <= 60
    assert desk.finding is None
    return path, desk


def check_shown(found: Desk, sound: Desk) -> None:
    """A damaged file shows a true beginning of its day, and names what is lost."""
    assert found.finding
    assert (found.finding.flaw, found.hindrance) == (Flaw.UNREADABLE, Trouble.DAMAGED)
    held = len(found.day.entries)
    assert found.day.entries == sound.day.entries[:held]
    assert all(voter in sound.day.roll.voters.values() for voter in found.day.roll.voters.values())
    lost = found.unreadable
    assert held == (lost[0][1] - 1 if lost else len(sound.day.entries))
    # A list or an election that is not whole is named by entry 1, which pins both.
    read = read_contents(found.path, KEY)
    texts = [election_text(region()), sound.day.roll.size]
    from_entry = held + 1 if [read.election, found.day.roll.size] == texts else 1
    assert found.day.election == sound.day.election
    assert found.finding[1:] == (1, from_entry)
    with pytest.raises(StoreError) as no:
        found.start_writing()
    assert no.value.reason is Trouble.DAMAGED


def test_one_bit_in_any_page(tmp_path, whole):
    path, sound = whole
    day = copy_day(path, tmp_path)
    bytes_ = day.read_bytes()
    shown, told = 0, []
    lost: set[tuple[int, int]] = set()
    for page in range(len(bytes_) // PAGE):
        day.write_bytes(bytes_)
        flip(day, page * PAGE + 1000)
        found = look(day)
        if isinstance(found, StoreError):
            told.append(found.reason)
            continue
        shown += 1
        check_shown(found, sound)
        lost.update(found.unreadable)
    assert set(told) == UNTOLD
    # The first page; the root of the journal and its first leaf. The election on its 13 is the
    # one that came with the program.
    assert sorted(told) == sorted([Trouble.WRONG_KEY, *[Trouble.DAMAGED] * 2])
    assert shown == len(bytes_) // PAGE - 3
    # Each entry that does not lie on the first leaf was lost in its turn.
    numbers = {number for _, number in lost}
    assert numbers == set(range(min(numbers), len(sound.day.entries) + 1))
    assert min(numbers) < 20


@pytest.mark.parametrize("seed", range(12))
def test_bits_in_several_pages(tmp_path, whole, seed):
    path, sound = whole
    day = copy_day(path, tmp_path)
    chance = random.Random(seed)
    for _ in range(chance.randint(2, 5)):
        flip(day, chance.randrange(PAGE, day.stat().st_size))
    found = look(day)
    if isinstance(found, StoreError):
        assert found.reason in UNTOLD
    else:
        check_shown(found, sound)


@pytest.mark.parametrize("place", [0, SALT - 1, SALT, 100, PAGE // 2, PAGE - 1])
def test_no_byte_of_the_first_page_is_spared(tmp_path, whole, place):
    day = copy_day(whole[0], tmp_path)
    flip(day, place)
    found = look(day)
    assert isinstance(found, StoreError)
    assert found.reason is Trouble.WRONG_KEY


def test_a_page_full_of_zeros_is_damage_too(tmp_path, whole):
    path, sound = whole
    day = copy_day(path, tmp_path)
    held = bytearray(day.read_bytes())
    held[-PAGE:] = bytes(PAGE)
    day.write_bytes(held)
    check_shown(desk_at(day), sound)


def test_the_index_names_exactly_what_is_lost(tmp_path, whole):
    """The last page holds the last leaf of the journal and nothing else."""
    path, sound = whole
    day = copy_day(path, tmp_path)
    flip(day, day.stat().st_size - 2000)
    found = desk_at(day)
    held, all_ = len(found.day.entries), len(sound.day.entries)
    assert 0 < all_ - held < 20
    assert found.unreadable == tuple((1, number) for number in range(held + 1, all_ + 1))


def test_without_the_index_gaps_name_what_is_lost_and_the_entry_after_the_last(tmp_path, whole):
    path, sound = whole
    day = copy_day(path, tmp_path)
    index_root, middle = 7, 30
    flip(day, middle * PAGE + 2000)
    named = desk_at(day).unreadable
    flip(day, index_root * PAGE + 2000)
    found = desk_at(day)
    assert found.unreadable == (*named, (1, len(sound.day.entries) + 1))


def test_damage_in_the_log_of_a_crashed_file_is_as_if_it_ended_there(tmp_path):
    path = make_day(tmp_path / "day", served=0)
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 1)
        crashed = copy_day(path, tmp_path / "crashed")
    log = wal_path(crashed)
    flip(log, log.stat().st_size - 2000)
    found = desk_at(crashed)
    assert found.finding is None
    assert found.day.entries == desk.day.entries[: len(found.day.entries)]


@pytest.mark.parametrize("served", [0, 5, 20])
def test_an_older_copy_beside_the_log_of_a_lost_file_is_told(tmp_path, served):
    """The database takes the log for the copy's own; what comes of it is never a day."""
    path = make_day(tmp_path / "day", count=60, served=0)
    with writing(path) as desk:
        back_on_duty(desk)
        for voter in range(1, served + 1):
            issue(desk, voter)
    older = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
        for voter in range(21, 40):
            issue(desk, voter)
    running = run(path, range(40, 50))
    put_back = copy_day(path, tmp_path / "put back")
    put_back.write_bytes(older)
    wal_path(put_back).write_bytes(running.log)
    found = desk_at(put_back)
    assert found.hindrance in (Trouble.DAMAGED, Trouble.CHAIN_BROKEN)
    assert found.day.entries == running.entries[: len(found.day.entries)]
    wal_path(put_back).unlink()
    assert desk_at(put_back).day.served() == served
