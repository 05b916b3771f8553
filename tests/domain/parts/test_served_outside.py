"""Voters served outside: marks, accounts and figures of a trip."""

from typing import Any

from precinct_app.domain.accounts import DAMAGED, EXCHANGED, VOTERS, stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    applications,
    corrections,
    issuing,
    spoiled,
    trip_results,
    trips,
)
from precinct_app.domain.trips import (
    on_the_road,
    refused_outside,
    signed,
    trip_out_with,
    voted_outside,
)
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    GREEN,
    GREY,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)
from tests.domain.outside import (
    BOX,
    FIRST_OUT,
    asking_table,
    back_table,
    came_table,
    exchanged_table,
    given,
    left_in_bag,
    missed,
    opened_table,
    out_table,
    plan,
    record,
    served_outside_table,
)

ANSWER, RECORD = trip_results.answer_from_trip, trip_results.record_trip_results
CORRECT, EXCHANGE = trip_results.correct_trip_result, spoiled.exchange_on_trip
ISSUE = issuing.issue_ballots
BOTH: dict[str, Any] = {"witness": OLGA}


def key_of(table: Table, voter: str) -> str:
    """Name the handing by which a voter has the blue ballot."""
    return table.day.issue_of(voter, BLUE)


def test_the_results_of_a_whole_round_stand_in_one_entry_art_41_6():
    table = out_table()
    entry = record(
        table, given("1", BLUE, GREEN), given("2", BLUE), missed("3"), missed("5", "refused")
    )
    trip = table.day.trips[1]
    assert trip.results == {"1": (BLUE, GREEN), "2": (BLUE,)}
    assert trip.causes == {"3": "not_at_home", "5": "refused"}
    assert trip.waiting == ()
    assert [str(move) for move in entry.event.moves] == [
        f"{BLUE} {trip.bag} voters 2",
        f"{GREEN} {trip.bag} voters 1",
    ]
    states = {voter: one.state for voter, one in table.day.applications.items()}
    assert states == {"1": "signed", "2": "signed", "3": "not_served", "5": "not_served"}


def test_who_was_served_outside_has_received_and_the_member_has_issued_art_41_6():
    table = served_outside_table()
    assert table.day.has_received("1", BLUE)
    assert table.day.served() == 2
    assert (table.day.issued()[BLUE], table.day.issued()[GREEN]) == (2, 1)
    assert {one.issuer for one in table.day.handings.values()} == {ERLAN}
    assert {one.trip for one in table.day.handings.values()} == {1}
    assert table.left(BLUE, VOTERS) == 2


def test_applications_signed_are_counted_per_box_and_kind_art_43_3_1():
    table = served_outside_table()
    assert (signed(table.day, BOX, BLUE), signed(table.day, BOX, GREEN)) == (2, 1)
    assert (signed(table.day, BOX, GREY), signed(table.day, "P2", BLUE)) == (0, 0)
    assert (voted_outside(table.day, BLUE), voted_outside(table.day, GREEN)) == (2, 1)


def test_two_trips_of_one_box_are_counted_together_art_43_3_1():
    table = back_table()
    plan(table, "3")
    table.do(ERLAN, trips.send_trip.recorded("акт № 3", "сумку взяли пустой"), 2, "12:00", **BOTH)
    record_again = RECORD.recorded("акт № 3", "бюллетени взяли из стопки")
    table.do(ERLAN, record_again, 2, (given("3", BLUE),), **BOTH)
    assert signed(table.day, BOX, BLUE) == 3


def test_voters_on_the_road_are_those_whose_results_are_not_in():
    table = out_table()
    record(table, given("1", BLUE), missed("3"))
    assert on_the_road(table.day) == ("2", "5")
    assert trip_out_with(table.day, "1") is None
    assert trip_out_with(table.day, "2") == table.day.trips[1]


def test_a_served_home_voter_is_not_served_again_at_the_desk_art_41_1():
    table = back_table()
    no = table.refused(OLGA, ISSUE, "1", (BLUE,), OLGA)
    assert (no.reason, no.facts["entry"]) == (Reason.ALREADY_ISSUED, f"{FIRST_OUT}:1")


def test_a_home_voter_who_comes_in_person_is_served_after_the_trip_answered_for_him():
    table = out_table()
    assert table.refused(OLGA, ISSUE, "1", (BLUE,), OLGA).facts == {"voter": "1", "trip": 1}
    table.do(SECRETARY, ANSWER, 1, "1", ERLAN)
    assert table.day.trips[1].causes == {"1": "came_himself"}
    assert table.day.applications["1"].state == "not_served"
    table.do(OLGA, ISSUE, "1", (BLUE,), OLGA)
    no = table.refused(ERLAN, RECORD, 1, (given("1", BLUE),))
    assert no.reason == Reason.RESULT_STATED


def test_a_voter_served_twice_here_and_at_home_stands_as_a_double():
    table = came_table()
    both = RECORD.recorded("акт № 3", "выезд тоже выдал")
    table.do(ERLAN, both, 1, (given("1", BLUE),), witness=OLGA)
    assert ("double", {"ballot": BLUE, "voter": "1"}) in table.conflicts()
    assert adds_up(table.day, BLUE)


def test_a_spoiled_ballot_is_exchanged_on_the_trip_and_brought_back():
    table = exchanged_table()
    assert (table.left(BLUE, EXCHANGED), table.left(BLUE, VOTERS)) == (1, 2)
    assert left_in_bag(table)[BLUE] == 3
    assert table.day.issued()[BLUE] == 3
    assert signed(table.day, BOX, BLUE) == 2


def test_an_exchange_on_a_trip_is_taken_back_into_the_bag():
    table = exchanged_table()
    last = table.day.entries[-1].id
    table.do(ERLAN, corrections.take_back, last, "не меняли", witness=CHAIRMAN)
    assert (table.left(BLUE, EXCHANGED), left_in_bag(table)[BLUE]) == (0, 4)
    assert table.day.trips[1].results["1"] == (BLUE, GREEN)


def test_a_second_own_mistake_goes_on_by_the_chairmans_reason():
    table = exchanged_table()
    table.do(ERLAN, EXCHANGE, 1, "1", BLUE, "voter_mistake", "руки дрожат", witness=CHAIRMAN)
    assert table.left(BLUE, EXCHANGED) == 2


def test_two_who_went_correct_whom_they_served():
    table = served_outside_table()
    table.do(ERLAN, CORRECT, 1, "2", "спутали строки", (), "refused", **BOTH)
    table.do(OLGA, CORRECT, 1, "3", "спутали строки", (BLUE,), witness=ERLAN)
    trip = table.day.trips[1]
    assert trip.results == {"1": (BLUE, GREEN), "3": (BLUE,)}
    assert trip.causes == {"2": "refused", "5": "refused"}
    assert (table.day.has_received("2"), table.day.has_received("3", BLUE)) == (False, True)
    assert left_in_bag(table)[BLUE] == 4
    assert table.day.applications["2"].state == "not_served"
    assert table.day.applications["3"].state == "signed"
    assert table.day.issued()[BLUE] == 2


def test_a_correction_may_add_one_kind_and_take_another():
    table = served_outside_table()
    table.do(ERLAN, CORRECT, 1, "1", "была серая, не зелёная", (BLUE, GREY), **BOTH)
    assert table.day.trips[1].results["1"] == (BLUE, GREY)
    assert (left_in_bag(table)[GREEN], left_in_bag(table)[GREY]) == (6, 5)
    assert table.day.issued()[GREEN] == 0


def test_after_the_return_a_correction_moves_the_signers_stack():
    table = back_table()
    before = table.left(BLUE, stack(ERLAN))
    table.do(ERLAN, CORRECT, 1, "2", "не выдавали", (), "ill", **BOTH)
    assert table.left(BLUE, stack(ERLAN)) == before + 1
    table.do(ERLAN, CORRECT, 1, "3", "выдали этому", (BLUE,), **BOTH)
    assert table.left(BLUE, stack(ERLAN)) == before
    assert table.conflicts() == []


def test_ballots_of_a_trip_taken_back_lie_in_the_bag_again_and_after_it_in_the_stack():
    table = served_outside_table()
    table.do(ERLAN, corrections.take_back, key_of(table, "2"), "спутали", witness=CHAIRMAN)
    assert (left_in_bag(table)[BLUE], table.day.trips[1].results) == (5, {"1": (BLUE, GREEN)})
    assert table.day.applications["2"].state == "on_trip"
    home = back_table()
    before = home.left(BLUE, stack(ERLAN))
    home.do(ERLAN, corrections.take_back, key_of(home, "2"), "спутали", witness=CHAIRMAN)
    assert home.left(BLUE, stack(ERLAN)) == before + 1
    assert home.day.applications["2"].state == "not_served"


def test_a_torn_ballot_of_a_trip_goes_to_the_damaged_ones():
    table = served_outside_table()
    key = key_of(table, "2")
    table.do(ERLAN, corrections.take_back, key, "порвали", (), damaged=True, witness=CHAIRMAN)
    assert (left_in_bag(table)[BLUE], table.left(BLUE, DAMAGED)) == (4, 1)


def test_a_mark_of_a_trip_is_moved_to_the_voter_who_really_received():
    table = served_outside_table()
    table.do(ERLAN, corrections.move_mark, key_of(table, "2"), "3", "спутали", witness=OLGA)
    assert table.day.trips[1].results == {"1": (BLUE, GREEN), "3": (BLUE,)}
    assert table.day.applications["3"].state == "signed"
    assert signed(table.day, BOX, BLUE) == 2


def test_one_not_at_home_comes_to_the_desk_after_the_trip_is_back():
    table = back_table()
    table.do(DEPUTY, ISSUE, "3", (BLUE,), DEPUTY)
    assert table.day.has_received("3", BLUE)
    assert voted_outside(table.day, BLUE) == 2


def test_one_who_refused_at_home_is_waited_for_no_more_art_38_3():
    table = served_outside_table()
    assert refused_outside(table.day, "5")
    assert not refused_outside(table.day, "3")


def test_one_who_withdrew_is_not_on_a_trip_any_more():
    table = asking_table()
    table.do(CHAIRMAN, applications.withdraw_application, "1", "придёт сам")
    no = table.refused(CHAIRMAN, trips.plan_trip, BOX, (ERLAN, OLGA), ERLAN, ("1",), True, True)
    assert no.reason == Reason.NOT_APPLIED


def test_the_day_is_the_replay_of_its_entries():
    for table in (exchanged_table(), back_table(), came_table(), opened_table()):
        assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
