"""What time it is, by the laptop and in an exercise."""

from datetime import datetime, timedelta

import pytest

from precinct_app.desk import LaptopClock, TrainingClock, on_voting_day
from tests.store.files import make_day, open_desk

BEGINS = datetime.fromisoformat("2023-03-19T07:00:00+06:00")


def test_the_clock_of_the_laptop_is_not_moved_by_what_is_stated():
    clock = LaptopClock()
    now = clock.now()
    assert now.tzinfo
    clock.state(BEGINS)
    for told in (clock.beside(BEGINS), clock.now()):
        assert told - now < timedelta(seconds=60)


def test_an_exercise_begins_where_it_is_put_and_goes_on_by_itself():
    ticks = [100.0]
    clock = TrainingClock(BEGINS, lambda: ticks[0])
    assert clock.now() == BEGINS
    ticks[0] = 190.0
    assert clock.now() == BEGINS + timedelta(seconds=90)


def test_a_stated_moment_moves_the_clock_of_an_exercise_both_ways():
    ticks = [100.0]
    clock = TrainingClock(BEGINS, lambda: ticks[0])
    for hours in (3, 1):
        moment = BEGINS + timedelta(hours=hours)
        assert clock.beside(moment) == moment
        clock.state(moment)
        ticks[0] += 5
        assert clock.now() == moment + timedelta(seconds=5)


@pytest.fixture
def day(tmp_path):
    return open_desk(make_day(tmp_path)).day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10:42", "2023-03-19T10:42:00+06:00"),
        ("10:42:17", "2023-03-19T10:42:17+06:00"),
        ("2023-03-18T18:00:00", "2023-03-18T18:00:00+06:00"),
        ("2023-03-18 18:00", "2023-03-18T18:00:00+06:00"),
    ],
)
def test_a_stated_moment_is_meant_on_voting_day_and_at_the_precinct(day, text, moment):
    assert on_voting_day(day, text).isoformat() == moment


@pytest.mark.parametrize("text", ["", "soon", "25:00", "2023-02-30T10:00"])
def test_what_is_no_moment_is_a_fault(day, text):
    with pytest.raises(ValueError, match=r".+"):
        on_voting_day(day, text)
