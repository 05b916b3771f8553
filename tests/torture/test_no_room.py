"""Where there is no room for a new file, or none may be made, that is said and none is left."""

import pytest

from precinct_app.errors import StoreError, Trouble
from tests.store.files import back_on_duty, found_day, laptop_of, make_day, writing
from tests.torture.faults import folder_of_somebody_else, full_disk, not_to_be_written


def test_a_copy_on_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path):
    with writing(make_day(tmp_path, served=0)) as desk:
        back_on_duty(desk)
        before = {file.name for file in tmp_path.iterdir()}
        with full_disk(), pytest.raises(StoreError) as no:
            desk.back_up(tmp_path / "copy.precinct")
        assert no.value.reason is Trouble.NO_ROOM
        assert {file.name for file in tmp_path.iterdir()} == before


def test_a_day_that_finds_no_room_is_not_made(tmp_path):
    laptop = laptop_of(tmp_path)
    assert laptop.id
    with full_disk(), pytest.raises(StoreError) as no:
        found_day(tmp_path / "day.precinct", laptop)
    assert no.value.reason is Trouble.NO_ROOM
    assert [file.name for file in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("room", [0, 4_096, 20_000, 60_000])
def test_a_disk_that_fills_while_a_day_is_made_is_told_wherever_it_ends(tmp_path, room):
    laptop = laptop_of(tmp_path)
    assert laptop.id
    with full_disk(room), pytest.raises(StoreError) as no:
        found_day(tmp_path / "day.precinct", laptop, count=500)
    assert (no.value.reason, no.value.facts) == (Trouble.NO_ROOM, {"file": "day.precinct"})
    assert [file.name for file in tmp_path.iterdir()] == ["home"]


def test_a_day_is_not_made_where_nothing_may_be_written(tmp_path):
    laptop = laptop_of(tmp_path)
    assert laptop.id
    with folder_of_somebody_else() as folder:
        with not_to_be_written(folder), pytest.raises(StoreError) as no:
            found_day(folder / "day.precinct", laptop)
        assert (no.value.reason, no.value.facts) == (Trouble.NOT_PLACED, {"file": "day.precinct"})
        assert not [*folder.iterdir()]


def test_a_laptop_on_a_full_disk_is_told_so(tmp_path):
    with full_disk(), pytest.raises(StoreError) as no:
        _ = laptop_of(tmp_path).id
    assert no.value.reason is Trouble.DISK_FULL
