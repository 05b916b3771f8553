"""What entry 1 pins is found when it is another: list, election, kind, precinct."""

from dataclasses import replace
from typing import Any

import pytest
from sqlite_utils import Database

from precinct_app.domain.voters import voter_text
from precinct_app.errors import Trouble
from tests.store.files import (
    broken_in,
    desk_at,
    found_day,
    journal_rows,
    laptop_of,
    make_day,
    region,
    tamper,
    trouble_at,
    voters,
)
from tests.torture.tampering import forge, found_at

ONE_LETTER = "UPDATE roll SET voter = replace(voter, 'Алия 7', 'Әлия 7') WHERE place = 7"
TWICE = "INSERT INTO roll SELECT place + 100, voter FROM roll WHERE place = 7"


@pytest.fixture
def path(tmp_path):
    """A day on which ten voters were served."""
    return make_day(tmp_path, served=10)


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
    entries = desk_at(path).day.entries
    tamper(path, *statements)
    assert found_at(path) == ("list", 1, 1)
    assert desk_at(path).day.entries == entries


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
    entries = desk_at(path).day.entries
    tamper(path, OTHER_ELECTION.format(change))
    assert found_at(path) == ("election", 1, 1)
    assert desk_at(path).day.entries == entries


NO_ELECTION = [*(OTHER_ELECTION.format(f"'{text}'") for text in ("", "nothing", "{}", "[5]"))]


@pytest.mark.parametrize("statement", [*NO_ELECTION, "DELETE FROM election"])
def test_where_the_election_is_none_the_shipped_one_of_entry_1_shows_the_day(path, statement):
    sound = desk_at(path).day
    tamper(path, statement)
    assert found_at(path) == ("election", 1, 1)
    assert desk_at(path).day == sound


@pytest.mark.parametrize("statement", [*NO_ELECTION, "DELETE FROM election"])
def test_where_no_shipped_election_is_the_one_of_entry_1_nothing_is_shown(tmp_path, statement):
    """An election of one's own that has the name of a shipped one is not that."""
    title = region().title._replace(en="Another election")
    path = found_day(
        tmp_path / "own.precinct", laptop_of(tmp_path), of=replace(region(), title=title)
    )
    tamper(path, statement)
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
        ('"key":"fec', '"key":"fed'),
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
    assert (desk.finding, desk.hindrance) == (
        ("hash", 1, len(journal_rows(path))),
        Trouble.CHAIN_BROKEN,
    )


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
