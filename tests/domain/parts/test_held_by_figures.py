"""Every verb that would change figures that were read aloud is held (art. 43(3-1))."""

from collections.abc import Callable

from precinct_app.domain.parts import (
    additions,
    announcing,
    certificates,
    corrections,
    issuing,
    spoiled,
    stock,
)
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
    Table,
    served_table,
)
from tests.domain.decided import CARRIED
from tests.domain.evening import announced_table
from tests.domain.parts import test_additions, test_certificates
from tests.domain.refusals import No, each, hear

TWO = {"witness": OLGA}
PACK = f"1-{len(served_table().day.entries) + 1}"
ALONE = "wrong_voter"


def sealed_pack_table() -> Table:
    """Serve voter 1 while voting goes on; a pack of blue is left sealed."""
    table = served_table()
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 5, None, "№ 2")
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

CHANGES = (
    ("nobody is added", additions.add_voter, (test_additions.ROW, *test_additions.PAPERS),
     test_additions.struck),
    ("no row is corrected", additions.correct_voter, ("1", {"house": "9"}, CARRIED, "№ 6"),
     test_additions.struck),
    ("nobody is struck", additions.strike_voter, ("3", "died", CARRIED, "№ 6"),
     test_additions.struck),
    ("nobody is put back", additions.put_back_voter, ("2", CARRIED, "№ 7"), test_additions.struck),
    ("no certificate is brought back", certificates.bring_back_certificate, ("1",),
     test_certificates.issued),
    ("no certificate is accepted", certificates.accept_certificate,
     (test_certificates.GUEST, (BLUE,), "777001"), test_additions.struck),
)  # fmt: skip


def read(begun: Callable[[], Table]) -> Callable[[], Table]:
    """Read the figures of every kind aloud on another day, and record it."""

    def day() -> Table:
        table = begun()
        for ballot in ELECTION.ballot_ids:
            early = announcing.announce_figures.recorded("акт № 1", "огласили до конца")
            table.do(CHAIRMAN, early, ballot, witness=SECRETARY)
        return table

    return day


REFUSALS = [
    *(No(f"{words} once the figures were read art 43 3-1", Reason.FIGURES_ANNOUNCED, by, rule,
         args, TWO, "43(3-1)", read(sealed_pack_table))
      for words, by, rule, args in HELD),
    *(No(f"{words} once the figures were read art 43 3-1", Reason.FIGURES_ANNOUNCED, CHAIRMAN,
         rule, args, TWO, "43(3-1)", read(begun))
      for words, rule, args, begun in CHANGES),
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
