"""Every line that the election names comes out of the day, and the controls answer."""

from collections import Counter

import pytest

from precinct_app.domain.election import COUNTED
from precinct_app.domain.figures.counted import COUNTED_LINES
from precinct_app.domain.figures.lines import (
    SOURCES,
    all_verdicts,
    day_lines,
    day_verdicts,
    lines_of,
    opening_lines,
    opening_verdicts,
    verdicts_of,
)
from precinct_app.domain.figures.tally import entitled_by_list
from precinct_app.domain.parts import additions, corrections, handover, issuing, spoiled, stock
from precinct_app.domain.sources import FIGURES, WORDING
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    GREY,
    OLGA,
    open_table,
    stocked_table,
)
from tests.domain.decided import CARRIED, decided_table
from tests.domain.shipped import IDS, election_of

TURNED_DOWN = "voter_mistake"


def broken(asked):
    return [one.verdict.control for one in asked if one.verdict.holds is False]


def test_each_figure_has_one_function_and_no_other_is_known():
    assert set(SOURCES) == FIGURES - WORDING


@pytest.mark.parametrize("name", IDS)
def test_each_counted_line_of_a_shipped_election_is_known(name):
    counted = {line.n for line in election_of(name).lines if line.source == COUNTED}
    assert counted <= set(COUNTED_LINES)


def test_a_day_of_issuing_gives_its_lines():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE, GREY), ERLAN)
    table.do(OLGA, issuing.issue_ballots, "4", (BLUE,), OLGA)
    table.do(ERLAN, spoiled.exchange_ballot, "1", BLUE, ERLAN, TURNED_DOWN)
    lines = lines_of(table.day, BLUE)
    named = ("1", "1a", "2", "2c", "3.4", "3.5", "9b", "9c", "11a", "12")
    assert [lines.get(name) for name in named] == [6, 6, 2, 0, 2, 1, 1, 0, 0, None]
    grey = lines_of(table.day, GREY)
    assert [grey[name] for name in ("1", "2", "2c", "3.4")] == [4, 1, 1, 1]
    assert day_lines(table.day) == {"d1": 2}


def test_what_went_through_a_stack_adds_up_whatever_was_corrected():
    table = open_table()
    first = table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    charged = (corrections.charge_to_another, first.id, OLGA, "выдала Ольга")
    table.do(ERLAN, *charged, witness=CHAIRMAN)
    third = table.do(ERLAN, issuing.issue_ballots, "3", (BLUE,), ERLAN)
    back = (corrections.take_back, third.id, "wrong_voter")
    table.do(ERLAN, *back, damaged=True)
    way = table.do(ERLAN, handover.hand_over_ballots, ERLAN, AINUR, {BLUE: 1})
    table.do(AINUR, handover.take_ballots, way.id)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("3.4", "3.5", "m2.4", "m3.4")] == [1, 1, 1, 1]
    issuers = (DEPUTY, ERLAN, OLGA, AINUR)
    assert c7m(table) == dict.fromkeys(issuers)
    for member in issuers:
        left = table.left(BLUE, f"member:{member}")
        table.do(member, stock.put_in_safe, member, {BLUE: left})
    assert c7m(table) == dict.fromkeys(issuers, True)


def c7m(table):
    asked = [one.verdict for one in verdicts_of(table.day, BLUE) if one.control.id == "C7m"]
    return {verdict.where: verdict.holds for verdict in asked}


def test_a_control_whose_papers_are_not_counted_does_not_answer():
    table = open_table()
    holds = {one.verdict.control: one.verdict.holds for one in verdicts_of(table.day, BLUE)}
    assert holds["C1"] is True
    assert holds["C2"] is True
    assert holds["C8"] is None
    assert holds["C5"] is None
    assert all_verdicts(table.day)[BLUE] == verdicts_of(table.day, BLUE)
    assert {one.verdict.holds for one in day_verdicts(table.day)} == {None, True}


def test_the_opening_protocol_adds_up_per_kind():
    table = stocked_table()
    for ballot in ELECTION.ballot_ids:
        lines = opening_lines(table.day, ballot)
        assert lines["o2"] == lines["o3a"] + sum(
            count for name, count in lines.items() if name.startswith("o3.")
        )
        assert "O1" not in broken(opening_verdicts(table.day, ballot))


def test_the_list_by_ballot_is_that_of_its_rows_however_it_was_changed():
    """Added, corrected, struck, struck after being added, put back: each row counts as it is."""
    table = decided_table()
    papers = ("заявление", CARRIED, "решение № 1")
    rows = [{"surname": "Новосёлов", "first_name": "Марат", "birth": f"197{n}"} for n in (1, 2)]
    first, second = (
        table.do(CHAIRMAN, additions.add_voter, row, *papers, "mazhilis_list").id for row in rows
    )
    decided = (CARRIED, "решение № 1")
    table.do(CHAIRMAN, additions.correct_voter, "5", {"house": "7"}, *decided)
    for voter in ("1", "4", second):
        table.do(CHAIRMAN, additions.strike_voter, voter, "other_list", *decided)
    table.do(CHAIRMAN, additions.put_back_voter, "4", *decided)
    day = table.day
    by_rows = Counter(ballot for row in day.listed() for ballot in ELECTION.entitled(row.ballots))
    assert entitled_by_list(day) == by_rows
    assert (by_rows[BLUE], by_rows[GREY], day.is_listed(first)) == (6, 3, True)
