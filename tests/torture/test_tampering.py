"""Whoever has the key and changes the journal behind the program's back is found out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from precinct_app.domain.accounts import Move
from precinct_app.domain.entry import Act, Head, line_digest, seal
from precinct_app.domain.parts.issuing import BallotsIssued
from precinct_app.errors import Trouble
from precinct_app.store.codec import COLUMNS
from precinct_app.store.journal import Journal
from tests.store.files import (
    KEY,
    HandClock,
    back_on_duty,
    broken_in,
    desk_at,
    issue,
    journal_rows,
    make_day,
    tamper,
    writing,
)
from tests.torture.tampering import CHANGE, forge, found_at


@pytest.fixture
def path(tmp_path):
    """A day on which ten voters were served."""
    return make_day(tmp_path, served=10)


CHANGES = {
    "desk": "2",
    "number": "300",
    "tick": "5",
    "recorded": "'2023-03-19T10:00:01+06:00'",
    "happened": "'2023-03-19T09:59:59+06:00'",
    "by": "'4'",
    "witness": "'5'",
    "kind": "'fact_recorded'",
    "version": "0",
    "body": "replace(body, 'member:', 'member:1')",
    "previous": f"'{'0' * 64}'",
    "digest": f"'{'f' * 64}'",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_row_is_found_whatever_was_changed(path, column):
    tamper(path, CHANGE.format(column, CHANGES[column]))
    flaw = "gap" if column in ("desk", "number") else "hash"
    assert found_at(path) == (flaw, 1, 30)
    assert [entry.number for entry in desk_at(path).day.entries] == [*range(1, 30)]


def test_a_row_with_a_changed_tick_takes_no_earlier_entry_with_it(path):
    tamper(path, "UPDATE journal SET tick = 2 WHERE number = 30")
    assert found_at(path) == ("hash", 1, 30)
    assert len(desk_at(path).day.entries) == 29


REHASHED = "UPDATE journal SET by = '{}', digest = '{}' WHERE number = {}"


def rehashed(path: Path, number: int) -> str:
    """Change who acted, and give the row the hash that goes with it."""
    row = list(journal_rows(path)[number - 1][1:])
    row[COLUMNS.index("by")] = "4"
    return REHASHED.format("4", line_digest(row[-2], tuple(row[:-2])), number)


def test_a_row_changed_with_its_own_hash_breaks_the_next(path):
    tamper(path, rehashed(path, 30))
    assert found_at(path) == ("hash", 1, 31)


def test_a_deleted_row_is_found(path):
    tamper(path, "DELETE FROM journal WHERE number = 30")
    assert found_at(path) == ("gap", 1, 30)


def test_rows_deleted_and_closed_up_are_found(path):
    tamper(
        path,
        "DELETE FROM journal WHERE number = 30",
        "UPDATE journal SET number = number - 1, tick = tick - 1 WHERE number > 30",
    )
    assert found_at(path) == ("hash", 1, 30)


def copy_row(path: Path, **other: str | int) -> None:
    row = dict(zip(("place", *COLUMNS), journal_rows(path)[-1], strict=True))
    with broken_in(path) as connection:
        Database(connection).table("journal").insert(row | {"place": 99} | other)


def test_an_inserted_row_is_found(path):
    following = len(journal_rows(path)) + 1
    copy_row(path, number=following, tick=following)
    assert found_at(path) == ("hash", 1, following)


def test_a_row_inserted_for_a_desk_that_never_was_is_found(path):
    whole = desk_at(path).day
    copy_row(path, desk=2, number=1)
    assert found_at(path) == ("hash", 2, 1)
    assert desk_at(path).day == whole


SWAP = "UPDATE journal SET {0} = CASE number WHEN 30 THEN {1} ELSE {2} END WHERE number IN (30, 31)"


def test_swapped_rows_are_found(path):
    bodies = [row[10] for row in journal_rows(path)]
    tamper(path, SWAP.format("body", f"'{bodies[30]}'", f"'{bodies[29]}'"))
    assert found_at(path) == ("hash", 1, 30)


def test_swapped_numbers_are_found(path):
    tamper(
        path,
        "UPDATE journal SET number = -1 WHERE number = 30",
        "UPDATE journal SET number = 30, tick = 30 WHERE number = 31",
        "UPDATE journal SET number = 31, tick = 31 WHERE number = -1",
    )
    assert found_at(path) == ("hash", 1, 30)


# The end of the journal: the chain holds, but the laptop remembers


def test_a_cut_tail_is_found_by_the_laptop_that_wrote_it(path):
    tamper(path, "DELETE FROM journal WHERE number > 33")
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (("gap", 1, 34), Trouble.OLDER_COPY)
    assert len(desk.day.entries) == 33


def test_a_stale_copy_is_found_by_the_laptop_that_wrote_it(path):
    stale = path.read_bytes()
    with writing(path) as desk:
        back_on_duty(desk)
        issue(desk, 11)
    path.write_bytes(stale)
    found = desk_at(path)
    assert (found.finding, found.hindrance) == (
        ("gap", 1, len(found.day.entries) + 1),
        Trouble.OLDER_COPY,
    )


def test_a_chain_forged_to_its_end_is_found_by_the_laptop_that_wrote_it(path):
    def to_another_member(row: dict[str, Any]) -> None:
        if row["number"] == 30:
            row["by"] = "4"

    forge(path, to_another_member)
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (
        ("hash", 1, len(journal_rows(path))),
        Trouble.CHAIN_BROKEN,
    )


def test_a_last_row_changed_with_its_hash_is_found_by_the_laptop_that_wrote_it(path):
    tamper(path, rehashed(path, len(journal_rows(path))))
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (
        ("hash", 1, len(journal_rows(path))),
        Trouble.CHAIN_BROKEN,
    )


def test_ballots_that_go_astray_in_a_whole_chain_are_found_by_the_accounts(path):
    """As a faulty program would write it: the voter received, and the paper went to the safe."""
    day = desk_at(path).day
    astray = BallotsIssued("20", "3", "", (Move("maz_pl", "member:3", "safe", 1),))
    now = HandClock().now()
    head = day.head(1)
    journal = Journal(path, KEY)
    journal.append(seal(Head(*head), Act(now, now, 1, "2"), astray))
    journal.close()
    assert found_at(path) == ("accounts", 1, len(day.entries) + 1)


def test_the_row_of_an_entry_is_what_was_sealed(path):
    """What is compared is the stored text: a body written in another way is another body."""
    entry = desk_at(path).day.entries[29]
    spaced = json.dumps(json.loads(entry.body), ensure_ascii=False, sort_keys=True)
    assert replace(entry, body=spaced).event == entry.event
    tamper(path, CHANGE.format("body", f"'{spaced}'"))
    assert found_at(path) == ("hash", 1, 30)
