"""One file's set-up in another: a fresh live file, or a copy to try."""

import pytest

from precinct_app.desk import Desk, Founded, Who, renew, sign_in, try_it
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.parts import access, opening, setup, stock
from precinct_app.errors import StoreError, Trouble
from tests.store.files import (
    CHAIRMAN,
    SEALED_PIN,
    HandClock,
    found_day,
    laptop_of,
    open_desk,
    traces,
)

pytestmark = pytest.mark.usefixtures("light_argon")


@pytest.fixture
def old(tmp_path):
    """A live file in set-up, with two members, a counted pack and one counted later."""
    (tmp_path / "old").mkdir()
    path = found_day(tmp_path / "old" / "day.precinct", laptop_of(tmp_path), kind="live")
    with Desk(path, bytes(range(32)), laptop_of(tmp_path), HandClock()) as desk:
        desk.start_writing()
        desk.act(Who(""), setup.name_member, "1", "Серік", "chairman")
        desk.act(CHAIRMAN, access.set_pin, "1", SEALED_PIN, "")
        desk.act(CHAIRMAN, access.sign_in)
        desk.act(CHAIRMAN, setup.name_member, "3", "Дана", "member")
        desk.act(CHAIRMAN, setup.state_list_act, "1", desk.day.roll.size)
        desk.act(CHAIRMAN, stock.receive_ballots, "maz_pl", 100, 100)
        pack = desk.act(CHAIRMAN, stock.receive_ballots, "maz_pl", 50)
        desk.act(CHAIRMAN, stock.count_pack, pack.id, 49)
        yield desk


def opened(path, founded: Founded, laptop) -> Desk:
    return Desk(path, founded.key, laptop, HandClock())


def test_a_copy_to_try_leaves_the_file_as_it_is(old, tmp_path):
    old.close()
    before = traces(tmp_path / "old")
    target = tmp_path / "try.precinct"
    founded = try_it(desk_like(old, tmp_path), target, "құпия", laptop_of(tmp_path))
    assert traces(tmp_path / "old") == before
    with opened(target, founded, laptop_of(tmp_path)) as copy:
        assert copy.day.created.day_kind == "training"
        assert copy.day.accounts.summary() == old.day.accounts.summary()
        assert copy.day.conflicts == []
        copy.start_writing()
        for member in copy.day.members.values():
            sign_in(copy, member.id, member.shown_pin)
        assert copy.day.duty(1) == ["1", "3"]


def desk_like(old: Desk, tmp_path) -> Desk:
    return Desk(old.path, bytes(range(32)), laptop_of(tmp_path), HandClock())


def test_a_fresh_file_names_the_one_before_it_which_is_closed(old, tmp_path):
    digest = checkpoint_digest(old.checkpoint())
    target = tmp_path / "fresh.precinct"
    founded = renew(old, target, "құпия", laptop_of(tmp_path))
    fresh = opened(target, founded, laptop_of(tmp_path))
    assert (fresh.finding, fresh.hindrance) == (None, None)
    assert fresh.day.created.day_kind == "live"
    assert fresh.day.created.replaces == digest
    assert fresh.day.accounts.summary() == old.day.accounts.summary()
    assert fresh.day.members.keys() == {"1", "3"}
    assert fresh.day.members["1"].pin == SEALED_PIN
    assert old.day.entries[-1].kind == "closed_unused"
    with pytest.raises(StoreError) as no:
        renew(old, tmp_path / "second.precinct", "құпия", laptop_of(tmp_path))
    assert no.value.reason is Trouble.NOT_TAKEN_OVER


def test_a_day_that_was_opened_is_not_made_anew(old, tmp_path):
    old.act(CHAIRMAN, opening.open_voting, "214")
    with pytest.raises(StoreError) as no:
        renew(old, tmp_path / "fresh.precinct", "құпия", laptop_of(tmp_path))
    assert no.value.reason is Trouble.NOT_TAKEN_OVER
    assert not (tmp_path / "fresh.precinct").exists()


def test_a_training_file_becomes_no_live_one(old, tmp_path):
    founded = try_it(old, tmp_path / "try.precinct", "құпия", laptop_of(tmp_path))
    with opened(tmp_path / "try.precinct", founded, laptop_of(tmp_path)) as copy:
        with pytest.raises(StoreError) as no:
            renew(copy, tmp_path / "fresh.precinct", "құпия", laptop_of(tmp_path))
        assert no.value.reason is Trouble.NOT_TAKEN_OVER
    assert not (tmp_path / "fresh.precinct").exists()


def test_where_the_old_file_can_not_be_closed_there_is_no_fresh_one(old, tmp_path):
    away = old.path.with_name("away.precinct")
    target = tmp_path / "fresh.precinct"
    old.path.rename(away)
    with pytest.raises(StoreError) as no:
        renew(old, target, "құпия", laptop_of(tmp_path))
    assert no.value.reason is Trouble.OUT_OF_REACH
    away.rename(old.path)
    assert not target.exists()
    assert old.day.entries[-1].kind != "closed_unused"


def test_the_copies_are_days_of_their_own(old, tmp_path):
    target = tmp_path / "try.precinct"
    try_it(old, target, "құпия", laptop_of(tmp_path))
    with pytest.raises(StoreError) as no:
        try_it(old, target, "құпия", laptop_of(tmp_path))
    assert no.value.reason is Trouble.EXISTS
    assert old.day == open_desk(old.path, laptop_of(tmp_path)).day
