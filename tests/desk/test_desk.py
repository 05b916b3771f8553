"""Ask, seal, write, believe: and nothing moves where one of them fails."""

import copy
from datetime import datetime
from pathlib import Path

import pytest

from precinct_app.desk import Who
from precinct_app.domain import fold
from precinct_app.domain.day import Day
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import access, corrections, issuing, stock
from precinct_app.domain.parts.issuing import BallotsIssued
from precinct_app.errors import Reason, Refusal, StoreError, Trouble
from tests.store.files import (
    CHAIRMAN,
    FIVE,
    SECRETARY,
    HandClock,
    back_on_duty,
    desk_at,
    give_pin,
    issue,
    journal_rows,
    laptop_of,
    make_day,
    open_desk,
    traces,
    writing,
)
from tests.store.test_journal import fail


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path, served=3)


@pytest.fixture
def desk(path):
    with writing(path) as found:
        back_on_duty(found)
        yield found


def test_what_was_done_stands_in_the_file_and_in_the_day(desk, path):
    clock = desk.clock.now()
    entry = desk.act(SECRETARY, issuing.issue_ballots, "7", FIVE, "4", assistant="Сәуле")
    assert journal_rows(path)[-1][-1] == entry.digest
    assert desk.day.entries[-1] == entry
    assert (entry.kind, entry.by, entry.witness) == ("ballots_issued", "2", "")
    assert entry.recorded == entry.happened == clock.isoformat()
    assert desk.day.holding("7").assistant == "Сәуле"
    assert desk.day.left("maz_pl", "member:4") == 98
    assert desk.checkpoint() == {1: (entry.number, entry.digest)}


def test_a_witness_and_a_stated_moment_stand_in_the_entry(desk):
    stated = datetime.fromisoformat("2023-03-19T09:30:00+06:00")
    desk.clock = LateClock()
    who = Who("2", "5", stated)
    record = issuing.issue_ballots.recorded("акт 1", "сұрады")
    entry = desk.act(who, record, "7", ("maz_pl",), "4")
    assert (entry.witness, entry.happened) == ("5", "2023-03-19T09:30:00+06:00")
    assert entry.recorded == "2023-03-19T10:00:00+06:00"
    assert entry.stated


class LateClock(HandClock):
    """A clock as a live day has it: a stated moment does not move it."""

    def beside(self, moment: datetime) -> datetime:
        assert moment < self.moment
        return self.moment

    def state(self, moment: datetime) -> None:
        assert moment < self.moment


@pytest.mark.parametrize(
    ("who", "voter", "ballots", "issuer", "reason"),
    [
        (SECRETARY, "1", FIVE, "4", Reason.ALREADY_ISSUED),
        (SECRETARY, "404", FIVE, "4", Reason.VOTER_UNKNOWN),
        (SECRETARY, "7", (), "4", Reason.NOTHING_CHOSEN),
        (SECRETARY, "7", FIVE, "2", Reason.NEVER_ISSUES),
        (Who("9"), "7", FIVE, "4", Reason.MEMBER_UNKNOWN),
        (Who("2", "2"), "7", FIVE, "4", Reason.WITNESS_SAME),
        (Who("2\ud800"), "7", FIVE, "4", Reason.MEMBER_UNKNOWN),
    ],
)
def test_a_refusal_changes_nothing(desk, path, who, voter, ballots, issuer, reason):
    day, rows = copy.deepcopy(desk.day), journal_rows(path)
    with pytest.raises(Refusal) as no:
        desk.act(who, issuing.issue_ballots, voter, ballots, issuer)
    assert no.value.reason is reason
    assert desk.day == day
    assert journal_rows(path) == rows


def test_a_desk_that_only_reads_records_nothing(path):
    desk = open_desk(path)
    assert not desk.is_writing
    before = traces(path.parent)
    with pytest.raises(StoreError) as no:
        issue(desk, 7)
    assert no.value.reason is Trouble.READ_ONLY
    assert traces(path.parent) == before


def test_a_hindered_desk_says_what_hinders_it(path):
    (path.parent / "home" / "laptop.json").unlink()
    desk = open_desk(path)
    for attempt in (desk.start_writing, lambda: issue(desk, 7)):
        with pytest.raises(StoreError) as no:
            attempt()
        assert no.value.reason is Trouble.OTHER_LAPTOP
        assert no.value.facts == {"file": "day.precinct"}


def test_after_closing_nothing_more_is_recorded(desk, path):
    issue(desk, 7)
    desk.close()
    desk.close()
    assert not desk.is_writing
    with pytest.raises(StoreError):
        issue(desk, 8)
    assert desk_at(path).day == desk.day


def test_a_block_that_ends_badly_lets_go_of_the_file(path):
    with pytest.raises(ZeroDivisionError):
        begin_and_fail(path)
    with writing(path) as desk:
        assert desk.is_writing


def begin_and_fail(path: Path) -> None:
    with writing(path):
        raise ZeroDivisionError


def test_whoever_was_on_duty_signs_in_again_after_a_start(path):
    with writing(path) as desk:
        assert desk.day.entries[-1].kind == "desk_started"
        assert desk.day.duty(1) == []
        with pytest.raises(Refusal) as no:
            issue(desk, 7)
        assert no.value.reason is Reason.NOT_ON_DUTY
        entries = len(desk.day.entries)
    with writing(path) as desk:
        # Nobody came on duty meanwhile, so there is nothing to say.
        assert len(desk.day.entries) == entries


def test_voters_are_found_by_what_is_typed(desk):
    found = desk.find_voters("кадырова алия 7")
    assert found.hits[0] == "7"
    assert len(desk.find_voters("Қадырова", 5).hits) == 5


# Between the look and the lock


def test_what_was_written_between_the_look_and_the_lock_is_seen(path):
    late = open_desk(path)
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 7)
    with late:
        late.start_writing()
        assert late.day.has_received("7")
        back_on_duty(late)
        issue(late, 8)
    assert desk_at(path).finding is None


@pytest.mark.usefixtures("light_argon")
def test_a_laptop_that_was_overtaken_by_another_does_not_write_on(desk, path, tmp_path):
    give_pin(desk, "1", "4711")
    desk.close()
    late = open_desk(path)
    with open_desk(path, laptop_of(tmp_path / "other")) as other:
        other.go_on(CHAIRMAN, "4711")
    before = path.read_bytes()
    with pytest.raises(StoreError) as no:
        late.start_writing()
    assert no.value.reason is Trouble.OTHER_LAPTOP
    assert not late.is_writing
    assert path.read_bytes() == before


# The fold fails, the commit fails, the file goes away


def test_if_the_fold_raises_after_a_commit_the_day_is_replayed(desk, path, monkeypatch):
    calls: list[Entry] = []
    apply = issuing.apply

    def fail_once(day: Day, entry: Entry, event: BallotsIssued) -> None:
        calls.append(entry)
        apply(day, entry, event)
        if len(calls) == 1:
            raise ZeroDivisionError

    monkeypatch.setitem(fold._APPLY, BallotsIssued, fail_once)
    with pytest.raises(ZeroDivisionError):
        issue(desk, 7)
    assert desk.day.holding("7").received == dict.fromkeys(FIVE, 1)
    assert desk.day.left("maz_pl", "member:4") == 98
    assert open_desk(path).day == desk.day
    issue(desk, 8)
    assert desk.day.served() == 5
    assert desk.day.conflicts == []


@pytest.mark.parametrize("after", [True, False], ids=["took effect", "took none"])
def test_a_commit_of_unknown_fate_is_looked_up_before_the_next_act(desk, path, after):
    away = path.with_name("away.precinct")
    day = copy.deepcopy(desk.day)
    assert desk._writer
    fail(desk._writer._journal, after=after).then = lambda: path.rename(away)
    for _ in range(3):
        with pytest.raises(StoreError) as no:
            issue(desk, 7)
        assert no.value.reason is Trouble.NOT_KNOWN
        assert desk.day == day
    away.rename(path)
    if after:
        with pytest.raises(Refusal) as refusal:
            issue(desk, 7)
        assert refusal.value.reason is Reason.ALREADY_ISSUED
    else:
        issue(desk, 7)
    assert desk.day.holding("7").received == dict.fromkeys(FIVE, 1)
    issue(desk, 8)
    desk.close()
    found = desk_at(path)
    assert (found.finding, found.hindrance) == (None, None)
    assert found.day == desk.day


def test_a_commit_that_failed_and_took_effect_is_believed(desk, path):
    assert desk._writer
    fail(desk._writer._journal, after=True)
    issue(desk, 7)
    assert desk.day.has_received("7")
    issue(desk, 8)
    desk.close()
    assert desk_at(path).day == desk.day


def test_a_file_that_was_moved_away_is_out_of_reach_until_it_is_back(desk, path):
    day = copy.deepcopy(desk.day)
    away = path.rename(path.with_name("away.precinct"))
    for _ in range(2):
        with pytest.raises(StoreError) as no:
            issue(desk, 7)
        assert no.value.reason is Trouble.OUT_OF_REACH
        assert desk.day == day
    away.rename(path)
    issue(desk, 7)
    desk.close()
    assert desk_at(path).day == desk.day


def test_corrections_and_accounts_survive_reopening(desk, path):
    issue(desk, 7)
    entry = desk.act(SECRETARY, issuing.issue_ballots, "8", ("maz_pl",), "4")
    desk.act(Who("1"), stock.receive_ballots, "maz_pl", 50, 49)
    desk.act(Who("2", "5"), corrections.move_mark, entry.id, "9", "қате")
    desk.act(Who("3"), access.sign_out)
    desk.close()
    found = desk_at(path)
    assert found.day == desk.day
    assert found.day.accounts.summary() == desk.day.accounts.summary()
