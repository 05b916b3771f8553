"""An entry is recorded or it is not, and never perhaps."""

from dataclasses import replace
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from precinct_app.domain.entry import Act, Entry, Head, seal
from precinct_app.domain.parts.access import SignInFailed
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import Connection
from precinct_app.store.journal import Journal
from tests.store.files import KEY, HandClock, journal_rows, make_day, traces


class Failing:
    """A connection whose COMMIT raises, before or after it took effect."""

    def __init__(self, connection: Connection, *, after: bool, words: str = "disk I/O error"):
        self._connection, self._after, self._words = connection, after, words
        self.then = lambda: None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: Any) -> Any:
        if statement != "COMMIT":
            return self._connection.execute(statement, *values)
        if self._after:
            self._connection.execute(statement)
        self.then()
        raise dbapi2.OperationalError(self._words)


@pytest.fixture
def path(tmp_path):
    return make_day(tmp_path, served=3)


@pytest.fixture
def journal(path):
    found = Journal(path, KEY)
    yield found
    found.close()


def next_entry(journal: Journal, member: str = "3") -> Entry:
    mark = journal.heads()[1]
    now = HandClock().now()
    head = Head(1, mark.entries, mark.entries, mark.head)
    return seal(head, Act(now, now, 1, member), SignInFailed(member))


def fail(journal: Journal, *, after: bool, words: str = "disk I/O error") -> Failing:
    failing = Failing(journal._connection, after=after, words=words)
    journal._connection = failing
    return failing


def test_an_entry_is_in_the_file_when_append_returns(journal, path):
    entry = next_entry(journal)
    journal.append(entry)
    assert journal_rows(path)[-1][-1] == entry.digest
    assert journal.heads()[1] == (entry.number, entry.digest)


def test_several_entries_are_written_all_or_none(journal, path):
    first = next_entry(journal)
    now = HandClock().now()
    head = Head(1, first.number, first.tick, first.digest)
    second = seal(head, Act(now, now, 1, "4"), SignInFailed("4"))
    clash = replace(second, number=1)
    with pytest.raises(StoreError):
        journal.append(first, clash)
    assert len(journal_rows(path)) == first.number - 1
    journal.append(first, second)
    assert [row[-1] for row in journal_rows(path)[-2:]] == [first.digest, second.digest]


def test_the_same_entry_again_is_no_change(journal, path):
    entry = next_entry(journal)
    journal.append(entry)
    before = journal_rows(path)
    journal.append(entry)
    assert journal_rows(path) == before


def test_another_hash_under_the_same_key_is_a_fork(journal, path):
    one, other = next_entry(journal, "3"), next_entry(journal, "4")
    journal.append(one)
    before = journal_rows(path)
    with pytest.raises(StoreError) as no:
        journal.append(other)
    assert no.value.reason is Trouble.FORKED
    assert no.value.facts == {"entry": other.id}
    assert journal_rows(path) == before


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("disk I/O error", Trouble.NOT_RECORDED),
        ("database or disk is full", Trouble.DISK_FULL),
        ("attempt to write a readonly database", Trouble.READ_ONLY),
        ("database is locked", Trouble.SECOND_WRITER),
        ("something new", Trouble.NOT_RECORDED),
    ],
)
def test_a_commit_that_fails_before_it_took_effect_is_not_recorded(journal, path, words, trouble):
    entry = next_entry(journal)
    before = journal_rows(path)
    fail(journal, after=False, words=words)
    with pytest.raises(StoreError) as no:
        journal.append(entry)
    assert no.value.reason is trouble
    assert journal_rows(path) == before
    journal.append(entry)
    assert len(journal_rows(path)) == len(before) + 1


def test_a_commit_that_fails_after_it_took_effect_is_recorded(journal, path):
    entry = next_entry(journal)
    fail(journal, after=True)
    journal.append(entry)
    assert journal_rows(path)[-1][-1] == entry.digest
    assert journal.settle() == ()
    following = next_entry(journal)
    journal.append(following)
    assert journal_rows(path)[-1][-1] == following.digest


@pytest.mark.parametrize("after", [True, False], ids=["took effect", "took none"])
def test_what_can_not_be_looked_up_is_settled_when_the_file_is_back(journal, path, after):
    entry = next_entry(journal)
    away = path.with_name("away.precinct")
    fail(journal, after=after).then = lambda: path.rename(away)
    for attempt in (lambda: journal.append(entry), journal.settle, journal.settle):
        with pytest.raises(StoreError) as no:
            attempt()
        assert no.value.reason is Trouble.NOT_KNOWN
    away.rename(path)
    assert journal.settle() == ((entry,) if after else ())
    assert journal.settle() == ()
    journal.append(next_entry(journal))


def test_nothing_is_written_into_a_file_that_was_moved_away(journal, path):
    entry = next_entry(journal)
    away = path.rename(path.with_name("away.precinct"))
    before = journal_rows(away)
    with pytest.raises(StoreError) as no:
        journal.append(entry)
    assert no.value.reason is Trouble.OUT_OF_REACH
    assert journal_rows(away) == before
    assert journal.settle() == ()
    away.rename(path)
    journal.append(entry)
    assert journal_rows(path)[-1][-1] == entry.digest


def test_nothing_is_written_into_another_file_in_its_place(journal, path, tmp_path):
    entry = next_entry(journal)
    away = path.rename(path.with_name("away.precinct"))
    (tmp_path / "other").mkdir()
    make_day(tmp_path / "other").rename(path)
    before = path.read_bytes()
    for attempt in (lambda: journal.append(entry), journal.heads):
        with pytest.raises(StoreError) as no:
            attempt()
        assert no.value.reason is Trouble.OUT_OF_REACH
    assert path.read_bytes() == before
    away.rename(path)
    journal.append(entry)


def test_closing_leaves_the_file_alone_with_all_that_was_recorded(path):
    journal = Journal(path, KEY)
    entry = next_entry(journal)
    journal.append(entry)
    journal.close()
    assert set(traces(path.parent)) == {"day.precinct", "day.precinct.lock", "home/laptop.json"}
    assert journal_rows(path)[-1][-1] == entry.digest


def test_closing_out_of_reach_is_told_and_loses_nothing(path):
    journal = Journal(path, KEY)
    entry = next_entry(journal)
    journal.append(entry)
    away = path.rename(path.with_name("away.precinct"))
    with pytest.raises(StoreError) as no:
        journal.close()
    assert no.value.reason is Trouble.NOT_BROUGHT_IN
    away.rename(path)
    assert journal_rows(path)[-1][-1] == entry.digest


def test_each_commit_waits_for_the_disk(journal):
    asked = ("synchronous", "journal_mode", "locking_mode")
    told = [journal._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert told == [2, "wal", "normal"]
