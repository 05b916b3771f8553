"""Packs: what was sealed when the count was over, and under which seal."""

from precinct_app.domain.parts import packs
from precinct_app.errors import Reason
from tests.domain.days import BLUE, CHAIRMAN, OLGA, SECRETARY, Table
from tests.domain.evening import counted_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
SEAL, OPEN = packs.seal_pack, packs.open_pack


def sealed_table() -> Table:
    """Seal two blue papers for the first party."""
    table = counted_table()
    table.do(OLGA, SEAL, "used", 2, "0101", BLUE, "1")
    return table


REFUSALS = [
    No("a pack holds what is listed", Reason.CONTENT_UNKNOWN, OLGA, SEAL, ("tea", 2, "0101"),
       day=counted_table),
    No("a pack of used papers is of one kind", Reason.BALLOT_UNKNOWN, OLGA, SEAL,
       ("used", 2, "0101"), day=counted_table),
    No("a pack of lists is of no kind", Reason.BAD_ARGUMENT, OLGA, SEAL,
       ("lists", 2, "0101", BLUE), day=counted_table),
    No("a pack is of a line of its ballot", Reason.OPTION_UNKNOWN, OLGA, SEAL,
       ("used", 2, "0101", BLUE, "99"), day=counted_table),
    No("a pack holds no fewer than no papers", Reason.AMOUNT_WRONG, OLGA, SEAL,
       ("used", -1, "0101", BLUE), day=counted_table),
    No("a pack holds no more than people can count", Reason.AMOUNT_TOO_LARGE, OLGA, SEAL,
       ("used", 100_001, "0101", BLUE), day=counted_table),
    No("a pack has a seal", Reason.REASON_MISSING, OLGA, SEAL, ("used", 2, " ", BLUE),
       day=counted_table),
    No("a pack that is not there is not opened", Reason.NO_SUCH_PACK, CHAIRMAN, OPEN,
       (2, "пересчёт"), TWO, day=sealed_table),
    No("a pack is not opened without a reason", Reason.REASON_MISSING, CHAIRMAN, OPEN, (1, " "),
       TWO, day=sealed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_packs_are_numbered_with_content_count_and_seal():
    table = sealed_table()
    table.do(OLGA, SEAL, "lists", 3, "0102")
    used, lists = table.day.packs
    assert used[2:] == ("used", BLUE, "1", 2, "0101", "")
    assert (lists.number, lists.content, lists.ballot, lists.papers) == (2, "lists", "", 3)


def test_a_pack_is_opened_by_two_and_sealed_anew_under_another_number():
    table = sealed_table()
    table.do(CHAIRMAN, OPEN, 1, "пересчёт", witness=SECRETARY)
    table.do(OLGA, SEAL, "used", 2, "0103", BLUE, "1")
    assert [bool(pack.opened) for pack in table.day.packs] == [True, False]
    assert table.refused(CHAIRMAN, OPEN, 1, "ещё раз", **TWO).reason == Reason.NO_SUCH_PACK


def test_a_pack_that_two_desks_open_is_told():
    table = sealed_table()
    for _ in range(2):
        table.do(CHAIRMAN, lambda _day, _act: packs.PackOpened(1, "пересчёт"))
    assert table.conflicts() == [("pack_not_sealed", {"pack": 1})]
