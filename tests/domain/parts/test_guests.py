"""Voters of other precincts, who are added on a certificate."""

import pytest

from precinct_app.domain.parts import additions, certificates, issuing
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    GREEN,
    GREY,
    open_table,
)
from tests.domain.decided import CARRIED, decided_table, take_decisions
from tests.domain.parts.test_certificates import GUEST, guest, welcomed


def test_a_guest_on_a_certificate_is_added_with_its_ballots_and_marked_art_41_6_1():
    table = welcomed()
    voter = guest(table)
    row = table.day.rows[voter]
    assert (row.number, row.name, row.ballots) == ("A-1", "Тұрсынова Айгүл", "mazhilis_list")
    found = table.day.added[voter]
    assert (found.on_certificate, found.paper, found.decision) == (True, "777001", "")
    table.do(ERLAN, issuing.issue_ballots, voter, (BLUE,), ERLAN)
    no = table.refused(ERLAN, issuing.issue_ballots, voter, (GREEN,), ERLAN)
    assert no.reason == Reason.BALLOT_NOT_ENTITLED


def test_a_certificate_may_stand_for_ballots_that_are_no_set_of_the_election():
    table = open_table()
    table.do(ERLAN, certificates.accept_certificate, GUEST, (GREY, BLUE), "777001")
    assert table.day.entitled(guest(table)) == (BLUE, GREY)
    assert table.day.rows[guest(table)].ballots == f"{BLUE}+{GREY}"


def test_added_voters_and_guests_share_one_series_of_numbers():
    table = decided_table()
    table.do(ERLAN, certificates.accept_certificate, GUEST, (BLUE,), "777001")
    row = {"surname": "Омар", "first_name": "Дина", "birth": "1990"}
    table.do(CHAIRMAN, additions.add_voter, row, "№ 1", CARRIED, "№ 2")
    assert [row.number for row in table.day.listed()][-2:] == ["A-1", "A-2"]


def test_a_guest_who_was_struck_may_show_the_certificate_again():
    table = take_decisions(welcomed())
    args = (guest(table), "other_list", CARRIED, "№ 6")
    table.do(CHAIRMAN, additions.strike_voter, *args)
    table.do(ERLAN, certificates.accept_certificate, GUEST, (BLUE,), "777001")
    assert table.day.listed_count == 7


def test_an_election_names_any_choice_of_its_ballots():
    assert ELECTION.set_of(ELECTION.ballot_ids) == "all"
    assert ELECTION.entitled(ELECTION.set_of((GREY, BLUE))) == (BLUE, GREY)
    for unknown in ("", "white", f"{BLUE}+white"):
        with pytest.raises(KeyError):
            ELECTION.entitled(unknown)
