"""The count: papers of the boxes, the tally sheet twice, disputes, a recount."""

from dataclasses import replace
from typing import Any

from precinct_app.domain.figures.explained import holding_back
from precinct_app.domain.figures.lines import lines_of, verdicts_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import count, recounting, unsealing
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
)
from tests.domain.evening import (
    ALL,
    PARTIES,
    PORTABLE,
    STATIONARY,
    announced_table,
    cancelled_table,
    counted_table,
    kind_of,
    listed_table,
    open_box,
    opened_table,
    papered_table,
    portable_table,
    sheet,
    signed_table,
    typed_table,
)
from tests.domain.parts.test_unsealing import SIX, crowded_table, declared
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
PAPERS, TYPE, AGAIN = count.count_stationary, count.count_votes, count.confirm_votes
DISPUTE, RECOUNT = recounting.dispute_ballot, recounting.recount
RIGHT = (BLUE, *sheet(counted_table(), BLUE))
VOTES, AGAINST, BAD = RIGHT[1:]
NOTHING = dict.fromkeys(PARTIES, 0)


def opened_unread_table() -> Table:
    """Open all boxes before the figures are read aloud, and record it."""
    return _rushed(cancelled_table())


def opened_uncancelled_table() -> Table:
    """Open all boxes before anything is cancelled, and record it."""
    return _rushed(listed_table())


def _rushed(table: Table) -> Table:
    for box in (PORTABLE, STATIONARY):
        early = unsealing.open_box.recorded("акт № 1", "вскрыли раньше")
        table.do(CHAIRMAN, early, box, True, witness=SECRETARY)
    return table


def late_table() -> Table:
    """Look at the counted sheets at one past eight in the morning."""
    return _at_dawn(counted_table())


def _at_dawn(table: Table) -> Table:
    table.now = MORNING.replace(day=20, hour=8, minute=1)
    return table


def ordered_table() -> Table:
    """Choose to count the blue ones last."""
    table = papered_table()
    table.do(CHAIRMAN, count.set_count_order, tuple(reversed(ALL)))
    return table


def recounted_table() -> Table:
    """Count the blue ones again, and confirm them again."""
    table = counted_table()
    table.do(CHAIRMAN, RECOUNT, BLUE, "доверенное лицо Сапаров", "№ 1", witness=SECRETARY)
    table.do(OLGA, TYPE, *RIGHT)
    table.do(AINUR, AGAIN, *RIGHT)
    return table


def wrong_sheets(words: str, rule: object, by: str) -> list[No]:
    """Ask with each sheet that no paper could be."""
    sheets: tuple[tuple[str, Reason, tuple[Any, ...]], ...] = (
        ("of an unknown ballot", Reason.BALLOT_UNKNOWN, ("white", {}, 0, 0)),
        ("with a line that the ballot has not", Reason.OPTION_UNKNOWN,
         (BLUE, {**NOTHING, "99": 1}, 0, 0)),
        ("with a line left out", Reason.OPTION_LEFT_OUT, (BLUE, {"1": 1}, 0, 0)),
        ("with votes below zero", Reason.AMOUNT_WRONG, (BLUE, {**NOTHING, "1": -1}, 0, 0)),
        ("with more votes than people can count", Reason.AMOUNT_TOO_LARGE,
         (BLUE, {**NOTHING, "1": 100_001}, 0, 0)),
    )  # fmt: skip
    return [
        No(f"{words} {wrong} is refused", reason, by, rule, given, day=typed_table)
        for wrong, reason, given in sheets
    ]


READY = (
    ("before the cancelling art 43 4", Reason.NOT_CANCELLED, "43(4)", opened_uncancelled_table),
    ("before the figures are read art 43 3-1", Reason.NOT_ANNOUNCED, "43(3-1)",
     opened_unread_table),
    ("before any box is open art 43 3-1", Reason.NO_BOX_OPEN, "43(3-1)", announced_table),
    ("before every box is open art 43 3-1", Reason.BOX_CLOSED, "43(3-1)", portable_table),
    ("after twelve hours without a word art 43 1", Reason.COUNT_TOO_LONG, "43(1)",
     lambda: _at_dawn(papered_table())),
    ("for a signed protocol art 43 8", Reason.ALREADY_SIGNED, "43(8)", signed_table),
)  # fmt: skip

REFUSALS = [
    No("papers of an unknown ballot are not counted", Reason.BALLOT_UNKNOWN, OLGA, PAPERS,
       ("white", 1), day=opened_table),
    No("papers out of the boxes are not fewer than none", Reason.AMOUNT_WRONG, OLGA, PAPERS,
       (BLUE, -1), day=opened_table),
    No("papers out of the boxes are not more than people count", Reason.AMOUNT_TOO_LARGE, OLGA,
       PAPERS, (BLUE, 100_001), day=opened_table),
    *(No(f"papers are not counted {words}", reason, OLGA, PAPERS, (BLUE, 1), {}, article, day)
      for words, reason, article, day in READY),
    *wrong_sheets("a sheet", TYPE, OLGA),
    *(No(f"votes are not counted {words}", reason, OLGA, TYPE, RIGHT, {}, article, day)
      for words, reason, article, day in READY),
    No("votes are not counted before the papers of all boxes are", Reason.STATIONARY_UNCOUNTED,
       OLGA, TYPE, RIGHT, article="43(3-1)", day=opened_table),
    No("votes are counted in the order that was chosen", Reason.OUT_OF_TURN, OLGA, TYPE, RIGHT,
       day=ordered_table),
    No("a confirmed sheet is not replaced without a reason", Reason.REASON_MISSING, OLGA, TYPE,
       RIGHT, TWO, day=counted_table),
    No("a confirmed sheet is not replaced by one alone", Reason.WITNESS_MISSING, OLGA, TYPE,
       (*RIGHT, "описка"), day=counted_table),
    *wrong_sheets("a second sheet", AGAIN, AINUR),
    No("a sheet that nobody typed is not confirmed", Reason.NOT_COUNTED, AINUR, AGAIN, RIGHT,
       article="43(4-1)", day=papered_table),
    No("nobody confirms the own sheet", Reason.ANOTHER_MEMBER, OLGA, AGAIN, RIGHT,
       day=typed_table),
    No("a sheet that differs is not confirmed", Reason.SHEETS_DIFFER, AINUR, AGAIN,
       (BLUE, {**VOTES, "1": 1, "2": 1}, AGAINST, BAD), day=typed_table),
    No("a sheet of a signed protocol is not confirmed anew art 43 8", Reason.ALREADY_SIGNED,
       AINUR, AGAIN, RIGHT, article="43(8)", day=signed_table),
    No("no unknown ballot is disputed", Reason.BALLOT_UNKNOWN, OLGA, DISPUTE, ("white", 4, 2),
       day=papered_table),
    No("fewer than no members vote for nothing", Reason.AMOUNT_WRONG, OLGA, DISPUTE, (BLUE, 4, -1),
       day=papered_table),
    No("no commission has so many members", Reason.AMOUNT_TOO_LARGE, OLGA, DISPUTE,
       (BLUE, 100_001, 0), day=papered_table),
    No("no more vote than members there are art 43 7", Reason.TOO_MANY_VOTES, OLGA, DISPUTE,
       (BLUE, 4, 3), article="43(7)", day=papered_table),
    No("no ballot of a signed protocol is disputed art 43 8", Reason.ALREADY_SIGNED, OLGA, DISPUTE,
       (BLUE, 4, 2), article="43(8)", day=signed_table),
    No("no unknown ballot is recounted", Reason.BALLOT_UNKNOWN, CHAIRMAN, RECOUNT,
       ("white", "Сапаров", "№ 1"), TWO, day=counted_table),
    No("a recount wants a written application art 43 7-1", Reason.REASON_MISSING, CHAIRMAN,
       RECOUNT, (BLUE, "Сапаров", " "), TWO, day=counted_table),
    No("what is not counted is not recounted art 43 7-1", Reason.NOT_COUNTED, CHAIRMAN, RECOUNT,
       (BLUE, "Сапаров", "№ 1"), TWO, "43(7-1)", typed_table),
    No("a kind is recounted once art 43 7-1", Reason.RECOUNTED, CHAIRMAN, RECOUNT,
       (BLUE, "Сапаров", "№ 2"), TWO, "43(7-1)", recounted_table),
    No("nothing is recounted after the twelve hours art 43 7-1", Reason.TOO_LATE, CHAIRMAN,
       RECOUNT, (BLUE, "Сапаров", "№ 1"), TWO, "43(7-1)", late_table),
    No("nothing is recounted for a signed protocol art 43 8", Reason.ALREADY_SIGNED, CHAIRMAN,
       RECOUNT, (BLUE, "Сапаров", "№ 1"), TWO, "43(8)", signed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_sheet_is_nobodys_business_until_another_member_typed_the_same():
    table = typed_table()
    assert not {"4", "6", "7"} & lines_of(table.day, BLUE).keys()
    table.do(AINUR, AGAIN, *RIGHT)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("4", "5.1", "6", "7", "10b", "12")] == [3, 2, 0, 1, 1, 0]
    assert holding_back(table.day, BLUE) == ()


def test_a_sheet_that_differs_names_no_number():
    table = typed_table()
    no = table.refused(AINUR, AGAIN, BLUE, {**VOTES, "1": 0}, 2, BAD)
    assert no.facts == {"ballot": BLUE}


def test_a_sheet_is_typed_again_until_it_is_confirmed():
    table = typed_table()
    table.do(ERLAN, TYPE, BLUE, {**NOTHING, "2": 3}, 0, 0)
    assert kind_of(table, BLUE).sheets_before[-1].votes == VOTES
    table.do(OLGA, AGAIN, BLUE, {**NOTHING, "2": 3}, 0, 0)
    assert lines_of(table.day, BLUE)["5.2"] == 3


def test_a_confirmed_sheet_is_replaced_by_two_and_stays_beside_the_new_one():
    table = counted_table()
    table.do(OLGA, TYPE, BLUE, {**NOTHING, "1": 3}, 0, 0, "действителен", witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.result, kind.sheets_before[-1].invalid) == (None, 1)
    table.do(AINUR, AGAIN, BLUE, {**NOTHING, "1": 3}, 0, 0)
    assert lines_of(table.day, BLUE)["7"] == 0
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_against_all_is_counted():
    table = papered_table()
    table.do(OLGA, TYPE, BLUE, NOTHING, 3, 0)
    table.do(AINUR, AGAIN, BLUE, NOTHING, 3, 0)
    assert lines_of(table.day, BLUE)["6"] == 3


def test_against_all_is_refused_where_the_ballot_has_no_such_line():
    table = papered_table()
    blue, *others = table.day.election.ballots
    ballots = (replace(blue, against_all=None), *others)
    table.day.election = replace(table.day.election, ballots=ballots)
    assert table.refused(OLGA, TYPE, BLUE, NOTHING, 3, 0).reason == Reason.AMOUNT_WRONG
    table.do(OLGA, TYPE, BLUE, {**NOTHING, "1": 3}, 0, 0)


def test_papers_of_an_invalid_box_are_added_to_the_invalid_ones_of_the_piles():
    table = crowded_table()
    table.do(CHAIRMAN, unsealing.declare_box_invalid, *declared(), witness=SECRETARY)
    open_box(table, STATIONARY)
    table.do(OLGA, PAPERS, BLUE, 1)
    table.do(OLGA, TYPE, BLUE, {**NOTHING, "1": 1}, 0, 0)
    table.do(AINUR, AGAIN, BLUE, {**NOTHING, "1": 1}, 0, 0)
    lines = lines_of(table.day, BLUE)
    assert (lines["7"], lines[f"10a.{PORTABLE}"]) == (SIX[BLUE], 6)
    held = {one.control.id: one.verdict.holds for one in verdicts_of(table.day, BLUE)}
    assert (held["C8"], held["C9"], held["C10"]) == (True, False, False)
