"""The whole file at its second place: soon there, proved, the last two kept."""

import pytest

from precinct_app.errors import StoreError, Trouble
from precinct_app.store import whole_copies
from tests.store.files import KEY, back_on_duty, flip, issue, laptop_of, make_day, open_desk
from tests.store.sticks import copying, has_whole_copy, place, stick_of, wait_until


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path / "day", count=60, served=0)


@pytest.fixture
def stick(path):
    return stick_of(path)


def test_a_whole_copy_is_there_soon_opens_and_is_the_day(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
        wait_until(has_whole_copy(desk, stick))
        assert desk.troubles() == []
        (copy,) = (copy for copy in place(desk, stick).copies if copy.exists())
        held = open_desk(copy, laptop_of(path.parent)).day.entries
        assert held == desk.day.entries[: len(held)]


def test_the_last_two_whole_copies_are_kept(path, stick, monkeypatch):
    monkeypatch.setattr(whole_copies, "EVERY_SECONDS", 0.1)
    with copying(path, stick) as desk:
        back_on_duty(desk)
        seen = set()
        for voter in range(1, 5):
            issue(desk, voter)
            served = desk.day.served()
            wait_until(lambda: newest(desk, stick) == served)  # noqa: B023 - waited for at once
            seen.add(newest(desk, stick))
        names = {file.name for file in stick.iterdir() if file.suffix == ".precinct"}
        assert names == {copy.name for copy in place(desk, stick).copies}
    assert seen == {1, 2, 3, 4}


def newest(desk, stick):
    """How many were served in the whole copy that reaches furthest."""
    copies = [copy for copy in place(desk, stick).copies if copy.exists()]
    days = [open_desk(copy, laptop_of(desk.path.parent)).day for copy in copies]
    return max((day.served() for day in days), default=0)


def test_a_file_that_does_not_hold_replaces_no_whole_copy(path, stick):
    with copying(path, stick) as desk:
        wait_until(has_whole_copy(desk, stick))
    before = {copy: copy.read_bytes() for copy in place(desk, stick).copies if copy.exists()}
    flip(path, 10 * 4096 + 99)
    with pytest.raises(StoreError) as no:
        whole_copies.copy_whole(path, KEY, place(desk, stick))
    assert no.value.reason is Trouble.DAMAGED
    assert {copy: copy.read_bytes() for copy in before} == before
