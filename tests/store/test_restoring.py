"""A day comes back from its second place, proved; nothing after a gap is taken."""

from datetime import datetime

import pytest

from precinct_app.desk import restore
from precinct_app.domain.entry import Act, Head
from precinct_app.domain.entry import seal as seal_entry
from precinct_app.domain.parts import access
from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import LineKey, write_recovery
from precinct_app.store.codec import row_of
from precinct_app.store.lines import line_of, read_lines
from tests.store.files import (
    CHAIRMAN,
    KEY,
    back_on_duty,
    desk_at,
    flip,
    give_pin,
    issue,
    laptop_of,
    make_day,
    open_desk,
    tamper,
    traces,
)
from tests.store.sticks import copying, has_whole_copy, place, stick_of, wait_until

SHEET = write_recovery(KEY)


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path / "day", count=60, served=0)


@pytest.fixture
def stick(path):
    return stick_of(path)


@pytest.fixture
def desk(path, stick):
    """Give a day whose whole copy was followed by ten more issues, and which was closed."""
    with copying(path, stick) as desk:
        wait_until(has_whole_copy(desk, stick))
        back_on_duty(desk)
        for voter in range(1, 11):
            issue(desk, voter)
    return desk


@pytest.fixture
def back(tmp_path):
    return tmp_path / "back.precinct"


def raw_lines(desk, stick):
    return place(desk, stick).lines.read_bytes().splitlines(keepends=True)


def put_lines(desk, stick, lines):
    place(desk, stick).lines.write_bytes(b"".join(lines))


def brought_back(back, source):
    return restore(back, source, recovery=SHEET)


def said_no(back, source):
    with pytest.raises(StoreError) as no:
        brought_back(back, source)
    assert not back.exists()
    return no.value.reason


def test_all_comes_back_from_a_whole_copy_and_the_lines_after_it(desk, stick, back):
    found = brought_back(back, stick)
    assert found.opened.day.entries == desk.day.entries
    assert found.gathered.lines >= 10
    assert (found.gathered.bad, found.gathered.gap, found.gathered.untaken) == ([], "", 0)
    assert open_desk(back).day.served() == 10
    assert open_desk(back).examine() is None


def test_the_stick_is_not_touched(desk, stick, back):
    before = traces(stick)
    brought_back(back, stick)
    assert traces(stick) == before
    assert desk


def test_another_laptop_reads_it_until_the_chairman_goes_on(desk, stick, back, tmp_path):
    brought_back(back, stick)
    other = open_desk(back, laptop_of(tmp_path / "elsewhere"))
    assert other.hindrance is Trouble.OTHER_LAPTOP
    assert desk


def test_an_older_state_is_known_on_the_laptop_that_wrote_more(desk, path, stick, back):
    put_lines(desk, stick, raw_lines(desk, stick)[:-2])
    brought_back(back, stick)
    assert open_desk(back, laptop_of(path.parent)).hindrance is Trouble.OLDER_COPY


def test_the_last_line_that_is_damaged_costs_one_entry_and_is_told(desk, stick, back):
    lines = raw_lines(desk, stick)
    put_lines(desk, stick, [*lines[:-1], lines[-1][:50] + b"?" + lines[-1][51:]])
    found = brought_back(back, stick)
    assert found.gathered.bad == [len(lines)]
    assert found.opened.day.entries == desk.day.entries[:-1]


def test_nothing_after_a_gap_is_taken(desk, stick, back):
    lines = raw_lines(desk, stick)
    put_lines(desk, stick, [*lines[:-4], lines[-4][:40] + b"\n", *lines[-3:]])
    found = brought_back(back, stick)
    missing = desk.day.entries[-4]
    assert (found.gathered.gap, found.gathered.untaken) == (missing.id, 3)
    assert found.gathered.bad == [len(lines) - 3]
    assert found.opened.day.entries == desk.day.entries[:-4]
    assert desk_at(back).day.served() == 6


def test_lines_in_any_order_and_twice_are_the_same_day(desk, stick, back):
    first, *rest = raw_lines(desk, stick)
    put_lines(desk, stick, [first, *reversed(rest), *rest])
    assert brought_back(back, stick).opened.day.entries == desk.day.entries


def test_a_line_that_was_written_again_mends_the_damaged_one(desk, stick, back):
    lines = raw_lines(desk, stick)
    put_lines(desk, stick, [*lines[:-1], lines[-1][:60], b"\n", lines[-1]])
    found = brought_back(back, stick)
    assert found.gathered.bad == [len(lines)]
    assert found.opened.day.entries == desk.day.entries


def test_an_entry_that_does_not_follow_the_chain_is_not_taken(desk, stick, back):
    seal = LineKey(KEY, desk.day.created.file)
    (last, *_) = reversed(read_lines(place(desk, stick).lines, seal).rows)
    forged = (*last[:9], last[9].replace('"voter":"10"', '"voter":"11"'), *last[10:])
    assert forged != last
    put_lines(desk, stick, [*raw_lines(desk, stick)[:-1], line_of(seal, forged)])
    found = brought_back(back, stick)
    assert found.opened.day.entries == desk.day.entries[:-1]


def test_where_two_entries_follow_neither_is_believed(desk, stick, back):
    seal = LineKey(KEY, desk.day.created.file)
    last = desk.day.entries[-1]
    head = desk.day.entries[-2]
    before = Head(1, head.number, head.tick, head.digest)
    then = datetime.fromisoformat(last.recorded)
    rival = seal_entry(before, Act(then, then, 1, "2"), access.SignedOut("2"))
    put_lines(desk, stick, [*raw_lines(desk, stick), line_of(seal, row_of(rival))])
    found = brought_back(back, stick)
    assert (found.gathered.gap, found.gathered.untaken) == (last.id, 2)
    assert found.opened.day.entries == desk.day.entries[:-1]


def test_lines_alone_bring_a_day_whose_only_whole_copy_lost_its_journal(path, stick, back):
    with copying(path, stick) as desk:
        wait_until(has_whole_copy(desk, stick))
        back_on_duty(desk)
        issue(desk, 1)
    (copy,) = (copy for copy in place(desk, stick).copies if copy.exists())
    tamper(copy, "DELETE FROM journal WHERE number > 1")
    found = brought_back(back, stick)
    assert found.opened.day.entries == desk.day.entries
    assert found.gathered.lines == len(desk.day.entries) - 1


def test_of_two_whole_copies_the_damaged_one_is_passed_over(path, stick, desk, back):
    first, second = place(desk, stick).copies
    second.write_bytes(first.read_bytes())
    for page in range(2, 9):
        flip(first, page * 4096 + 99)
    assert brought_back(back, stick).opened.day.entries == desk.day.entries
    assert path


def test_without_a_whole_copy_there_is_nothing_to_build_on(desk, stick, back):
    for copy in place(desk, stick).copies:
        copy.unlink(missing_ok=True)
    assert said_no(back, stick) is Trouble.NO_COPY


def test_a_stick_of_another_day_gives_nothing(desk, stick, back, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert said_no(back, empty) is Trouble.NO_COPY
    assert said_no(back, tmp_path / "none") is Trouble.NO_COPY
    with pytest.raises(StoreError) as no:
        restore(back, stick, "another passphrase")
    assert no.value.reason is Trouble.WRONG_KEY
    assert desk


def test_where_one_key_opens_two_days_one_is_to_be_named(path, stick, desk, back, tmp_path):
    other = make_day(tmp_path / "other", count=30, served=3)
    with copying(other, stick) as second:
        wait_until(has_whole_copy(second, stick))
    assert said_no(back, stick) is Trouble.SEVERAL_COPIES
    found = brought_back(back, place(desk, stick).lines)
    assert found.opened.day.entries == desk.day.entries
    assert path


def test_a_file_that_is_there_stays(desk, path, stick):
    before = traces(path.parent)
    with pytest.raises(StoreError) as no:
        brought_back(path, stick)
    assert no.value.reason is Trouble.EXISTS
    assert traces(path.parent) == before
    assert desk


def test_what_came_back_goes_on_at_another_laptop_with_the_same_stick(path, stick, back, tmp_path):
    with copying(path, stick) as desk:
        wait_until(has_whole_copy(desk, stick))
        back_on_duty(desk)
        give_pin(desk, "1", "1234")
        issue(desk, 1)
    brought_back(back, stick)
    with open_desk(back, laptop_of(tmp_path / "elsewhere")) as again:
        again.go_on(CHAIRMAN, "1234")
        again.choose_second_place(CHAIRMAN, stick)
        back_on_duty(again)
        issue(again, 2)
    third = restore(back.with_name("third.precinct"), stick, recovery=SHEET)
    assert third.opened.day.entries == again.day.entries
    assert third.opened.day.served() == 2
