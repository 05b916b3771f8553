"""The commission changes: removed, ill, reinstated, elected, replaced."""

import pytest

from precinct_app.domain.accounts import stack
from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import replay
from precinct_app.domain.members import Role, Standing
from precinct_app.domain.parts import (
    access,
    commission,
    corrections,
    decisions,
    handover,
    issuing,
    spoiled,
    stock,
)
from precinct_app.domain.parts.commission import MemberAppointed, MemberReplaced, MemberStood
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    FIRST,
    OLGA,
    ROLL,
    SECRETARY,
    Table,
    open_table,
)
from tests.domain.decided import ALL, CARRIED, TWO, decided_table, without_decision
from tests.domain.refusals import No, each, hear

NEW = "7"
NAME = "Сейітова Мадина Бекқызы"


def lone_leader() -> Table:
    """Leave the chairman alone to lead."""
    table = decided_table()
    for member in (SECRETARY, DEPUTY):
        table.do(CHAIRMAN, commission.excuse_member, member, "ушёл", witness=OLGA)
    return table


def pair() -> Table:
    """Leave the chairman and Olga alone."""
    table = lone_leader()
    for member in (ERLAN, AINUR):
        table.do(CHAIRMAN, commission.excuse_member, member, "ушёл", witness=OLGA)
    return table


def ill(member: str = ERLAN) -> Table:
    table = decided_table()
    table.do(SECRETARY, commission.excuse_member, member, "заболел", witness=OLGA)
    return table


def removed() -> Table:
    table = decided_table()
    table.do(CHAIRMAN, commission.remove_member, ERLAN, CARRIED, "агитировал", witness=OLGA)
    return table


def replaced() -> Table:
    table = decided_table()
    table.do(CHAIRMAN, commission.replace_member, ERLAN, NEW, NAME, "№ 8", witness=OLGA)
    return table


def acting() -> Table:
    """Let the deputy act for a chairman who is ill."""
    table = ill(CHAIRMAN)
    table.do(SECRETARY, commission.appoint_member, DEPUTY, "chairman", CARRIED, witness=OLGA)
    return table


def charged(member: str) -> tuple[str, str, str]:
    """Charge the first issue of the day to a member."""
    return (FIRST, member, "wrong_member")


def served_without_erlan() -> Table:
    """Serve voter 1 from Olga's stack; then Erlan is ill."""
    table = open_table()
    table.do(OLGA, issuing.issue_ballots, "1", (BLUE,), OLGA)
    table.do(SECRETARY, commission.excuse_member, ERLAN, "заболел", witness=OLGA)
    return table


def recovered() -> Table:
    """Open the file with the recovery sheet while Erlan is ill."""
    table = ill()
    table.do("", lambda _day, _act: access.RecoveryUsed())
    return table


# What a member who does not serve is kept from in the other parts of the day (art. 39(2)).
KEPT_FROM = [
    No("who is ill is handed nothing", Reason.NOT_SERVING, CHAIRMAN, stock.hand_out_ballots,
       (ERLAN, {BLUE: 1}), article="39(2)", day=ill),
    No("who is ill takes nothing over", Reason.NOT_SERVING, OLGA, handover.hand_over_ballots,
       (OLGA, ERLAN, {BLUE: 1}), article="39(2)", day=ill),
    No("who is ill does not issue", Reason.NOT_SERVING, OLGA, issuing.issue_ballots,
       ("1", (BLUE,), ERLAN), article="39(2)", day=ill),
    No("who is ill does not exchange", Reason.NOT_SERVING, OLGA, spoiled.exchange_ballot,
       ("1", BLUE, ERLAN, "defect"), article="39(2)", day=served_without_erlan),
    No("who is ill is charged nothing", Reason.NOT_SERVING, OLGA, corrections.charge_to_another,
       charged(ERLAN), article="39(2)", day=served_without_erlan),
    No("who is ill does not stand by a renewed pin", Reason.NOT_SERVING, CHAIRMAN,
       access.renew_pin, ("a$b", ""), {"witness": ERLAN}, "39(2)", recovered),
]  # fmt: skip
REFUSALS = [
    *KEPT_FROM,
    No("a stranger is not removed", Reason.MEMBER_UNKNOWN, CHAIRMAN, commission.remove_member,
       ("77", CARRIED, "агитировал"), TWO, day=decided_table),
    No("nobody is removed without a reason", Reason.REASON_MISSING, CHAIRMAN,
       commission.remove_member, (ERLAN, CARRIED, " "), TWO, day=decided_table),
    No("the last who leads is not removed", Reason.LEADER_NEEDED, CHAIRMAN,
       commission.remove_member, (CHAIRMAN, CARRIED, "агитировал"), TWO, "10(3)", lone_leader),
    *without_decision("nobody is removed", CHAIRMAN, commission.remove_member,
                      lambda number: (ERLAN, number, "агитировал"), TWO),
    No("a stranger is not excused", Reason.MEMBER_UNKNOWN, CHAIRMAN, commission.excuse_member,
       ("77", "болен"), TWO),
    No("nobody is excused without a reason", Reason.REASON_MISSING, CHAIRMAN,
       commission.excuse_member, (ERLAN, ""), TWO),
    No("who is ill is not excused again", Reason.NOT_SERVING, CHAIRMAN, commission.excuse_member,
       (ERLAN, "болен"), TWO, "39(2)", ill),
    No("the last who leads is not excused", Reason.LEADER_NEEDED, CHAIRMAN,
       commission.excuse_member, (CHAIRMAN, "болен"), TWO, "10(3)", lone_leader),
    No("one of the last two is not excused", Reason.SECOND_NEEDED, CHAIRMAN,
       commission.excuse_member, (OLGA, "болен"), TWO, "10(3)", pair),
    No("one of the last two is not removed", Reason.SECOND_NEEDED, CHAIRMAN,
       commission.remove_member, (OLGA, CARRIED, "агитировала"), TWO, "10(3)", pair),
    No("a stranger is not reinstated", Reason.MEMBER_UNKNOWN, CHAIRMAN,
       commission.reinstate_member, ("77", "вернулся"), TWO),
    No("nobody is reinstated without a reason", Reason.REASON_MISSING, CHAIRMAN,
       commission.reinstate_member, (ERLAN, ""), TWO, day=ill),
    No("who was replaced is not reinstated", Reason.NOT_SERVING, CHAIRMAN,
       commission.reinstate_member, (ERLAN, "вернулся"), TWO, "39(2)", replaced),
    No("a chairman does not come back beside another", Reason.ALREADY_NAMED, SECRETARY,
       commission.reinstate_member, (CHAIRMAN, "вернулась"), TWO, "10(3)", acting),
    *without_decision("who was removed is not reinstated", CHAIRMAN, commission.reinstate_member,
                      lambda number: (ERLAN, "суд", number), TWO, removed),
    No("a stranger is not elected", Reason.MEMBER_UNKNOWN, CHAIRMAN, commission.appoint_member,
       ("77", "secretary", CARRIED), TWO, day=decided_table),
    No("an unknown office is given to nobody", Reason.ROLE_UNKNOWN, CHAIRMAN,
       commission.appoint_member, (ERLAN, "treasurer", CARRIED), TWO, day=decided_table),
    No("an advisory vote is not elected art 20 6", Reason.ROLE_WRONG, CHAIRMAN,
       commission.appoint_member, (ADVISER, "secretary", CARRIED), TWO, "20(6)", decided_table),
    No("who is ill is not elected", Reason.NOT_SERVING, CHAIRMAN, commission.appoint_member,
       (ERLAN, "secretary", CARRIED), TWO, "39(2)", ill),
    No("there are no two secretaries art 10 3", Reason.ALREADY_NAMED, CHAIRMAN,
       commission.appoint_member, (ERLAN, "secretary", CARRIED), TWO, "10(3)", decided_table),
    No("the last who leads stays in office", Reason.LEADER_NEEDED, CHAIRMAN,
       commission.appoint_member, (CHAIRMAN, "member", CARRIED), TWO, "10(3)", lone_leader),
    *without_decision("nobody is elected", CHAIRMAN, commission.appoint_member,
                      lambda number: (ERLAN, "member", number), TWO),
    No("a stranger is not replaced", Reason.MEMBER_UNKNOWN, CHAIRMAN, commission.replace_member,
       ("77", NEW, NAME, "№ 8"), TWO),
    No("nobody is replaced by a nameless one", Reason.BAD_ARGUMENT, CHAIRMAN,
       commission.replace_member, (ERLAN, NEW, " ", "№ 8"), TWO),
    No("nobody is replaced by a colleague", Reason.MEMBER_KNOWN, CHAIRMAN,
       commission.replace_member, (ERLAN, OLGA, NAME, "№ 8"), TWO),
    No("nobody is replaced without a paper", Reason.PAPER_MISSING, CHAIRMAN,
       commission.replace_member, (ERLAN, NEW, NAME, ""), TWO, "10(3)"),
    No("the last who leads is not replaced", Reason.LEADER_NEEDED, CHAIRMAN,
       commission.replace_member, (CHAIRMAN, NEW, NAME, "№ 8"), TWO, "10(3)", lone_leader),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_number_with_a_gap_names_no_new_member():
    args = (ERLAN, "7 8", NAME, "№ 8")
    no = open_table().refused(CHAIRMAN, commission.replace_member, *args, **TWO)
    assert (no.reason, no.facts) == (Reason.BAD_ARGUMENT, {"argument": "successor"})


@pytest.mark.parametrize("begun", [removed, ill, replaced])
def test_who_does_not_serve_leaves_duty_and_can_do_nothing_art_39_2(begun):
    table = begun()
    assert ERLAN not in table.day.duty(1)
    for rule, args in ((access.sign_in, ()), (issuing.add_note, ("1", "видел"))):
        no = table.refused(ERLAN, rule, *args)
        assert (no.reason, no.article) == (Reason.NOT_SERVING, "39(2)")


@pytest.mark.parametrize("begun", [removed, ill, replaced])
def test_who_does_not_serve_is_no_second_person_and_no_issuer_art_39_2(begun):
    table = begun()
    args = ("1", (BLUE,), ERLAN)
    for no in (
        table.refused(OLGA, issuing.add_note, "1", "видел", witness=ERLAN),
        table.refused(CHAIRMAN, issuing.issue_ballots, *args),
        table.refused(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 1}),
    ):
        assert (no.reason, no.article) == (Reason.NOT_SERVING, "39(2)")


def test_what_a_removed_member_still_issued_is_recorded_as_it_happened():
    table = removed()
    late = issuing.issue_ballots.recorded("акт № 1", "выдал уже после отстранения")
    table.do(OLGA, late, "1", (BLUE,), ERLAN, witness=SECRETARY)
    assert "not_serving" in {offence.reason for offence in table.day.breaches[0].offences}
    assert table.left(BLUE, stack(ERLAN)) == 9


def test_the_stack_of_a_removed_member_is_owed_until_it_is_handed_over():
    table = removed()
    assert table.day.owes_stack(ERLAN)
    amounts = dict.fromkeys(ELECTION.ballot_ids, 10)
    table.do(CHAIRMAN, stock.put_in_safe, ERLAN, amounts, witness=OLGA)
    assert not table.day.owes_stack(ERLAN)


def test_who_becomes_secretary_owes_the_stack_and_issues_no_more_art_41_5():
    table = decided_table()
    table.do(CHAIRMAN, commission.remove_member, SECRETARY, CARRIED, "пьян", witness=OLGA)
    table.do(CHAIRMAN, commission.appoint_member, OLGA, "secretary", CARRIED, witness=ERLAN)
    assert (table.day.members[OLGA].role, table.day.owes_stack(OLGA)) == (Role.SECRETARY, True)
    no = table.refused(OLGA, issuing.issue_ballots, "1", (BLUE,), OLGA)
    assert (no.reason, no.article) == (Reason.NEVER_ISSUES, "41(5)")
    amounts = dict.fromkeys(ELECTION.ballot_ids, 10)
    way = table.do(OLGA, handover.hand_over_ballots, OLGA, AINUR, amounts)
    table.do(AINUR, handover.take_ballots, way.id)
    assert not table.day.owes_stack(OLGA)
    assert not table.day.owes_stack(AINUR)


def test_the_deputy_acts_as_chairman_until_the_chairman_is_back():
    table = acting()
    assert [one.id for one in table.day.bearers(Role.CHAIRMAN)] == [DEPUTY]
    table.do(DEPUTY, decisions.decide, "о буфете", (DEPUTY, ERLAN), 2, provisional=True)
    table.do(DEPUTY, commission.appoint_member, DEPUTY, "deputy", CARRIED, witness=OLGA)
    table.do(SECRETARY, commission.reinstate_member, CHAIRMAN, "выписана", witness=OLGA)
    assert [one.id for one in table.day.bearers(Role.CHAIRMAN)] == [CHAIRMAN]
    table.do(CHAIRMAN, access.sign_in)


def test_who_was_ill_comes_back_without_a_decision_and_who_was_removed_by_one():
    table = ill()
    table.do(CHAIRMAN, commission.reinstate_member, ERLAN, "полегчало", witness=OLGA)
    assert table.day.members[ERLAN].standing is Standing.SERVING
    again = removed()
    again.do(CHAIRMAN, commission.reinstate_member, ERLAN, "суд", CARRIED, witness=OLGA)
    again.do(ERLAN, access.sign_in)
    assert again.day.duty(1)[-1] == ERLAN


def test_a_successor_takes_the_vote_of_the_one_he_replaces():
    table = replaced()
    table.do(CHAIRMAN, access.set_pin, NEW, "70$ff", "")
    table.do(NEW, access.sign_in)
    present = (*(member for member in ALL if member != ERLAN), NEW)
    table.do(CHAIRMAN, decisions.decide, "о буфете", present, 6)
    assert table.day.members[NEW].name == NAME
    no = table.refused(CHAIRMAN, decisions.decide, "о буфете", (*present, ERLAN), 6)
    assert no.reason == Reason.NOT_SERVING


def test_every_change_of_the_commission_wants_two_persons():
    table = decided_table()
    no = table.refused(CHAIRMAN, commission.remove_member, ERLAN, CARRIED, "агитировал")
    assert no.reason == Reason.WITNESS_MISSING


@pytest.mark.parametrize(
    ("event", "kind", "facts"),
    [
        (MemberStood("77", "removed", "", ""), "member_unknown", (("member", "77"),)),
        (MemberAppointed("77", "secretary", ""), "member_unknown", (("member", "77"),)),
        (MemberReplaced(ERLAN, OLGA, NAME, ""), "member_twice", (("member", OLGA),)),
    ],
)
def test_what_another_desk_brings_against_the_rules_is_a_conflict(event, kind, facts):
    table = open_table()
    entry = table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.day.conflicts == [Conflict(entry.id, kind, facts)]
    assert table.day.members[OLGA].name != NAME


@pytest.mark.parametrize("begun", [removed, ill, replaced, acting])
def test_replay_gives_the_same_commission(begun):
    table = begun()
    assert replay(ELECTION, ROLL, table.day.entries) == table.day
