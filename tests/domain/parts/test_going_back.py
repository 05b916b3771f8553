"""Every change of the list, of the commission and of those present is led back."""

from collections.abc import Callable
from typing import Any

import pytest

from precinct_app.domain.parts import access, additions, certificates, commission, people
from precinct_app.domain.ways_back import AGAIN, WAYS_BACK
from tests.domain.days import BLUE, CHAIRMAN, DEPUTY, ERLAN, GREEN, OLGA, SECRETARY, Table
from tests.domain.decided import CARRIED, decided_table
from tests.domain.parts.test_additions import PAPERS, ROW
from tests.domain.parts.test_certificates import with_blanks
from tests.domain.parts.test_people import PARTY


def visited() -> Table:
    """Let an observer come and go."""
    table = decided_table()
    table.do(CHAIRMAN, people.register_person, *PARTY, came=True)
    table.do(CHAIRMAN, people.see_out, 1)
    return table


# What is done on a day, and how it is led back; Olga stands by each act.
Steps = list[tuple[Any, ...]]
THERE_AND_BACK: list[tuple[Callable[[], Table], Steps, Steps]] = [
    (decided_table, [(SECRETARY, additions.add_voter, ROW, *PAPERS)],
     [(SECRETARY, additions.strike_voter, "{last}", "other_list", CARRIED, "№ 6")]),
    (decided_table, [(SECRETARY, additions.correct_voter, "2", {"house": "7"}, CARRIED, "№ 6"),
                     (SECRETARY, additions.correct_voter, "2", {"birth": "1988"}, CARRIED, "№ 6")],
     [(SECRETARY, additions.correct_voter, "2", {"house": "5", "birth": "1988-02-29"}, CARRIED,
       "№ 7")]),
    (decided_table, [(SECRETARY, additions.strike_voter, "2", "died", CARRIED, "№ 6")],
     [(SECRETARY, additions.put_back_voter, "2", CARRIED, "№ 7")]),
    (decided_table, [(SECRETARY, certificates.accept_certificate, ROW, (BLUE,), "777001")],
     [(SECRETARY, additions.strike_voter, "{last}", "other_list", CARRIED, "№ 6")]),
    (with_blanks, [(SECRETARY, certificates.issue_certificate, "1", (GREEN,), "000123")],
     [(SECRETARY, certificates.bring_back_certificate, "1")]),
    (decided_table, [(CHAIRMAN, commission.remove_member, ERLAN, CARRIED, "агитировал")],
     [(CHAIRMAN, commission.reinstate_member, ERLAN, "суд", CARRIED), (ERLAN, access.sign_in)]),
    (decided_table, [(CHAIRMAN, commission.excuse_member, ERLAN, "заболел")],
     [(CHAIRMAN, commission.reinstate_member, ERLAN, "вернулся"), (ERLAN, access.sign_in)]),
    (decided_table, [(CHAIRMAN, commission.appoint_member, DEPUTY, "member", CARRIED)],
     [(CHAIRMAN, commission.appoint_member, DEPUTY, "deputy", CARRIED)]),
    (visited, [(CHAIRMAN, people.let_in, 1)], [(CHAIRMAN, people.see_out, 1)]),
    (visited, [(CHAIRMAN, people.remove_person, 1, CARRIED, "мешал")],
     [(CHAIRMAN, people.readmit_person, 1, CARRIED)]),
    (visited, [(CHAIRMAN, people.correct_person, 1, "", "Нұрбек Асан")],
     [(CHAIRMAN, people.correct_person, 1, "", PARTY[2])]),
]  # fmt: skip

each_way = pytest.mark.parametrize(
    ("begun", "there", "back"),
    THERE_AND_BACK,
    ids=["_".join(step[1].name for step in there) for _, there, _ in THERE_AND_BACK],
)


def standing(table: Table) -> tuple[Any, ...]:
    """Show list, entitlement, commission and those present as they stand."""
    day = table.day
    rows = [(row.number, row.name, row.birth, row.house or "5") for row in day.listed()]
    members = {member: (one.role, one.standing) for member, one in day.members.items()}
    entitled = {row.number: day.entitled(row.id) for row in day.listed()}
    return rows, entitled, members, set(day.duty(1)), dict(day.persons), day.listed_count


def walk(table: Table, steps: Steps) -> None:
    for by, rule, *args in steps:
        last = table.day.entries[-1].id
        table.do(by, rule, *(last if arg == "{last}" else arg for arg in args), witness=OLGA)


@each_way
def test_what_was_changed_is_led_back(begun, there, back):
    table = begun()
    before = standing(table)
    walk(table, there)
    assert standing(table) != before
    walk(table, back)
    assert standing(table) == before


@each_way
def test_the_table_names_the_way_that_was_walked(begun, there, back):
    assert begun().day.conflicts == []
    (verb, led) = there[-1][1].name, back[0][1].name
    assert WAYS_BACK[verb] in {led, AGAIN if verb == led else led}
