"""Decisions: quorum, majority of all members, and what follows from them."""

import pytest

from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import commission, decisions
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    OLGA,
    ROLL,
    SECRETARY,
    Table,
    named_table,
    open_table,
)
from tests.domain.decided import ALL, ANNULLED, CARRIED, FAILED, TWO, decided_table
from tests.domain.refusals import No, each, hear

FOUR = ALL[:4]


def with_olga_ill() -> Table:
    table = open_table()
    table.do(CHAIRMAN, commission.excuse_member, OLGA, "заболела", witness=SECRETARY)
    return table


REFUSALS = [
    No("a decision on nothing is refused", Reason.REASON_MISSING, CHAIRMAN, decisions.decide,
       (" ", ALL, 6)),
    No("a decision by a stranger is refused", Reason.MEMBER_UNKNOWN, CHAIRMAN, decisions.decide,
       ("о буфете", (*FOUR, "77"), 4)),
    No("nobody is present twice at a decision", Reason.BAD_ARGUMENT, CHAIRMAN, decisions.decide,
       ("о буфете", (*FOUR, CHAIRMAN), 4)),
    No("a member who is ill does not decide", Reason.NOT_SERVING, CHAIRMAN, decisions.decide,
       ("о буфете", ALL, 4), article="39(2)", day=with_olga_ill),
    No("there are no more votes than members art 20 4", Reason.VOTES_WRONG, CHAIRMAN,
       decisions.decide, ("о буфете", FOUR, 4, 1), article="20(4)"),
    No("nobody votes less than once", Reason.VOTES_WRONG, CHAIRMAN, decisions.decide,
       ("о буфете", FOUR, -1), article="20(4)"),
    No("without a quorum nothing is decided art 20 4", Reason.NO_QUORUM, CHAIRMAN,
       decisions.decide, ("о буфете", ALL[:3], 3), article="20(4)"),
    No("only the chairman decides alone", Reason.NOT_PRESENT, SECRETARY, decisions.decide,
       ("о буфете", ALL[:3], 3), {"provisional": True}),
    No("an unknown decision is not annulled", Reason.DECISION_UNKNOWN, CHAIRMAN,
       decisions.annul_decision, (9, "ошибка"), TWO, day=decided_table),
    No("a decision is not annulled twice", Reason.DECISION_ANNULLED, CHAIRMAN,
       decisions.annul_decision, (ANNULLED, "ошибка"), TWO, day=decided_table),
    No("a decision is not annulled without a reason", Reason.REASON_MISSING, CHAIRMAN,
       decisions.annul_decision, (CARRIED, ""), TWO, day=decided_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_decision_has_a_number_question_article_votes_and_dissent_art_20_4():
    table = open_table()
    entry = table.do(
        SECRETARY, decisions.decide, "  исключить\u00a0№ 5 ", FOUR, 4, 0, "26(2)",
        "Ким Л. А. против", "протокол № 2",
    )  # fmt: skip
    found = table.day.decisions[1]
    assert (found.number, found.entry, found.question) == (1, entry.id, "исключить № 5")
    assert (found.article, found.present, found.paper) == ("26(2)", FOUR, "протокол № 2")
    assert (found.votes_for, found.against, found.dissent) == (4, 0, "Ким Л. А. против")
    assert (found.carried, found.provisional, found.annulled) == (True, False, "")


@pytest.mark.parametrize(("votes_for", "carried"), [(3, False), (4, True)])
def test_a_decision_needs_more_than_half_of_all_members_art_20_4(votes_for, carried):
    table = open_table()
    table.do(CHAIRMAN, decisions.decide, "о буфете", FOUR, votes_for)
    assert table.day.decisions[1].carried is carried


def test_a_quorum_is_two_thirds_of_all_members_art_20_4():
    table = open_table()
    assert table.refused(CHAIRMAN, decisions.decide, "о буфете", ALL[:3], 3).facts == {
        "present": 3, "needed": 4,
    }  # fmt: skip
    table.do(CHAIRMAN, decisions.decide, "о буфете", FOUR, 4)
    assert table.day.decisions[1].carried


def test_an_advisory_vote_is_heard_and_not_counted_art_20_6():
    table = open_table()
    no = table.refused(CHAIRMAN, decisions.decide, "о буфете", (*ALL[:3], ADVISER), 3)
    assert (no.reason, no.facts["present"]) == (Reason.NO_QUORUM, 3)
    table.do(CHAIRMAN, decisions.decide, "о буфете", (*ALL, ADVISER), 6)
    assert ADVISER in table.day.decisions[1].present
    assert table.refused(
        CHAIRMAN, decisions.decide, "о буфете", (*ALL, ADVISER), 7
    ).reason == Reason.VOTES_WRONG  # fmt: skip


def test_who_is_away_or_removed_still_counts_among_all_members_art_20_4():
    table = with_olga_ill()
    present = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, AINUR)
    table.do(CHAIRMAN, decisions.decide, "о буфете", present, 3, 2)
    assert not table.day.decisions[1].carried


def test_where_there_is_no_quorum_the_chairman_decides_provisionally():
    table = open_table()
    table.do(CHAIRMAN, decisions.decide, "о буфете", (CHAIRMAN, ERLAN), 2, provisional=True)
    found = table.day.decisions[1]
    assert (found.provisional, found.carried) == (True, True)


def test_the_chairman_stands_by_where_the_secretary_types_his_decision():
    table = open_table()
    args = ("о буфете", (CHAIRMAN, SECRETARY), 2)
    table.do(SECRETARY, decisions.decide, *args, provisional=True, witness=CHAIRMAN)
    assert table.day.decisions[1].provisional


def test_with_a_quorum_there_is_nothing_provisional():
    table = open_table()
    table.do(CHAIRMAN, decisions.decide, "о буфете", FOUR, 2, 2, provisional=True)
    found = table.day.decisions[1]
    assert (found.provisional, found.carried) == (False, False)


def test_a_decision_without_a_quorum_that_was_taken_is_a_recorded_breach():
    table = open_table()
    taken = decisions.decide.recorded("протокол № 3", "решили втроём")
    table.do(CHAIRMAN, taken, "о буфете", ALL[:3], 3, witness=OLGA)
    assert [offence.reason for offence in table.day.breaches[0].offences] == ["no_quorum"]
    assert not table.day.decisions[1].carried


def test_an_annulled_decision_stays_with_the_entry_that_annulled_it():
    table = decided_table()
    assert table.day.decisions[ANNULLED].annulled == table.day.entries[-1].id
    assert [found.carried for found in table.day.decisions.values()] == [True, False, True]
    assert table.day.decisions[FAILED].annulled == ""


def test_a_grave_step_wants_two_persons():
    table = decided_table()
    no = table.refused(CHAIRMAN, decisions.annul_decision, CARRIED, "ошибка")
    assert no.reason == Reason.WITNESS_MISSING


def test_members_and_the_day_before_decide_too():
    table = named_table()
    assert table.refused(ERLAN, decisions.decide, "о буфете", ALL, 6).reason == Reason.ROLE_WRONG
    table.do(DEPUTY, decisions.decide, "о буфете", ALL, 6)
    assert table.day.decisions[1].carried


def test_an_annulment_of_nothing_is_a_conflict_and_no_crash():
    table = open_table()
    entry = table.do(CHAIRMAN, lambda _day, _act: decisions.DecisionAnnulled("2-9", "ошибка"))
    facts = (("corrects", "2-9"),)
    assert table.day.conflicts == [Conflict(entry.id, "corrects_nothing", facts)]


def test_replay_gives_the_same_decisions():
    table = decided_table()
    assert replay(ELECTION, ROLL, table.day.entries) == table.day
    assert list(table.day.decisions) == [1, 2, 3]
    assert AINUR in table.day.decisions[1].present
