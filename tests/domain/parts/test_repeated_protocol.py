"""A second protocol that was signed without being reopened: recorded, and never the same one."""

from precinct_app.domain.figures.repeated import copies_to_renew
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import protocol, publishing
from precinct_app.errors import Reason
from tests.domain.days import BLUE, CHAIRMAN, SECRETARY
from tests.domain.evening import SIGNERS, kind_of, posted_table


def test_a_protocol_signed_once_more_is_another_one_beside_the_first_art_43_8():
    table = posted_table()
    first = kind_of(table, BLUE).signed
    table.do(SECRETARY, publishing.give_copy, BLUE, True, words="наблюдатель Сапаров")
    again = protocol.sign_protocol.recorded("второй лист", "первый залили чаем")
    table.do(CHAIRMAN, again, BLUE, SIGNERS, witness=SECRETARY)
    kind = kind_of(table, BLUE)
    assert (kind.number, kind.signed.number, kind.earlier) == (2, 2, (first,))
    assert [copy.words for copy in copies_to_renew(table.day, BLUE)] == ["наблюдатель Сапаров"]
    assert kind.posted == ""
    assert table.day.breaches[-1].offences[0].reason == Reason.ALREADY_SIGNED
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
