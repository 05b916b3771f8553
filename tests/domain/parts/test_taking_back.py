"""Opening and end of voting are taken back while nothing real has happened in them."""

from typing import Any

from precinct_app.domain.fold import replay
from precinct_app.domain.parts import corrections, issuing, opening, taking_back
from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    FIRST,
    OLGA,
    SECRETARY,
    ended_table,
    open_table,
    served_table,
    stocked_table,
)
from tests.domain.evening import listed_table
from tests.domain.outside import out_table
from tests.domain.refusals import No, each, hear

TWO: dict[str, Any] = {"witness": OLGA}

REFUSALS = [
    No("an opening is not taken back without a reason", Reason.REASON_MISSING, CHAIRMAN,
       taking_back.take_back_opening, (" ",), TWO),
    No("an opening after which ballots were issued stands", Reason.ISSUED_SINCE, CHAIRMAN,
       taking_back.take_back_opening, ("рано",), TWO, day=served_table),
    No("an opening after which a box went out stands", Reason.ISSUED_SINCE, CHAIRMAN,
       taking_back.take_back_opening, ("рано",), TWO, day=out_table),
    No("an end is not taken back without a reason", Reason.REASON_MISSING, SECRETARY,
       taking_back.take_back_end, ("",), TWO, day=ended_table),
    No("an end after which the lists were counted stands", Reason.CLOSING_BEGUN, SECRETARY,
       taking_back.take_back_end, ("рано",), TWO, day=listed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_an_opening_by_mistake_is_taken_back_by_two_persons_and_made_again():
    table = open_table()
    alone = table.refused(CHAIRMAN, taking_back.take_back_opening, "рано")
    assert alone.reason == Reason.WITNESS_MISSING
    table.do(CHAIRMAN, taking_back.take_back_opening, "рано", witness=DEPUTY)
    assert (table.day.phase, table.day.at_opening) == (Phase.SETUP, None)
    again = table.do(CHAIRMAN, opening.open_voting, "214", "всё равно")
    assert table.day.phase is Phase.VOTING
    assert table.day.at_opening is not None
    assert table.day.at_opening.entry == again.id


def test_an_issue_that_was_taken_back_is_no_issue():
    table = served_table()
    table.do(ERLAN, corrections.take_back, FIRST, "wrong_voter")
    table.do(CHAIRMAN, taking_back.take_back_opening, "рано", witness=OLGA)
    assert table.day.phase is Phase.SETUP


def test_an_end_by_a_wrong_key_is_taken_back_and_voting_goes_on():
    table = ended_table(inside=3)
    table.do(SECRETARY, taking_back.take_back_end, "не та кнопка", witness=OLGA)
    assert (table.day.phase, table.day.ended) == (Phase.VOTING, None)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.do(CHAIRMAN, opening.end_voting, 1)
    assert table.day.ended is not None
    assert table.day.ended.inside == 1


def test_a_desk_that_went_on_meanwhile_keeps_its_phase():
    table = served_table()
    table.do(CHAIRMAN, lambda _day, _act: taking_back.OpeningTakenBack("рано"))
    assert table.conflicts() == [("phase_stands", {"phase": "voting"})]
    listed = listed_table()
    listed.do(CHAIRMAN, lambda _day, _act: taking_back.EndTakenBack("рано"))
    assert listed.conflicts()[-1] == ("phase_stands", {"phase": "ended"})
    for day in (table.day, listed.day):
        assert day == replay(day.election, day.roll, day.entries)


def test_nothing_is_taken_back_that_was_not_opened():
    table = stocked_table()
    no = table.refused(CHAIRMAN, taking_back.take_back_opening, "рано", witness=OLGA)
    assert no.reason == Reason.PHASE_WRONG
