"""The list changes in the day: added, corrected, struck, put back."""

import pytest

from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import additions, corrections, issuing, unsealing
from precinct_app.domain.parts.additions import VoterCorrected, VoterPutBack, VoterStruck
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    FIRST,
    OLGA,
    ROLL,
    SECRETARY,
    Table,
    adds_up,
    open_table,
    stocked_table,
)
from tests.domain.decided import CARRIED, decided_table, take_decisions, without_decision
from tests.domain.refusals import No, each, hear

ROW = {
    "surname": "Тұрсынова",
    "first_name": "Айгүл",
    "birth": "1999-06-15",
    "iin": "990615499498",
    "street": "Абай",
    "house": "4",
}
PAPERS = ("өтініш № 1", CARRIED, "eGov № 5")
KNOWN = {"surname": "ПЕТРОВ", "first_name": "Иван", "birth": "2001-01-01"}


def counting() -> Table:
    """Strike voter 2, and open a box: the count has begun."""
    table = struck()
    table.do(CHAIRMAN, lambda _day, _act: unsealing.BoxOpened("1", intact=True, note=""))
    return table


def added() -> Table:
    table = decided_table()
    table.do(SECRETARY, additions.add_voter, ROW, *PAPERS)
    return table


def struck() -> Table:
    """Strike voter 2, who is twice in the list."""
    table = decided_table()
    table.do(SECRETARY, additions.strike_voter, "2", "twice", CARRIED, "№ 6")
    return table


def struck_later() -> Table:
    """Strike voter 2; before that voter 1 was served by the first entry of the voting."""
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    take_decisions(table)
    table.do(SECRETARY, additions.strike_voter, "2", "twice", CARRIED, "№ 6")
    return table


def served() -> Table:
    table = decided_table()
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    return table


def last(table: Table) -> str:
    return str(table.day.entries[-1].id)


STRIKE = ("2", "died", CARRIED, "№ 6")
CORRECT = ("2", {"patronymic": "Ержанқызы"}, CARRIED, "№ 6")
REFUSALS = [
    No("who was struck is issued nothing art 25 3", Reason.VOTER_STRUCK, ERLAN,
       issuing.issue_ballots, ("2", (BLUE,), ERLAN), article="25(3)", day=struck_later),
    No("who was struck declines nothing art 25 3", Reason.VOTER_STRUCK, ERLAN,
       issuing.decline_ballots, ("2", (BLUE,)), article="25(3)", day=struck_later),
    No("who was struck is served no later either art 25 3", Reason.VOTER_STRUCK, ERLAN,
       issuing.defer_ballots, ("2", (BLUE,)), article="25(3)", day=struck_later),
    No("no mark is moved to a struck row art 25 3", Reason.VOTER_STRUCK, ERLAN,
       corrections.move_mark, (FIRST, "2", "wrong_voter"), article="25(3)", day=struck_later),
    No("a voter without a first name is not added", Reason.BAD_ARGUMENT, CHAIRMAN,
       additions.add_voter, ({"surname": "Ким"}, *PAPERS), day=decided_table),
    No("a voter known by name and birth is not added art 25 3", Reason.VOTER_KNOWN, CHAIRMAN,
       additions.add_voter, (KNOWN, *PAPERS), article="25(3)", day=decided_table),
    No("a voter is not added without a written request art 26 2", Reason.PAPER_MISSING, CHAIRMAN,
       additions.add_voter, (ROW, " ", CARRIED, "№ 5"), article="26(2)", day=decided_table),
    *without_decision("no voter is added", CHAIRMAN, additions.add_voter,
                      lambda number: (ROW, "№ 1", number, "№ 5")),
    No("a stranger's row is not corrected", Reason.VOTER_UNKNOWN, CHAIRMAN,
       additions.correct_voter, ("77", *CORRECT[1:]), article="41", day=decided_table),
    No("a row is not corrected by a birth that is no date", Reason.BAD_ARGUMENT, CHAIRMAN,
       additions.correct_voter, ("2", {"birth": "29.02.1988"}, CARRIED, "№ 6"),
       day=decided_table),
    No("a row is not corrected by nothing", Reason.NOTHING_CHOSEN, CHAIRMAN,
       additions.correct_voter, ("2", {"street": " "}, CARRIED, "№ 6"), day=decided_table),
    No("no row is corrected after the count has begun art 24 10", Reason.COUNT_BEGUN, CHAIRMAN,
       additions.correct_voter, ("1", *CORRECT[1:]), article="24(10)", day=counting),
    No("a row is not corrected into another voter's art 25 3", Reason.VOTER_KNOWN, CHAIRMAN,
       additions.correct_voter, ("2", KNOWN, CARRIED, "№ 6"), article="25(3)",
       day=decided_table),
    No("no row is corrected without a paper art 26 2", Reason.PAPER_MISSING, CHAIRMAN,
       additions.correct_voter, (*CORRECT[:3], ""), article="26(2)", day=decided_table),
    *without_decision("no row is corrected", CHAIRMAN, additions.correct_voter,
                      lambda number: (*CORRECT[:2], number, "№ 6")),
    No("no voter is added after the count has begun art 24 10", Reason.COUNT_BEGUN, CHAIRMAN,
       additions.add_voter, (ROW, *PAPERS), article="24(10)", day=counting),
    No("a stranger is not struck", Reason.VOTER_UNKNOWN, CHAIRMAN, additions.strike_voter,
       ("77", *STRIKE[1:]), article="41", day=decided_table),
    No("nobody is struck for an unknown cause", Reason.STRIKE_CAUSE_UNKNOWN, CHAIRMAN,
       additions.strike_voter, ("2", "rude", CARRIED, "№ 6"), day=decided_table),
    No("nobody is struck after the count has begun art 24 10", Reason.COUNT_BEGUN, CHAIRMAN,
       additions.strike_voter, ("3", *STRIKE[1:]), article="24(10)", day=counting),
    No("nobody is struck twice art 25 3", Reason.VOTER_STRUCK, CHAIRMAN, additions.strike_voter,
       STRIKE, article="25(3)", day=struck),
    No("nobody is struck who was served", Reason.VOTER_SERVED, CHAIRMAN,
       additions.strike_voter, STRIKE, article="41(1)", day=served),
    No("nobody is struck without a paper art 26 2", Reason.PAPER_MISSING, CHAIRMAN,
       additions.strike_voter, (*STRIKE[:3], ""), article="26(2)", day=decided_table),
    *without_decision("nobody is struck", CHAIRMAN, additions.strike_voter,
                      lambda number: ("2", "died", number, "№ 6")),
    No("a stranger is not put back", Reason.VOTER_UNKNOWN, CHAIRMAN, additions.put_back_voter,
       ("77", CARRIED, "№ 7"), article="41", day=struck),
    No("who was not struck is not put back", Reason.VOTER_NOT_STRUCK, CHAIRMAN,
       additions.put_back_voter, ("1", CARRIED, "№ 7"), day=struck),
    No("nobody is put back after the count has begun art 24 10", Reason.COUNT_BEGUN, CHAIRMAN,
       additions.put_back_voter, ("2", CARRIED, "№ 7"), article="24(10)", day=counting),
    No("nobody is put back without a paper art 26 2", Reason.PAPER_MISSING, CHAIRMAN,
       additions.put_back_voter, ("2", CARRIED, " "), article="26(2)", day=struck),
    *without_decision("nobody is put back", CHAIRMAN, additions.put_back_voter,
                      lambda number: ("2", number, "№ 7"), day=struck),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def names(table: Table) -> list[str]:
    return [voter.number for voter in table.day.listed()]


def test_an_added_voter_is_named_by_the_entry_and_numbered_in_a_series_of_its_own():
    table = added()
    voter = last(table)
    row = table.day.rows[voter]
    assert (row.id, row.number, row.name) == (voter, "A-1", "Тұрсынова Айгүл")
    assert (row.birth, row.iin, row.address) == ("1999-06-15", "990615499498", "Абай, 4")
    found = table.day.added[voter]
    assert (found.entry, found.paper, found.on_certificate) == (voter, "eGov № 5", False)
    assert found.decision == table.day.decisions[CARRIED].entry
    assert not found.before_opening
    assert (names(table), table.day.listed_count) == ([*"123456", "A-1"], 7)


def test_an_added_voter_is_served_like_every_other_art_41():
    table = added()
    voter = last(table)
    table.do(ERLAN, issuing.issue_ballots, voter, ELECTION.ballot_ids, ERLAN)
    assert table.day.has_received(voter)
    assert adds_up(table.day, BLUE)
    assert table.day.conflicts == []


def test_an_added_voter_takes_the_ballots_of_the_set_that_was_stated():
    table = decided_table()
    table.do(CHAIRMAN, additions.add_voter, ROW, *PAPERS, ballot_set="mazhilis_list")
    assert table.day.entitled(last(table)) == (BLUE,)
    args = (ROW, *PAPERS, "everything")
    no = table.refused(CHAIRMAN, additions.add_voter, *args)
    assert (no.reason, no.facts) == (Reason.BAD_ARGUMENT, {"argument": "ballot_set"})


def test_before_the_opening_the_day_knows_that_it_was_before():
    table = take_decisions(stocked_table())
    table.do(CHAIRMAN, additions.add_voter, ROW, *PAPERS)
    assert table.day.added[last(table)].before_opening
    table.do(CHAIRMAN, additions.strike_voter, *STRIKE)
    assert table.day.struck["2"].before_opening


def test_a_voter_who_was_added_on_paper_without_a_decision_is_a_recorded_breach():
    table = decided_table()
    written = additions.add_voter.recorded("доп. список", "вписали, пока не было связи")
    table.do(CHAIRMAN, written, ROW, "", 0, "", witness=OLGA)
    offences = {offence.reason for offence in table.day.breaches[0].offences}
    assert offences == {"paper_missing", "decision_missing"}
    assert names(table)[-1] == "A-1"


def test_a_slip_in_a_row_is_put_right_and_all_else_stays_art_26_2():
    table = decided_table()
    row = {"surname": " Қадыр\u00a0ова ", "house": "7а"}
    entry = table.do(SECRETARY, additions.correct_voter, "2", row, CARRIED, "№ 6")
    found = table.day.rows["2"]
    assert (found.surname, found.house) == ("Қадыр ова", "7а")
    assert (found.first_name, found.birth, found.number) == ("Әсел", "1988-02-29", "2")
    assert table.day.holding("2").entries == (entry.id,)
    assert names(table) == [*"123456"]


def test_an_added_row_is_corrected_as_well():
    table = added()
    voter = last(table)
    table.do(SECRETARY, additions.correct_voter, voter, {"flat": "12"}, CARRIED, "№ 6")
    assert table.day.rows[voter].address == "Абай, 4, 12"


@pytest.mark.parametrize("cause", ["twice", "died", "other_list"])
def test_a_struck_voter_is_on_the_list_no_more_and_keeps_the_row_art_25_3(cause):
    table = decided_table()
    entry = table.do(SECRETARY, additions.strike_voter, "2", cause, CARRIED, "№ 6")
    found = table.day.struck["2"]
    assert (found.entry, found.cause, found.before_opening) == (entry.id, cause, False)
    assert (names(table), table.day.listed_count) == ([*"13456"], 5)
    assert not table.day.is_listed("2")
    assert table.day.voter("2") == ROLL.voters["2"]


def test_a_struck_voter_receives_no_ballots_and_is_told_why_art_25_3():
    table = struck()
    no = table.refused(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    assert (no.reason, no.article) == (Reason.VOTER_STRUCK, "25(3)")
    assert no.facts == {"entry": last(table)}
    table.do(CHAIRMAN, additions.put_back_voter, "2", CARRIED, "№ 7")
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)


def test_who_was_struck_though_served_is_a_breach_and_a_conflict():
    table = served()
    crossed = additions.strike_voter.recorded("акт № 3", "вычеркнули по ошибке")
    table.do(CHAIRMAN, crossed, *STRIKE, witness=OLGA)
    assert [kind for kind, _ in table.conflicts()] == ["breach", "struck_served"]


def test_a_struck_number_is_not_given_again():
    table = added()
    table.do(CHAIRMAN, additions.strike_voter, last(table), "other_list", CARRIED, "№ 6")
    table.do(CHAIRMAN, additions.add_voter, ROW, *PAPERS)
    assert (names(table)[-1], table.day.listed_count) == ("A-2", 7)


def test_each_change_of_a_row_is_told_in_its_order_to_whoever_keeps_an_index():
    table = added()
    voter = last(table)
    table.do(CHAIRMAN, additions.correct_voter, *CORRECT)
    table.do(CHAIRMAN, additions.strike_voter, *STRIKE)
    table.do(CHAIRMAN, additions.put_back_voter, "2", CARRIED, "№ 7")
    assert table.day.row_changes == [voter, "2", "2", "2"]


@pytest.mark.parametrize(
    "event",
    [
        VoterCorrected("77", {"house": "1"}, "", ""),
        VoterStruck("77", "died", "", ""),
        VoterPutBack("77", "", ""),
    ],
)
def test_a_stranger_whom_another_desk_brings_is_a_conflict_and_no_crash(event):
    table = decided_table()
    entry = table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.day.conflicts == [Conflict(entry.id, "voter_unknown", (("voter", "77"),))]
    assert table.day.listed_count == len([*table.day.listed()]) == 6


@pytest.mark.parametrize("begun", [added, struck, served, counting])
def test_replay_gives_the_same_list(begun):
    table = begun()
    assert replay(ELECTION, ROLL, table.day.entries) == table.day
