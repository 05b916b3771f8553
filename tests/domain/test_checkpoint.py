"""A checkpoint is where each desk's chain stands, short enough for paper."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.checkpoint import Mark, checkpoint_digest, short_digest
from precinct_app.domain.crockford import read_signs
from tests.domain.days import open_table

heads = st.text(st.sampled_from("0123456789abcdef"), min_size=64, max_size=64)
marks = st.builds(Mark, st.integers(1, 5000), heads)
checkpoints = st.dictionaries(st.integers(1, 12), marks, max_size=4)


def test_the_digest_is_that_of_the_sorted_lines():
    found = checkpoint_digest({10: Mark(2, "bb"), 9: Mark(57, "aa")})
    assert found == hashlib.sha256(b"9 57 aa\n10 2 bb\n").hexdigest()


@given(checkpoints, st.randoms())
def test_the_order_in_which_the_desks_are_known_does_not_matter(checkpoint, chance):
    desks = list(checkpoint)
    chance.shuffle(desks)
    assert checkpoint_digest({desk: checkpoint[desk] for desk in desks}) == checkpoint_digest(
        checkpoint
    )


@given(checkpoints, checkpoints)
def test_two_checkpoints_have_one_digest_only_if_they_are_the_same(one, other):
    assert (checkpoint_digest(one) == checkpoint_digest(other)) == (one == other)


@given(heads)
def test_on_paper_it_is_80_bits_in_four_groups_of_four(digest):
    short = short_digest(digest)
    assert [len(group) for group in short.split(" ")] == [4, 4, 4, 4]
    assert read_signs(short) == bytes.fromhex(digest)[:10]


def test_a_day_knows_the_checkpoint_of_its_desks():
    day = open_table().day
    assert day.desks == {1: Mark(len(day.entries), day.entries[-1].digest)}
