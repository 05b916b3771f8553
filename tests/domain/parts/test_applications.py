"""Applications to vote outside the premises."""

from precinct_app.domain.fold import replay
from precinct_app.domain.parts import applications, issuing, trips
from precinct_app.errors import Reason
from tests.domain.days import BLUE, CHAIRMAN, ERLAN, MORNING, SECRETARY, open_table
from tests.domain.outside import asking_table, planned_table, served_outside_table
from tests.domain.refusals import No, each, hear

TAKE, WITHDRAW = applications.take_application, applications.withdraw_application


def served_here_table():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    return table


def after_noon_table():
    table = open_table()
    table.now = MORNING.replace(hour=12, second=1)
    return table


REFUSALS = [
    No("an application of nobody on the list is refused art 41", Reason.VOTER_UNKNOWN, CHAIRMAN,
       TAKE, ("77", "болен"), article="41"),
    No("an application without a cause is refused", Reason.REASON_MISSING, CHAIRMAN, TAKE,
       ("1", " ")),
    No("words on the telephone are no application art 41 6", Reason.NOT_WRITTEN, CHAIRMAN, TAKE,
       ("1", "болен", False), article="41(6)"),
    No("nobody applies twice", Reason.ALREADY_APPLIED, CHAIRMAN, TAKE, ("1", "болен"),
       day=asking_table),
    No("who was served does not apply art 41 1", Reason.ALREADY_ISSUED, CHAIRMAN, TAKE,
       ("1", "болен"), article="41(1)", day=served_here_table),
    No("an application after noon is refused art 41 6", Reason.TOO_LATE, CHAIRMAN, TAKE,
       ("1", "болен"), article="41(6)", day=after_noon_table),
    No("nobody unknown withdraws art 41", Reason.VOTER_UNKNOWN, CHAIRMAN, WITHDRAW,
       ("77", "придёт сам"), article="41"),
    No("nothing is withdrawn without a cause", Reason.REASON_MISSING, CHAIRMAN, WITHDRAW,
       ("1", ""), day=asking_table),
    No("what was never asked is not withdrawn art 41 6", Reason.NOT_APPLIED, CHAIRMAN, WITHDRAW,
       ("1", "придёт сам"), article="41(6)"),
    No("who is on a trip is taken off it first", Reason.ON_TRIP, CHAIRMAN, WITHDRAW,
       ("1", "придёт сам"), day=planned_table),
    No("an application that was signed stands art 41 1", Reason.ALREADY_ISSUED, CHAIRMAN,
       WITHDRAW, ("1", "передумал"), article="41(1)", day=served_outside_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_applications_are_numbered_as_they_come_and_mark_the_list_art_41_6():
    table = asking_table("2", "1")
    found = table.day.applications
    assert [(voter, one.number, one.state) for voter, one in found.items()] == [
        ("2", 1, "waiting"),
        ("1", 2, "waiting"),
    ]
    assert found["1"].entry in table.day.holding("1").entries
    assert found["1"].taken == "2023-03-19T07:00:00+06:00"


def test_an_application_handed_in_before_noon_may_be_typed_later_art_41_6():
    table = open_table()
    table.now = MORNING.replace(hour=12, minute=10)
    table.do(SECRETARY, TAKE, "1", "болен", happened=MORNING.replace(hour=11, minute=50))
    assert table.day.applications["1"].taken == "2023-03-19T11:50:00+06:00"


def test_an_application_at_twelve_sharp_is_in_time_art_41_6():
    table = open_table()
    table.now = MORNING.replace(hour=12)
    table.do(CHAIRMAN, TAKE, "1", "болен")
    assert table.day.applications["1"].stands


def test_an_application_accepted_at_twenty_past_twelve_is_recorded_as_a_breach():
    table = open_table()
    table.now = MORNING.replace(hour=12, minute=20)
    record = TAKE.recorded("заявление № 9", "приняли по просьбе семьи")
    table.do(CHAIRMAN, record, "1", "болен", witness=SECRETARY)
    (breach,) = table.day.breaches
    assert (breach.article, breach.offences[0].reason) == ("41(6)", Reason.TOO_LATE)
    assert table.day.applications["1"].number == 1


def test_applications_come_the_evening_before_too():
    table = asking_table()
    table.do(CHAIRMAN, TAKE, "6", "ухаживает за больным")
    assert table.day.applications["6"].number == 5


def test_only_those_who_lead_the_commission_mark_the_list_art_41_6():
    no = open_table().refused(ERLAN, TAKE, "1", "болен")
    assert (no.reason, no.article) == (Reason.ROLE_WRONG, "41(6)")


def test_one_who_withdrew_may_apply_anew_and_gets_another_number():
    table = asking_table("1", "2")
    table.do(CHAIRMAN, WITHDRAW, "1", "придёт сам")
    assert table.day.applications["1"].state == "withdrawn"
    assert not table.day.applications["1"].stands
    table.do(CHAIRMAN, TAKE, "1", "передумал")
    assert (table.day.applications["1"].number, table.day.applications["1"].state) == (
        3,
        "waiting",
    )
    assert [table.day.applications["2"].number] == [2]


def test_one_taken_off_a_trip_may_withdraw():
    table = planned_table()
    table.do(CHAIRMAN, trips.take_off_trip, 1, "1")
    table.do(CHAIRMAN, WITHDRAW, "1", "придёт сам")
    assert table.day.applications["1"].state == "withdrawn"


def test_one_who_comes_in_person_needs_no_trip_any_more():
    table = asking_table("1")
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    assert table.day.applications["1"].state == "not_served"
    assert table.day.has_received("1", BLUE)


def test_a_second_application_that_two_desks_took_is_a_conflict_and_the_first_stands():
    table = asking_table("1")
    record = TAKE.recorded("заявление № 2", "принесли второе")
    table.do(CHAIRMAN, record, "1", "дочь", witness=SECRETARY)
    assert ("applied_twice", {"voter": "1"}) in table.conflicts()
    assert table.day.applications["1"].number == 1


def test_the_day_is_the_replay_of_its_entries():
    table = asking_table()
    table.do(CHAIRMAN, WITHDRAW, "1", "придёт сам")
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
