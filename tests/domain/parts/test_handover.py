"""A hand-over: ballots on the way between two members."""

from precinct_app.domain.accounts import stack
from precinct_app.domain.handing import Handover
from precinct_app.domain.parts import handover
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    ended_table,
    open_table,
)
from tests.domain.refusals import No, each, hear

SIX = {BLUE: 6}


def on_the_way():
    """Let Erlan hand six blue ballots to Olga; the entry is FIRST."""
    table = open_table()
    table.do(ERLAN, handover.hand_over_ballots, ERLAN, OLGA, SIX)
    return table


def taken():
    table = on_the_way()
    table.do(OLGA, handover.take_ballots, FIRST)
    return table


REFUSALS = [
    No("nothing is not handed over", Reason.NOTHING_CHOSEN, ERLAN, handover.hand_over_ballots,
       (ERLAN, OLGA, {})),
    No("an unknown ballot is not handed over", Reason.BALLOT_UNKNOWN, ERLAN,
       handover.hand_over_ballots, (ERLAN, OLGA, {"white": 1})),
    No("no ballots are not handed over", Reason.AMOUNT_WRONG, ERLAN, handover.hand_over_ballots,
       (ERLAN, OLGA, {BLUE: 0})),
    No("more than the stack holds is not handed over", Reason.NOT_ENOUGH, ERLAN,
       handover.hand_over_ballots, (ERLAN, OLGA, {BLUE: 11})),
    No("nobody hands over to a stranger", Reason.MEMBER_UNKNOWN, ERLAN,
       handover.hand_over_ballots, (ERLAN, "77", SIX)),
    No("nobody hands over to the chairman art 41 5", Reason.NEVER_ISSUES, ERLAN,
       handover.hand_over_ballots, (ERLAN, CHAIRMAN, SIX), article="41(5)"),
    No("nobody hands over to an advisory vote art 20 6", Reason.ROLE_WRONG, ERLAN,
       handover.hand_over_ballots, (ERLAN, ADVISER, SIX), article="20(6)"),
    No("nobody hands over to himself", Reason.SAME_MEMBER, ERLAN, handover.hand_over_ballots,
       (ERLAN, ERLAN, SIX)),
    No("nobody hands over the stack of a colleague who is away", Reason.NOT_PRESENT, OLGA,
       handover.hand_over_ballots, (ERLAN, OLGA, SIX)),
    No("a hand-over that is not there is not taken", Reason.ENTRY_UNKNOWN, OLGA,
       handover.take_ballots, (FIRST,)),
    No("nobody takes for a colleague who is away", Reason.NOT_PRESENT, AINUR,
       handover.take_ballots, (FIRST,), day=on_the_way),
    No("the giver does not take", Reason.NOT_PRESENT, ERLAN, handover.take_ballots, (FIRST,),
       day=on_the_way),
    No("a hand-over is taken once", Reason.HANDOVER_CLOSED, OLGA, handover.take_ballots, (FIRST,),
       day=taken),
    No("a hand-over that is not there is not called off", Reason.ENTRY_UNKNOWN, ERLAN,
       handover.call_off_handover, (FIRST,)),
    No("a third member calls nothing off", Reason.NOT_PRESENT, AINUR,
       handover.call_off_handover, (FIRST,), day=on_the_way),
    No("what was taken is not called off", Reason.HANDOVER_CLOSED, ERLAN,
       handover.call_off_handover, (FIRST,), day=taken),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_ballots_handed_over_are_on_the_way_until_they_are_taken():
    table = on_the_way()
    assert table.day.accounts.summary()[BLUE] == {
        "safe": 0, "voters": 0, f"way:{FIRST}": 6,
        "member:3": 10, "member:4": 4, "member:5": 10, "member:6": 10,
    }  # fmt: skip
    assert table.day.handovers[FIRST] == Handover(ERLAN, OLGA, ((BLUE, 6),))
    table.do(OLGA, handover.take_ballots, FIRST)
    assert table.left(BLUE, f"way:{FIRST}") == 0
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (4, 16)
    assert not table.day.handovers[FIRST].open
    assert adds_up(table.day, BLUE)


def test_a_hand_over_that_is_called_off_goes_back_to_the_giver():
    for by in (ERLAN, OLGA, CHAIRMAN):
        table = on_the_way()
        table.do(by, handover.call_off_handover, FIRST)
        assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (10, 10)
        assert table.left(BLUE, f"way:{FIRST}") == 0


def test_two_hand_overs_on_the_way_are_kept_apart():
    table = on_the_way()
    second = table.do(ERLAN, handover.hand_over_ballots, ERLAN, AINUR, {BLUE: 3, GREEN: 1}).id
    table.do(AINUR, handover.take_ballots, second)
    assert (table.left(BLUE, f"way:{FIRST}"), table.left(BLUE, stack(AINUR))) == (6, 13)
    assert table.left(GREEN, stack(AINUR)) == 11


def test_the_secretary_may_type_when_the_member_stands_by():
    table = open_table()
    table.do(SECRETARY, handover.hand_over_ballots, ERLAN, OLGA, SIX, witness=ERLAN)
    table.do(SECRETARY, handover.take_ballots, FIRST, witness=OLGA)
    assert table.left(BLUE, stack(OLGA)) == 16


def test_stacks_change_hands_after_the_end_too():
    table = ended_table()
    entry = table.do(ERLAN, handover.hand_over_ballots, ERLAN, OLGA, SIX)
    table.do(OLGA, handover.take_ballots, entry.id)
    assert table.left(BLUE, stack(OLGA)) == 16


def test_a_hand_over_that_two_desks_closed_is_a_conflict_and_the_accounts_still_add_up():
    table = taken()
    moves = table.day.entries[-1].event.moves
    table.do(ERLAN, lambda _day, _act: handover.BallotsTaken(FIRST, moves))
    assert table.conflicts() == [
        ("overdrawn", {"ballot": BLUE, "holder": f"way:{FIRST}"}),
        ("handover_closed", {"handover": FIRST}),
    ]
    assert table.left(BLUE, f"way:{FIRST}") == -6
    assert adds_up(table.day, BLUE)
