"""A stack in a signed envelope in the safe, which comes back uncounted."""

from precinct_app.domain.accounts import SAFE, stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import envelopes, handover, stock
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    open_table,
)
from tests.domain.refusals import No, each, hear

SEAL, TAKE = envelopes.seal_stack, envelopes.take_envelope


def lunch_table():
    """Erlan's stack lies in the safe in an envelope; the entry is FIRST."""
    table = open_table()
    table.do(ERLAN, SEAL, ERLAN, "подпись Ж.")
    return table


def back_table():
    table = lunch_table()
    table.do(ERLAN, TAKE, FIRST)
    return table


REFUSALS = [
    No("the stack of a stranger is not sealed", Reason.MEMBER_UNKNOWN, CHAIRMAN, SEAL,
       ("77", "подпись")),
    No("nobody seals the stack of a colleague who is away", Reason.NOT_PRESENT, OLGA, SEAL,
       (ERLAN, "подпись")),
    No("an envelope without a signature is no envelope", Reason.SEAL_MISSING, ERLAN, SEAL,
       (ERLAN, " ")),
    No("an empty stack is not sealed", Reason.NOTHING_CHOSEN, ERLAN, SEAL, (ERLAN, "подпись"),
       day=lunch_table),
    No("an envelope that is not there is not taken", Reason.ENTRY_UNKNOWN, ERLAN, TAKE, ("1-999",)),
    No("an envelope is taken once", Reason.ENVELOPE_TAKEN, ERLAN, TAKE, (FIRST,), day=back_table),
    No("nobody takes the envelope of a colleague", Reason.NOT_PRESENT, OLGA, TAKE, (FIRST,),
       day=lunch_table),
    No("nothing is handed out of a members envelope", Reason.PACK_SEALED, CHAIRMAN,
       stock.hand_out_ballots, (OLGA, {BLUE: 1}), day=lunch_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_the_whole_stack_lies_in_the_safe_and_comes_back_as_it_was():
    table = lunch_table()
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, f"safe:{FIRST}")) == (0, 10)
    assert table.left(GREEN, SAFE) == 10
    assert table.day.envelopes[FIRST].seal == "подпись Ж."
    table.do(ERLAN, TAKE, FIRST)
    assert [table.left(ballot, stack(ERLAN)) for ballot in ELECTION.ballot_ids] == [10] * 5
    assert not table.day.envelopes[FIRST].open
    assert adds_up(table.day, BLUE)


def test_the_chairman_gives_the_envelope_back_to_its_member_only():
    table = lunch_table()
    entry = table.do(CHAIRMAN, TAKE, FIRST)
    assert entry.event.issuer == ERLAN
    assert table.left(BLUE, stack(ERLAN)) == 10


def test_a_counted_hand_over_is_another_thing():
    table = lunch_table()
    no = table.refused(ERLAN, handover.hand_over_ballots, ERLAN, OLGA, {BLUE: 1})
    assert no.reason == Reason.NOT_ENOUGH


def test_what_a_recorded_breach_took_out_of_it_does_not_come_back():
    table = lunch_table()
    record = stock.hand_out_ballots.recorded("акт № 4", "взяли из конверта")
    table.do(CHAIRMAN, record, OLGA, {BLUE: 4}, witness=SECRETARY)
    table.do(ERLAN, TAKE, FIRST)
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, stack(OLGA))) == (6, 14)
    assert [kind for kind, _ in table.conflicts()] == ["breach"]


def test_two_desks_that_take_one_envelope_are_a_conflict():
    table = lunch_table()
    taken = table.do(ERLAN, TAKE, FIRST).event
    table.do(ERLAN, lambda _day, _act: taken)
    assert ("envelope_taken", {"envelope": FIRST}) in table.conflicts()
    assert table.day == replay(table.day.election, table.day.roll, table.day.entries)
