"""What comes next is what still waits for the commission, and nothing that is done."""

from datetime import datetime, timedelta

from precinct_app.domain.figures.due import Due, due, lasting
from precinct_app.domain.parts import (
    bags,
    certificates,
    issuing,
    losses,
    opening,
    trips,
    turnout,
)
from precinct_app.domain.precinct import Precinct
from precinct_app.texts import LANGUAGES, due_text
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    EVE,
    EVENING,
    GREEN,
    GREY,
    MORNING,
    SECRETARY,
    Table,
    new_table,
    open_table,
    stocked_table,
)
from tests.domain.evening import counted_table, typed_table
from tests.domain.outside import filled_table, given, missed, out_table, record

HOURS = ["10:00", "12:00", "14:00", "16:00", "18:00", "20:00", "22:00"]


def names(table: Table, kind: str = "moment") -> list[str]:
    return [one.what for one in due(table.day, table.now) if one.kind == kind]


def at(hour: int, minute: int = 0) -> datetime:
    return MORNING.replace(hour=hour, minute=minute)


def test_the_evening_before_looks_to_the_morning():
    table = new_table()
    assert names(table) == ["certificates_close", "station_opens", "boxes", "voting_begins"]
    table.now = EVE + timedelta(hours=3)
    assert names(table) == ["station_opens", "boxes", "voting_begins"]
    assert names(table, "report") == []


def test_the_hour_of_opening_waits_for_the_chairman():
    table = stocked_table()
    table.now = at(7, 20)
    assert due(table.day, table.now) == (Due(at(7), "moment", "voting_begins"),)
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    assert names(table) == ["outside_applications", "voting_ends"]


def test_what_is_due_stands_in_the_order_of_its_hours():
    table = open_table()
    listed = due(table.day, table.now)
    assert [one.at for one in listed] == sorted(one.at for one in listed)
    assert [(one.kind, one.what) for one in listed[:3]] == [
        ("report", "10:00"),
        ("moment", "outside_applications"),
        ("report", "12:00"),
    ]


def test_an_hour_that_has_passed_is_not_due_again_by_a_fact_that_was_typed_late():
    """Noon is over; what happened at half past eight is typed at one."""
    table = open_table()
    table.now = at(13)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN, happened=at(8, 30))
    assert names(table) == ["voting_ends"]


def test_a_report_stays_until_it_is_made():
    table = open_table()
    table.now = at(12, 30)
    assert names(table, "report") == HOURS
    table.do(SECRETARY, turnout.report_turnout, "12:00")
    assert names(table, "report") == [hour for hour in HOURS if hour != "12:00"]
    table.do(SECRETARY, turnout.withdraw_turnout, "12:00", "не тот час")
    assert names(table, "report") == HOURS


def test_a_western_precinct_reports_at_its_own_hours():
    table = stocked_table(Precinct("214", utc_offset="+05:00"))
    table.now = at(8)
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    assert names(table, "report")[:2] == ["09:00", "11:00"]


def test_the_end_of_voting_stays_until_it_is_announced():
    table = open_table()
    table.now = EVENING + timedelta(minutes=5)
    assert names(table) == ["voting_ends"]
    table.do(CHAIRMAN, opening.end_voting)
    assert names(table) == ["count_ends"]
    assert names(table, "report") == HOURS


def test_the_count_is_due_until_a_second_member_has_confirmed_every_kind():
    """Twelve hours after the end of voting, art. 43(1); it stays when they have passed."""
    table = typed_table()
    (count_ends,) = [one for one in due(table.day, table.now) if one.kind == "moment"]
    assert count_ends == Due(EVENING + timedelta(hours=12), "moment", "count_ends")
    table.pass_time(hours=13)
    assert names(table) == ["count_ends"]
    assert names(counted_table()) == []


def test_a_trip_is_due_while_it_is_out():
    table = filled_table()
    assert names(table, "trip") == []
    table.pass_time(hours=1)
    table.do(ERLAN, trips.send_trip, 1, "10:00")
    (trip,) = [one for one in due(table.day, table.now) if one.kind == "trip"]
    assert trip == Due(at(10), "trip", "1")
    table.now = at(10, 30)
    table.do(SECRETARY, trips.expect_trip, 1, "11:15")
    assert Due(at(11, 15), "trip", "1") in due(table.day, table.now)
    record(table, given("1", BLUE), missed("2"), missed("3"), missed("5"))
    held = {ballot: table.left(ballot, table.day.trips[1].bag) for ballot in ELECTION.ballot_ids}
    table.do(ERLAN, bags.receive_trip, 1, held)
    assert names(table, "trip") == []


def test_a_trip_that_is_expected_after_midnight_is_due_on_the_next_day():
    table = out_table()
    table.now = at(19)
    table.do(SECRETARY, trips.expect_trip, 1, "00:30")
    (trip,) = [one for one in due(table.day, table.now) if one.kind == "trip"]
    assert trip.at == at(0, 30) + timedelta(days=1)


def test_what_is_left_is_laid_beside_the_voters_who_may_still_come():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE, GREY), ERLAN)
    table.do(ERLAN, issuing.decline_ballots, "1", (GREEN,))
    found = {one.ballot: (one.left, one.waiting) for one in lasting(table.day)}
    assert (found[BLUE], found[GREEN], found[GREY]) == ((39, 5), (40, 5), (39, 3))
    assert {one.short for one in lasting(table.day)} == {0}


def test_who_took_a_certificate_for_a_kind_does_not_wait_for_it_here():
    table = stocked_table()
    table.do(CHAIRMAN, certificates.state_blanks, 5, 0, "№ 3")
    table.do(CHAIRMAN, certificates.issue_certificate, "2", (BLUE,), "000123")
    waiting = {one.ballot: one.waiting for one in lasting(table.day)}
    assert (waiting[BLUE], waiting[GREEN], waiting[GREY]) == (5, 5, 4)
    table.do(CHAIRMAN, certificates.bring_back_certificate, "2")
    assert lasting(table.day)[0].waiting == 6


def test_a_kind_that_would_not_last_says_how_many_are_missing():
    table = open_table()
    for member, papers in (("3", 10), ("4", 10), ("5", 10), ("6", 8)):
        table.do(CHAIRMAN, losses.withdraw_ballots, {BLUE: papers}, "акт № 4", "брак", member)
    short = {one.ballot: one.short for one in lasting(table.day)}
    assert short == {**dict.fromkeys(ELECTION.ballot_ids, 0), BLUE: 4}


def test_every_due_thing_has_a_name_in_each_language():
    table = out_table()
    for language in LANGUAGES:
        listed = [due_text(language, one) for one in due(table.day, table.now)]
        assert len({*listed}) == len(listed) > 8
        assert not [name for name in listed if "…" in name]
    assert due_text("en", Due(MORNING, "report", "10:00")) == "turnout report of 10:00"
    assert due_text("en", Due(MORNING, "moment", "voting_ends")) == "end voting"
