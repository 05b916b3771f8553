"""The boxes: shown empty and intact, sealed, sealed anew."""

from datetime import timedelta
from typing import Any

from precinct_app.domain.boxes import Box
from precinct_app.domain.parts import boxes, issuing
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    MORNING,
    OLGA,
    SECRETARY,
    named_table,
    open_table,
)
from tests.domain.evening import portable_table
from tests.domain.outside import out_table
from tests.domain.refusals import No, each, hear

TWO: dict[str, Any] = {"witness": OLGA}


def early_table():
    """It is half past six, less a second."""
    table = named_table()
    table.now = MORNING - timedelta(minutes=30, seconds=1)
    return table


def sealed_table():
    """Seal box 1 in time."""
    table = early_table()
    table.pass_time(seconds=1)
    table.do(CHAIRMAN, boxes.seal_box, "1", "2001")
    return table


def voting_table():
    """Open voting with box 1, and issue a ballot."""
    table = open_table()
    table.do(CHAIRMAN, boxes.seal_box, "1", "2001")
    table.do(CHAIRMAN, boxes.seal_box, "7", "2007", portable=True)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    return table


REFUSALS = [
    No("a box is not sealed before its hour art 40 4", Reason.TOO_EARLY, CHAIRMAN,
       boxes.seal_box, ("1", "2001"), article="40(4)", day=early_table),
    No("a box that is not empty is not sealed art 40 4", Reason.BOX_UNFIT, CHAIRMAN,
       boxes.seal_box, ("2", "2002"), {"empty": False}, "40(4)", sealed_table),
    No("a box that is broken is not sealed art 40 4", Reason.BOX_UNFIT, CHAIRMAN,
       boxes.seal_box, ("2", "2002"), {"intact": False}, "40(4)", sealed_table),
    No("a box is not sealed under a name that no line can bear", Reason.BAD_ARGUMENT, CHAIRMAN,
       boxes.seal_box, ("у двери", "2002"), day=sealed_table),
    No("a box is not sealed without a number of the seal", Reason.SEAL_MISSING, CHAIRMAN,
       boxes.seal_box, ("2", " "), day=sealed_table),
    No("a box is sealed once under its name", Reason.BOX_KNOWN, CHAIRMAN, boxes.seal_box,
       ("1", "2002"), day=sealed_table),
    No("a box that is not there gets no other seal", Reason.BOX_UNKNOWN, CHAIRMAN,
       boxes.reseal_box, ("9", "1", "сорвана"), TWO, day=sealed_table),
    No("no box has a name with a space to be resealed", Reason.BAD_ARGUMENT, CHAIRMAN,
       boxes.reseal_box, ("1 a", "1", "сорвана"), TWO, day=sealed_table),
    No("a new seal has a number too", Reason.SEAL_MISSING, CHAIRMAN, boxes.reseal_box,
       ("1", "", "сорвана"), TWO, day=sealed_table),
    No("a new seal wants a reason", Reason.REASON_MISSING, CHAIRMAN, boxes.reseal_box,
       ("1", "2009", " "), TWO, day=sealed_table),
    No("a box that was opened gets no new seal art 43 3-1", Reason.RESEAL_LATE, CHAIRMAN,
       boxes.reseal_box, ("P1", "2009", "сорвана"), TWO, "43(3-1)", portable_table),
    No("a box that is not there is not taken away", Reason.BOX_UNKNOWN, CHAIRMAN,
       boxes.take_box_away, ("9", "не нужна"), TWO, day=sealed_table),
    No("a box is not taken away without a reason", Reason.REASON_MISSING, CHAIRMAN,
       boxes.take_box_away, ("1", ""), TWO, day=sealed_table),
    No("a box that ballots may lie in stays art 43 1", Reason.BOX_IN_USE, CHAIRMAN,
       boxes.take_box_away, ("1", "мешает"), TWO, "43(1)", voting_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_box_stands_under_its_name_and_seal_art_40_4():
    table = sealed_table()
    entry = table.day.entries[-1].id
    assert table.day.boxes == {"1": Box("1", portable=False, seal="2001", entry=entry)}


def test_a_portable_box_is_sealed_during_the_day_too():
    table = voting_table()
    assert [box.name for box in table.day.boxes.values() if box.portable] == ["7"]


def test_another_seal_stands_instead_and_two_persons_know_of_it():
    table = sealed_table()
    alone = table.refused(CHAIRMAN, boxes.reseal_box, "1", "2009", "сорвана")
    assert alone.reason == Reason.WITNESS_MISSING
    entry = table.do(CHAIRMAN, boxes.reseal_box, "1", " 2009 ", "сорвана", witness=DEPUTY)
    assert (table.day.boxes["1"].seal, entry.event.before) == ("2009", "2001")


def test_a_box_that_nothing_went_into_is_taken_away():
    table = sealed_table()
    table.do(SECRETARY, boxes.take_box_away, "1", "не та", witness=OLGA)
    assert table.day.boxes == {}
    voting = voting_table()
    voting.do(SECRETARY, boxes.take_box_away, "7", "не нужна", witness=OLGA)
    assert list(voting.day.boxes) == ["1"]


def test_a_box_on_the_road_is_not_taken_away_art_41_6():
    table = out_table()
    name = table.day.trips[1].box
    no = table.refused(CHAIRMAN, boxes.take_box_away, name, "не нужна", witness=OLGA)
    assert no.reason == Reason.BOX_IN_USE


def test_a_box_that_was_not_empty_is_known_by_a_recorded_breach():
    table = sealed_table()
    record = boxes.seal_box.recorded("акт № 3", "лежала листовка")
    table.do(CHAIRMAN, record, "2", "2002", empty=False, witness=OLGA)
    assert table.day.boxes["2"].state == "sealed"
    assert table.day.breaches[-1].article == "40(4)"


def test_two_desks_that_seal_one_name_are_a_conflict_and_the_first_stands():
    table = sealed_table()
    second = boxes.BoxSealed("1", "3001", portable=True, empty=True, intact=True)
    table.do(CHAIRMAN, lambda _day, _act: second)
    assert table.day.boxes["1"].seal == "2001"
    assert table.conflicts() == [("box_twice", {"box": "1"})]


def test_a_box_that_another_desk_took_away_is_a_conflict():
    table = sealed_table()
    for event in (boxes.BoxResealed("8", "1", "", "x"), boxes.BoxTakenAway("8", "x")):
        table.do(CHAIRMAN, lambda _day, _act, event=event: event)
    assert table.conflicts() == [("box_unknown", {"box": "8"})] * 2
