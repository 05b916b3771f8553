"""The lists after the end: signatures counted, each difference settled."""

from precinct_app.domain.figures.lines import day_lines
from precinct_app.domain.figures.signatures import (
    differing_members,
    differing_pages,
    open_difference,
)
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import announcing, closing, issuing
from precinct_app.errors import Reason
from tests.domain.days import AINUR, BLUE, CHAIRMAN, ERLAN, OLGA, SECRETARY, open_table
from tests.domain.evening import announced_table, ended_table, listed_table, state_of
from tests.domain.refusals import No, each, hear

TWO = {"witness": OLGA}
COUNT, SETTLE = closing.count_signatures, closing.settle_difference


REFUSALS = [
    No("signatures are not counted below zero", Reason.AMOUNT_WRONG, SECRETARY, COUNT, (-1, 0, 0),
       day=ended_table),
    No("no list holds so many signatures", Reason.AMOUNT_TOO_LARGE, SECRETARY, COUNT,
       (1, 0, 100_001), day=ended_table),
    No("a stranger stands beside no signature", Reason.MEMBER_UNKNOWN, SECRETARY, COUNT,
       (1, 0, 2), {"members": {"77": 1}}, day=ended_table),
    No("signatures are not counted anew once the figures were read art 43 3-1",
       Reason.FIGURES_ANNOUNCED, SECRETARY, COUNT, (2, 0, 2), article="43(3-1)",
       day=announced_table),
    No("no difference is settled in the row of a stranger", Reason.VOTER_UNKNOWN, SECRETARY,
       SETTLE, ("77", "marked_never_given"), TWO, "41", listed_table),
    No("a difference ends in one of four ways", Reason.ENDING_UNKNOWN, SECRETARY, SETTLE,
       ("1", "forgotten"), TWO, day=listed_table),
    No("ballots given without a signature want an act", Reason.REASON_MISSING, SECRETARY, SETTLE,
       ("1", "given_without_signature", " "), TWO, day=listed_table),
    No("a voter who is still marked was given ballots by the journal", Reason.NOT_MENDED,
       SECRETARY, SETTLE, ("1", "marked_never_given"), TWO, day=listed_table),
    No("a voter who signed is marked before the difference is settled", Reason.NOT_MENDED,
       SECRETARY, SETTLE, ("3", "signed_not_marked"), TWO, day=listed_table),
    No("no difference is settled before the lists are counted art 43 3-1",
       Reason.SIGNATURES_UNCOUNTED, SECRETARY, SETTLE, ("1", "signed_not_marked"), TWO, "43(3-1)",
       ended_table),
    No("no difference is settled once the figures were read art 43 3-1",
       Reason.FIGURES_ANNOUNCED, SECRETARY, SETTLE, ("1", "signed_not_marked"), TWO, "43(3-1)",
       announced_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_the_lists_are_counted_after_the_end_and_not_before_art_43_3_1():
    early = open_table().refused(SECRETARY, COUNT, 1, 0, 2)
    assert (early.reason, early.article) == (Reason.PHASE_WRONG, "43(3-1)")
    table = listed_table()
    lines = day_lines(table.day)
    assert [lines[name] for name in ("d1", "d2", "d3", "d4")] == [3, 1, 0, 2]
    assert open_difference(table.day) == 0


def test_signatures_may_be_counted_again_and_what_was_settled_stays():
    table = ended_table()
    table.do(SECRETARY, COUNT, 0, 0, 2)
    table.do(SECRETARY, SETTLE, "6", "given_without_signature", "акт № 2", witness=OLGA)
    table.do(SECRETARY, COUNT, 1, 0, 1)
    assert [found.voter for found in state_of(table).signatures.differences] == ["6"]
    assert state_of(table).signatures.total == 2
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_a_difference_holds_the_figures_until_it_is_settled_art_43_3_1():
    table = ended_table()
    table.do(SECRETARY, COUNT, 0, 0, 2)
    assert open_difference(table.day) == 1
    no = table.refused(CHAIRMAN, announcing.announce_figures, BLUE, witness=SECRETARY)
    assert (no.reason, no.facts) == (Reason.LISTS_DIFFER, {"difference": 1})
    table.do(SECRETARY, SETTLE, "6", "given_without_signature", "акт № 2", witness=OLGA)
    assert open_difference(table.day) == 0
    no = table.refused(CHAIRMAN, announcing.announce_figures, BLUE, witness=SECRETARY)
    assert no.reason == Reason.NOT_CANCELLED


def test_a_voter_who_signed_is_marked_from_the_paper_and_then_settled():
    table = ended_table()
    table.do(SECRETARY, COUNT, 2, 0, 2)
    assert open_difference(table.day) == -1
    late = issuing.issue_ballots.recorded("список, с. 1", "не отмечен")
    table.do(AINUR, late, "3", (BLUE,), AINUR, witness=OLGA)
    table.do(SECRETARY, SETTLE, "3", "signed_not_marked", witness=OLGA)
    assert open_difference(table.day) == 0


def test_a_row_that_is_settled_twice_ends_as_it_was_settled_last():
    table = listed_table()
    table.do(SECRETARY, SETTLE, "6", "given_without_signature", "акт № 2", witness=OLGA)
    table.do(SECRETARY, SETTLE, "6", "marked_in_wrong_row", witness=OLGA)
    (found,) = state_of(table).signatures.differences
    assert (found.voter, found.ending) == ("6", "marked_in_wrong_row")
    assert open_difference(table.day) == 0


def test_pages_and_members_that_differ_are_shown_with_both_numbers():
    table = ended_table()
    table.do(SECRETARY, COUNT, 1, 0, 2, {"7": 1, "8": 0}, {AINUR: 1, ERLAN: 1})
    assert differing_pages(table.day) == {"7": (1, 0)}
    assert differing_members(table.day) == {ERLAN: (1, 0)}
    assert differing_pages(ended_table().day) == {}


def test_a_page_is_named_with_its_book_where_the_list_has_books():
    table = ended_table()
    for voter in ("3", "6"):
        table.day.rows[voter] = table.day.roll.voters[voter]._replace(book="2", page="14")
    table.do(SECRETARY, COUNT, 1, 0, 2, {"2/14": 2, "2/15": 0})
    assert differing_pages(table.day) == {"2/14": (2, 1)}


def test_a_difference_that_another_desk_settled_before_the_count_is_told():
    table = ended_table()
    event = closing.DifferenceSettled("6", "given_without_signature", "акт", "")
    table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.conflicts() == [("lists_uncounted", {"voter": "6"})]
    assert state_of(table).signatures is None
