"""A file of another laptop, or one that came back older, goes on where the chairman lets it."""

from pathlib import Path

import pytest

from precinct_app.desk import Desk, Who
from precinct_app.domain.entry import Entry
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.store.journal import Journal
from tests.store.files import (
    CHAIRMAN,
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
    writing,
)

pytestmark = pytest.mark.usefixtures("light_argon")

PIN = "4711"


@pytest.fixture
def path(tmp_path):
    """A day on its laptop; the chairman and the secretary have PINs."""
    path = make_day(tmp_path, served=3)
    with writing(path) as desk:
        back_on_duty(desk)
        give_pin(desk, "1", PIN)
        give_pin(desk, "2", "1234")
    return path


def elsewhere(path: Path) -> Desk:
    """Open the file at another laptop."""
    return open_desk(path, laptop_of(path.parent / "elsewhere"))


def go_on_here(path: Path) -> Desk:
    desk = elsewhere(path)
    desk.go_on(CHAIRMAN, PIN)
    return desk


def test_a_file_goes_on_at_another_laptop_as_the_next_desk(path):
    before = open_desk(path).checkpoint()
    with go_on_here(path) as desk:
        assert (desk.number, desk.hindrance, desk.finding) == (2, None, None)
        entry = desk.day.entries[-1]
        assert (entry.id, entry.by, entry.kind) == ("2-1", "1", "desk_opened")
        assert entry.tick == before[1].entries + 1
        assert [(1, *mark) for mark in before.values()] == [*entry.event.checkpoint]  # type: ignore[attr-defined]
        back_on_duty(desk)
        issue(desk, 7)
        assert desk.day.entries[-1].id == "2-7"
    found = elsewhere(path)
    assert (found.finding, found.hindrance, found.number) == (None, None, 2)
    assert found.day == desk.day


def test_the_laptop_that_it_left_only_reads_it_then(path):
    go_on_here(path).close()
    desk = open_desk(path)
    assert (desk.finding, desk.hindrance) == (None, Trouble.OTHER_LAPTOP)
    desk.go_on(CHAIRMAN, PIN)
    assert desk.number == 3
    desk.close()
    assert open_desk(path).hindrance is None


def test_an_older_copy_goes_on_as_the_next_desk(path):
    old = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 7)
    path.write_bytes(old)
    with open_desk(path) as desk:
        assert desk.hindrance is Trouble.OLDER_COPY
        desk.go_on(CHAIRMAN, PIN)
        back_on_duty(desk)
        issue(desk, 8)
    found = open_desk(path)
    assert (found.finding, found.hindrance, found.number) == (None, None, 2)
    assert found.day.has_received("8")
    assert not found.day.has_received("7")


@pytest.mark.parametrize(
    ("member", "pin", "reason"),
    [
        ("1", "1234", Reason.PIN_WRONG),
        ("1", "", Reason.PIN_WRONG),
        ("9", PIN, Reason.PIN_WRONG),
        ("2", "1234", Reason.ROLE_WRONG),
    ],
)
def test_nobody_but_the_chairman_lets_it_go_on(path, member, pin, reason):
    before = path.read_bytes()
    desk = elsewhere(path)
    with pytest.raises(Refusal) as no:
        desk.go_on(Who(member), pin)
    assert no.value.reason is reason
    assert (desk.number, desk.hindrance, desk.is_writing) == (1, Trouble.OTHER_LAPTOP, False)
    assert path.read_bytes() == before


def test_a_file_of_this_laptop_needs_no_leave(path):
    desk = open_desk(path)
    with pytest.raises(StoreError) as no:
        desk.go_on(CHAIRMAN, PIN)
    assert no.value.reason is Trouble.NOT_ANOTHERS


def test_a_file_that_does_not_hold_goes_on_nowhere(path):
    tamper(path, "UPDATE journal SET by = '4' WHERE number = 30")
    broken = elsewhere(path)
    with pytest.raises(StoreError) as no:
        broken.go_on(CHAIRMAN, PIN)
    assert no.value.reason is Trouble.CHAIN_BROKEN


def test_a_damaged_file_goes_on_nowhere(path):
    flip(path, path.stat().st_size - 2000)
    damaged = elsewhere(path)
    with pytest.raises(StoreError) as no:
        damaged.go_on(CHAIRMAN, PIN)
    assert no.value.reason is Trouble.DAMAGED


def test_two_laptops_can_not_both_let_it_go_on(path):
    late = elsewhere(path)
    with open_desk(path, laptop_of(path.parent / "third")) as third:
        third.go_on(CHAIRMAN, PIN)
        with pytest.raises(StoreError) as no:
            late.go_on(CHAIRMAN, PIN)
        assert no.value.reason is Trouble.SECOND_WRITER
    late.go_on(CHAIRMAN, PIN)
    assert late.number == 3
    late.close()
    assert elsewhere(path).finding is None


def test_a_failed_attempt_forgets_nothing_that_the_laptop_remembers(path):
    old = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 7)
    path.write_bytes(old)
    for who, pin in ((Who("2"), "1234"), (CHAIRMAN, "0000")):
        desk = open_desk(path)
        with pytest.raises(Refusal):
            desk.go_on(who, pin)
    assert desk_at(path).hindrance is Trouble.OLDER_COPY


def test_a_laptop_that_can_keep_no_id_goes_on_with_nothing(path):
    before = traces(path.parent)
    (path.parent / "elsewhere").mkdir()
    desk = elsewhere(path)
    (path.parent / "elsewhere" / "home").write_bytes(b"")
    with pytest.raises(StoreError) as no:
        desk.go_on(CHAIRMAN, PIN)
    assert no.value.reason in (Trouble.READ_ONLY, Trouble.OUT_OF_REACH)
    assert (desk.number, desk.is_writing) == (1, False)
    after = traces(path.parent)
    assert after["day.precinct"] == before["day.precinct"]
    assert after["home/laptop.json"] == before["home/laptop.json"]


def test_an_attempt_that_the_disk_refused_can_be_made_again(path, monkeypatch):
    def no_room(_journal: Journal, *_entries: Entry) -> None:
        raise StoreError(Trouble.DISK_FULL)

    desk = elsewhere(path)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", no_room)
        with pytest.raises(StoreError) as no:
            desk.go_on(CHAIRMAN, PIN)
    assert no.value.reason is Trouble.DISK_FULL
    assert (desk.number, desk.is_writing) == (1, False)
    with desk:
        desk.go_on(CHAIRMAN, PIN)
        assert desk.number == 2


def test_with_the_sheet_another_member_lets_it_go_on_where_the_chairman_forgot_the_pin(path):
    desk, beside = elsewhere(path), Who("1", "2")
    for pin, recovered in (("1234", False), (PIN, True), ("0000", True)):
        with pytest.raises(Refusal) as no:
            desk.go_on(beside, pin, recovered=recovered)
        assert no.value.reason is Reason.PIN_WRONG
    with desk:
        desk.go_on(beside, "1234", recovered=True)
        entry = next(entry for entry in desk.day.entries if entry.desk == 2)
        assert (entry.kind, entry.by, entry.witness) == ("desk_opened", "1", "2")
