"""The second place of a desk: chosen by the chairman, remembered by the laptop, looked at."""

import pytest

from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from tests.store.files import CHAIRMAN, back_on_duty, make_day, open_desk, writing
from tests.store.sticks import copying, is_copied, lines_of, place, state, stick_of, wait_until


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path / "day", count=60, served=0)


@pytest.fixture
def stick(path):
    return stick_of(path)


def test_choosing_is_the_chairmans(path, stick):
    with writing(path) as desk, pytest.raises(Refusal) as no:
        desk.choose_second_place(CHAIRMAN._replace(by="3"), stick)
    assert no.value.reason is Reason.ROLE_WRONG
    assert list(stick.iterdir()) == []


def test_the_folder_of_the_file_itself_is_no_second_place(path):
    with writing(path) as desk, pytest.raises(StoreError) as no:
        desk.choose_second_place(CHAIRMAN, path.parent)
    assert no.value.reason is Trouble.SECOND_PLACE_SAME
    assert desk.second_folder is None


def test_a_folder_that_is_not_there_is_told_and_the_old_place_stays(path, stick):
    with copying(path, stick) as desk:
        with pytest.raises(StoreError) as no:
            desk.choose_second_place(CHAIRMAN, stick / "none")
        assert no.value.reason is Trouble.NO_FOLDER
        assert desk.second_folder == stick
        back_on_duty(desk)
        wait_until(is_copied(desk, stick))


def test_a_stick_of_another_day_takes_both(path, stick, tmp_path):
    other = make_day(tmp_path / "other", count=30, served=3)
    with copying(other, stick) as second:
        pass
    with copying(path, stick) as first:
        back_on_duty(first)
    assert is_copied(first, stick)()
    assert is_copied(second, stick)()
    assert lines_of(first, stick).bad == lines_of(second, stick).bad == []


def test_the_laptop_remembers_the_place_of_each_file(path, stick, tmp_path):
    other = make_day(tmp_path / "other", served=0)
    with copying(path, stick):
        pass
    with writing(path) as desk:
        back_on_duty(desk)
    assert is_copied(desk, stick)()
    assert open_desk(other).second_folder is None


def test_who_only_looks_is_told_by_the_lines(path, stick):
    with copying(path, stick) as desk:
        back_on_duty(desk)
    whole = state(open_desk(path))
    assert (whole.age, whole.waiting) == (0.0, 0)
    lines = place(desk, stick).lines
    lines.write_bytes(b"".join(lines.read_bytes().splitlines(keepends=True)[:-3]))
    assert state(open_desk(path)).waiting == 3
    lines.unlink()
    lost = state(open_desk(path))
    assert (lost.age, lost.waiting) == (None, len(desk.day.entries))


def test_a_day_without_a_second_place_starts_nothing(path):
    with writing(path) as desk:
        assert desk.copy_state is None
        assert [file.name for file in path.parent.parent.iterdir()] == ["day"]
