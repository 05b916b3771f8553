"""The bag of a trip: filled, emptied, counted when it comes back."""

from precinct_app.domain.accounts import MISSING, SAFE, SURPLUS, stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import bags, decisions, opening, stock, trip_results, trips
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    EVENING,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
)
from tests.domain.outside import (
    BOX,
    announced,
    asking_table,
    back_table,
    filled_table,
    given,
    left_in_bag,
    missed,
    out_table,
    planned_table,
    record,
    served_outside_table,
)
from tests.domain.refusals import No, each, hear

FILL, EMPTY = bags.fill_bag, bags.empty_bag
RECEIVE, LOSE = bags.receive_trip, bags.declare_not_returned
TWO = {BLUE: 2}
LEFT = left_in_bag(served_outside_table())


def unstocked_table():
    """Receive twenty blue ballots, which lie in the safe, beside a planned trip."""
    table = planned_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20, "№ 2")
    return table


def sealed_pack_table():
    """Leave a pack of a hundred blue ballots sealed in the safe beside a planned trip."""
    table = planned_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100)
    return table


def ruled_table(votes_for=4):
    """Decide in the evening that trip 1 did not return."""
    table = out_table()
    table.now = EVENING.replace(hour=22)
    present = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
    table.do(
        CHAIRMAN, decisions.decide, "выезд № 1 не вернулся", present, votes_for, 5 - votes_for,
        article="41(6)", paper="решение № 4",
    )  # fmt: skip
    return table


def lost_table():
    table = ruled_table()
    table.do(CHAIRMAN, LOSE, 1, 1, "акт № 5", witness=SECRETARY)
    return table


def annulled_table():
    table = ruled_table()
    entry = table.day.decisions[1].entry
    table.do(CHAIRMAN, decisions.annul_decision, 1, "машина нашлась", witness=SECRETARY)
    assert table.day.decisions[1].entry == entry
    return table


REFUSALS = [
    No("the bag of a trip that is not planned is not filled", Reason.TRIP_UNKNOWN, ERLAN, FILL,
       (9, TWO), day=asking_table),
    No("the bag of a trip on the road is not filled", Reason.TRIP_LEFT, ERLAN, FILL, (1, TWO),
       day=out_table),
    No("nothing is not put in a bag", Reason.NOTHING_CHOSEN, ERLAN, FILL, (1, {}),
       day=planned_table),
    No("an unknown ballot is not put in a bag", Reason.BALLOT_UNKNOWN, ERLAN, FILL,
       (1, {"white": 1}), day=planned_table),
    No("fewer than no ballots are not put in a bag", Reason.AMOUNT_WRONG, ERLAN, FILL,
       (1, {BLUE: 0}), day=planned_table),
    No("more than the stack holds is not put in a bag", Reason.NOT_ENOUGH, ERLAN, FILL,
       (1, {BLUE: 11}), day=planned_table),
    No("nobody fills a bag behind the signer's back", Reason.NOT_PRESENT, OLGA, FILL, (1, TWO),
       day=planned_table),
    No("only who leads takes from the safe art 37 3", Reason.ROLE_WRONG, ERLAN, FILL, (1, TWO),
       {"from_safe": True}, article="37(3)", day=unstocked_table),
    No("nothing comes out of a sealed pack", Reason.PACK_SEALED, CHAIRMAN, FILL, (1, TWO),
       {"from_safe": True}, day=sealed_pack_table),
    No("the bag of a trip that is not planned is not emptied", Reason.TRIP_UNKNOWN, ERLAN, EMPTY,
       (9, TWO), day=asking_table),
    No("the bag of a trip on the road is not emptied", Reason.TRIP_LEFT, ERLAN, EMPTY, (1, TWO),
       day=out_table),
    No("nothing is not taken out of a bag", Reason.NOTHING_CHOSEN, ERLAN, EMPTY, (1, {}),
       day=filled_table),
    No("an unknown ballot is not taken out of a bag", Reason.BALLOT_UNKNOWN, ERLAN, EMPTY,
       (1, {"white": 1}), day=filled_table),
    No("fewer than no ballots are not taken out of a bag", Reason.AMOUNT_WRONG, ERLAN, EMPTY,
       (1, {BLUE: -1}), day=filled_table),
    No("more than the bag holds is not taken out of it", Reason.NOT_ENOUGH, ERLAN, EMPTY,
       (1, {BLUE: 7}), day=filled_table),
    No("nobody empties a bag behind the signer's back", Reason.NOT_PRESENT, OLGA, EMPTY,
       (1, TWO), day=filled_table),
    No("a trip that nobody planned does not return", Reason.TRIP_UNKNOWN, ERLAN, RECEIVE,
       (9, {}), day=asking_table),
    No("a trip that is here does not return", Reason.TRIP_NOT_OUT, ERLAN, RECEIVE, (1, LEFT),
       day=back_table),
    No("nobody receives a trip without those who went", Reason.NOT_PRESENT, DEPUTY, RECEIVE,
       (1, LEFT), day=served_outside_table),
    No("the results come before the bag is counted", Reason.RESULTS_MISSING, ERLAN, RECEIVE,
       (1, LEFT), day=out_table),
    No("figures read aloud are not changed by a bag art 43 3 1", Reason.FIGURES_ANNOUNCED, ERLAN,
       RECEIVE, (1, LEFT), article="43(3-1)", day=lambda: announced(served_outside_table())),
    No("every kind of the bag is counted", Reason.BAG_NOT_COUNTED, ERLAN, RECEIVE,
       (1, {BLUE: 4}), day=served_outside_table),
    No("an unknown ballot is not counted in a bag", Reason.BALLOT_UNKNOWN, ERLAN, RECEIVE,
       (1, {**LEFT, "white": 1}), day=served_outside_table),
    No("fewer than no ballots are not counted in a bag", Reason.AMOUNT_WRONG, ERLAN, RECEIVE,
       (1, {**LEFT, BLUE: -1}), day=served_outside_table),
    No("a bag holds no more than a precinct can receive", Reason.AMOUNT_TOO_LARGE, ERLAN,
       RECEIVE, (1, {**LEFT, BLUE: 100_001}), day=served_outside_table),
    No("a trip that nobody planned is not given up", Reason.TRIP_UNKNOWN, CHAIRMAN, LOSE,
       (9, 1), {"witness": SECRETARY}, day=asking_table),
    No("a trip that is here is not given up", Reason.TRIP_NOT_OUT, CHAIRMAN, LOSE, (1, 0),
       {"witness": SECRETARY}, day=back_table),
    No("no trip is given up without a decision art 20 4", Reason.DECISION_MISSING, CHAIRMAN,
       LOSE, (1, 0), {"witness": SECRETARY}, article="20(4)", day=out_table),
    No("no trip is given up by a decision that nobody took", Reason.DECISION_UNKNOWN, CHAIRMAN,
       LOSE, (1, 9), {"witness": SECRETARY}, day=out_table),
    No("no trip is given up by a decision that failed art 20 4", Reason.DECISION_NOT_CARRIED,
       CHAIRMAN, LOSE, (1, 1), {"witness": SECRETARY}, article="20(4)",
       day=lambda: ruled_table(2)),
    No("no trip is given up by a decision that was annulled art 20 4", Reason.DECISION_ANNULLED,
       CHAIRMAN, LOSE, (1, 1), {"witness": SECRETARY}, article="20(4)", day=annulled_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_the_bag_is_filled_from_the_signers_stack_with_some_to_spare_art_41_6():
    table = planned_table()
    table.do(ERLAN, FILL, 1, {BLUE: 5, GREEN: 4})
    assert left_in_bag(table) == {BLUE: 5, GREEN: 4}
    assert (table.left(BLUE, stack(ERLAN)), table.left(GREEN, stack(ERLAN))) == (5, 6)


def test_the_chairman_fills_the_bag_from_the_safe():
    table = unstocked_table()
    table.do(CHAIRMAN, FILL, 1, {BLUE: 8}, from_safe=True)
    assert (left_in_bag(table), table.left(BLUE, SAFE)) == ({BLUE: 8}, 12)


def test_a_bag_that_is_too_full_is_emptied_into_the_stack():
    table = filled_table()
    table.do(ERLAN, EMPTY, 1, TWO)
    assert (left_in_bag(table)[BLUE], table.left(BLUE, stack(ERLAN))) == (4, 6)


def test_what_comes_back_in_the_bag_goes_to_the_signers_stack():
    table = back_table()
    trip = table.day.trips[1]
    assert (trip.state, left_in_bag(table)) == ("back", {})
    assert trip.returned == "2023-03-19T08:00:00+06:00"
    # Ten, less two blue and one green that voters have.
    assert (table.left(BLUE, stack(ERLAN)), table.left(GREEN, stack(ERLAN))) == (8, 9)
    assert table.conflicts() == []


def test_a_bag_with_one_too_few_is_received_and_the_one_is_missing_by_act():
    table = served_outside_table()
    entry = table.do(ERLAN, RECEIVE, 1, {**LEFT, BLUE: LEFT[BLUE] - 1}, "акт № 3")
    assert (entry.event.paper, table.left(BLUE, MISSING)) == ("акт № 3", 1)
    assert table.left(BLUE, stack(ERLAN)) == 7
    assert adds_up(table.day, BLUE)


def test_a_bag_with_one_too_many_is_received_and_the_one_is_surplus_by_act():
    table = served_outside_table()
    table.do(ERLAN, RECEIVE, 1, {**LEFT, GREEN: LEFT[GREEN] + 1})
    assert (table.left(GREEN, SURPLUS), table.left(GREEN, stack(ERLAN))) == (-1, 10)
    assert adds_up(table.day, GREEN)


def test_a_difference_holds_nothing_and_needs_no_paper_yet():
    table = served_outside_table()
    table.do(ERLAN, RECEIVE, 1, dict.fromkeys(LEFT, 0))
    assert table.left(BLUE, MISSING) == LEFT[BLUE]
    assert table.day.trips[1].state == "back"


def test_the_end_is_announced_while_a_trip_is_out_and_it_returns_later():
    table = out_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    record(table, given("1", BLUE), missed("2"), missed("3"), missed("5"))
    table.do(OLGA, RECEIVE, 1, left_in_bag(table))
    assert table.day.has_received("1", BLUE)
    assert table.day.trips[1].state == "back"


def test_a_trip_given_up_leaves_its_bag_and_box_missing_by_act():
    table = lost_table()
    assert table.day.trips[1].state == "not_returned"
    assert table.day.boxes[BOX].state == "missing"
    assert table.left(BLUE, MISSING) == 6
    assert left_in_bag(table) == {}
    assert table.day.applications["1"].state == "on_trip"


def test_a_trip_that_comes_after_all_brings_its_bag_and_box_back():
    table = lost_table()
    record(table, given("1", BLUE), missed("2"), missed("3"), missed("5"))
    assert (table.left(BLUE, MISSING), table.day.has_received("1", BLUE)) == (5, True)
    counted = dict.fromkeys(table.day.election.ballot_ids, 6) | {BLUE: 5}
    table.do(ERLAN, RECEIVE, 1, counted)
    assert (table.left(BLUE, MISSING), table.left(BLUE, stack(ERLAN))) == (0, 9)
    assert table.day.boxes[BOX].state == "sealed"
    assert table.day.trips[1].state == "back"
    assert table.conflicts() == []


def test_a_trip_that_comes_after_all_with_one_too_few_leaves_that_one_missing():
    table = lost_table()
    record(table, *(missed(voter) for voter in ("1", "2", "3", "5")))
    counted = dict.fromkeys(table.day.election.ballot_ids, 6) | {BLUE: 5, GREEN: 7}
    table.do(ERLAN, RECEIVE, 1, counted)
    assert (table.left(BLUE, MISSING), table.left(BLUE, stack(ERLAN))) == (1, 9)
    assert (table.left(GREEN, SURPLUS), table.left(GREEN, MISSING)) == (-1, 0)
    assert adds_up(table.day, BLUE)
    assert adds_up(table.day, GREEN)


def test_what_was_given_out_of_a_lost_bag_that_was_empty_is_surplus_and_nobody_owes_it():
    table = planned_table()
    table.do(ERLAN, trips.send_trip.recorded("журнал", "спешили"), 1, "10:00", witness=OLGA)
    table.now = EVENING
    lose = LOSE.recorded("акт № 5", "машина не вернулась")
    table.do(CHAIRMAN, lose, 1, 0, witness=SECRETARY)
    give = trip_results.record_trip_results.recorded("заявление с подписью", "сумку не записали")
    table.do(ERLAN, give, 1, (given("1", BLUE),), witness=OLGA)
    assert (table.left(BLUE, MISSING), table.left(BLUE, SURPLUS)) == (0, -1)
    assert table.left(BLUE, table.day.trips[1].bag) == 0
    assert table.day.has_received("1", BLUE)
    assert adds_up(table.day, BLUE)


def test_a_bag_received_twice_at_two_desks_is_a_conflict():
    table = back_table()
    again = RECEIVE.recorded("акт № 6", "второй ноутбук тоже принял")
    table.do(ERLAN, again, 1, {BLUE: 1}, witness=OLGA)
    assert ("trip_not_out", {"trip": 1}) in table.conflicts()
    assert adds_up(table.day, BLUE)


def test_the_day_is_the_replay_of_its_entries():
    for table in (back_table(), lost_table()):
        assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
