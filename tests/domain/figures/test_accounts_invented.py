"""Two thousand invented accounts: our identities hold in each, and the naive one in few."""

from collections import Counter

import pytest

from precinct_app.domain.figures.lines import lines_of, verdicts_of
from tests.domain.days import adds_up
from tests.domain.figures.accounts import KINDS, STEPS, Account

ACCOUNTS, PARTS = 1000, 10
IDENTITIES = {"C3b", "C4", "C5", "C5b", "C6", "C7", "C7m"}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_identities_hold_in_each_account_and_the_naive_ratio_in_few(part):
    """Two kinds a day make 2,000 accounts; ``received = voters + cancelled`` is the naive one."""
    naive = differing = 0
    for seed in range(part, ACCOUNTS, PARTS):
        table = Account(seed).play()
        for ballot in KINDS:
            asked = [one.verdict for one in verdicts_of(table.day, ballot)]
            told = [one for one in asked if one.control in IDENTITIES]
            assert {one.control for one in told} == IDENTITIES
            assert [one for one in told if not one.holds] == [], (seed, ballot)
            assert adds_up(table.day, ballot)
            lines = lines_of(table.day, ballot)
            assert min(lines.values()) >= 0
            naive += lines["8"] != lines["2"] + lines["9"]
            differing += lines["9c"] + lines["11b"] != lines["8c"] + lines["11a"]
    accounts = len(KINDS) * ACCOUNTS // PARTS
    assert naive == differing > accounts / 2


def test_everything_that_can_happen_to_a_paper_happened_in_them():
    happened: Counter[str] = Counter()
    for seed in range(100):
        account = Account(seed)
        account.play()
        happened.update(account.happened)
    assert set(happened) == set(STEPS)
    assert min(happened.values()) > 50, happened
