"""Trips that two desks planned, sent or corrected before either heard of the other."""

from typing import Any

from precinct_app.domain.fold import receive, replay
from precinct_app.domain.parts import access, bags, issuing, setup, trip_results, trips
from tests.domain.days import BLUE, CHAIRMAN, DEPUTY, ERLAN, GREEN, OLGA, Table, adds_up
from tests.domain.outside import (
    BOX,
    asking_table,
    filled_table,
    given,
    missed,
    served_outside_table,
)

FEW: dict[str, Any] = {"told": True, "few_confirmed": True}


def second_desk(table: Table) -> Table:
    """Go on at a second laptop from what the first has written."""
    other = Table(replay(table.day.election, table.day.roll, table.day.entries), table.now, desk=2)
    other.do(CHAIRMAN, setup.open_desk, "laptop-2")
    for member in (CHAIRMAN, DEPUTY, ERLAN, OLGA):
        other.do(member, access.sign_in)
    return other


def hear(one: Table, other: Table) -> None:
    """Let each take in what the other has written; both see the same day."""
    entries, others = list(one.day.entries), list(other.day.entries)
    for entry in others:
        one.day = receive(one.day, entry)
    for entry in entries:
        other.day = receive(other.day, entry)
    assert one.day == other.day
    assert adds_up(one.day, BLUE)


def test_two_trips_planned_at_once_keep_their_bags_and_their_results():
    one = asking_table()
    other = second_desk(one)
    one.do(CHAIRMAN, trips.plan_trip, BOX, (ERLAN, OLGA), ERLAN, ("1",), **FEW)
    one.do(ERLAN, bags.fill_bag, 1, dict.fromkeys(one.day.election.ballot_ids, 2))
    other.do(CHAIRMAN, trips.plan_trip, BOX, (DEPUTY, OLGA), DEPUTY, ("2",), **FEW)
    other.do(DEPUTY, bags.fill_bag, 1, dict.fromkeys(one.day.election.ballot_ids, 3))
    other.do(DEPUTY, trips.send_trip, 1, "09:00")
    other.do(DEPUTY, trip_results.record_trip_results, 1, (given("2", BLUE),))
    hear(one, other)
    found = {trip.signer: trip for trip in one.day.trips.values()}
    assert set(one.day.trips) == {1, 2}
    assert (found[ERLAN].state, found[DEPUTY].state) == ("planned", "out")
    assert (found[ERLAN].results, found[DEPUTY].results) == ({}, {"2": (BLUE,)})
    assert (one.left(BLUE, found[ERLAN].bag), one.left(BLUE, found[DEPUTY].bag)) == (2, 2)
    assert one.conflicts() == []


def test_one_voter_whom_two_desks_put_on_trips_is_a_conflict_and_served_by_one():
    one = asking_table()
    other = second_desk(one)
    one.do(CHAIRMAN, trips.plan_trip, BOX, (ERLAN, OLGA), ERLAN, ("1",), **FEW)
    other.do(CHAIRMAN, trips.plan_trip, BOX, (DEPUTY, OLGA), DEPUTY, ("1",), **FEW)
    hear(one, other)
    assert [kind for kind, _ in one.conflicts()] == ["on_two_trips"]
    assert one.day.applications["1"].state == "on_trip"


def test_a_trip_sent_at_one_desk_and_called_off_at_the_other_went():
    one = filled_table()
    other = second_desk(one)
    other.do(CHAIRMAN, trips.call_off_trip, 1)
    for _ in range(10):  # so that the departure sorts after the call
        one.do(ERLAN, issuing.add_note, "1", "ждёт")
    one.do(ERLAN, trips.send_trip, 1, "09:00")
    hear(one, other)
    assert one.day.trips[1].state == "out"
    assert {found.state for found in one.day.applications.values()} == {"on_trip"}
    assert [kind for kind, _ in one.conflicts()] == ["trip_left"]


def test_a_home_voter_served_here_while_the_other_desk_sent_a_box_stands_as_a_double():
    one = filled_table()
    other = second_desk(one)
    one.do(ERLAN, trips.send_trip, 1, "09:00")
    other.do(DEPUTY, issuing.issue_ballots, "1", (BLUE,), DEPUTY)
    one.do(ERLAN, trip_results.record_trip_results, 1, (given("1", BLUE), missed("2")))
    hear(one, other)
    assert ("double", {"ballot": BLUE, "voter": "1"}) in one.conflicts()
    assert one.day.issued()[BLUE] == 2


def test_a_result_that_two_desks_corrected_otherwise_is_told():
    one = served_outside_table()
    other = second_desk(one)
    for table, ballots in ((one, (GREEN,)), (other, (BLUE,))):
        correct = trip_results.correct_trip_result
        table.do(ERLAN, correct, 1, "1", "спутали", ballots, witness=OLGA)
    hear(one, other)
    assert "corrected_twice" in {kind for kind, _ in one.conflicts()}
