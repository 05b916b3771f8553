"""Two desks that change one list: nothing crashes, and what does not agree is told."""

import pytest

from precinct_app.domain.accounts import Move
from precinct_app.domain.fold import receive, replay
from precinct_app.domain.parts import additions, certificates, issuing, people
from tests.domain.days import BLUE, CHAIRMAN, OLGA, SECRETARY, Table, adds_up
from tests.domain.decided import CARRIED, decided_table
from tests.domain.parts.test_additions import PAPERS, ROW
from tests.domain.parts.test_people import PARTY

SERVED = issuing.BallotsIssued("2", OLGA, "", (Move(BLUE, "member:5", "voters", 1),))


def apart() -> tuple[Table, Table]:
    """Two desks that stand at the same entry."""
    one = decided_table()
    day = one.day
    other = Table(replay(day.election, day.roll, day.entries), one.now, desk=2)
    return one, other


def fact(table: Table, event):
    """Bring an event without asking a rule."""
    return table.do(CHAIRMAN, lambda _day, _act: event)


def test_who_was_struck_at_one_desk_and_served_at_the_other_is_told():
    one, other = apart()
    struck = one.do(SECRETARY, additions.strike_voter, "2", "died", CARRIED, "№ 6")
    served = fact(other, SERVED)
    for day in (receive(one.day, served), receive(other.day, struck)):
        assert [found.kind for found in day.conflicts] == ["struck_served"]
        assert adds_up(day, BLUE)
        assert day.has_received("2")


def test_who_took_a_ballot_here_that_stands_on_his_certificate_is_told():
    one, other = apart()
    event = certificates.CertificateIssued("2", "000123", (BLUE,), "")
    certified, served = fact(one, event), fact(other, SERVED)
    for day in (receive(one.day, served), receive(other.day, certified)):
        assert [found.kind for found in day.conflicts] == ["certified_served"]
        assert day.certificates["2"].stands


def test_voters_added_at_two_desks_are_numbered_in_the_order_of_the_day():
    one, other = apart()
    first = one.do(SECRETARY, additions.add_voter, ROW, *PAPERS)
    row = {"surname": "Омар", "first_name": "Дина", "birth": "1990"}
    second = fact(other, additions.VoterAdded(row, "all", "№ 1", "", "№ 2"))
    for day in (receive(one.day, second), receive(other.day, first)):
        numbers = {row.id: row.number for row in day.listed()}
        assert (numbers[first.id], numbers[second.id]) == ("A-1", "A-2")


def test_a_person_keeps_his_entry_whatever_number_another_desk_gives_him():
    one, other = apart()
    register = people.PersonRegistered(*PARTY, television=False, state="expected", reason="")
    late, soon = fact(other, register), fact(one, register)
    came = fact(other, people.PersonMoved(late.id, "present", "", ""))
    day = receive(receive(one.day, late), came)
    assert receive(other.day, soon) == day
    states = {found.entry: (found.number, found.state) for found in day.persons.values()}
    assert states == {soon.id: (1, "expected"), late.id: (2, "present")}


@pytest.mark.parametrize("seen", [True, False])
def test_a_row_that_is_corrected_where_it_is_not_known_is_corrected_once_it_is(seen):
    one, other = apart()
    added = one.do(SECRETARY, additions.add_voter, ROW, *PAPERS)
    if seen:
        other.day = receive(other.day, added)
    event = additions.VoterCorrected(added.id, {"house": "9"}, "", "")
    corrected = fact(other, event)
    kinds = [found.kind for found in other.day.conflicts]
    assert kinds == ([] if seen else ["voter_unknown"])
    day = receive(one.day, corrected)
    assert (day.rows[added.id].house, day.conflicts) == ("9", [])
