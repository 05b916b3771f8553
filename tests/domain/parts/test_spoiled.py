"""Spoiled ballots: exchanged, or returned without exchange."""

import pytest

from precinct_app.domain.accounts import EXCHANGED, RETURNED, VOTERS, Move, stack
from precinct_app.domain.parts import access, issuing, spoiled, stock
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    served_table,
)
from tests.domain.refusals import No, each, hear

OWN = Cause.VOTER


def exchanged():
    """Let voter 1 exchange a blue ballot for an own mistake."""
    table = served_table()
    table.do(SECRETARY, spoiled.exchange_ballot, "1", BLUE, ERLAN, OWN)
    return table


def returned():
    table = served_table()
    table.do(ERLAN, spoiled.return_ballot, "1", BLUE)
    return table


def olga_left():
    table = served_table()
    table.do(OLGA, access.sign_out)
    return table


def olga_empty():
    table = served_table()
    table.do(OLGA, stock.put_in_safe, OLGA, {BLUE: 10})
    return table


REFUSALS = [
    No("a cause that is none of the three is refused", Reason.CAUSE_UNKNOWN, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, ERLAN, "rain")),
    No("a stranger exchanges nothing", Reason.VOTER_UNKNOWN, ERLAN, spoiled.exchange_ballot,
       ("77", BLUE, ERLAN, OWN), article="41"),
    No("an unknown ballot is not exchanged", Reason.BALLOT_UNKNOWN, ERLAN,
       spoiled.exchange_ballot, ("1", "white", ERLAN, OWN)),
    No("a ballot that was not received is not exchanged", Reason.BALLOT_NOT_RECEIVED, ERLAN,
       spoiled.exchange_ballot, ("2", BLUE, ERLAN, OWN)),
    No("a ballot that was returned is not exchanged", Reason.BALLOT_NOT_RECEIVED, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, ERLAN, OWN), day=returned),
    No("a stranger gives no new ballot", Reason.MEMBER_UNKNOWN, ERLAN, spoiled.exchange_ballot,
       ("1", BLUE, "77", OWN), day=served_table),
    No("the chairman gives no new ballot art 41 5", Reason.NEVER_ISSUES, CHAIRMAN,
       spoiled.exchange_ballot, ("1", BLUE, CHAIRMAN, OWN), article="41(5)",
       day=served_table),
    No("an advisory vote gives no new ballot art 20 6", Reason.ROLE_WRONG, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, ADVISER, OWN), article="20(6)",
       day=served_table),
    No("who is not on duty gives no new ballot", Reason.NOT_ON_DUTY, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, OLGA, OWN), day=olga_left),
    No("an empty stack gives no new ballot", Reason.NOT_ENOUGH, ERLAN, spoiled.exchange_ballot,
       ("1", BLUE, OLGA, OWN), day=olga_empty),
    No("a second own mistake of one kind is stopped", Reason.SECOND_EXCHANGE, ERLAN,
       spoiled.exchange_ballot, ("1", BLUE, ERLAN, OWN, "очень просит"), day=exchanged),
    No("a second own mistake is stopped without the chairman's reason", Reason.SECOND_EXCHANGE,
       CHAIRMAN, spoiled.exchange_ballot, ("1", BLUE, ERLAN, OWN, " "), day=exchanged),
    No("a stranger returns nothing", Reason.VOTER_UNKNOWN, ERLAN, spoiled.return_ballot,
       ("77", BLUE), article="41"),
    No("an unknown ballot is not returned", Reason.BALLOT_UNKNOWN, ERLAN, spoiled.return_ballot,
       ("1", "white")),
    No("a ballot that was not received is not returned", Reason.BALLOT_NOT_RECEIVED, ERLAN,
       spoiled.return_ballot, ("2", BLUE)),
    No("a ballot is returned once", Reason.BALLOT_NOT_RECEIVED, ERLAN, spoiled.return_ballot,
       ("1", BLUE), day=returned),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


@pytest.mark.parametrize("cause", list(Cause))
def test_a_spoiled_ballot_is_exchanged_for_each_cause(cause):
    table = served_table()
    table.do(SECRETARY, spoiled.exchange_ballot, "1", BLUE, OLGA, cause, "клякса")
    assert (table.left(BLUE, VOTERS), table.left(BLUE, EXCHANGED)) == (1, 1)
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (9, 9)
    held = table.day.holding("1")
    assert (held.received[BLUE], held.in_hand(BLUE)) == (1, True)
    assert held.own_mistakes.get(BLUE, 0) == (cause is Cause.VOTER)
    assert (table.day.served(), table.day.issued()[BLUE]) == (1, 2)
    assert adds_up(table.day, BLUE)


def test_a_second_own_mistake_goes_on_by_the_chairmans_written_reason():
    for by, witness in ((CHAIRMAN, ""), (SECRETARY, CHAIRMAN)):
        table = exchanged()
        entry = table.do(
            by, spoiled.exchange_ballot, "1", BLUE, ERLAN, OWN, "плохо видит", witness=witness
        )
        assert entry.event.reason == "плохо видит"
        assert table.left(BLUE, EXCHANGED) == 2


def test_another_kind_another_cause_and_another_voter_are_no_second_own_mistake():
    table = exchanged()
    table.do(ERLAN, spoiled.exchange_ballot, "1", GREEN, ERLAN, OWN)
    table.do(ERLAN, spoiled.exchange_ballot, "1", BLUE, ERLAN, Cause.DEFECT)
    table.do(ERLAN, spoiled.exchange_ballot, "1", BLUE, ERLAN, Cause.MEMBER)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    table.do(ERLAN, spoiled.exchange_ballot, "2", BLUE, ERLAN, OWN)
    assert table.left(BLUE, EXCHANGED) == 4


def test_a_returned_ballot_stays_issued_and_the_voter_stays_served():
    table = returned()
    assert (table.left(BLUE, VOTERS), table.left(BLUE, RETURNED)) == (0, 1)
    held = table.day.holding("1")
    assert (held.has(BLUE), held.in_hand(BLUE), held.in_hand(GREEN)) == (True, False, True)
    assert (table.day.served(), table.day.issued()[BLUE]) == (1, 1)
    no = table.refused(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    assert (no.reason, no.facts) == (Reason.ALREADY_ISSUED, {"ballot": BLUE, "entry": FIRST})


def test_a_ballot_taken_in_from_a_voter_who_held_none_is_a_conflict():
    table = served_table()
    move = Move(BLUE, VOTERS, RETURNED, 1)
    table.do(ERLAN, lambda _day, _act: spoiled.BallotReturned("2", (move,)))
    assert table.conflicts() == [("not_in_hand", {"ballot": BLUE, "voter": "2"})]
    assert adds_up(table.day, BLUE)
