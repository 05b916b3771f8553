"""The mix of searches is the one promised, and the voters it means are found."""

import pytest

from precinct_app.search import Index
from precinct_app.training.people import invent_voters
from tests.bench.search_mix import SEED, queries


@pytest.fixture(scope="module")
def voters():
    return invent_voters(500, SEED)


def test_the_mix_is_a_thousand_and_always_the_same(voters):
    mix = queries(voters, SEED)
    assert len(mix) == 1000
    assert mix == queries(voters, SEED)
    assert mix != queries(voters, SEED + 1)


def test_most_of_the_mix_are_beginnings_of_up_to_four_letters(voters):
    short = [text for text in queries(voters, SEED) if len(text) <= 4 and not text.isascii()]
    assert 600 <= len(short) <= 640


def test_nearly_every_query_of_the_mix_finds_somebody(voters):
    index = Index(voters)
    lost = [text for text in queries(voters, SEED) if not index.find(text).hits]
    assert len(lost) <= 5, lost
