"""A fact that is recorded: what no journal could be read with again is no fact."""

import pytest

from precinct_app.domain.parts.closing import SignaturesCounted
from precinct_app.domain.phases import ANY_PHASE
from precinct_app.domain.verb import verb
from precinct_app.errors import Reason, Refusal
from tests.domain.days import CHAIRMAN, OLGA, ended_table


@verb(phases=ANY_PHASE)
def count_below_zero(_day, _act):
    """Give an event that its own shape does not read."""
    return SignaturesCounted(-1, 0, 0, {}, {})


@pytest.mark.parametrize("rule", [count_below_zero, count_below_zero.recorded("акт", "так вышло")])
def test_no_event_is_sealed_that_could_not_be_read_again(rule):
    table = ended_table()
    before = list(table.day.entries)
    with pytest.raises(Refusal) as caught:
        table.do(CHAIRMAN, rule, witness=OLGA)
    assert (caught.value.reason, caught.value.facts) == (Reason.BAD_ARGUMENT, {"argument": "main"})
    assert table.day.entries == before
