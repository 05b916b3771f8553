"""Signs that people copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.crockford import SIGNS, in_fours, read_signs, write_signs

some_bytes = st.binary(max_size=40)


@given(some_bytes)
def test_what_is_written_is_read_back(data):
    signs = write_signs(data)
    assert set(signs) <= set(SIGNS)
    assert len(signs) == -(-len(data) * 8 // 5)
    assert read_signs(signs) == data


@given(some_bytes, st.randoms())
def test_it_is_read_however_it_was_copied(data, chance):
    misread = {"0": "0Oo", "1": "1IiLl"}
    copied = "".join(
        chance.choice(misread.get(sign, sign + sign.lower())) + chance.choice(("", " ", "-"))
        for sign in in_fours(write_signs(data))
    )
    assert read_signs(copied) == data


@pytest.mark.parametrize(
    ("data", "signs"),
    [
        (b"", ""),
        (b"\x00", "00"),
        (b"\xff", "ZW"),
        (b"hello", "D1JPRV3F"),
        (bytes(range(5)), "000G40R4"),
    ],
)
def test_the_signs_are_crockfords(data, signs):
    assert write_signs(data) == signs


def test_there_are_32_signs_and_none_of_those_that_are_misread():
    assert len(set(SIGNS)) == len(SIGNS) == 32
    assert not set("ILOU") & set(SIGNS)


@given(st.text(st.sampled_from(SIGNS), max_size=30))
def test_groups_are_of_four(signs):
    groups = in_fours(signs).split(" ")
    assert "".join(groups) == signs
    assert all(len(group) == 4 for group in groups[:-1])
    assert len(groups[-1]) <= 4
