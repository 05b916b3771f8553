"""Wrong PINs at a file that can't be written wait, and are entries once it can."""

from datetime import timedelta
from pathlib import Path

import pytest

from precinct_app.desk import Desk, Who, sign_in
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from precinct_app.store.laptop import Laptop
from tests.store.files import (
    CHAIRMAN,
    back_on_duty,
    give_pin,
    laptop_of,
    make_day,
    open_desk,
    traces,
    writing,
)

pytestmark = pytest.mark.usefixtures("light_argon")

PIN, WRONG = "4711", "0000"


@pytest.fixture
def path(tmp_path):
    """A day on its laptop; the chairman and the secretary have PINs."""
    path = make_day(tmp_path, served=3)
    with writing(path) as desk:
        back_on_duty(desk)
        give_pin(desk, "1", PIN)
        give_pin(desk, "2", "1234")
    return path


def elsewhere(path: Path, seconds: float = 0) -> Desk:
    """Open the file anew at another laptop, so many seconds later."""
    desk = open_desk(path, laptop_of(path.parent / "elsewhere"))
    desk.clock.state(desk.clock.now() + timedelta(seconds=seconds))
    return desk


def no(desk: Desk, pin: str, who: Who = CHAIRMAN) -> Refusal:
    with pytest.raises(Refusal) as refused:
        desk.go_on(who, pin)
    return refused.value


def guess(path: Path, times: int, who: Who = CHAIRMAN) -> None:
    for _ in range(times):
        assert no(elsewhere(path), WRONG, who).reason is Reason.PIN_WRONG


def failures(desk: Desk) -> list[tuple[str, str, str]]:
    """List who failed, when, and in which entry."""
    found = (entry for entry in desk.day.entries if entry.kind == "sign_in_failed")
    return [(entry.id, entry.by, entry.happened[11:19]) for entry in found]


def test_after_three_wrong_pins_the_next_waits_though_the_file_says_nothing(path):
    before = path.read_bytes()
    guess(path, 3)
    refusal = no(elsewhere(path), PIN)
    assert refusal.reason is Reason.PIN_WAIT
    assert refusal.facts == {"member": "1", "seconds": 5}
    assert no(elsewhere(path, 4.5), WRONG).facts == {"member": "1", "seconds": 1}
    assert path.read_bytes() == before


def test_each_further_one_waits_twice_as_long(path):
    guess(path, 3)
    assert no(elsewhere(path, 5), WRONG).reason is Reason.PIN_WRONG
    assert no(elsewhere(path, 5), PIN).facts["seconds"] == 10
    assert no(elsewhere(path, 15), WRONG).reason is Reason.PIN_WRONG
    assert no(elsewhere(path, 15), PIN).facts["seconds"] == 20


def test_another_member_waits_for_the_own_ones_only(path):
    guess(path, 3)
    guess(path, 1, Who("2"))
    assert no(elsewhere(path), "1234", Who("2")).reason is Reason.ROLE_WRONG


def test_what_the_file_holds_counts_too(path):
    with writing(path) as desk:
        for _ in range(2):
            with pytest.raises(Refusal):
                sign_in(desk, "1", WRONG)
    guess(path, 1)
    assert no(elsewhere(path), PIN).reason is Reason.PIN_WAIT


def test_the_desk_that_goes_on_enters_them_with_the_moments_when_they_were_typed(path):
    guess(path, 2)
    guess(path, 1, Who("2"))
    with elsewhere(path, 600) as desk:
        desk.go_on(CHAIRMAN, PIN)
        assert failures(desk) == [
            ("2-2", "1", "10:00:00"),
            ("2-3", "1", "10:00:00"),
            ("2-4", "2", "10:00:00"),
        ]
        assert desk.memory_trouble is None
    assert len(failures(elsewhere(path))) == 3


def test_they_are_entered_once(path):
    guess(path, 2)
    elsewhere_on = elsewhere(path, 60)
    elsewhere_on.go_on(CHAIRMAN, PIN)
    elsewhere_on.close()
    with elsewhere(path, 120) as desk:
        desk.start_writing()
        assert len(failures(desk)) == 2


def test_whoever_waited_and_then_knew_the_pin_signs_in_without_a_second_wait(path):
    guess(path, 3)
    with elsewhere(path, 5) as desk:
        desk.go_on(CHAIRMAN, PIN)
        assert len(failures(desk)) == 3
        sign_in(desk, "1", PIN)


def test_they_stay_with_the_laptop_until_it_writes_the_file_again(path):
    """The file goes back to where it came from, and only comes here again later."""
    older = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
    newer = path.read_bytes()
    path.write_bytes(older)
    with pytest.raises(Refusal):
        open_desk(path).go_on(CHAIRMAN, WRONG)
    path.write_bytes(newer)
    with writing(path) as desk:
        assert [found[1] for found in failures(desk)] == ["1"]
    assert not laptop_of(path.parent).wrong_pins(desk.day.created.file)


def test_a_laptop_that_can_keep_nothing_lets_nobody_guess(path):
    (path.parent / "elsewhere").mkdir()
    desk = elsewhere(path)
    (path.parent / "elsewhere" / "home").write_bytes(b"")
    with pytest.raises(StoreError) as refused:
        desk.go_on(CHAIRMAN, WRONG)
    assert refused.value.reason in (Trouble.READ_ONLY, Trouble.OUT_OF_REACH)


def test_an_unknown_member_is_refused_and_nothing_is_kept(path):
    before = traces(path.parent)
    assert no(elsewhere(path), PIN, Who("9")).reason is Reason.PIN_WRONG
    assert traces(path.parent) == before


def test_what_can_not_be_forgotten_is_told_and_the_day_goes_on(path, monkeypatch):
    def read_only(_laptop: Laptop, _file: str) -> None:
        raise StoreError(Trouble.READ_ONLY, file="laptop.json")

    guess(path, 1)
    monkeypatch.setattr(Laptop, "forget_wrong_pin", read_only)
    with elsewhere(path, 5) as desk:
        desk.go_on(CHAIRMAN, PIN)
        assert desk.memory_trouble
        assert desk.is_writing
