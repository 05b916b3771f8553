"""The lines that people count, and what follows from them.

What was counted once is the word of one member; it becomes a line when a second one typed the same.
"""

from collections.abc import Callable, Mapping

from precinct_app.domain.accounts import CANCELLED, RETURNED
from precinct_app.domain.boxes import Box
from precinct_app.domain.controls import percent
from precinct_app.domain.figures.tally import Tally

Counted = Callable[[Tally, str], int | Mapping[str, int] | None]


def votes(tally: Tally, ballot: str) -> Mapping[str, int] | None:
    """Give the votes for each option (art. 43(4-1)(2))."""
    result = tally.day.kind(ballot).result
    return result.votes if result else None


def against_all(tally: Tally, ballot: str) -> int | None:
    """Count the ballots marked against all (art. 43(4-1)(2-1))."""
    result = tally.day.kind(ballot).result
    return result.against_all if result else None


def invalid(tally: Tally, ballot: str) -> int | None:
    """Count the ballots declared invalid, with those of a portable box that was declared so (art. 43(5))."""
    result = tally.day.kind(ballot).result
    if result is None:
        return None
    boxes = (box for box in tally.day.boxes.values() if ballot in box.invalid and box.papers)
    return result.invalid + sum(_papers(box, ballot) for box in boxes)


def unused(tally: Tally, ballot: str) -> int | None:
    """Count the unused ballots as counted, holder by holder (art. 43(4))."""
    return tally.day.kind(ballot).unused_papers


def from_portable(tally: Tally, ballot: str) -> Mapping[str, int] | None:
    """Count the papers taken out of each portable box (art. 43(3-1)); a missing box holds none."""
    boxes = {name: box for name, box in tally.day.boxes.items() if box.portable}
    if any(box.papers is None and box.state != "missing" for box in boxes.values()):
        return None
    return {name: _papers(box, ballot) for name, box in boxes.items()}


def from_stationary(tally: Tally, ballot: str) -> int | None:
    """Count the papers taken out of the stationary boxes (art. 43(3-1))."""
    return tally.day.kind(ballot).stationary


def _signatures(name: str) -> Counted:
    def count(tally: Tally, _ballot: str) -> int | None:
        found = tally.day.signatures
        return int(getattr(found, name)) if found else None

    return count


def cancelled(tally: Tally, ballot: str) -> int | None:
    """Count the papers that were cancelled; nothing is, until the commission did it (art. 43(4))."""
    return tally.day.left(ballot, CANCELLED) if tally.day.kind(ballot).cancelled else None


def took_part(tally: Tally, ballot: str) -> int | None:
    """Count the voters who took part, by the reading of line 4 that is in force (art. 43(4-1)(1))."""
    valid, spoiled = _valid(tally, ballot), invalid(tally, ballot)
    if valid is None or spoiled is None:
        return None
    return valid + (spoiled if tally.day.election.rules.line4_with_invalid else 0)


def not_dropped(tally: Tally, ballot: str) -> int | None:
    """Count the ballots that voters did not drop into a box, never below 0."""
    boxes, stationary = from_portable(tally, ballot), from_stationary(tally, ballot)
    if boxes is None or stationary is None:
        return None
    given = tally.received.get(ballot, 0) - tally.came_to(ballot, RETURNED)
    return max(0, given - sum(boxes.values()) - stationary)


def share(tally: Tally, ballot: str) -> Mapping[str, int] | None:
    """Reckon each option's share of the valid votes, in hundredths of a percent."""
    given, valid = votes(tally, ballot), _valid(tally, ballot)
    if given is None or not valid:
        return None
    return {option: percent(number, valid) for option, number in given.items()}


def share_against_all(tally: Tally, ballot: str) -> int | None:
    """Reckon the share of the votes against all, in hundredths of a percent."""
    against, valid = against_all(tally, ballot), _valid(tally, ballot)
    return percent(against, valid) if against is not None and valid else None


def _valid(tally: Tally, ballot: str) -> int | None:
    given, against = votes(tally, ballot), against_all(tally, ballot)
    return None if given is None or against is None else sum(given.values()) + against


def _papers(box: Box, ballot: str) -> int:
    return (box.papers or {}).get(ballot, 0)


# What is typed from papers, by the number of its line.
COUNTED_LINES: Mapping[str, Counted] = {
    "5": votes,
    "6": against_all,
    "7": invalid,
    "9a": unused,
    "10a": from_portable,
    "10b": from_stationary,
    "d2": _signatures("main"),
    "d3": _signatures("additional"),
    "d4": _signatures("outside"),
}

AFTER_COUNT: Mapping[str, Counted] = {
    "cancelled": cancelled,
    "took_part": took_part,
    "not_dropped": not_dropped,
    "share": share,
    "share_against_all": share_against_all,
}
