"""Voting opens, and voting ends."""

from datetime import datetime, timedelta

import pytest

from precinct_app.domain.parts import issuing, opening, setup
from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    EVENING,
    MORNING,
    SECRETARY,
    ended_table,
    named_table,
    open_table,
    stocked_table,
)
from tests.domain.refusals import No, each, hear

SECOND = timedelta(seconds=1)


def at_dawn():
    table = stocked_table()
    table.now = MORNING - SECOND
    return table


def without_act():
    table = named_table()
    table.now = MORNING
    return table


def with_another_act():
    """State seven voters in the act, where the list has six."""
    table = stocked_table()
    table.do(CHAIRMAN, setup.state_list_act, "14", 7)
    table.now = MORNING
    return table


REFUSALS = [
    No("another precinct's number does not open voting", Reason.PRECINCT_DIFFERS, CHAIRMAN,
       opening.open_voting, ("215",), day=at_dawn),
    No("voting does not open before seven art 38 1", Reason.TOO_EARLY, CHAIRMAN,
       opening.open_voting, ("214",), article="38(1)", day=at_dawn),
    No("without the act of the list voting does not open art 26-1 1", Reason.LIST_ACT_MISSING,
       CHAIRMAN, opening.open_voting, ("214",), article="26-1(1)", day=without_act),
    No("a list that differs from its act stops the opening art 26-1 1", Reason.LIST_DIFFERS,
       CHAIRMAN, opening.open_voting, ("214",), article="26-1(1)", day=with_another_act),
    No("voting does not end before eight art 38 1", Reason.TOO_EARLY, CHAIRMAN,
       opening.end_voting, article="38(1)"),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_voting_opens_at_seven_to_the_second_and_the_number_is_typed():
    table = at_dawn()
    table.pass_time(seconds=1)
    table.do(CHAIRMAN, opening.open_voting, " 214 ")
    assert table.day.phase is Phase.VOTING


def test_the_hour_of_the_law_judges_when_it_happened_and_not_when_it_was_recorded():
    table = stocked_table()
    table.now = MORNING + timedelta(hours=2)
    early = table.refused(CHAIRMAN, opening.open_voting, "214", happened=MORNING - SECOND)
    assert (early.reason, early.facts) == (Reason.TOO_EARLY, {"hour": "07:00"})
    entry = table.do(CHAIRMAN, opening.open_voting, "214", happened=MORNING)
    assert entry.stated
    assert entry.happened == "2023-03-19T07:00:00+06:00"


def test_the_hour_is_the_precincts_own_whatever_the_laptops_offset():
    table = stocked_table()
    table.now = datetime.fromisoformat("2023-03-19T05:59:59+05:00")
    assert table.refused(CHAIRMAN, opening.open_voting, "214").reason == Reason.TOO_EARLY
    table.pass_time(seconds=1)
    table.do(CHAIRMAN, opening.open_voting, "214")


def test_an_explained_difference_of_the_list_opens():
    table = with_another_act()
    table.do(CHAIRMAN, setup.state_list_act, "14", 7, "один умер после передачи")
    table.do(CHAIRMAN, opening.open_voting, "214")
    assert table.day.phase is Phase.VOTING


def test_only_the_chairman_opens_and_the_leaders_end():
    table = at_dawn()
    table.pass_time(seconds=1)
    for by in (SECRETARY, DEPUTY, ERLAN):
        assert table.refused(by, opening.open_voting, "214").reason == Reason.ROLE_WRONG
    late = open_table()
    late.now = EVENING
    assert late.refused(ERLAN, opening.end_voting).reason == Reason.ROLE_WRONG
    late.do(SECRETARY, opening.end_voting)
    assert late.day.phase is Phase.ENDED


def test_nothing_is_issued_before_the_opening_and_after_the_end():
    for table, phase in ((stocked_table(), Phase.SETUP), (ended_table(), Phase.ENDED)):
        no = table.refused(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
        assert (no.reason, no.facts) == (Reason.PHASE_WRONG, {"phase": phase})


@pytest.mark.parametrize("event", [opening.VotingOpened(), opening.VotingEnded()])
def test_a_second_desk_that_opens_or_ends_again_is_a_conflict_and_never_goes_back(event):
    table = ended_table()
    table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.conflicts() == [("phase", {"phase": "ended"})]
    assert table.day.phase is Phase.ENDED
