"""The figures before the boxes: read aloud, frozen, reopened by two."""

from precinct_app.domain.accounts import MISSING, RECEIVED, Move
from precinct_app.domain.checkpoint import checkpoint_digest
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import announcing, closing, corrections, spoiled, stock
from precinct_app.errors import Reason
from tests.domain.days import AINUR, BLUE, CHAIRMAN, ERLAN, GREEN, OLGA, SECRETARY
from tests.domain.evening import (
    announced_table,
    cancel,
    cancelled_table,
    ended_table,
    kind_of,
    last_event,
    listed_table,
    signed_table,
)
from tests.domain.parts.test_unused import gone_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
READ, REOPEN = announcing.announce_figures, announcing.reopen_figures


def differing_table():
    """Count one signature too few, and cancel the blue ones."""
    table = ended_table()
    table.do(SECRETARY, closing.count_signatures, 0, 0, 2)
    cancel(table, BLUE)
    return table


REFUSALS = [
    No("figures of an unknown ballot are not read", Reason.BALLOT_UNKNOWN, CHAIRMAN, READ,
       ("white",), TWO, day=cancelled_table),
    No("figures are read aloud once art 43 3-1", Reason.FIGURES_ANNOUNCED, CHAIRMAN, READ, (BLUE,),
       TWO, "43(3-1)", announced_table),
    No("figures wait for the lists art 43 3-1", Reason.SIGNATURES_UNCOUNTED, CHAIRMAN, READ,
       (BLUE,), TWO, "43(3-1)", gone_table),
    No("figures wait until lists and journal agree art 43 3-1", Reason.LISTS_DIFFER, CHAIRMAN,
       READ, (BLUE,), TWO, "43(3-1)", differing_table),
    No("figures wait for the cancelling art 43 4", Reason.NOT_CANCELLED, CHAIRMAN, READ, (BLUE,),
       TWO, "43(4)", listed_table),
    No("figures of an unknown ballot are not reopened", Reason.BALLOT_UNKNOWN, CHAIRMAN, REOPEN,
       ("white", "ошибка"), TWO, day=announced_table),
    No("figures are not reopened without a reason", Reason.REASON_MISSING, CHAIRMAN, REOPEN,
       (BLUE, " "), TWO, day=announced_table),
    No("figures that were not read are not reopened", Reason.NOT_ANNOUNCED, CHAIRMAN, REOPEN,
       (BLUE, "ошибка"), TWO, "43(3-1)", cancelled_table),
    No("figures of a signed protocol are not reopened art 43 8", Reason.ALREADY_SIGNED, CHAIRMAN,
       REOPEN, (BLUE, "ошибка"), TWO, "43(8)", signed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_lines_one_two_three_eight_and_nine_are_frozen_with_all_desks_art_43_3_1():
    table = cancelled_table()
    before = checkpoint_digest(table.day.desks)
    table.do(CHAIRMAN, READ, BLUE, witness=SECRETARY)
    figures = kind_of(table, BLUE).figures
    assert {name.partition(".")[0] for name in figures.lines} == {"1", "2", "3", "8", "9"}
    assert [figures.lines[name] for name in ("1", "2", "3.4", "3.6", "8", "9")] == [
        6, 3, 2, 2, 40, 37
    ]  # fmt: skip
    assert figures.checkpoint == before
    assert kind_of(table, GREEN).figures is None


def test_figures_are_read_before_two_persons_by_who_leads():
    table = cancelled_table()
    assert table.refused(CHAIRMAN, READ, BLUE).reason == Reason.WITNESS_MISSING
    assert table.refused(ERLAN, READ, BLUE, witness=OLGA).reason == Reason.ROLE_WRONG


def test_what_would_change_the_figures_is_held_once_they_are_read():
    table = announced_table()
    issue = table.day.issue_of("6", BLUE)
    asked = (
        (AINUR, corrections.take_back, (issue, "wrong_voter", (GREEN,))),
        (AINUR, corrections.move_mark, (issue, "3", "namesake")),
        (AINUR, corrections.charge_to_another, (issue, OLGA, "wrong_member")),
    )
    for by, rule, args in asked:
        no = table.refused(by, rule, *args, witness=CHAIRMAN)
        assert (no.reason, no.article) == (Reason.FIGURES_ANNOUNCED, "43(3-1)"), rule.name
    late = spoiled.return_ballot.recorded("акт", "вернул в восемь")
    table.do(AINUR, late, "6", BLUE, witness=CHAIRMAN)
    reasons = {offence.reason for offence in table.day.breaches[-1].offences}
    assert Reason.FIGURES_ANNOUNCED in reasons


def test_a_receipt_is_not_stated_anew_once_the_figures_are_read():
    table = announced_table()
    late = stock.receive_ballots.recorded("акт", "нашли пачку")
    table.do(CHAIRMAN, late, BLUE, 5, 5, "№ 9", witness=SECRETARY)
    reasons = {offence.reason for offence in table.day.breaches[-1].offences}
    assert Reason.FIGURES_ANNOUNCED in reasons


def test_reopened_figures_stand_beside_the_new_ones_practice_4_4():
    table = announced_table()
    old = kind_of(table, BLUE).figures.lines
    table.do(CHAIRMAN, REOPEN, BLUE, "нашли недостачу пачки", witness=SECRETARY)
    assert last_event(table).lines == old
    short = stock.BallotsReceived(BLUE, 5, 0, "№ 9", (Move(BLUE, RECEIVED, MISSING, 5),))
    table.do(CHAIRMAN, lambda _day, _act: short)
    table.do(CHAIRMAN, READ, BLUE, witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.reopened[0].lines["8"], kind.figures.lines["8"]) == (40, 45)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_what_a_correction_brings_back_is_cancelled_before_the_figures_are_read_anew():
    table = announced_table()
    issue = table.day.issue_of("6", GREEN)
    table.do(CHAIRMAN, REOPEN, GREEN, "не выдан", witness=SECRETARY)
    table.do(AINUR, corrections.take_back, issue, "не выдан", (GREEN,), witness=CHAIRMAN)
    assert table.refused(CHAIRMAN, READ, GREEN, **TWO).reason == Reason.NOT_CANCELLED
    cancel(table, GREEN)
    table.do(CHAIRMAN, READ, GREEN, witness=SECRETARY)
    kind = kind_of(table, GREEN)
    assert (kind.figures.lines["2"], kind.figures.lines["9"]) == (1, 39)
    assert kind.unused_papers == 39


def test_figures_read_at_two_desks_are_told():
    table = announced_table()
    again = announcing.FiguresAnnounced(BLUE, {"1": 6}, "ab" * 32)
    table.do(CHAIRMAN, lambda _day, _act: again)
    twice = announcing.FiguresReopened(BLUE, {"1": 6}, "ошибка")
    table.do(CHAIRMAN, lambda _day, _act: twice)
    table.do(CHAIRMAN, lambda _day, _act: twice)
    assert [kind for kind, _ in table.conflicts()] == ["announced_twice", "reopens_nothing"]
