"""Incidents, complaints and their answers, those who came and were not served."""

import pytest

from precinct_app.domain.incidents import NOT_SERVED
from precinct_app.domain.parts import incidents
from precinct_app.errors import Reason
from tests.domain.days import CHAIRMAN, ERLAN, OLGA, SECRETARY, named_table, open_table
from tests.domain.refusals import No, each, hear


def busy_table():
    """Note an incident, take in a complaint, send somebody on: numbers 1, 2 and 3."""
    table = open_table()
    table.do(OLGA, incidents.note_incident, " упала\nурна ", "40(4)", "акт № 1")
    table.do(OLGA, incidents.receive_complaint, "снимают кабину", paper="вх. № 1")
    table.do(ERLAN, incidents.note_not_served, "other_precinct", "участок № 215")
    return table


REFUSALS = [
    No("an incident is told in words", Reason.REASON_MISSING, OLGA, incidents.note_incident,
       (" ",)),
    No("a complaint is told in words", Reason.REASON_MISSING, OLGA, incidents.receive_complaint,
       ("",)),
    No("an incident that is not there is not continued", Reason.INCIDENT_UNKNOWN, OLGA,
       incidents.continue_incident, (9, "и вот")),
    No("an incident is continued in words", Reason.REASON_MISSING, OLGA,
       incidents.continue_incident, (1, ""), day=busy_table),
    No("a complaint that is not there is not answered", Reason.INCIDENT_UNKNOWN, CHAIRMAN,
       incidents.answer_complaint, (9, "нет")),
    No("an incident is not answered", Reason.NOT_A_COMPLAINT, CHAIRMAN,
       incidents.answer_complaint, (1, "нет"), day=busy_table),
    No("a complaint is answered in words", Reason.REASON_MISSING, CHAIRMAN,
       incidents.answer_complaint, (2, " "), day=busy_table),
    No("nobody is sent away for a cause of no list", Reason.CAUSE_NOT_LISTED, ERLAN,
       incidents.note_not_served, ("rain",)),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_what_happened_is_numbered_with_its_article_and_its_paper():
    found = busy_table().day.incidents
    assert list(found) == [1, 2, 3]
    one, two, three = found.values()
    assert one[1:2] + one[3:6] == ("incident", "упала урна", "40(4)", "акт № 1")
    assert two[1:2] + two[3:6] == ("complaint", "снимают кабину", "", "вх. № 1")
    assert (three.cause, three.sent_to, three.article) == (
        "other_precinct", "участок № 215", "25(3)"
    )  # fmt: skip


def test_a_complaint_is_answered_and_an_earlier_answer_stays_beside_it_art_49():
    table = busy_table()
    table.do(SECRETARY, incidents.answer_complaint, 2, "камера повёрнута")
    table.do(CHAIRMAN, incidents.answer_complaint, 2, "камера снята")
    found = table.day.incidents[2]
    assert (found.answer, found.beside) == ("камера снята", ("камера повёрнута",))


def test_members_take_complaints_and_do_not_answer_them():
    no = busy_table().refused(ERLAN, incidents.answer_complaint, 2, "нет")
    assert no.reason == Reason.ROLE_WRONG


def test_a_correction_is_written_beside_what_stands():
    table = busy_table()
    table.do(OLGA, incidents.continue_incident, 1, "урна цела")
    assert table.day.incidents[1].text == "упала урна"
    assert table.day.incidents[1].beside == ("урна цела",)


@pytest.mark.parametrize("cause", NOT_SERVED)
def test_each_cause_has_the_article_of_the_list(cause):
    table = open_table()
    table.do(ERLAN, incidents.note_not_served, cause)
    assert table.day.incidents[1].article == NOT_SERVED[cause]


def test_incidents_are_noted_the_evening_before_too():
    table = named_table()
    table.do(OLGA, incidents.note_incident, "не привезли кабину")
    assert table.day.incidents[1].kind == "incident"


def test_an_answer_to_what_another_desk_never_had_is_a_conflict():
    table = open_table()
    table.do(OLGA, lambda _day, _act: incidents.ComplaintAnswered(7, "нет"))
    assert table.conflicts() == [("incident_unknown", {"number": 7})]
