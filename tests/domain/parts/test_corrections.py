"""Three corrections, never mixed: take back, move the mark, charge to another member."""

import pytest

from precinct_app.domain.accounts import DAMAGED, EXCHANGED, RETURNED, VOTERS, stack
from precinct_app.domain.parts import corrections, issuing, opening, spoiled, stock
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    EVENING,
    FIRST,
    GREEN,
    GREY,
    OLGA,
    SECRETARY,
    adds_up,
    served_table,
)
from tests.domain.refusals import No, each, hear

TAKE, MOVE, CHARGE = corrections.take_back, corrections.move_mark, corrections.charge_to_another
ALL = ELECTION.ballot_ids
SECOND = f"1-{int(FIRST[2:]) + 1}"
KEY = "wrong_key"


def taken_back():
    table = served_table()
    table.do(ERLAN, TAKE, FIRST, KEY)
    return table


def returned():
    """Let voter 1 return the blue ballot; the entry is SECOND."""
    table = served_table()
    table.do(ERLAN, spoiled.return_ballot, "1", BLUE)
    return table


def exchanged():
    """Let voter 1 exchange the blue ballot at Olga's; the entry is SECOND."""
    table = served_table()
    table.do(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.VOTER)
    return table


def both_served():
    table = served_table()
    table.do(OLGA, issuing.issue_ballots, "2", (GREY,), OLGA)
    return table


def olga_empty():
    table = served_table()
    table.do(OLGA, stock.put_in_safe, OLGA, {BLUE: 10})
    return table


def late():
    table = served_table()
    table.pass_time(minutes=3, seconds=1)
    return table


def _any_correction_refused(rule, *args):
    """List what all three corrections are refused for."""
    return [
        No(f"{rule.name} answers an issue", Reason.ENTRY_UNKNOWN, ERLAN, rule,
           ("1-1", *args, KEY), day=served_table),
        No(f"{rule.name} finds something to correct", Reason.ALREADY_CORRECTED, ERLAN, rule,
           (FIRST, *args, KEY), day=taken_back),
        No(f"{rule.name} asks for a reason", Reason.REASON_MISSING, ERLAN, rule,
           (FIRST, *args, "\u200b "), day=served_table),
        No(f"{rule.name} asks for a second person after three minutes", Reason.CORRECTION_LATE,
           ERLAN, rule, (FIRST, *args, KEY), day=late),
    ]  # fmt: skip


REFUSALS = [
    *_any_correction_refused(TAKE),
    *_any_correction_refused(MOVE, "2"),
    *_any_correction_refused(CHARGE, OLGA),
    No("what was not issued is not taken back", Reason.BALLOT_NOT_RECEIVED, ERLAN, TAKE,
       (FIRST, KEY, (BLUE, "white")), day=served_table),
    No("a ballot is not taken back twice at once", Reason.BALLOT_NOT_RECEIVED, ERLAN, TAKE,
       (FIRST, KEY, (BLUE, BLUE)), day=served_table),
    No("what was exchanged since is not taken back", Reason.EXCHANGED_SINCE, ERLAN, TAKE,
       (FIRST, KEY), day=exchanged),
    No("what was returned since is not taken back", Reason.EXCHANGED_SINCE, ERLAN, TAKE,
       (FIRST, KEY), day=returned),
    No("the mark of an exchange is not moved", Reason.NOT_AN_ISSUE, OLGA, MOVE,
       (SECOND, "2", KEY), day=exchanged),
    No("the mark is not moved to a stranger", Reason.VOTER_UNKNOWN, ERLAN, MOVE,
       (FIRST, "77", KEY), article="41", day=served_table),
    No("the mark is not moved to the same row", Reason.SAME_VOTER, ERLAN, MOVE,
       (FIRST, "1", KEY), day=served_table),
    No("the mark is not moved to a voter who was served art 41 1", Reason.ALREADY_ISSUED, ERLAN,
       MOVE, (FIRST, "2", KEY), article="41(1)", day=both_served),
    No("the mark is not moved to a voter without the right art 41 6-1",
       Reason.BALLOT_NOT_ENTITLED, ERLAN, MOVE, (FIRST, "5", KEY), article="41(6-1)",
       day=served_table),
    No("a return is charged to nobody", Reason.NOT_AN_ISSUE, ERLAN, CHARGE,
       (SECOND, OLGA, KEY), day=returned),
    No("nothing is charged to a stranger", Reason.MEMBER_UNKNOWN, ERLAN, CHARGE,
       (FIRST, "77", KEY), day=served_table),
    No("nothing is charged to the secretary art 41 5", Reason.NEVER_ISSUES, ERLAN, CHARGE,
       (FIRST, SECRETARY, KEY), article="41(5)", day=served_table),
    No("nothing is charged to an advisory vote art 20 6", Reason.ROLE_WRONG, ERLAN, CHARGE,
       (FIRST, ADVISER, KEY), article="20(6)", day=served_table),
    No("nothing is charged to the same member", Reason.SAME_MEMBER, ERLAN, CHARGE,
       (FIRST, ERLAN, KEY), day=served_table),
    No("nothing is charged to a member without such a ballot", Reason.NOT_ENOUGH, ERLAN, CHARGE,
       (FIRST, OLGA, KEY), day=olga_empty),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_taken_back_the_ballots_lie_in_the_issuers_stack_and_the_voter_is_free():
    table = taken_back()
    assert [table.left(ballot, stack(ERLAN)) for ballot in ALL] == [10] * 5
    assert (table.day.served(), table.day.issued()) == (0, dict.fromkeys(ALL, 0))
    table.do(OLGA, issuing.issue_ballots, "1", ALL, OLGA)
    assert table.conflicts() == []


def test_one_ballot_is_taken_back_and_the_others_stay_out():
    table = served_table()
    table.do(ERLAN, TAKE, FIRST, KEY, (BLUE, GREY))
    assert table.day.handings[FIRST].ballots == ALL[1:-1]
    assert (table.left(BLUE, VOTERS), table.left(GREEN, VOTERS)) == (0, 1)
    table.do(ERLAN, TAKE, FIRST, KEY)
    assert table.day.handings[FIRST].ballots == ()


def test_taken_back_torn_the_ballots_are_spoiled_before_issue():
    table = served_table()
    table.do(ERLAN, TAKE, FIRST, KEY, (BLUE,), damaged=True)
    assert (table.left(BLUE, DAMAGED), table.left(BLUE, stack(ERLAN))) == (1, 9)
    assert adds_up(table.day, BLUE)


def test_an_exchange_taken_back_gives_the_voter_the_first_ballot_again():
    table = exchanged()
    table.do(OLGA, TAKE, SECOND, KEY)
    assert (table.left(BLUE, VOTERS), table.left(BLUE, EXCHANGED)) == (1, 0)
    assert table.left(BLUE, stack(OLGA)) == 10
    assert table.day.issued()[BLUE] == 1
    table.do(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.VOTER)
    assert table.day.holding("1").own_mistakes == {BLUE: 1}


def test_an_exchange_for_a_defect_taken_back_leaves_the_own_mistake_counted():
    table = exchanged()
    defect = table.do(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.DEFECT)
    table.do(OLGA, TAKE, defect.id, KEY)
    no = table.refused(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.VOTER)
    assert no.reason == Reason.SECOND_EXCHANGE


def test_exchanges_are_taken_back_the_last_one_first():
    table = exchanged()
    third = table.do(OLGA, spoiled.exchange_ballot, "1", BLUE, OLGA, Cause.DEFECT).id
    no = table.refused(OLGA, TAKE, SECOND, KEY, witness=ERLAN)
    assert (no.reason, no.facts) == (Reason.EXCHANGED_SINCE, {"entry": third})
    for entry, issuer in ((third, OLGA), (SECOND, OLGA), (FIRST, ERLAN)):
        table.do(issuer, TAKE, entry, "все вернулись на стол", witness=SECRETARY)
    assert (table.left(BLUE, EXCHANGED), table.left(BLUE, VOTERS)) == (0, 0)
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (10, 10)


def test_a_return_taken_back_gives_the_voter_the_ballot_again():
    table = returned()
    table.do(ERLAN, TAKE, SECOND, KEY)
    assert (table.left(BLUE, VOTERS), table.left(BLUE, RETURNED)) == (1, 0)
    assert table.day.holding("1").in_hand(BLUE)
    table.do(ERLAN, spoiled.return_ballot, "1", BLUE)


def test_the_mark_moves_to_the_namesake_and_the_ballots_stay_out():
    table = served_table()
    before = table.day.accounts.summary()
    table.do(ERLAN, MOVE, FIRST, "2", "wrong_voter")
    assert table.day.accounts.summary() == before
    assert not table.day.has_received("1")
    assert all(table.day.has_received("2", ballot) for ballot in ALL)
    assert table.day.handings[FIRST].voter == "2"
    table.do(ERLAN, issuing.issue_ballots, "1", ALL, ERLAN)
    assert (table.day.served(), table.conflicts()) == (2, [])


def test_the_mark_moves_with_what_was_exchanged_and_returned_since():
    table = exchanged()
    third = table.do(OLGA, spoiled.return_ballot, "1", BLUE).id
    table.do(OLGA, MOVE, FIRST, "2", "namesake", witness=SECRETARY)
    namesake = table.day.holding("2")
    assert (namesake.own_mistakes, namesake.returned) == ({BLUE: 1}, {BLUE: 1})
    assert not namesake.in_hand(BLUE)
    assert [table.day.handings[entry].voter for entry in (FIRST, SECOND, third)] == ["2"] * 3
    table.do(OLGA, TAKE, third, KEY)
    assert namesake.in_hand(BLUE)
    assert table.refused(OLGA, TAKE, FIRST, KEY, witness=ERLAN).reason == Reason.EXCHANGED_SINCE


def test_charged_to_another_two_stacks_change_and_the_ballots_stay_out():
    table = served_table()
    table.do(ERLAN, CHARGE, FIRST, OLGA, "wrong_member")
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (10, 9)
    assert (table.left(BLUE, VOTERS), table.day.holding("1").received[BLUE]) == (1, 1)
    assert table.day.handings[FIRST].issuer == OLGA
    table.do(OLGA, TAKE, FIRST, KEY, witness=ERLAN)
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (10, 10)


@pytest.mark.parametrize("rule", [TAKE, MOVE, CHARGE])
def test_the_three_corrections_are_never_mixed(rule):
    args = {TAKE: (), MOVE: ("2",), CHARGE: (OLGA,)}[rule]
    table = served_table()
    accounts = table.day.accounts.summary()
    table.do(ERLAN, rule, FIRST, *args, KEY)
    stacks = {
        member
        for member in (ERLAN, OLGA)
        if table.left(BLUE, stack(member)) != accounts[BLUE][stack(member)]
    }
    out = table.left(BLUE, VOTERS)
    marks = {voter for voter in table.day.roll.voters if table.day.has_received(voter)}
    assert (out, marks, stacks) == {
        TAKE: (0, set(), {ERLAN}),
        MOVE: (1, {"2"}, set()),
        CHARGE: (1, {"1"}, {ERLAN, OLGA}),
    }[rule]


def test_corrections_are_made_after_the_end_too():
    table = served_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    table.do(ERLAN, TAKE, FIRST, "нашлись на столе", witness=SECRETARY)
    assert table.day.served() == 0
