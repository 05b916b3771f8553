"""An invented list is lifelike, sound, and the same for the same seed."""

import hashlib
from collections import Counter, defaultdict
from datetime import date
from random import Random

import pytest

from precinct_app.domain import iin
from precinct_app.domain.letters import kazakh_key
from precinct_app.lists.intake import Terms, check_list
from precinct_app.training.families import Person
from precinct_app.training.names import KAZAKH, RUSSIAN
from precinct_app.training.people import iins, invent_list, invent_voters

VOTING_DAY = date(2023, 3, 19)
VOTERS = invent_voters(3_000, 1)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 100, 1_186])
def test_as_many_voters_as_asked_are_invented(count):
    voters = invent_voters(count, 5)
    assert len(voters) == count
    assert [voter.id for voter in voters] == [str(n) for n in range(1, count + 1)]


def test_the_same_seed_gives_the_same_and_another_another():
    assert invent_voters(300, 7) == invent_voters(300, 7)
    assert invent_voters(300, 7) != invent_voters(300, 8)


def test_the_same_seed_gives_the_same_file(tmp_path):
    for name in ("1.xlsx", "2.xlsx"):
        invent_list(60, 3, tmp_path / name)
    first, second = (
        hashlib.sha256((tmp_path / f"{n}.xlsx").read_bytes()).hexdigest() for n in "12"
    )
    assert first == second


@pytest.mark.parametrize(("count", "seed"), [(1, 1), (50, 2), (1_186, 3), (3_000, 1)])
def test_an_invented_list_is_accepted_without_a_warning(tmp_path, count, seed):
    path = tmp_path / "list.xlsx"
    invent_list(count, seed, path)
    report = check_list(path, Terms(VOTING_DAY, frozenset({"all"}), 18, 3_000))
    assert (report.rows, report.accepted, report.items) == (count, count, ())
    assert list(report.voters) == invent_voters(count, seed)


def test_every_iin_is_sound_unlikely_and_of_its_birth():
    assert len({voter.iin for voter in VOTERS}) == len(VOTERS)
    for voter in VOTERS:
        assert iin.is_sound(voter.iin)
        assert str(iin.birth_date(voter.iin)) == voter.birth
        assert voter.iin[7] == "9"


def test_names_agree_with_the_sex_of_the_iin():
    of = {name: "male" for names in (KAZAKH, RUSSIAN) for name in names.men}
    of |= {name: "female" for names in (KAZAKH, RUSSIAN) for name in names.women}
    his, hers = ("ұлы", "вич", "ьич"), ("қызы", "вна", "ична")
    for voter in VOTERS:
        sex = iin.sex(voter.iin)
        assert of[voter.first_name] == sex
        assert voter.patronymic.endswith(his if sex == "male" else hers)
        if voter.surname.endswith(("ов", "ев", "ский")):
            assert sex == "male"
        if voter.surname.endswith(("ова", "ева", "ская")):
            assert sex == "female"


def test_both_kinds_of_patronymics_and_both_sexes_are_there():
    endings = Counter(voter.patronymic[-3:] for voter in VOTERS)
    assert all(endings[ending] > 100 for ending in ("ұлы", "ызы", "вич", "вна"))
    women = sum(iin.sex(voter.iin) == "female" for voter in VOTERS) / len(VOTERS)
    assert 0.45 < women < 0.58


def test_everybody_is_of_age_and_the_ages_are_those_of_a_country():
    ages = [2023 - int(voter.birth[:4]) for voter in VOTERS]
    assert max(voter.birth for voter in VOTERS) <= "2005-03-19"
    assert max(ages) < 100
    share = {
        first: sum(first <= age < first + 20 for age in ages) / len(ages)
        for first in (18, 38, 58, 78)
    }
    assert share[18] > share[38] > share[58] > share[78] > 0.01


def test_families_live_at_one_address():
    homes = defaultdict(list)
    for voter in VOTERS:
        homes[voter.address].append(voter)
    assert 1.8 < len(VOTERS) / len(homes) < 3.5
    stems = [{voter.surname[:4] for voter in home} for home in homes.values() if len(home) > 1]
    assert sum(len(stem) == 1 for stem in stems) > 0.7 * len(stems)
    children = [
        voter
        for home in homes.values()
        for father in home
        for voter in home
        if voter.patronymic.startswith(father.first_name)
    ]
    assert len(children) > 100


def test_there_are_a_few_namesakes_and_none_born_on_one_day():
    names = Counter(voter.name for voter in VOTERS)
    assert 2 <= sum(count > 1 for count in names.values()) < 100
    assert len({(voter.name, voter.birth) for voter in VOTERS}) == len(VOTERS)


def test_books_are_split_by_street_and_stand_in_the_kazakh_order():
    books = defaultdict(list)
    streets = defaultdict(set)
    for voter in VOTERS:
        books[voter.book].append(voter)
        streets[voter.street].add(voter.book)
    assert sorted(books) == ["1", "2", "3"]
    assert all(len(found) == 1 for found in streets.values())
    for book in books.values():
        keys = [kazakh_key(voter.name) for voter in book]
        assert keys == sorted(keys)
        assert [(voter.page, voter.line) for voter in book] == [
            (str(n // 20 + 1), str(n % 20 + 1)) for n in range(len(book))
        ]


def test_a_day_of_birth_has_serials_for_many_and_says_when_it_has_none():
    born_together = [Person("", "", "", "male", date(1970, 1, 1))] * 900
    numbers = iins(born_together, Random(1))
    assert len(set(numbers)) == 900
    assert all(iin.is_sound(number) for number in numbers)
    with pytest.raises(ValueError, match="no serial is left for 1970-01-01"):
        iins(born_together * 2, Random(1))
