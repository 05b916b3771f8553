"""A queue of fifty from four stacks."""

from precinct_app.domain.accounts import stack
from tests.store.files import FIVE
from tests.ui.days import ISSUERS
from tests.ui.voting import ENTER

QUEUE = 50


def test_a_queue_of_fifty_is_served_from_four_stacks_with_keys_alone(voting):
    before = len(voting.day.entries)
    surnames = [voting.day.voter(str(number)).surname for number in range(7, 7 + QUEUE)]
    for place, surname in enumerate(surnames):
        voting.choose(2 + place % 4)
        voting.type(surname)
        voting.press(ENTER, ENTER)
        voting.answer()
    assert [issuer for _, issuer in voting.issues()] == [ISSUERS[n % 4] for n in range(QUEUE)]
    assert [voter for voter, _ in voting.issues()] == [str(n) for n in range(7, 7 + QUEUE)]
    kinds = {entry.kind for entry in voting.day.entries[before:]}
    assert kinds == {"ballots_issued"}, "no PIN was typed, nothing else was written"
    for place, issuer in enumerate(ISSUERS):
        served = len(range(place, QUEUE, 4))
        assert [voting.day.left(ballot, stack(issuer)) for ballot in FIVE] == [100 - served] * 5
    assert voting.day.conflicts == []
    assert voting.day.served() == QUEUE
