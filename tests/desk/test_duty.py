"""PINs: set, typed, wrong, waited for."""

from datetime import timedelta

import pytest

from precinct_app.desk import (
    Who,
    confirm,
    invent_pin,
    note_recovery,
    renew_pin,
    set_pin,
    sign_in,
)
from precinct_app.domain.parts import setup
from precinct_app.errors import Reason, Refusal
from tests.store.files import CHAIRMAN, found_day, journal_rows, laptop_of, open_desk

pytestmark = pytest.mark.usefixtures("light_argon")


@pytest.fixture(params=["live", "training"])
def desk(tmp_path, request):
    path = found_day(tmp_path / "day.precinct", laptop_of(tmp_path), kind=request.param)
    with open_desk(path) as found:
        found.start_writing()
        found.act(Who(""), setup.name_member, "3", "Дана", "member")
        found.act(Who(""), setup.name_member, "1", "Серік", "chairman")
        yield found


def reason(error: pytest.ExceptionInfo[Refusal]) -> Reason:
    assert isinstance(error.value.reason, Reason)
    return error.value.reason


def test_a_member_comes_on_duty_with_the_pin_that_was_set(desk):
    set_pin(desk, CHAIRMAN, "3", "4711")
    assert sign_in(desk, "3", "4711").kind == "signed_in"
    assert desk.day.duty(1) == ["3"]


def test_a_pin_is_shown_in_a_training_file_and_nowhere_in_a_live_one(desk):
    set_pin(desk, CHAIRMAN, "3", "471147")
    training = desk.day.created.day_kind == "training"
    assert desk.day.members["3"].shown_pin == ("471147" if training else "")
    stored = "".join(str(row) for row in journal_rows(desk.path))
    assert ('"shown":"471147"' in stored) is training


@pytest.mark.parametrize("pin", ["", "471", "471147114", "47 11", "4711a", "४७११४७११४", "-471"])
def test_what_is_no_pin_is_refused(desk, pin):
    entries = len(desk.day.entries)
    with pytest.raises(Refusal) as no:
        set_pin(desk, CHAIRMAN, "3", pin)
    assert reason(no) is Reason.PIN_SHAPE
    assert len(desk.day.entries) == entries


def test_a_wrong_pin_is_recorded_and_refused(desk):
    set_pin(desk, CHAIRMAN, "3", "4711")
    with pytest.raises(Refusal) as no:
        sign_in(desk, "3", "4712")
    assert reason(no) is Reason.PIN_WRONG
    assert (desk.day.entries[-1].kind, desk.day.entries[-1].by) == ("sign_in_failed", "3")
    assert desk.day.duty(1) == []
    confirm(desk, "3", "4711")


def test_after_wrong_pins_none_is_tried_for_a_while(desk):
    set_pin(desk, CHAIRMAN, "3", "4711")
    for _ in range(3):
        with pytest.raises(Refusal):
            confirm(desk, "3", "0000")
    entries = len(desk.day.entries)
    with pytest.raises(Refusal) as no:
        confirm(desk, "3", "4711")
    assert reason(no) is Reason.PIN_WAIT
    assert len(desk.day.entries) == entries
    desk.clock.moment += timedelta(hours=1)
    confirm(desk, "3", "4711")


def test_a_member_without_a_pin_and_a_stranger_are_told_apart(desk):
    for member, expected in (("3", Reason.PIN_MISSING), ("9", Reason.MEMBER_UNKNOWN)):
        with pytest.raises(Refusal) as no:
            sign_in(desk, member, "4711")
        assert reason(no) is expected


def test_an_invented_pin_has_a_pins_shape(desk):
    pins = {invent_pin() for _ in range(50)}
    assert len(pins) > 40
    set_pin(desk, CHAIRMAN, "3", pins.pop())


def test_a_forgotten_pin_of_the_chairman_is_set_anew_after_the_sheet_was_used(desk):
    set_pin(desk, CHAIRMAN, "1", "1111")
    set_pin(desk, CHAIRMAN, "3", "4711")
    note_recovery(desk)
    with pytest.raises(Refusal) as no:
        renew_pin(desk, Who("1", "3"), "2222", "0000")
    assert reason(no) is Reason.PIN_WRONG
    with pytest.raises(Refusal) as no:
        renew_pin(desk, Who("1", "3"), "22", "4711")
    assert reason(no) is Reason.PIN_SHAPE
    renew_pin(desk, Who("1", "3"), "2222", "4711")
    last = desk.day.entries[-1]
    assert (last.kind, last.by, last.witness) == ("pin_set", "1", "3")
    assert sign_in(desk, "1", "2222").kind == "signed_in"


def test_the_passphrase_alone_finds_nothing_left_of_the_sheet(desk):
    set_pin(desk, CHAIRMAN, "1", "1111")
    note_recovery(desk)
    desk.close()
    with open_desk(desk.path) as again:
        assert again.day.recovered == {1}
        again.start_writing()
        assert again.day.recovered == set()
        with pytest.raises(Refusal) as no:
            renew_pin(again, Who("1"), "2222")
    assert reason(no) is Reason.RECOVERY_NEEDED
