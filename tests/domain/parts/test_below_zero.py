"""No number below zero is read aloud or signed, whatever it comes from (MISK 2016)."""

from precinct_app.domain.accounts import MISSING, RECEIVED, Move
from precinct_app.domain.parts import announcing, protocol, stock
from precinct_app.errors import Reason
from tests.domain.days import BLUE, CHAIRMAN, SECRETARY, Table
from tests.domain.evening import SIGNERS, cancelled_table, counted_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
READ, SIGN = announcing.announce_figures, protocol.sign_protocol
BLUE_SIGNED = (BLUE, SIGNERS)


def without(table: Table, papers: int) -> Table:
    """Hear from another desk that so many blue ones never came, which nobody missed."""
    event = stock.BallotsReceived(BLUE, 1, 1, "№ 9", (Move(BLUE, MISSING, RECEIVED, papers),))
    table.do(CHAIRMAN, lambda _day, _act: event)
    return table


def unread_table() -> Table:
    """Bring line 8 below zero before the figures are read."""
    return without(cancelled_table(), 41)


def unsigned_table() -> Table:
    """Bring the missing papers of line 11a below zero when all is counted."""
    return without(counted_table(), 1)


REFUSALS = [
    No("no figure below zero is read aloud art 43 4-1", Reason.LINE_NEGATIVE, CHAIRMAN, READ,
       (BLUE,), TWO, "43(4-1)", unread_table),
    No("no number below zero is signed art 43 4-1", Reason.LINE_NEGATIVE, CHAIRMAN, SIGN,
       BLUE_SIGNED, TWO, "43(4-1)", unsigned_table),
    No("no paper makes a number below zero true", Reason.LINE_NEGATIVE, CHAIRMAN,
       SIGN.recorded("акт № 7", "спешили"), BLUE_SIGNED, TWO, "43(4-1)", unsigned_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)
