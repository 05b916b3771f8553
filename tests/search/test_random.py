"""Whatever the list and whatever is typed, the search keeps its word."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from precinct_app.domain.letters import KAZAKH_ALPHABET, loose
from precinct_app.domain.voters import Voter
from precinct_app.search import Index

LETTERS = KAZAKH_ALPHABET.casefold()
EVERYBODY = 10_000
SON_OR_DAUGHTER = {"улы", "кызы", "оглы"}
"""What ends a name and is no word of its own: Серік ұлы is found as Серікұлы is."""

LIKE = ["Қадырова", "Кадырова", "Қадыр", "Алия", "Әлия", "Иван", "Иванов", "Ұлан", "Серікқызы"]
words = st.sampled_from(LIKE) | st.text(LETTERS, min_size=1, max_size=6).map(str.capitalize)
names = st.lists(words, min_size=1, max_size=2).map(" ".join) | words.flatmap(
    lambda word: words.map(lambda other: f"{word}-{other}")
)
figures = st.integers(0, 130).map(str)
houses = st.builds(lambda figure, tail: figure + tail, figures, st.sampled_from(["", "а", "/2"]))


@st.composite
def lists(draw: st.DrawFn) -> list[Voter]:
    return [
        Voter(
            id=str(number),
            number=str(number),
            surname=draw(names),
            first_name=draw(names),
            patronymic=draw(words | st.just("")),
            birth=draw(st.sampled_from(["", "1950", "1991-05-09"])),
            iin=draw(st.integers(0, 10**12 - 1).map("{:012}".format)),
            street=draw(st.sampled_from(["", "ул. Абая", "8 Марта", "мкр 5"])),
            house=draw(houses),
            flat=draw(figures | st.just("")),
        )
        for number in range(1, draw(st.integers(1, 12)) + 1)
    ]


typed = st.one_of(
    st.text(max_size=30),
    st.text(LETTERS + " -12" + "qwertyuiop[];',.", max_size=12),
    st.lists(words | figures | st.sampled_from(["ул", "ұлы", "д", "кв"]), max_size=12).map(
        " ".join
    ),
)


def found(index: Index, text: str) -> tuple[str, ...]:
    hits, more = index.find(text, most=EVERYBODY)
    assert not more
    return hits


@given(lists(), st.randoms(use_true_random=False))
def test_every_voter_is_found_by_his_name_in_any_order_and_loosely(voters, chance: random.Random):
    index = Index(voters)
    for voter in voters:
        parts = [part for part in (voter.surname, voter.first_name, voter.patronymic) if part]
        chance.shuffle(parts)
        assert voter.id in found(index, " ".join(parts))
        assert voter.id in found(index, loose(" ".join(parts)).upper())


@given(lists())
def test_every_voter_is_found_by_his_figures(voters):
    index = Index(voters)
    for voter in voters:
        assert found(index, voter.number)[0] == voter.id
        assert voter.id in found(index, voter.iin)
        assert voter.id in found(index, voter.iin[-4:])
        assert voter.id in found(index, f"{voter.street} {voter.house} {voter.flat}")


@given(lists(), typed, st.integers(0, 15))
def test_no_text_finds_a_stranger_or_anybody_twice(voters, text, most):
    index = Index(voters)
    hits, more = index.find(text, most)
    assert len(hits) <= most
    assert len(set(hits)) == len(hits)
    assert set(hits) <= {voter.id for voter in voters}
    assert hits == found(index, text)[: len(hits)]
    assert 0 <= more <= len(voters) - len(hits)
    assert more == 0 or len(hits) == most
    assert index.find(text, most) == Index(voters).find(text, most)


@given(lists(), st.data())
def test_a_list_grown_in_the_day_finds_as_one_made_at_once(voters, data: st.DataObject):
    texts = data.draw(st.lists(typed, min_size=1, max_size=4))
    at_once = Index(voters)
    kept = data.draw(st.integers(0, len(voters)))
    grown = Index(voters[:kept])
    for voter in voters[kept:]:
        grown.find(texts[0])
        grown.add(voter)
    for text in texts:
        assert grown.find(text, most=EVERYBODY) == at_once.find(text, most=EVERYBODY)


@given(lists(), lists(), typed)
def test_a_corrected_list_finds_as_one_that_was_right_from_the_start(wrong, right, text):
    index = Index(wrong)
    for voter in right:
        index.add(voter)
    for voter in wrong[len(right) :]:
        index.remove(voter.id)
    assert index.find(text, EVERYBODY) == Index(right).find(text, EVERYBODY)


@settings(max_examples=50)
@given(lists(), st.text(LETTERS, min_size=1, max_size=1))
@example([Voter(id="1", number="1", surname="Серік Ұлы", first_name="Серік Ұлан")], "ұ")
def test_one_letter_finds_all_whose_name_begins_with_it(voters, letter):
    begun = {
        voter.id
        for voter in voters
        for word in loose(voter.name).split()
        if word.startswith(loose(letter)) and word not in SON_OR_DAUGHTER
    }
    assert begun <= set(found(Index(voters), letter))
