"""Ask the control ratios of an election, with the numbers of both sides."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from precinct_app.domain.election import Control
from precinct_app.domain.sides import Sum, Term

# Line to number; a repeated line stands once per holder: ``3.<member>``, ``10a.<box>``,
# ``5.<option>``, ``t.<HH:MM>``.
Figures = Mapping[str, int]

REPEATED_SCOPES = ("per_issuing_member", "per_portable_box")


class Verdict(NamedTuple):
    """A control with its numbers; ``where`` is the member or box it was asked for.

    ``holds`` is None as long as lines are ``missing``; then the numbers are None too.
    """

    control: str
    where: str
    left: int | None
    right: int | None
    holds: bool | None
    missing: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What a relation found: the two numbers to be shown, and whether it holds."""

    left: int
    right: int
    holds: bool


class Side(NamedTuple):
    """The numbers of one side in their order, families spread out and sorted by holder."""

    names: tuple[str, ...]
    numbers: tuple[int, ...]


Relation = Callable[[Side, Side], Finding]


def verdict(control: Control, figures: Figures, where: str = "") -> Verdict:
    """Ask one control; ``where`` names the member or box of a repeated scope."""
    left, right = _side(control.left, figures, where), _side(control.right, figures, where)
    missing = [name for name in (*left.names, *right.names) if name not in figures]
    if missing:
        return Verdict(control.id, where, None, None, None, tuple(missing))
    found = RELATIONS[control.relation](left, right)
    return Verdict(control.id, where, *found)


def verdicts(control: Control, figures: Figures) -> tuple[Verdict, ...]:
    """Ask one control wherever its scope repeats it: once per member or portable box."""
    if control.scope not in REPEATED_SCOPES:
        return (verdict(control, figures),)
    lines = {term.line for term in (*control.left.terms, *control.right.terms)}
    holders = {name.partition(".")[2] for name in figures if name.partition(".")[0] in lines}
    return tuple(verdict(control, figures, where) for where in sorted(holders - {""}))


def percent(part: int, whole: int) -> int:
    """Reckon a share in hundredths of a percent, half upwards; 0 of a whole of 0."""
    return (20_000 * part + whole) // (2 * whole) if whole else 0


def is_share(stated: int, part: int, whole: int) -> bool:
    """Tell whether a share is right to half a hundredth of a percent, ties either way."""
    return 2 * abs(stated * whole - 10_000 * part) <= whole if whole else stated == 0


def with_reserve(voters: int, percents: int) -> int:
    """Reckon the most ballots for so many voters: with the reserve, rounded up (art. 37(3))."""
    return -(-voters * (100 + percents) // 100)


def _side(side: Sum, figures: Figures, where: str) -> Side:
    names: list[str] = []
    numbers: list[int] = []
    for term in side.terms:
        for name in _names(term, figures, where):
            names.append(name)
            numbers.append(term.sign * figures.get(name, 0))
    return Side(tuple(names), tuple(numbers))


def _names(term: Term, figures: Figures, where: str) -> list[str]:
    if term.family:
        return sorted(
            name for name in figures if name.partition(".")[0] == term.line and "." in name
        )
    return [f"{term.line}.{where}" if where else term.line]


def _equal(left: Side, right: Side) -> Finding:
    one, other = sum(left.numbers), sum(right.numbers)
    return Finding(one, other, one == other)


def _at_most(left: Side, right: Side) -> Finding:
    one, other = sum(left.numbers), sum(right.numbers)
    return Finding(one, other, one <= other)


def _difference_or_zero(left: Side, right: Side) -> Finding:
    """Expect the right sum on the left, or 0 where that sum is below 0."""
    one, other = sum(left.numbers), max(0, sum(right.numbers))
    return Finding(one, other, one == other)


def _none_below_zero(left: Side, right: Side) -> Finding:
    """Expect no line below 0; shown is the lowest."""
    lowest = min((*left.numbers, *right.numbers), default=0)
    return Finding(lowest, 0, lowest >= 0)


def _never_falls(left: Side, right: Side) -> Finding:
    """Expect numbers that never fall; shown is the first fall, else the last step."""
    steps = list(pairwise((*left.numbers, *right.numbers))) or [(0, 0)]
    before, after = next((step for step in steps if step[0] > step[1]), steps[-1])
    return Finding(before, after, before <= after)


def _ends_at(left: Side, right: Side) -> Finding:
    """Expect the right sum as the last number on the left."""
    last, due = (0, *left.numbers)[-1], sum(right.numbers)
    return Finding(last, due, last == due)


def _shares(left: Side, right: Side) -> Finding:
    """Expect each number on the left to be its neighbour's share of the right sum."""
    whole = sum(right.numbers)
    if len(right.numbers) != len(left.numbers):
        return Finding(len(left.numbers), len(right.numbers), holds=False)
    pairs = zip(left.numbers, right.numbers, strict=True)
    wrong = [(stated, part) for stated, part in pairs if not is_share(stated, part, whole)]
    stated, part = wrong[0] if wrong else (0, 0)
    return Finding(stated, percent(part, whole), not wrong)


RELATIONS: Mapping[str, Relation] = {
    "==": _equal,
    "<=": _at_most,
    "difference_or_zero": _difference_or_zero,
    "none_below_zero": _none_below_zero,
    "never_falls": _never_falls,
    "ends_at": _ends_at,
    "shares": _shares,
}

# The named checks that look at each number by itself: a minus would mean nothing there.
ONLY_PLUS = frozenset({"none_below_zero", "never_falls", "ends_at", "shares"})
