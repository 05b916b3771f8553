"""One file's set-up in another: every event of it, and nothing else."""

import pytest

from precinct_app.desk import Desk, Who, plan_like, renew, sign_in, try_it, unlock
from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.parts import access, opening, setup, stock
from precinct_app.domain.phases import Phase
from precinct_app.errors import Refusal, StoreError, Trouble
from precinct_app.keys import seal_pin
from tests.store.files import (
    KEY,
    SEALED_PIN,
    HandClock,
    found_day,
    laptop_of,
    open_desk,
    traces,
    voters,
)

pytestmark = pytest.mark.usefixtures("light_argon")

CHAIRMAN = Who("1")
NEW = "the passphrase of the new file"


@pytest.fixture
def old(tmp_path):
    """Open a live file in set-up: three members, packs counted and sealed, options, an act."""
    path = found_day(tmp_path / "old.precinct", laptop_of(tmp_path), 8, "live")
    with open_desk(path) as desk:
        desk.start_writing()
        for member, role in (("1", "chairman"), ("2", "secretary"), ("3", "member")):
            desk.act(CHAIRMAN, setup.name_member, member, f"Мүше {member}", role)
            desk.act(CHAIRMAN, access.set_pin, member, SEALED_PIN, "")
            desk.act(Who(member), access.sign_in)
        desk.act(CHAIRMAN, setup.name_member, "9", "Бақылаушы", "advisory")
        desk.act(CHAIRMAN, stock.receive_ballots, "maz_pl", 100, 99, "акт 1")
        sealed = desk.act(CHAIRMAN, stock.receive_ballots, "reg_pl", 50)
        desk.act(CHAIRMAN, stock.receive_ballots, "loc_smd", 30)
        desk.act(CHAIRMAN, stock.hand_out_ballots, "3", {"maz_pl": 10})
        desk.act(CHAIRMAN, stock.count_pack, sealed.id, 52, "акт 2")
        option = {"id": "1", "kk": "Бір", "ru": "Первый"}
        desk.act(CHAIRMAN, setup.set_options, "loc_smd", (option,))
        desk.act(CHAIRMAN, setup.drop_option, "loc_smd", "1", "шешім 3")
        desk.act(CHAIRMAN, setup.state_list_act, "7", 9, "біреуі шықты")
        yield desk


@pytest.fixture
def place(tmp_path):
    return tmp_path / "new.precinct"


def opened(path, laptop):
    return Desk(path, unlock(path, NEW), laptop, HandClock())


def test_a_fresh_file_has_members_receipts_options_and_the_act(old, place, tmp_path):
    laptop = laptop_of(tmp_path)
    renew(old, place, NEW, laptop)
    fresh = opened(place, laptop).day
    assert fresh.phase is Phase.SETUP
    assert fresh.members == old.day.members
    assert fresh.roll.digest == old.day.roll.digest
    assert (fresh.options, fresh.dropped) == (old.day.options, old.day.dropped)
    assert fresh.list_act == old.day.list_act
    assert not fresh.duty(1)


def test_receipts_count_as_before_and_what_was_handed_out_is_in_the_safe(old, place, tmp_path):
    renew(old, place, NEW, laptop_of(tmp_path))
    accounts = opened(place, laptop_of(tmp_path)).day.accounts
    assert accounts.summary()["maz_pl"] == {"safe": 99, "voters": 0, "missing": 1}
    assert accounts.summary()["reg_pl"] == {"safe": 52, "voters": 0}
    assert {ballot: accounts.came_in(ballot) for ballot in ("maz_pl", "reg_pl")} == {
        "maz_pl": 100,
        "reg_pl": 52,
    }


def test_a_pack_that_is_still_sealed_can_be_counted_by_its_new_name(old, place, tmp_path):
    renew(old, place, NEW, laptop_of(tmp_path))
    with opened(place, laptop_of(tmp_path)) as fresh:
        ((pack, ballot),) = fresh.day.sealed_packs.items()
        assert ballot == "loc_smd"
        assert pack not in old.day.sealed_packs
        fresh.start_writing()
        fresh.act(CHAIRMAN, access.sign_in)
        fresh.act(CHAIRMAN, stock.count_pack, pack, 29)
        assert fresh.day.left("loc_smd", "safe") == 29
        assert not fresh.day.conflicts


def test_the_digest_of_the_old_file_stands_in_the_first_entry(old, place, tmp_path):
    digest = checkpoint_digest(old.checkpoint())
    renew(old, place, NEW, laptop_of(tmp_path))
    fresh = opened(place, laptop_of(tmp_path))
    assert fresh.day.created.replaces == digest
    assert fresh.finding is None
    assert fresh.hindrance is None
    assert fresh.day.created.file != old.day.created.file
    assert fresh.day.created.key != old.day.created.key


def test_the_old_file_is_closed_and_names_its_successor(old, place, tmp_path):
    renew(old, place, NEW, laptop_of(tmp_path))
    assert old.day.phase is Phase.NOT_USED
    fresh = opened(place, laptop_of(tmp_path))
    digest = short_digest(checkpoint_digest(fresh.checkpoint()))
    assert old.day.entries[-1].event == setup.ClosedUnused(f"new.precinct {digest}")


def test_a_passphrase_opens_only_its_own_file(old, place, tmp_path):
    renew(old, place, NEW, laptop_of(tmp_path))
    with pytest.raises(StoreError) as wrong:
        Desk(place, KEY, laptop_of(tmp_path))
    assert wrong.value.reason is Trouble.WRONG_KEY


def test_a_file_that_does_not_write_yet_takes_the_right_itself(old, place, tmp_path):
    old.close()
    with open_desk(old.path) as again:
        renew(again, place, NEW, laptop_of(tmp_path))
    assert open_desk(old.path).day.phase is Phase.NOT_USED


@pytest.mark.parametrize("kind", ["training", "opened", "not used"])
def test_what_cannot_be_taken_over_is_not_even_touched(old, place, tmp_path, kind):
    if kind == "opened":
        old.act(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    if kind == "not used":
        old.act(Who(""), setup.close_unused, "другой файл")
    old.close()
    path = old.path
    if kind == "training":
        path = found_day(tmp_path / "training.precinct", laptop_of(tmp_path))
    before = traces(tmp_path)
    with open_desk(path) as again, pytest.raises(StoreError) as no:
        renew(again, place, NEW, laptop_of(tmp_path))
    assert no.value.reason is Trouble.NOT_TAKEN_OVER
    assert traces(tmp_path) == before


def test_where_a_file_stands_nothing_is_closed(old, place, tmp_path):
    place.write_bytes(b"mine")
    entries = len(old.day.entries)
    with pytest.raises(StoreError) as no:
        renew(old, place, NEW, laptop_of(tmp_path))
    assert no.value.reason is Trouble.EXISTS
    assert place.read_bytes() == b"mine"
    assert len(old.day.entries) == entries


def test_when_the_old_file_cannot_be_closed_the_fresh_one_goes(old, place, tmp_path):
    old.path.rename(tmp_path / "moved.precinct")
    with pytest.raises(StoreError) as no:
        renew(old, place, NEW, laptop_of(tmp_path))
    assert no.value.reason is Trouble.OUT_OF_REACH
    assert not place.exists()
    (tmp_path / "moved.precinct").rename(old.path)


def test_a_name_that_no_entry_can_hold_is_tidied(old, tmp_path):
    renew(old, tmp_path / " бір\tекі .precinct ", NEW, laptop_of(tmp_path))
    event = old.day.entries[-1].event
    assert isinstance(event, setup.ClosedUnused)
    assert event.successor.startswith("бір екі .precinct ")


def test_a_copy_to_try_touches_nothing_of_the_old_file(old, place, tmp_path):
    old.close()
    before = old.path.read_bytes()
    with open_desk(old.path) as again:
        try_it(again, place, NEW, laptop_of(tmp_path))
        assert not again.is_writing
    assert old.path.read_bytes() == before


def test_in_a_copy_to_try_every_member_has_a_pin_that_is_shown(old, place, tmp_path):
    old.act(CHAIRMAN, setup.name_member, "4", "Кешіккен", "member")
    try_it(old, place, NEW, laptop_of(tmp_path))
    with opened(place, laptop_of(tmp_path)) as trial:
        assert trial.day.created.day_kind == "training"
        assert trial.day.created.replaces == ""
        assert {one.id for one in trial.day.members.values() if one.shown_pin} == {*"1234"}
        assert not old.day.members["4"].pin
        trial.start_writing()
        for member in "1234":
            sign_in(trial, member, trial.day.members[member].shown_pin)
    for member in "123":
        assert trial.day.members[member].pin != old.day.members[member].pin
        assert not old.day.members[member].shown_pin


def test_a_copy_of_a_copy_can_be_tried_too(old, place, tmp_path):
    laptop = laptop_of(tmp_path)
    try_it(old, place, NEW, laptop)
    try_it(opened(place, laptop), tmp_path / "second.precinct", NEW, laptop)
    assert opened(tmp_path / "second.precinct", laptop).day.members.keys() == old.day.members.keys()


def test_another_list_and_precinct_may_be_stated(old, place, tmp_path):
    plan = plan_like(old, "training")
    precinct = plan.precinct.__class__("215", utc_offset="+05:00")
    renew(old, place, NEW, laptop_of(tmp_path), plan._replace(precinct=precinct, voters=voters(3)))
    fresh = opened(place, laptop_of(tmp_path)).day
    assert (fresh.created.day_kind, fresh.precinct, fresh.roll.size) == ("live", precinct, 3)
    # The act states nine, and that one came out; the commission has to look again.
    assert fresh.list_act == old.day.list_act


def test_a_precinct_that_cannot_be_leaves_the_old_file_open(old, place, tmp_path):
    plan = plan_like(old, "live")
    wrong = plan.precinct.__class__("")
    with pytest.raises(Refusal):
        renew(old, place, NEW, laptop_of(tmp_path), plan._replace(precinct=wrong))
    assert old.day.phase is Phase.SETUP
    assert not place.exists()


def test_packs_of_two_desks_get_names_of_one(tmp_path, old, place):
    old.act(CHAIRMAN, access.set_pin, "1", seal_pin("1111"), "")
    old.close()
    laptop = laptop_of(tmp_path / "other")
    with Desk(old.path, KEY, laptop, HandClock()) as second:
        second.go_on(CHAIRMAN, "1111")
        second.act(CHAIRMAN, access.sign_in)
        sealed = second.act(CHAIRMAN, stock.receive_ballots, "reg_smd", 40)
        assert sealed.desk == 2
        second.act(CHAIRMAN, stock.count_pack, sealed.id, 38)
        renew(second, place, NEW, laptop)
    fresh = opened(place, laptop).day
    assert {entry.desk for entry in fresh.entries} == {1}
    assert fresh.accounts.summary()["reg_smd"] == {"safe": 38, "voters": 0, "missing": 2}
    assert not fresh.conflicts


def test_a_copy_is_a_day_of_its_own(old, place, tmp_path):
    try_it(old, place, NEW, laptop_of(tmp_path))
    with pytest.raises(StoreError) as no:
        try_it(old, place, NEW, laptop_of(tmp_path))
    assert no.value.reason is Trouble.EXISTS
    assert old.day == open_desk(old.path, laptop_of(tmp_path)).day
