"""How fast a voter is found, in a fixed mix of what clerks type."""

import random
from collections.abc import Iterable, Sequence
from functools import partial

from precinct_app.domain.letters import KAZAKH_ALPHABET
from precinct_app.domain.voters import Voter
from precinct_app.search import Index
from precinct_app.training.people import invent_voters
from tests.bench.figure import Figure, percentile, seconds

SEED = 214
# Of a thousand: 150 words typed key by key up to four letters, 200 slips, 100 and 100.
KEY_BY_KEY, SLIPS, LAYOUTS, LATIN = 150, 200, 100, 100
LETTERS_TYPED = (1, 2, 3, 4)

_KEYS = str.maketrans(
    "ёйцукенгшщзхъфывапролджэячсмитьбюәіңғүұқөһ", "`qwertyuiop[]asdfghjkl;'zxcvbnm,.2345890-="
)
_PASSPORT = """
а a, ә a, б b, в v, г g, ғ g, д d, е e, ё yo, ж zh, з z, и i, й y, к k, қ k, л l, м m, н n, ң n
о o, ө o, п p, р r, с s, т t, у u, ұ u, ү u, ф f, х kh, һ h, ц ts, ч ch, ш sh, щ shch, ы y, і i
э e, ю yu, я ya
"""
_LATIN = dict(map(str.split, _PASSPORT.strip().replace("\n", ",").split(","))) | dict.fromkeys(
    "ъь", ""
)


def figures() -> Iterable[Figure]:
    """Measure the mix at 3,000 and at 30,000 voters."""
    for count, target in ((3_000, 3.0), (30_000, 8.0)):
        yield from _figures(count, target)


def _figures(count: int, target: float) -> Iterable[Figure]:
    voters = invent_voters(count, SEED)
    built: list[Index] = []
    spent = seconds(lambda: built.append(Index(voters)))
    index = built[0]
    taken = [1000 * seconds(partial(index.find, text)) for text in queries(voters, SEED)]
    yield Figure(f"search call, {count:,} voters, p95", percentile(taken, 95), "ms", target=target)
    yield Figure(f"search call, {count:,} voters, p50", percentile(taken, 50), "ms")
    yield Figure(f"search call, {count:,} voters, longest", max(taken), "ms")
    yield Figure(f"search index of {count:,} voters", 1000 * spent, "ms")


def queries(voters: Sequence[Voter], seed: int) -> list[str]:
    """Invent the mix of 1,000 for these voters, the same for the same seed."""
    chance = random.Random(seed)
    typed: list[str] = []
    for _ in range(KEY_BY_KEY):
        word = _word(chance.choice(voters), chance)
        typed += [word[:letters] for letters in LETTERS_TYPED]
    typed += [_slip(_name(chance.choice(voters), chance), chance) for _ in range(SLIPS)]
    typed += [_name(chance.choice(voters), chance).translate(_KEYS) for _ in range(LAYOUTS)]
    typed += [_passport(_name(chance.choice(voters), chance)) for _ in range(LATIN)]
    chance.shuffle(typed)
    return typed


def _word(voter: Voter, chance: random.Random) -> str:
    return chance.choice([voter.surname, voter.surname, voter.first_name]).casefold()


def _name(voter: Voter, chance: random.Random) -> str:
    """Give a surname, every other time with the first name."""
    parts = [voter.surname, voter.first_name][: chance.choice([1, 2])]
    return " ".join(parts).casefold()


def _slip(name: str, chance: random.Random) -> str:
    """Make one slip: a letter wrong, missing, too much, or two swapped."""
    place = chance.randrange(len(name.split(maxsplit=1)[0]) - 1)
    wrong = chance.choice(KAZAKH_ALPHABET).casefold()
    before, one, two, after = name[:place], name[place], name[place + 1], name[place + 2 :]
    return before + chance.choice([wrong + two, two, one + wrong + two, two + one]) + after


def _passport(name: str) -> str:
    return "".join(_LATIN.get(letter, letter) for letter in name)
