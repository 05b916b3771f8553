"""What people type or paste is made fit for the journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.shape import ShapeFault, reader
from precinct_app.domain.typed import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  акт  № 5 ", "акт № 5"),
        ("акт\u00a0№\u202f5", "акт № 5"),
        ("первая\r\nвторая\u2028третья", "первая вторая третья"),
        ("Қа\u00adды\u200bрова\ufeff", "Қадырова"),
        ("\u0438\u0306од", "йод"),
        ("\u0438\u200d\u0306од", "йод"),
        ("\x00\x07", ""),
        ("", ""),
        ("half \ud83d sign", "half sign"),
        ("«қорытынды» 👍", "«қорытынды» 👍"),
    ],
)
def test_a_typed_text_is_tidied(typed, kept):
    assert tidy(typed) == kept


@given(st.text(st.characters()))
def test_whatever_is_typed_is_empty_or_can_be_read_from_a_journal(typed):
    kept = tidy(typed)
    if kept:
        assert reader(str)(kept, "reason") == kept
    else:
        with pytest.raises(ShapeFault):
            reader(str)(kept, "reason")
    assert tidy(kept) == kept
