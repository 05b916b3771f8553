"""Papers that leave the stock, or turn up, by an act."""

from typing import Any

import pytest

from precinct_app.domain.accounts import (
    DAMAGED,
    MISSING,
    SAFE,
    SENT_BACK,
    SURPLUS,
    WITHDRAWN,
    stack,
)
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import losses, stock
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    named_table,
    open_table,
)
from tests.domain.outside import announced
from tests.domain.refusals import No, each, hear

TWO: dict[str, Any] = {"witness": OLGA}
THREE = {BLUE: 3}
PAPER, WHY = "акт № 5", "слиплись"


def topped_up():
    """Receive twenty more blue ballots, which lie in the safe."""
    table = open_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20, "№ 2")
    return table


def sealed_pack():
    """Leave a pack sealed in the safe."""
    table = open_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, None, "№ 2")
    return table


def read_aloud():
    return announced(open_table())


def of_safe(verb, subject, **named):
    """Show what every act on papers of the safe refuses."""
    day = topped_up
    return [
        No(f"nothing is not {subject}", Reason.NOTHING_CHOSEN, CHAIRMAN, verb, ({}, PAPER, WHY),
           named, day=day),
        No(f"an unknown ballot is not {subject}", Reason.BALLOT_UNKNOWN, CHAIRMAN, verb,
           ({"white": 1}, PAPER, WHY), named, day=day),
        No(f"fewer than one ballot are not {subject}", Reason.AMOUNT_WRONG, CHAIRMAN, verb,
           ({BLUE: -1}, PAPER, WHY), named, day=day),
        No(f"no ballot is {subject} without a paper", Reason.REASON_MISSING, CHAIRMAN, verb,
           (THREE, " ", WHY), named, day=day),
        No(f"no ballot is {subject} after the figures were read art 43 3-1",
           Reason.FIGURES_ANNOUNCED, CHAIRMAN, verb, (THREE, PAPER, WHY), named, "43(3-1)",
           read_aloud),
    ]  # fmt: skip


def taken_out(verb, subject, **named):
    """Show what an act refuses that takes papers out of the safe."""
    return [
        No(f"more than the safe holds is not {subject}", Reason.NOT_ENOUGH, CHAIRMAN, verb,
           ({BLUE: 21}, PAPER, WHY), named, day=topped_up),
        No(f"a ballot of a sealed pack is not {subject}", Reason.PACK_SEALED, CHAIRMAN, verb,
           (THREE, PAPER, WHY), named, day=sealed_pack),
    ]  # fmt: skip


def from_a_stranger(verb, subject, **named):
    return [
        No(f"a stranger's ballot is not {subject}", Reason.MEMBER_UNKNOWN, CHAIRMAN, verb,
           (THREE, PAPER, WHY, "77"), named, day=topped_up),
    ]  # fmt: skip


DAMAGE, WITHDRAW, SEND = losses.damage_ballots, losses.withdraw_ballots, losses.send_back_ballots
LOST, FOUND, BACK = losses.state_missing, losses.state_surplus, losses.take_back_loss


def damaged_table():
    """Put three of Erlan's blue ballots aside; the entry is FIRST."""
    table = open_table()
    table.do(ERLAN, DAMAGE, ERLAN, THREE, WHY)
    return table


def taken_back_table():
    table = damaged_table()
    table.do(SECRETARY, BACK, FIRST, "не те", **TWO)
    return table


def surplus_given_out():
    """Find three ballots in the safe, and hand them out."""
    table = open_table()
    table.do(CHAIRMAN, FOUND, THREE, PAPER, WHY, **TWO)
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, THREE)
    return table


REFUSALS = [
    No("nothing is not damaged", Reason.NOTHING_CHOSEN, ERLAN, DAMAGE, (ERLAN, {}, WHY)),
    No("an unknown ballot is not damaged", Reason.BALLOT_UNKNOWN, ERLAN, DAMAGE,
       (ERLAN, {"white": 1}, WHY)),
    No("fewer than one ballot are not damaged", Reason.AMOUNT_WRONG, ERLAN, DAMAGE,
       (ERLAN, {BLUE: 0}, WHY)),
    No("more than the stack held are not damaged", Reason.NOT_ENOUGH, ERLAN, DAMAGE,
       (ERLAN, {BLUE: 11}, WHY)),
    No("no ballot is damaged without a reason", Reason.REASON_MISSING, ERLAN, DAMAGE,
       (ERLAN, THREE, "")),
    No("nobody damages the stack of a colleague who is away", Reason.NOT_PRESENT, OLGA, DAMAGE,
       (ERLAN, THREE, WHY)),
    No("no ballot is damaged after the figures were read art 43 3-1", Reason.FIGURES_ANNOUNCED,
       ERLAN, DAMAGE, (ERLAN, THREE, WHY), article="43(3-1)", day=read_aloud),
    *of_safe(WITHDRAW, "withdrawn"),
    *taken_out(WITHDRAW, "withdrawn"),
    *from_a_stranger(WITHDRAW, "withdrawn"),
    *of_safe(SEND, "sent back"),
    *taken_out(SEND, "sent back"),
    *of_safe(LOST, "missing by an act", **TWO),
    *taken_out(LOST, "missing by an act", **TWO),
    *from_a_stranger(LOST, "missing by an act", **TWO),
    *of_safe(FOUND, "stated as surplus", **TWO),
    *from_a_stranger(FOUND, "stated as surplus", **TWO),
    No("more than a precinct receives is no surplus", Reason.AMOUNT_TOO_LARGE, CHAIRMAN, FOUND,
       ({BLUE: 100_001}, PAPER, WHY), TWO),
    No("an act that is not there is not taken back", Reason.ENTRY_UNKNOWN, CHAIRMAN, BACK,
       ("1-999", WHY), TWO),
    No("an act is not taken back without a reason", Reason.REASON_MISSING, CHAIRMAN, BACK,
       (FIRST, ""), TWO, day=damaged_table),
    No("an act is taken back once", Reason.ALREADY_CORRECTED, CHAIRMAN, BACK, (FIRST, WHY), TWO,
       day=taken_back_table),
    No("a surplus that was handed out is not taken back", Reason.NOT_ENOUGH, CHAIRMAN, BACK,
       (FIRST, WHY), TWO, day=surplus_given_out),
    No("an act is not taken back after the figures were read art 43 3-1",
       Reason.FIGURES_ANNOUNCED, CHAIRMAN, BACK, (FIRST, WHY), TWO, "43(3-1)",
       lambda: announced(damaged_table())),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_ballot_torn_by_a_member_is_damaged_before_issue():
    table = damaged_table()
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, DAMAGED)) == (7, 3)
    assert table.day.losses[FIRST][:4] == ("damaged", table.day.entries[-1].event.moves, "", WHY)
    assert adds_up(table.day, BLUE)


@pytest.mark.parametrize(
    ("verb", "account", "named"),
    [(WITHDRAW, WITHDRAWN, {}), (SEND, SENT_BACK, {}), (LOST, MISSING, TWO)],
)
def test_papers_leave_the_safe_by_an_act_and_come_back_with_it(verb, account, named):
    table = topped_up()
    entry = table.do(CHAIRMAN, verb, {BLUE: 20}, PAPER, WHY, **named)
    assert (table.left(BLUE, SAFE), table.left(BLUE, account)) == (0, 20)
    table.do(SECRETARY, BACK, entry.id, "не тот вид", **TWO)
    assert (table.left(BLUE, SAFE), table.left(BLUE, account)) == (20, 0)
    assert not table.day.losses[entry.id].open
    assert adds_up(table.day, BLUE)


@pytest.mark.parametrize(
    ("verb", "account", "named"), [(WITHDRAW, WITHDRAWN, {}), (LOST, MISSING, TWO)]
)
def test_papers_leave_a_members_stack_by_an_act(verb, account, named):
    table = open_table()
    table.do(CHAIRMAN, verb, {BLUE: 1, GREEN: 2}, PAPER, WHY, ERLAN, **named)
    assert (table.left(BLUE, account), table.left(GREEN, account)) == (1, 2)
    assert (table.left(BLUE, stack(ERLAN)), table.left(GREEN, stack(ERLAN))) == (9, 8)


def test_papers_of_several_packs_are_sent_back_in_one_act_and_come_back():
    table = topped_up()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 5, 5, "№ 3")
    entry = table.do(CHAIRMAN, SEND, {BLUE: 23}, "приказ № 1")
    assert len(entry.event.moves) == 2
    table.do(SECRETARY, BACK, entry.id, "не поехали", **TWO)
    assert (table.left(BLUE, SAFE), table.left(BLUE, SENT_BACK)) == (25, 0)


def test_missing_and_surplus_want_two_persons_the_others_do_not():
    for verb in (LOST, FOUND):
        no = topped_up().refused(CHAIRMAN, verb, THREE, PAPER, WHY)
        assert no.reason == Reason.WITNESS_MISSING


def test_a_surplus_is_a_pack_of_its_own_or_lies_in_a_stack():
    table = open_table()
    entry = table.do(CHAIRMAN, FOUND, THREE, PAPER, "двойной лист", **TWO)
    table.do(CHAIRMAN, FOUND, {BLUE: 1}, PAPER, "нашёлся", ERLAN, **TWO)
    assert (table.left(BLUE, f"safe:{entry.id}"), table.left(BLUE, stack(ERLAN))) == (3, 11)
    assert (table.left(BLUE, SURPLUS), table.day.accounts.came_in(BLUE)) == (-4, 44)
    table.do(SECRETARY, BACK, entry.id, "пересчитали", **TWO)
    assert (table.left(BLUE, SURPLUS), table.left(BLUE, SAFE)) == (-1, 0)
    assert table.conflicts() == []


def test_members_state_no_loss_but_their_own_damage():
    for verb in (WITHDRAW, SEND, LOST, FOUND):
        no = topped_up().refused(ERLAN, verb, THREE, PAPER, WHY, **TWO)
        assert no.reason == Reason.ROLE_WRONG


def test_more_than_the_journal_knows_of_is_recorded_all_the_same():
    table = named_table()
    record = SEND.recorded("приказ № 1", "отдали раньше")
    table.do(CHAIRMAN, record, THREE, "приказ № 1", **TWO)
    assert (table.left(BLUE, SENT_BACK), table.left(BLUE, SAFE)) == (3, -3)
    assert ("overdrawn", {"ballot": BLUE, "holder": SAFE}) in table.conflicts()
    assert adds_up(table.day, BLUE)


def test_two_desks_that_take_one_act_back_are_a_conflict():
    table = damaged_table()
    back = table.do(SECRETARY, BACK, FIRST, "не те", **TWO).event
    table.do(SECRETARY, lambda _day, _act: back)
    nothing = losses.LossTakenBack("1-999", "x", ())
    table.do(SECRETARY, lambda _day, _act: nothing)
    kinds = [kind for kind, _ in table.conflicts()]
    assert kinds == ["overdrawn", "corrected_twice", "corrects_nothing"]
    assert table.day == replay(table.day.election, table.day.roll, table.day.entries)
