"""How a voter stands, ballot by ballot."""

from precinct_app.domain.accounts import SAFE
from precinct_app.domain.parts import corrections, issuing, spoiled, stock
from tests.domain.days import BLUE, ERLAN, GREEN, GREY, OLGA, ORANGE, PURPLE, SECRETARY, open_table
from ui.standing import TICKED, BallotState, concerns, standing

ALL = (BLUE, GREEN, PURPLE, ORANGE, GREY)


def states(table, voter, issuer=ERLAN):
    return [str(state) for state in standing(table.day, voter, issuer).ballots.values()]


def issue(table, voter="1", ballots=ALL):
    return table.do(ERLAN, issuing.issue_ballots, voter, ballots, ERLAN)


def test_a_voter_whom_nobody_touched_may_receive_all():
    found = standing(open_table().day, "1", ERLAN)
    assert found.of(*TICKED) == ALL
    assert not found.is_served
    assert found.handing is None
    assert found.correctable == ()


def test_what_the_list_does_not_entitle_to_is_said_so():
    assert states(open_table(), "5") == ["open", "open", *["not_entitled"] * 3]


def test_declined_and_deferred_ballots_are_told_apart():
    table = open_table()
    table.do(ERLAN, issuing.decline_ballots, "1", (BLUE,))
    table.do(ERLAN, issuing.defer_ballots, "1", (GREEN,))
    assert states(table, "1") == ["declined", "deferred", "open", "open", "open"]
    assert standing(table.day, "1", ERLAN).of(*TICKED) == ALL[1:]


def test_an_empty_stack_is_said_for_the_issuer_who_has_none():
    table = open_table()
    table.do(ERLAN, stock.put_in_safe, ERLAN, {BLUE: 10})
    assert table.day.left(BLUE, SAFE)
    assert states(table, "1")[0] == "lacking"
    assert states(table, "1", OLGA)[0] == "open"
    assert states(table, "1", "")[0] == "open"


def test_after_an_issue_the_ballots_are_given_and_the_issue_stands():
    table = open_table()
    entry = issue(table)
    found = standing(table.day, "1", ERLAN)
    assert states(table, "1") == ["given"] * 5
    assert (found.is_served, found.is_done) == (True, True)
    assert found.handing
    assert found.handing.issuer == ERLAN
    assert found.correctable == (entry.id,)


def test_who_received_some_is_served_and_not_done():
    table = open_table()
    issue(table, ballots=(BLUE,))
    found = standing(table.day, "1", ERLAN)
    assert (found.is_served, found.is_done) == (True, False)


def test_who_lacks_only_what_the_stack_lacks_is_not_done():
    table = open_table()
    issue(table, ballots=ALL[1:])
    table.do(ERLAN, stock.put_in_safe, ERLAN, {BLUE: 10})
    assert not standing(table.day, "1", ERLAN).is_done


def test_a_returned_ballot_is_returned_and_an_exchanged_one_given():
    table = open_table()
    issue(table)
    back = table.do(SECRETARY, spoiled.return_ballot, "1", BLUE)
    new = table.do(SECRETARY, spoiled.exchange_ballot, "1", GREEN, ERLAN, spoiled.Cause.DEFECT)
    assert states(table, "1") == ["returned", *["given"] * 4]
    assert standing(table.day, "1", ERLAN).correctable[:2] == (new.id, back.id)


def test_what_was_taken_back_is_open_again():
    table = open_table()
    entry = issue(table)
    table.do(ERLAN, corrections.take_back, entry.id, "wrong_key")
    found = standing(table.day, "1", ERLAN)
    assert set(found.ballots.values()) == {BallotState.OPEN}
    assert (found.handing, found.correctable) == (None, ())


def test_a_moved_mark_concerns_both_rows():
    table = open_table()
    entry = issue(table)
    moved = table.do(ERLAN, corrections.move_mark, entry.id, "2", "wrong_voter")
    assert [concerns(table.day, moved, voter) for voter in "123"] == [True, True, False]
    assert standing(table.day, "2", ERLAN).correctable == (entry.id,)


def test_a_charge_to_another_member_concerns_the_voter():
    table = open_table()
    entry = issue(table)
    charged = table.do(ERLAN, corrections.charge_to_another, entry.id, OLGA, "wrong_member")
    assert concerns(table.day, charged, "1")
    assert not concerns(table.day, charged, "3")
