"""Join what each typed word found, best first."""

from collections.abc import Sequence

from precinct_app.search.lexicon import Grades


def together(sides: Sequence[Grades]) -> list[int]:
    """Find the voters whom every side knows, in sets from the best sum of grades down."""
    if not sides:
        return []
    joined = dict(sides[0])
    for side in sides[1:]:
        both: dict[int, int] = {}
        for grade, voters in joined.items():
            for more, others in side.items():
                if shared := voters & others:
                    both[grade + more] = both.get(grade + more, 0) | shared
        joined = both
    return [joined[grade] for grade in sorted(joined)]


def either(*sides: Grades) -> Grades:
    """Unite what several sides found, grade by grade."""
    united: dict[int, int] = {}
    for side in sides:
        for grade, voters in side.items():
            united[grade] = united.get(grade, 0) | voters
    return united


def everyone(sets: Sequence[int]) -> int:
    """Unite sets of voters into one."""
    united = 0
    for voters in sets:
        united |= voters
    return united


def first(voters: int, most: int) -> list[int]:
    """List the lowest places of a set."""
    places: list[int] = []
    while voters and len(places) < most:
        lowest = voters & -voters
        places.append(lowest.bit_length() - 1)
        voters ^= lowest
    return places
