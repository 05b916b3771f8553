"""A renewal that ended half-way is finished by the same call, and by no other."""

import pytest

from precinct_app.desk import Desk, Who, renew, takeover, unlock
from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import setup
from precinct_app.domain.phases import Phase
from precinct_app.errors import StoreError, Trouble
from precinct_app.keys import read_recovery
from precinct_app.store.journal import Journal
from tests.store.files import found_day, laptop_of, open_desk

pytestmark = pytest.mark.usefixtures("light_argon")

NEW = "the passphrase of the new file"


class EndedError(Exception):
    """The program ended here."""


@pytest.fixture
def laptop(tmp_path):
    return laptop_of(tmp_path)


@pytest.fixture
def old(tmp_path, laptop):
    """Open a live file in set-up."""
    with open_desk(found_day(tmp_path / "old.precinct", laptop, 8, "live")) as desk:
        yield desk


@pytest.fixture
def end_before(monkeypatch, old, laptop):
    """Renew a file, and let the program end before it calls what is named."""

    def ended(*_given):
        raise EndedError

    def renew_until(name, path):
        with monkeypatch.context() as patch:
            patch.setattr(takeover, name, ended)
            with pytest.raises(EndedError):
                renew(old, path, NEW, laptop)

    return renew_until


@pytest.fixture
def half(old, end_before):
    """Close the old file, and end before the new one has its name."""
    path = old.path.with_name("new.precinct")
    end_before("give_name", path)
    assert old.day.phase is Phase.NOT_USED
    return path


def trouble(old, path, passphrase, laptop):
    with pytest.raises(StoreError) as no:
        renew(old, path, passphrase, laptop)
    return no.value.reason, no.value.facts


def test_the_same_call_gives_the_new_file_its_name(old, half, laptop):
    (waiting,) = half.parent.glob("*-waiting")
    held = waiting.read_bytes()
    founded = renew(old, half, NEW, laptop)
    assert half.read_bytes() == held
    assert not waiting.exists()
    assert founded.key == unlock(half, NEW)
    assert read_recovery(founded.recovery) == founded.key
    fresh = Desk(half, founded.key, laptop)
    assert (fresh.day.phase, fresh.hindrance) == (Phase.SETUP, None)


def test_it_is_finished_by_a_file_that_only_reads_too(old, half, laptop):
    old.close()
    entries = len(old.day.entries)
    with open_desk(old.path) as again:
        renew(again, half, NEW, laptop)
        assert not again.is_writing
    assert len(open_desk(old.path).day.entries) == entries


def test_another_name_is_told_the_one_that_waits(old, half, laptop):
    found = trouble(old, half.with_name("other.precinct"), NEW, laptop)
    facts = {"file": "old.precinct", "successor": "new.precinct"}
    assert found == (Trouble.HALF_TAKEN_OVER, facts)


def test_another_passphrase_does_not_finish_it(old, half, laptop):
    assert trouble(old, half, "another", laptop)[0] is Trouble.WRONG_KEY
    renew(old, half, NEW, laptop)


def test_it_is_finished_once(old, half, laptop):
    renew(old, half, NEW, laptop)
    half.rename(half.with_name("moved.precinct"))
    assert trouble(old, half, NEW, laptop)[0] is Trouble.NOT_TAKEN_OVER


def test_a_file_in_its_place_stays(old, half, laptop):
    half.write_bytes(b"mine")
    assert trouble(old, half, NEW, laptop)[0] is Trouble.EXISTS
    assert half.read_bytes() == b"mine"


def test_what_was_never_named_by_the_old_file_is_no_successor(old, laptop, end_before):
    """It waits in one folder, and the old file was closed in favour of one in another."""
    path = old.path.with_name("new.precinct")
    end_before("_successor", path)
    (path.parent / "stick").mkdir()
    renew(old, path.parent / "stick" / "new.precinct", NEW, laptop)
    assert trouble(old, path, NEW, laptop)[0] is Trouble.NOT_TAKEN_OVER
    assert not path.exists()


def test_before_the_old_file_is_closed_it_is_begun_anew(old, laptop, end_before):
    path = old.path.with_name("new.precinct")
    end_before("_successor", path)
    assert old.day.phase is Phase.SETUP
    renew(old, path, "a third passphrase", laptop)
    assert unlock(path, "a third passphrase")
    assert not [*path.parent.glob("*-waiting")]


def test_a_name_that_was_given_twice_loses_one(half, laptop, tmp_path):
    (waiting,) = half.parent.glob("*-waiting")
    half.hardlink_to(waiting)
    with open_desk(found_day(tmp_path / "other.precinct", laptop)):
        assert not waiting.exists()
    assert half.exists()


def test_where_nobody_knows_whether_it_is_closed_the_new_file_waits(old, laptop, monkeypatch):
    def unsure(_journal: Journal, *_entries: Entry) -> None:
        raise StoreError(Trouble.NOT_KNOWN, file="old.precinct")

    path = old.path.with_name("new.precinct")
    old.start_writing()
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", unsure)
        assert trouble(old, path, NEW, laptop)[0] is Trouble.NOT_KNOWN
    (waiting,) = path.parent.glob("*-waiting")
    fresh = Desk(waiting, unlock(waiting, NEW), laptop)
    # As it turned out, it was recorded.
    old.act(Who(""), setup.close_unused, takeover._successor(path, fresh))
    renew(old, path, NEW, laptop)
    assert path.exists()
