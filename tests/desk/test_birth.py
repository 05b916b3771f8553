"""A day is created with two keys, and pins what it is made of."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from precinct_app.desk import (
    Desk,
    Plan,
    create_day,
    note_recovery,
    unlock,
    unlock_by_sheet,
)
from precinct_app.domain.election_read import election_digest, election_text
from precinct_app.domain.entry import NO_HASH
from precinct_app.domain.parts.setup import DayCreated, MemberNamed
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.voters import make_roll
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.store.database import connect
from tests.store.files import laptop_of, region, traces, voters

PASSPHRASE = 'it\'s "ҚҰПИЯ"; -- 214'


@pytest.fixture
def plan():
    return Plan("live", region(), Precinct("214"), voters(20))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "day.precinct"


def test_both_keys_open_a_new_file_and_it_takes_its_time(path, plan, tmp_path):
    founded = create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    assert unlock(path, PASSPHRASE) == founded.key
    assert unlock_by_sheet(path, founded.recovery.lower()) == founded.key
    desk = Desk(path, founded.key, laptop_of(tmp_path))
    assert (desk.finding, desk.hindrance) == (None, None)


@pytest.mark.usefixtures("light_argon")
def test_no_other_passphrase_opens_it(path, plan, tmp_path):
    create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.lower()):
        with pytest.raises(StoreError) as no:
            Desk(path, unlock(path, wrong), laptop_of(tmp_path))
        assert no.value.reason is Trouble.WRONG_KEY


@pytest.mark.usefixtures("light_argon")
def test_two_files_of_one_passphrase_have_two_keys(tmp_path, plan):
    paths = [tmp_path / name for name in ("one.precinct", "other.precinct")]
    for path in paths:
        create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    one, other = (unlock(path, PASSPHRASE) for path in paths)
    assert one != other


@pytest.mark.usefixtures("light_argon")
def test_the_first_entry_pins_kind_precinct_election_and_list(path, plan, tmp_path):
    laptop = laptop_of(tmp_path)
    founded = create_day(path, plan, PASSPHRASE, laptop)
    day = Desk(path, founded.key, laptop).day
    first, second = day.entries
    created = first.event
    assert isinstance(created, DayCreated)
    assert (first.id, first.tick, first.previous, first.by) == ("1-1", 1, NO_HASH, "")
    assert (created.day_kind, created.precinct, created.voters) == ("live", plan.precinct, 20)
    assert created.election_digest == election_digest(election_text(region()))
    assert created.roll_digest == make_roll(plan.voters).digest
    assert (created.election, created.replaces, len(created.file)) == ("2023-03-19", "", 32)
    assert (second.kind, second.previous) == ("desk_opened", first.digest)
    assert day.laptops == {1: laptop.id}


@pytest.mark.usefixtures("light_argon")
def test_the_signing_key_in_the_file_is_the_one_that_the_first_entry_names(path, plan, tmp_path):
    founded = create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    connection = connect(path, founded.key)
    ((private,),) = connection.execute("SELECT private FROM signing_key").fetchall()
    connection.close()
    public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    assert Desk(path, founded.key, laptop_of(tmp_path)).day.created.key == public.hex()


@pytest.mark.usefixtures("light_argon")
def test_what_is_taken_over_stands_behind_in_its_order(path, plan, tmp_path):
    taken = [MemberNamed("1", "Серік", "chairman"), MemberNamed("2", "Дана", "secretary")]
    founded = create_day(path, plan, PASSPHRASE, laptop_of(tmp_path), taken)
    day = Desk(path, founded.key, laptop_of(tmp_path)).day
    assert [entry.event for entry in day.entries[2:]] == taken
    assert [member.name for member in day.members.values()] == ["Серік", "Дана"]


@pytest.mark.usefixtures("light_argon")
@pytest.mark.parametrize(
    ("precinct", "passphrase", "reason"),
    [
        (Precinct(""), PASSPHRASE, Reason.BAD_ARGUMENT),
        (Precinct("214", utc_offset="Astana"), PASSPHRASE, Reason.BAD_ARGUMENT),
        (Precinct("214", times={"voting_begins": "03:00"}), PASSPHRASE, Reason.BAD_ARGUMENT),
        (Precinct("214"), "", Reason.PASSPHRASE_MISSING),
    ],
    ids=str,
)
def test_a_day_that_can_not_be_is_not_made(path, plan, tmp_path, precinct, passphrase, reason):
    with pytest.raises(Refusal) as no:
        create_day(path, plan._replace(precinct=precinct), passphrase, laptop_of(tmp_path))
    assert no.value.reason is reason
    assert [*tmp_path.iterdir()] == []


@pytest.mark.usefixtures("light_argon")
def test_a_laptop_that_can_keep_no_id_makes_no_file(path, plan, tmp_path):
    laptop = laptop_of(tmp_path)
    (tmp_path / "home").write_bytes(b"")
    before = traces(tmp_path)
    for _ in range(2):
        with pytest.raises(StoreError):
            create_day(path, plan, PASSPHRASE, laptop)
    assert traces(tmp_path) == before


@pytest.mark.usefixtures("light_argon")
def test_the_use_of_the_recovery_sheet_is_an_entry(path, plan, tmp_path):
    founded = create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    with Desk(path, unlock_by_sheet(path, founded.recovery), laptop_of(tmp_path)) as desk:
        desk.start_writing()
        entry = note_recovery(desk)
    assert (entry.kind, entry.number, entry.by) == ("recovery_used", 3, "")


@pytest.mark.usefixtures("light_argon")
def test_a_mistyped_sheet_is_told_before_the_file_is_tried(path, plan, tmp_path):
    founded = create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    last = "1" if founded.recovery.endswith("0") else "0"
    with pytest.raises(StoreError) as no:
        unlock_by_sheet(path, founded.recovery[:-1] + last)
    assert no.value.reason is Trouble.RECOVERY_MISTYPED


@pytest.mark.usefixtures("light_argon")
def test_the_sheet_of_another_file_does_not_open_this_one(path, plan, tmp_path):
    create_day(path, plan, PASSPHRASE, laptop_of(tmp_path))
    other = create_day(tmp_path / "other.precinct", plan, PASSPHRASE, laptop_of(tmp_path))
    with pytest.raises(StoreError) as no:
        Desk(path, unlock_by_sheet(path, other.recovery), laptop_of(tmp_path))
    assert no.value.reason is Trouble.WRONG_KEY


@pytest.mark.parametrize("opened", [unlock, unlock_by_sheet])
def test_what_is_no_day_file_is_told_before_any_key_is_made(tmp_path, opened):
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(StoreError) as no:
        opened(tmp_path / "list.pdf", "anything")
    assert no.value.reason is Trouble.PDF


@pytest.mark.usefixtures("light_argon")
def test_a_training_day_begins_when_voting_begins(path, plan, tmp_path):
    founded = create_day(path, plan._replace(kind="training"), PASSPHRASE, laptop_of(tmp_path))
    desk = Desk(path, founded.key, laptop_of(tmp_path))
    assert desk.day.entries[0].recorded == "2023-03-19T07:00:00+06:00"
    since = desk.clock.now() - desk.clock.now().fromisoformat("2023-03-19T07:00:00+06:00")
    assert 0 <= since.total_seconds() < 60
