"""Trips with a portable box, from the plan to the road."""

from typing import Any

from precinct_app.domain.accounts import stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    applications,
    bags,
    boxes,
    commission,
    issuing,
    suspension,
    trips,
)
from precinct_app.domain.trips import on_the_road, trips_out
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    GREEN,
    MORNING,
    OLGA,
    PURPLE,
    SECRETARY,
    ended_table,
)
from tests.domain.outside import (
    ASKING,
    BOX,
    CREW,
    asking_table,
    boxed_table,
    filled_table,
    left_in_bag,
    out_table,
    plan,
    planned_table,
    served_outside_table,
)
from tests.domain.refusals import No, each, hear

PLAN, OFF, CALL_OFF = trips.plan_trip, trips.take_off_trip, trips.call_off_trip
SEND, EXPECT = trips.send_trip, trips.expect_trip
SURE: dict[str, Any] = {"told": True, "few_confirmed": True}


def two_trips_table():
    """Send trip 1, and plan another one for voter 6 with its box and one of its members."""
    table = out_table()
    table.do(CHAIRMAN, applications.take_application, "6", "болен")
    table.do(CHAIRMAN, boxes.seal_box, "P2", "0019", portable=True)
    table.do(CHAIRMAN, PLAN, BOX, (DEPUTY, AINUR), AINUR, ("6",), **SURE)
    table.do(CHAIRMAN, CALL_OFF, 2)
    table.do(CHAIRMAN, PLAN, BOX, (DEPUTY, AINUR), AINUR, ("6",), **SURE)
    return table


def member_away_table():
    table = two_trips_table()
    table.do(CHAIRMAN, CALL_OFF, 3)
    table.do(CHAIRMAN, PLAN, "P2", (OLGA, AINUR), AINUR, ("6",), **SURE)
    return table


def ill_table():
    """Let Erlan be ill before a trip is planned."""
    table = asking_table()
    table.do(CHAIRMAN, commission.excuse_member, ERLAN, "болен", witness=SECRETARY)
    return table


def suspended_table():
    """Suspend voting while a trip is ready to leave."""
    table = filled_table()
    table.do(CHAIRMAN, suspension.suspend_voting, "пожарная тревога", witness=SECRETARY)
    return table


def deserted_table():
    """Fill a bag for a trip that all voters were taken off."""
    table = filled_table()
    for voter in ASKING:
        table.do(CHAIRMAN, OFF, 1, voter)
    return table


def boxless_table():
    table = filled_table()
    table.do(CHAIRMAN, boxes.take_box_away, BOX, "не нужна", witness=SECRETARY)
    return table


REFUSALS = [
    No("a trip with an unknown box is refused", Reason.BOX_UNKNOWN, CHAIRMAN, PLAN,
       ("P9", CREW, ERLAN, ASKING), SURE, day=asking_table),
    No("the box that stays does not travel art 41 6", Reason.BOX_NOT_PORTABLE, CHAIRMAN, PLAN,
       ("S1", CREW, ERLAN, ASKING), SURE, article="41(6)", day=asking_table),
    No("nobody travels twice on one trip", Reason.BAD_ARGUMENT, CHAIRMAN, PLAN,
       (BOX, (ERLAN, ERLAN), ERLAN, ASKING), SURE, day=asking_table),
    No("no stranger travels", Reason.MEMBER_UNKNOWN, CHAIRMAN, PLAN,
       (BOX, (ERLAN, "77"), ERLAN, ASKING), SURE, day=asking_table),
    No("an advisory vote does not carry the box art 20 6", Reason.ROLE_WRONG, CHAIRMAN, PLAN,
       (BOX, (ERLAN, ADVISER), ERLAN, ASKING), SURE, article="20(6)", day=asking_table),
    No("one member alone does not travel art 41 6", Reason.CREW_TOO_SMALL, CHAIRMAN, PLAN,
       (BOX, (ERLAN,), ERLAN, ASKING), SURE, article="41(6)", day=asking_table),
    No("the secretary signs no ballots on a trip art 41 5", Reason.NEVER_ISSUES, CHAIRMAN, PLAN,
       (BOX, (ERLAN, SECRETARY), SECRETARY, ASKING), SURE, article="41(5)", day=asking_table),
    No("who signs the ballots travels art 41 6", Reason.SIGNER_STAYS, CHAIRMAN, PLAN,
       (BOX, CREW, AINUR, ASKING), SURE, article="41(6)", day=asking_table),
    No("who is ill signs no ballots on a trip art 39 2", Reason.NOT_SERVING, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ASKING), SURE, article="39(2)", day=ill_table),
    No("no trip goes to nobody", Reason.NOTHING_CHOSEN, CHAIRMAN, PLAN, (BOX, CREW, ERLAN, ()),
       SURE, day=asking_table),
    No("no trip goes to one voter twice", Reason.BAD_ARGUMENT, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ("1", "1")), SURE, day=asking_table),
    No("no trip goes to somebody who is not on the list art 41", Reason.VOTER_UNKNOWN, CHAIRMAN,
       PLAN, (BOX, CREW, ERLAN, ("77",)), SURE, article="41", day=asking_table),
    No("no trip goes without an application art 41 6", Reason.NOT_APPLIED, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ("6",)), SURE, article="41(6)", day=asking_table),
    No("two trips do not go to one voter", Reason.ON_TRIP, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ("1",)), SURE, day=planned_table),
    No("no trip goes to one who has ballots art 41 1", Reason.ALREADY_ISSUED, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ("1",)), SURE, article="41(1)", day=served_outside_table),
    No("observers are told of a trip art 41 6", Reason.WATCHERS_NOT_TOLD, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ASKING), {"few_confirmed": True}, article="41(6)", day=asking_table),
    No("a trip to few voters waits for a word in practice", Reason.FEW_VOTERS, CHAIRMAN, PLAN,
       (BOX, CREW, ERLAN, ASKING), {"told": True}, day=asking_table),
    No("nobody is taken off a trip that is not planned", Reason.TRIP_UNKNOWN, CHAIRMAN, OFF,
       (9, "1"), day=asking_table),
    No("nobody is taken off a trip on the road", Reason.TRIP_LEFT, CHAIRMAN, OFF, (1, "1"),
       day=out_table),
    No("nobody is taken off a trip he is not on", Reason.NOT_ON_TRIP, CHAIRMAN, OFF, (1, "6"),
       day=planned_table),
    No("a trip that nobody planned is not called off", Reason.TRIP_UNKNOWN, CHAIRMAN, CALL_OFF,
       (9,), day=asking_table),
    No("a trip on the road is not called off", Reason.TRIP_LEFT, CHAIRMAN, CALL_OFF, (1,),
       day=out_table),
    No("a trip that nobody planned does not leave", Reason.TRIP_UNKNOWN, CHAIRMAN, SEND,
       (9, "10:00"), day=asking_table),
    No("a trip does not leave twice", Reason.TRIP_LEFT, CHAIRMAN, SEND, (1, "10:00"),
       day=out_table),
    No("no trip left before voting began art 38 1", Reason.TOO_EARLY, CHAIRMAN, SEND,
       (1, "10:00"), {"happened": MORNING.replace(hour=6)}, article="38(1)", day=filled_table),
    No("no trip leaves while voting stands still", Reason.SUSPENDED, CHAIRMAN, SEND,
       (1, "10:00"), day=suspended_table),
    No("no trip leaves with a box that is not sealed art 40 4", Reason.BOX_NOT_SEALED, CHAIRMAN,
       SEND, (1, "10:00"), article="40(4)", day=boxless_table),
    No("a box that is on the road does not leave", Reason.BOX_AWAY, CHAIRMAN, SEND,
       (3, "10:00"), day=two_trips_table),
    No("a member who is on the road does not leave", Reason.MEMBER_AWAY, CHAIRMAN, SEND,
       (4, "10:00"), day=member_away_table),
    No("a trip to nobody does not leave", Reason.NOTHING_CHOSEN, CHAIRMAN, SEND, (1, "10:00"),
       day=deserted_table),
    No("a trip does not leave with too few ballots art 41 6", Reason.BAG_TOO_SMALL, CHAIRMAN,
       SEND, (1, "10:00"), article="41(6)", day=planned_table),
    No("the hour of the return is an hour", Reason.BAD_ARGUMENT, CHAIRMAN, SEND, (1, "скоро"),
       day=filled_table),
    No("nobody expects a trip that is not planned", Reason.TRIP_UNKNOWN, CHAIRMAN, EXPECT,
       (9, "10:00"), day=asking_table),
    No("nobody expects a trip that is here", Reason.TRIP_NOT_OUT, CHAIRMAN, EXPECT,
       (1, "10:00"), day=planned_table),
    No("another hour of the return is an hour too", Reason.BAD_ARGUMENT, CHAIRMAN, EXPECT,
       (1, "25:00"), day=out_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_trip_knows_its_box_its_members_whose_ballots_and_to_whom_art_41_6():
    table = planned_table()
    trip = table.day.trips[1]
    assert (trip.number, trip.box, trip.members, trip.signer) == (1, BOX, CREW, ERLAN)
    assert (trip.voters, trip.waiting, trip.state) == (ASKING, ASKING, "planned")
    states = {(one.state, one.trip) for one in table.day.applications.values()}
    assert states == {("on_trip", 1)}


def test_five_voters_of_each_kind_are_enough_in_practice():
    table = asking_table("1", "2", "3", "4", "5", "6")
    no = table.refused(CHAIRMAN, PLAN, BOX, CREW, ERLAN, ("1", "2", "3", "4", "5", "6"), told=True)
    assert no.facts == {"ballot": PURPLE, "voters": 4, "few": 5}


def test_the_chairman_may_travel_but_signs_no_ballot_art_41_5():
    table = asking_table()
    table.do(CHAIRMAN, PLAN, BOX, (CHAIRMAN, ERLAN), ERLAN, ASKING, **SURE)
    assert table.day.trips[1].members == (CHAIRMAN, ERLAN)


def test_a_trip_leaves_and_its_voters_are_on_the_road():
    table = out_table()
    trip = table.day.trips[1]
    assert (trip.state, trip.expected) == ("out", "10:00")
    assert trip.left == "2023-03-19T08:00:00+06:00"
    assert trips_out(table.day) == trips_out(table.day, BOX) == (1,)
    assert trips_out(table.day, "S1") == ()
    assert on_the_road(table.day) == ASKING


def test_a_car_in_a_drift_is_expected_later():
    table = out_table()
    table.do(CHAIRMAN, EXPECT, 1, "21:30")
    assert table.day.trips[1].expected == "21:30"


def test_a_trip_that_is_called_off_gives_its_ballots_to_the_signer_and_frees_its_voters():
    table = filled_table()
    table.do(CHAIRMAN, CALL_OFF, 1)
    assert left_in_bag(table) == {}
    assert table.left(BLUE, stack(ERLAN)) == 10
    assert table.day.trips[1].state == "called_off"
    states = {(one.state, one.trip) for one in table.day.applications.values()}
    assert states == {("waiting", 0)}
    assert table.refused(CHAIRMAN, SEND, 1, "10:00").reason == Reason.TRIP_LEFT
    plan(table)
    assert table.day.trips[2].voters == ASKING


def test_a_trip_still_here_at_the_end_is_called_off_then():
    table = filled_table()
    table.now = ended_table().now
    table.do(CHAIRMAN, CALL_OFF, 1)
    assert table.left(BLUE, stack(ERLAN)) == 10


def test_one_taken_off_waits_for_another_trip():
    table = planned_table()
    table.do(CHAIRMAN, OFF, 1, "2")
    assert table.day.trips[1].voters == ("1", "3", "5")
    assert (table.day.applications["2"].state, table.day.applications["2"].trip) == ("waiting", 0)
    plan(table, "2")
    assert table.day.applications["2"].trip == 2


def test_a_home_voter_who_comes_before_the_trip_leaves_is_served_and_taken_off_it():
    table = filled_table()
    table.do(OLGA, issuing.issue_ballots, "1", (BLUE,), OLGA)
    assert table.day.trips[1].voters == ("2", "3", "5")
    assert (table.day.applications["1"].state, table.day.applications["1"].trip) == (
        "not_served",
        0,
    )


def test_the_bag_must_hold_a_ballot_of_each_kind_for_each_voter_art_41_6():
    table = planned_table()
    table.do(ERLAN, bags.fill_bag, 1, {BLUE: 3, GREEN: 4})
    no = table.refused(CHAIRMAN, SEND, 1, "10:00")
    assert no.facts == {"ballot": BLUE, "left": 3, "amount": 4}


def test_one_who_was_not_at_home_may_be_visited_again():
    table = served_outside_table()
    plan(table, "3")
    assert (table.day.applications["3"].state, table.day.applications["3"].trip) == ("on_trip", 2)
    assert table.day.trips[2].voters == ("3",)


def test_a_trip_without_applications_that_went_is_recorded_as_a_breach():
    table = boxed_table()
    record = PLAN.recorded("акт № 4", "поехали по телефонной просьбе")
    table.do(CHAIRMAN, record, BOX, CREW, ERLAN, ("6",), witness=SECRETARY)
    reasons = [offence.reason for offence in table.day.breaches[0].offences]
    assert reasons == [Reason.NOT_APPLIED, Reason.WATCHERS_NOT_TOLD, Reason.FEW_VOTERS]
    assert table.day.trips[1].voters == ("6",)


def test_the_day_is_the_replay_of_its_entries():
    table = two_trips_table()
    table.do(CHAIRMAN, EXPECT, 1, "11:00")
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
