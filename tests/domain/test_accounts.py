"""Ballots are money: each paper is on one account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precinct_app.domain.accounts import (
    CANCELLED,
    DAMAGED,
    EXCHANGED,
    MISSING,
    ORIGINS,
    PACK,
    RECEIVED,
    RETURNED,
    SAFE,
    SENT_BACK,
    SURPLUS,
    VOTERS,
    WAY,
    WITHDRAWN,
    Accounts,
    Move,
    in_safe,
    stack,
)

HOLDERS = (
    RECEIVED, SURPLUS, SAFE, "safe:1-7", stack("4"), "way:1-9", "bag:2-3", VOTERS, EXCHANGED,
    RETURNED, DAMAGED, WITHDRAWN, SENT_BACK, MISSING, CANCELLED,
)  # fmt: skip
holders = st.sampled_from(HOLDERS)
moves = st.builds(Move, st.sampled_from(("maz_pl", "reg_pl")), holders, holders, st.integers(0, 99))


def after(*made: Move, born: str = "1-5") -> Accounts:
    accounts = Accounts()
    list(accounts.transfer(made, born))
    return accounts


@given(moves)
def test_a_move_is_one_line_of_text_and_back(move):
    assert Move.from_text(str(move)) == move


def test_the_line_of_a_move():
    move = Move("maz_pl", stack("4"), VOTERS, 1)
    assert str(move) == "maz_pl member:4 voters 1"


@pytest.mark.parametrize("line", ["", "maz_pl safe voters", "maz_pl safe voters x", "a b c 1 2"])
def test_a_line_that_is_no_move_is_a_fault(line):
    with pytest.raises(ValueError, match=r"unpack|invalid literal"):
        Move.from_text(line)


@given(st.lists(moves, max_size=30))
def test_whatever_moves_all_accounts_add_up_to_what_came_in(made):
    accounts = after(*made)
    for ballot, held in accounts.balances.items():
        assert sum(held.values()) == 0
        assert accounts.came_in(ballot) == sum(
            count for name, count in held.items() if name not in ORIGINS
        )


@given(st.lists(moves, max_size=30))
def test_an_account_that_a_move_leaves_below_zero_is_told(made):
    accounts = Accounts()
    for move in made:
        (*told,) = accounts.transfer((move,), "1-5")
        below = accounts.left(move.ballot, move.source) < 0 and move.source not in ORIGINS
        if move.source != SAFE:
            assert told == ([move] if below else [])


def test_only_what_comes_from_outside_may_be_below_zero():
    accounts = Accounts()
    (*told,) = accounts.transfer(
        (Move("maz_pl", RECEIVED, SAFE, 10), Move("maz_pl", SURPLUS, SAFE, 2)), "1-5"
    )
    assert told == []
    assert accounts.came_in("maz_pl") == 12
    (*told,) = accounts.transfer((Move("maz_pl", stack("4"), VOTERS, 1),), "1-6")
    assert told == [Move("maz_pl", "member:4", VOTERS, 1)]


def test_a_name_that_ends_in_a_colon_is_completed_with_the_entry():
    accounts = after(Move("maz_pl", RECEIVED, PACK, 10), Move("maz_pl", "safe:1-5", WAY, 4))
    assert accounts.balances["maz_pl"] == {RECEIVED: -10, "safe:1-5": 6, "way:1-5": 4}


def test_the_safe_is_all_its_packs_and_what_lies_loose():
    accounts = after(
        Move("maz_pl", RECEIVED, "safe:1-5", 10),
        Move("maz_pl", RECEIVED, "safe:1-6", 20),
        Move("maz_pl", RECEIVED, SAFE, 3),
        Move("maz_pl", "safe:1-5", stack("4"), 10),
    )
    assert accounts.left("maz_pl", SAFE) == 23
    assert accounts.safe_packs("maz_pl") == [("safe:1-6", 20), (SAFE, 3)]
    assert accounts.summary() == {"maz_pl": {"safe": 23, "voters": 0, "member:4": 10}}


def test_a_ballot_that_never_came_is_nowhere():
    accounts = Accounts()
    assert (accounts.left("grey", SAFE), accounts.left("grey", VOTERS)) == (0, 0)
    assert (accounts.came_in("grey"), accounts.safe_packs("grey")) == (0, [])
    assert accounts.summary() == {}


@pytest.mark.parametrize("holder", HOLDERS)
def test_only_the_safe_and_its_packs_lie_in_the_safe(holder):
    assert in_safe(holder) == (holder in {SAFE, "safe:1-7"})


def test_an_empty_account_is_not_shown_but_the_safe_and_the_voters_always():
    accounts = after(
        Move("maz_pl", RECEIVED, stack("4"), 2),
        Move("maz_pl", stack("4"), VOTERS, 2),
        Move("maz_pl", VOTERS, CANCELLED, 2),
    )
    assert accounts.summary() == {"maz_pl": {"safe": 0, "voters": 0, "cancelled": 2}}
