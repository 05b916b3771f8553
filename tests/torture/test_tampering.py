"""Whoever has the key and changes a file behind the program's back is found out."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from precinct_app.desk import Desk
from precinct_app.domain.accounts import Move
from precinct_app.domain.entry import Act, Head, line_digest, seal
from precinct_app.domain.parts.issuing import BallotsIssued
from precinct_app.domain.voters import voter_text
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.codec import COLUMNS
from precinct_app.store.journal import Journal
from precinct_app.store.verdict import Finding
from tests.store.files import (
    KEY,
    HandClock,
    back_on_duty,
    broken_in,
    desk_at,
    issue,
    journal_rows,
    laptop_of,
    make_day,
    tamper,
    trouble_at,
    voters,
    writing,
)


@pytest.fixture
def path(tmp_path):
    """A day of 36 entries; from entry 27 on ten voters are served."""
    return make_day(tmp_path, served=10)


def found_at(path: Path) -> Finding:
    """What opening finds, with a day that can't go on."""
    desk = desk_at(path)
    assert desk.finding
    assert desk.hindrance is Trouble.CHAIN_BROKEN
    with pytest.raises(StoreError) as no:
        desk.start_writing()
    assert no.value.reason is Trouble.CHAIN_BROKEN
    # As a command opens it: with the clock of the file.
    assert Desk(path, KEY, laptop_of(path.parent)).finding == desk.finding
    return desk.finding


CHANGES = {
    "desk": "2",
    "number": "300",
    "tick": "5",
    "recorded": "'2023-03-19T10:00:01+06:00'",
    "happened": "'2023-03-19T09:59:59+06:00'",
    "by": "'4'",
    "witness": "'5'",
    "kind": "'issue_recorded'",
    "version": "0",
    "body": "replace(body, 'member:', 'member:1')",
    "previous": f"'{'0' * 64}'",
    "digest": f"'{'f' * 64}'",
}


CHANGE = "UPDATE journal SET {} = {} WHERE number = 30"


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
    copy_row(path, number=37, tick=37)
    assert found_at(path) == ("hash", 1, 37)


def test_a_row_inserted_for_a_desk_that_never_was_is_found(path):
    copy_row(path, desk=2, number=1)
    assert found_at(path) == ("hash", 2, 1)
    assert len(desk_at(path).day.entries) == 36


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
    assert (found.finding, found.hindrance) == (("gap", 1, 37), Trouble.OLDER_COPY)


def forge(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change rows and chain all of them anew, as somebody who knows how would."""
    written, previous = [], "0" * 64
    for row in journal_rows(path):
        values = dict(zip(("place", *COLUMNS), row, strict=True))
        change(values)
        line = tuple(values[name] for name in COLUMNS[:-2])
        values["previous"], previous = previous, line_digest(previous, line)
        written.append(values | {"digest": previous})
    with broken_in(path) as connection:
        connection.execute("DELETE FROM journal")
        Database(connection).table("journal").insert_all(written)


def test_a_chain_forged_to_its_end_is_found_by_the_laptop_that_wrote_it(path):
    def to_another_member(row: dict[str, Any]) -> None:
        if row["number"] == 30:
            row["by"] = "4"

    forge(path, to_another_member)
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (("hash", 1, 36), Trouble.CHAIN_BROKEN)


def test_a_last_row_changed_with_its_hash_is_found_by_the_laptop_that_wrote_it(path):
    tamper(path, rehashed(path, 36))
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (("hash", 1, 36), Trouble.CHAIN_BROKEN)


# What entry 1 pins: list, election, kind, precinct


ONE_LETTER = "UPDATE roll SET voter = replace(voter, 'Алия 7', 'Әлия 7') WHERE place = 7"
TWICE = "INSERT INTO roll SELECT place + 100, voter FROM roll WHERE place = 7"


@pytest.mark.parametrize(
    "statements",
    [
        [ONE_LETTER],
        ["DELETE FROM roll WHERE place = 7"],
        ["DELETE FROM roll WHERE place = 20"],
        ["DELETE FROM roll"],
        [TWICE],
        ["UPDATE roll SET place = place + 100 WHERE place = 7"],
        ["UPDATE roll SET voter = 'nobody' WHERE place = 7"],
        ["UPDATE roll SET voter = '[]' WHERE place = 7"],
        ["UPDATE roll SET voter = '{}' WHERE place = 7"],
        ["UPDATE roll SET voter = replace(voter, ',[]]', ',5]') WHERE place = 7"],
        ["UPDATE roll SET voter = replace(voter, '[\"7\"', '[7') WHERE place = 7"],
    ],
    ids=str,
)
def test_a_list_that_is_not_the_one_handed_over_is_found(path, statements):
    tamper(path, *statements)
    assert found_at(path) == ("list", 1, 1)
    assert len(desk_at(path).day.entries) == 36


def test_another_list_in_its_place_is_found(path):
    other = [voter._replace(surname="Сәрсенова") for voter in voters(20)]
    with broken_in(path) as connection:
        connection.execute("DELETE FROM roll")
        Database(connection).table("roll").insert_all(
            {"place": place, "voter": voter_text(voter)} for place, voter in enumerate(other, 1)
        )
    assert found_at(path) == ("list", 1, 1)


OTHER_ELECTION = "UPDATE election SET text = {}"


@pytest.mark.parametrize(
    "change",
    [
        "replace(text, '\"colour\"', '\"colour\" ')",
        "replace(text, '20:00', '21:00')",
        "replace(text, 'maz_pl', 'maz_pr')",
        "' ' || text",
    ],
)
def test_an_election_that_is_not_the_one_of_the_day_is_found(path, change):
    tamper(path, OTHER_ELECTION.format(change))
    assert found_at(path) == ("election", 1, 1)
    assert len(desk_at(path).day.entries) == 36


@pytest.mark.parametrize("text", ["", "nothing", "{}", '{"id": 5}'])
def test_an_election_that_is_none_is_told(path, text):
    tamper(path, OTHER_ELECTION.format(f"'{text}'"))
    assert trouble_at(path) is Trouble.ELECTION_DAMAGED


def test_no_election_at_all_is_told(path):
    tamper(path, "DELETE FROM election")
    assert trouble_at(path) is Trouble.ELECTION_DAMAGED


REPLACED = "UPDATE journal SET body = replace(body, '{}', '{}') WHERE number = 1"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"day_kind":"training"', '"day_kind":"live"'),
        ('"number":"214"', '"number":"215"'),
        ('"utc_offset":""', '"utc_offset":"+05:00"'),
        ('"utc_offset":""', '"utc_offset":"nowhere"'),
        ('"times":{}', '"times":{"voting_begins":"06:00"}'),
        ('"times":{}', '"times":{"voting_begins":"never"}'),
        ('"key":"00"', '"key":"01"'),
    ],
    ids=str,
)
def test_a_first_entry_that_was_changed_is_found(path, old, new):
    assert old in journal_rows(path)[0][10]
    tamper(path, REPLACED.format(old, new))
    assert found_at(path) == ("hash", 1, 1)
    assert len(desk_at(path).day.entries) == 1


def test_a_training_day_never_becomes_a_live_one_unseen(path):
    def to_live(row: dict[str, Any]) -> None:
        row["body"] = row["body"].replace('"day_kind":"training"', '"day_kind":"live"')

    forge(path, to_live)
    desk = desk_at(path)
    assert (desk.finding, desk.hindrance) == (("hash", 1, 36), Trouble.CHAIN_BROKEN)


def test_a_first_entry_with_an_impossible_moment_is_found(path):
    tamper(path, "UPDATE journal SET recorded = 'never' WHERE number = 1")
    assert found_at(path) == ("hash", 1, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal WHERE number = 1",
        "DELETE FROM journal",
        "UPDATE journal SET body = 'nothing' WHERE number = 1",
        "UPDATE journal SET body = '{}' WHERE number = 1",
        "UPDATE journal SET kind = 'signed_out', body = '{\"member\":\"1\"}' WHERE number = 1",
    ],
)
def test_a_day_without_its_beginning_is_told(path, statement):
    tamper(path, statement)
    assert trouble_at(path) is Trouble.DAMAGED


def test_ballots_that_go_astray_in_a_whole_chain_are_found_by_the_accounts(path):
    """As a faulty program would write it: the voter received, and the paper went to the safe."""
    day = desk_at(path).day
    astray = BallotsIssued("20", "3", "", (Move("maz_pl", "member:3", "safe", 1),))
    now = HandClock().now()
    head = day.head(1)
    journal = Journal(path, KEY)
    journal.append(seal(Head(*head), Act(now, now, 1, "2"), astray))
    journal.close()
    assert found_at(path) == ("accounts", 1, 37)


def test_the_row_of_an_entry_is_what_was_sealed(path):
    """What is compared is the stored text: a body written in another way is another body."""
    entry = desk_at(path).day.entries[29]
    spaced = json.dumps(json.loads(entry.body), ensure_ascii=False, sort_keys=True)
    assert replace(entry, body=spaced).event == entry.event
    tamper(path, CHANGE.format("body", f"'{spaced}'"))
    assert found_at(path) == ("hash", 1, 30)
