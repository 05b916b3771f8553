"""Every verb that would change figures that were read aloud is held (art. 43(3-1))."""

from precinct_app.domain.parts import announcing, corrections, issuing, spoiled, stock
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    FIRST,
    GREEN,
    OLGA,
    SECRETARY,
    served_table,
)
from tests.domain.evening import announced_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": OLGA}
PACK = f"1-{len(served_table().day.entries) + 1}"
ALONE = "wrong_voter"


def early_table():
    """Read figures aloud while voting goes on, and record it; a pack of blue is left sealed."""
    table = served_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 5, None, "№ 2")
    for ballot in ELECTION.ballot_ids:
        early = announcing.announce_figures.recorded("акт № 1", "огласили до конца")
        table.do(CHAIRMAN, early, ballot, witness=SECRETARY)
    return table


HELD = (
    ("no ballot is issued", AINUR, issuing.issue_ballots, ("3", (BLUE,), AINUR)),
    ("no ballot is exchanged", AINUR, spoiled.exchange_ballot, ("1", BLUE, AINUR, "defect")),
    ("no ballot is returned", AINUR, spoiled.return_ballot, ("1", BLUE)),
    ("no ballot is taken back", ERLAN, corrections.take_back, (FIRST, ALONE, (GREEN,))),
    ("no mark is moved", ERLAN, corrections.move_mark, (FIRST, "3", ALONE)),
    ("no ballot is charged to another", ERLAN, corrections.charge_to_another,
     (FIRST, OLGA, ALONE)),
    ("no pack is received", CHAIRMAN, stock.receive_ballots, (BLUE, 5, 5)),
    ("no pack is counted", CHAIRMAN, stock.count_pack, (PACK, 5)),
)  # fmt: skip

REFUSALS = [
    No(f"{words} once the figures were read art 43 3-1", Reason.FIGURES_ANNOUNCED, by, rule, args,
       TWO, "43(3-1)", early_table)
    for words, by, rule, args in HELD
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_what_happened_all_the_same_is_recorded_as_a_breach():
    table = announced_table()
    late = issuing.issue_ballots.recorded("список, с. 1", "подписался в восемь")
    table.do(AINUR, late, "3", (BLUE,), AINUR, witness=CHAIRMAN)
    reasons = {offence.reason for offence in table.day.breaches[-1].offences}
    assert Reason.FIGURES_ANNOUNCED in reasons
    assert table.day.has_received("3", BLUE)
