"""The stock: receipts by packs, the safe and the stacks."""

from precinct_app.domain.accounts import DAMAGED, MISSING, RECEIVED, SAFE, SURPLUS, stack
from precinct_app.domain.parts import issuing, opening, stock
from precinct_app.domain.phases import Phase
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    ended_table,
    named_table,
    open_table,
)
from tests.domain.refusals import No, each, hear

SIX = {BLUE: 6}


def sealed_pack():
    """Leave a pack of a hundred blue ballots sealed in the safe."""
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100)
    return table


REFUSALS = [
    No("a pack of an unknown ballot is refused", Reason.BALLOT_UNKNOWN, CHAIRMAN,
       stock.receive_ballots, ("white", 10, 10)),
    No("a pack of nothing is refused", Reason.AMOUNT_WRONG, CHAIRMAN, stock.receive_ballots,
       (BLUE, 0, 0)),
    No("a pack counted to less than nothing is refused", Reason.AMOUNT_WRONG, CHAIRMAN,
       stock.receive_ballots, (BLUE, 10, -1)),
    No("a pack that states more than a precinct can receive is refused", Reason.AMOUNT_TOO_LARGE,
       CHAIRMAN, stock.receive_ballots, (BLUE, 100_001)),
    No("a pack counted to more than a precinct can receive is refused", Reason.AMOUNT_TOO_LARGE,
       CHAIRMAN, stock.receive_ballots, (BLUE, 10, 10**30)),
    No("a sealed pack is not counted to more than a precinct can receive", Reason.AMOUNT_TOO_LARGE,
       CHAIRMAN, stock.count_pack, (f"1-{len(named_table().day.entries) + 1}", 100_001),
       day=sealed_pack),
    No("a pack that is not there is not counted", Reason.PACK_UNKNOWN, CHAIRMAN, stock.count_pack,
       ("1-999", 10)),
    No("a sealed pack is not counted to less than nothing", Reason.AMOUNT_WRONG, CHAIRMAN,
       stock.count_pack, (f"1-{len(named_table().day.entries) + 1}", -1), day=sealed_pack),
    No("nothing is not handed out", Reason.NOTHING_CHOSEN, CHAIRMAN, stock.hand_out_ballots,
       (ERLAN, {})),
    No("an unknown ballot is not handed out", Reason.BALLOT_UNKNOWN, CHAIRMAN,
       stock.hand_out_ballots, (ERLAN, {"white": 1})),
    No("no ballots are not handed out", Reason.AMOUNT_WRONG, CHAIRMAN, stock.hand_out_ballots,
       (ERLAN, {BLUE: 0})),
    No("more than the safe holds is not handed out", Reason.NOT_ENOUGH, CHAIRMAN,
       stock.hand_out_ballots, (ERLAN, {BLUE: 1})),
    No("ballots are not handed out to a stranger", Reason.MEMBER_UNKNOWN, CHAIRMAN,
       stock.hand_out_ballots, ("77", SIX)),
    No("ballots are not handed out to the secretary art 41 5", Reason.NEVER_ISSUES, CHAIRMAN,
       stock.hand_out_ballots, (SECRETARY, SIX), article="41(5)"),
    No("ballots are not handed out to an advisory vote art 20 6", Reason.ROLE_WRONG, CHAIRMAN,
       stock.hand_out_ballots, (ADVISER, SIX), article="20(6)"),
    No("nothing is not put in the safe", Reason.NOTHING_CHOSEN, ERLAN, stock.put_in_safe,
       (ERLAN, {})),
    No("an unknown ballot is not put in the safe", Reason.BALLOT_UNKNOWN, ERLAN, stock.put_in_safe,
       (ERLAN, {"white": 1})),
    No("fewer than no ballots are not put in the safe", Reason.AMOUNT_WRONG, ERLAN,
       stock.put_in_safe, (ERLAN, {BLUE: -2})),
    No("more than the stack holds is not put in the safe", Reason.NOT_ENOUGH, ERLAN,
       stock.put_in_safe, (ERLAN, {BLUE: 11})),
    No("nobody empties the stack of a colleague who is away", Reason.NOT_PRESENT, OLGA,
       stock.put_in_safe, (ERLAN, SIX)),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_counted_pack_lies_in_the_safe_under_the_entry_that_brought_it():
    table = named_table()
    pack = table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, 100, "№ 3")
    assert table.left(BLUE, f"safe:{pack.id}") == table.left(BLUE, SAFE) == 100
    assert table.day.accounts.came_in(BLUE) == 100
    assert table.day.sealed_packs == {}


def test_a_pack_that_is_short_is_received_as_its_act_says_and_the_rest_is_missing():
    table = named_table()
    table.do(SECRETARY, stock.receive_ballots, BLUE, 100, 97, "№ 3")
    assert (table.left(BLUE, SAFE), table.left(BLUE, MISSING)) == (97, 3)
    assert table.left(BLUE, RECEIVED) == -100
    assert adds_up(table.day, BLUE)


def test_a_pack_that_holds_more_is_received_as_its_act_says_and_the_rest_is_surplus():
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, 102)
    assert table.left(BLUE, SAFE) == 102
    assert (table.left(BLUE, RECEIVED), table.left(BLUE, SURPLUS)) == (-100, -2)
    assert adds_up(table.day, BLUE)


def test_a_pack_of_which_nothing_came_is_missing_as_a_whole():
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, 0)
    assert (table.left(BLUE, SAFE), table.left(BLUE, MISSING)) == (0, 100)


def test_the_largest_number_that_an_act_may_state_is_received():
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100_000)
    assert table.left(BLUE, SAFE) == 100_000


def test_a_pack_left_sealed_counts_as_its_act_says_until_it_is_opened():
    table = sealed_pack()
    (pack,) = table.day.sealed_packs
    assert table.left(BLUE, SAFE) == 100
    table.do(CHAIRMAN, stock.count_pack, pack, 98, "№ 4")
    assert (table.left(BLUE, SAFE), table.left(BLUE, MISSING)) == (98, 2)
    assert table.day.sealed_packs == {}
    assert table.refused(CHAIRMAN, stock.count_pack, pack, 98).reason == Reason.PACK_UNKNOWN


def test_a_sealed_pack_that_holds_more_brings_a_surplus():
    table = sealed_pack()
    (pack,) = table.day.sealed_packs
    table.do(CHAIRMAN, stock.count_pack, pack, 101)
    assert (table.left(BLUE, SAFE), table.left(BLUE, SURPLUS)) == (101, -1)
    assert adds_up(table.day, BLUE)


def test_a_sealed_pack_that_is_right_moves_nothing():
    table = sealed_pack()
    (pack,) = table.day.sealed_packs
    entry = table.do(CHAIRMAN, stock.count_pack, pack, 100)
    assert entry.event.moves == ()
    assert table.left(BLUE, SAFE) == 100


def test_ballots_are_received_later_too_until_voting_ends_art_37_3():
    table = open_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20, "№ 2")
    assert table.day.accounts.came_in(BLUE) == 60
    late = ended_table().refused(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20)
    assert (late.reason, late.article) == (Reason.PHASE_WRONG, "37(3)")


def test_ballots_are_handed_out_pack_after_pack_the_oldest_first():
    table = named_table()
    packs = [table.do(CHAIRMAN, stock.receive_ballots, BLUE, 50, 50).id for _ in range(3)]
    entry = table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 70})
    assert [(move.source, move.papers) for move in entry.event.moves] == [
        (f"safe:{packs[0]}", 50),
        (f"safe:{packs[1]}", 20),
    ]
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, SAFE)) == (70, 80)


def test_a_pack_that_is_sealed_stays_sealed_as_long_as_a_counted_one_is_there():
    table = sealed_pack()
    counted = table.do(CHAIRMAN, stock.receive_ballots, BLUE, 50, 50).id
    entry = table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 50})
    assert [move.source for move in entry.event.moves] == [f"safe:{counted}"]


def test_several_kinds_are_handed_out_in_one_entry_art_40_4_2():
    table = named_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 50, 50)
    table.do(CHAIRMAN, stock.receive_ballots, GREEN, 50, 50)
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 30, GREEN: 20})
    assert (table.left(BLUE, stack(ERLAN)), table.left(GREEN, stack(ERLAN))) == (30, 20)
    no = table.refused(CHAIRMAN, stock.hand_out_ballots, OLGA, {BLUE: 5, GREEN: 31})
    assert no.facts == {"ballot": GREEN, "left": 30, "amount": 31}


def test_a_stack_goes_back_to_the_safe_and_out_again_in_any_phase():
    table = ended_table()
    table.do(ERLAN, stock.put_in_safe, ERLAN, SIX)
    table.do(SECRETARY, stock.put_in_safe, OLGA, SIX, witness=OLGA)
    table.do(CHAIRMAN, stock.put_in_safe, AINUR, SIX)
    assert (table.left(BLUE, SAFE), table.left(BLUE, stack(ERLAN))) == (18, 4)
    again = open_table()
    again.do(ERLAN, stock.put_in_safe, ERLAN, SIX)
    again.do(CHAIRMAN, stock.hand_out_ballots, OLGA, SIX)
    assert again.left(BLUE, stack(OLGA)) == 16


def test_members_hand_out_nothing_themselves():
    table = open_table()
    assert table.refused(ERLAN, stock.hand_out_ballots, ERLAN, SIX).reason == Reason.ROLE_WRONG


def test_all_forty_are_accounted_for_at_the_end():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.now = table.now.replace(hour=20)
    table.do(CHAIRMAN, opening.end_voting)
    assert table.day.phase is Phase.ENDED
    assert table.day.accounts.summary()[BLUE] == {
        "safe": 0, "voters": 1, "member:3": 10, "member:4": 9, "member:5": 10, "member:6": 10
    }  # fmt: skip
    assert table.left(BLUE, DAMAGED) == 0
