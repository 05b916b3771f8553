"""Tell whether the parts of an election file fit together."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from precinct_app.domain.controls import ONLY_PLUS, RELATIONS, REPEATED_SCOPES
from precinct_app.domain.election import COUNTED, Ballot, Control, Deadline, Election, Hours, Line
from precinct_app.domain.members import Role
from precinct_app.domain.shape import ShapeFault
from precinct_app.domain.sides import Term
from precinct_app.domain.sources import FIGURES, WORDING
from precinct_app.domain.times import read_clock, read_date, read_offset

_HEX = re.compile(r"#[0-9A-F]{6}")
_SHARED_LETTERS = frozenset("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ")

# The forms whose lines a control of a scope may name.
_FORMS = {
    "opening": ("opening",),
    "kind": ("kind", "day"),
    "day": ("day", "turnout"),
    "per_issuing_member": ("kind", "stack"),
    "per_portable_box": ("kind",),
}


def check_election(election: Election) -> None:
    """Raise ShapeFault with the first key that fits nothing."""
    _check_time(read_date, election.date, "date")
    _check_time(read_offset, election.utc_offset, "utc_offset")
    _check_ballots(election)
    _check_sets(election)
    _check_hours(election.hours)
    _check_report_hours(election.report_hours)
    _check_deadlines(election)
    _check_numbers(election)
    _check_lines(election.lines)
    _check_controls(election)


def _check_time(read: Callable[[str], object], text: str, key: str) -> None:
    try:
        read(text)
    except ValueError as error:
        raise ShapeFault(key, str(error)) from error


def _once(values: Iterable[str], key: str, name: str) -> None:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            raise ShapeFault(f"{key}[{place}].{name}", f"'{value}' stands twice")
        seen.add(value)


def _check_ballots(election: Election) -> None:
    ballots = election.ballots
    if not ballots:
        raise ShapeFault("ballots", "must hold a ballot")
    _once(election.ballot_ids, "ballots", "id")
    _once((ballot.letter for ballot in ballots), "ballots", "letter")
    _once((ballot.colour.hex for ballot in ballots), "ballots", "colour.hex")
    for place, ballot in enumerate(ballots):
        _check_ballot(ballot, f"ballots[{place}]")


def _check_ballot(ballot: Ballot, key: str) -> None:
    if ballot.letter not in _SHARED_LETTERS:
        raise ShapeFault(
            f"{key}.letter", "must be one capital letter that Kazakh and Russian share"
        )
    if not _HEX.fullmatch(ballot.colour.hex):
        raise ShapeFault(f"{key}.colour.hex", "must be a colour such as #0072B2")
    if ballot.options_from == "election" and not ballot.options:
        raise ShapeFault(f"{key}.options", "must hold an option, as the election sets them")
    _once((option.id for option in ballot.options), f"{key}.options", "id")
    for place, option in enumerate(ballot.options):
        if not (option.id.isascii() and option.id.isalnum()):
            raise ShapeFault(f"{key}.options[{place}].id", "must be made of letters and digits")


def _check_sets(election: Election) -> None:
    _once((found.id for found in election.sets), "sets", "id")
    known = election.ballot_ids
    for place, found in enumerate(election.sets):
        key = f"sets[{place}].ballots"
        for ballot in found.ballots:
            if ballot not in known:
                raise ShapeFault(key, f"'{ballot}' is no ballot of this election")
        if found.ballots != tuple(ballot for ballot in known if ballot in found.ballots):
            raise ShapeFault(key, "must stand in the order of the ballots, each once")
        if not found.ballots:
            raise ShapeFault(key, "must hold a ballot")
        if found.id == "all" and found.ballots != known:
            raise ShapeFault(key, "must hold every ballot, as the set is named 'all'")
    if "all" not in [found.id for found in election.sets]:
        raise ShapeFault("sets", "must hold the set 'all'")


def _check_hours(hours: Hours) -> None:
    names = ("earliest", "voting_begins", "voting_ends", "latest")
    for name in names:
        _check_time(read_clock, getattr(hours, name), f"hours.{name}")
    for before, after in pairwise(names):
        if getattr(hours, before) > getattr(hours, after):
            raise ShapeFault(f"hours.{after}", f"must not be before {before}")
    if hours.voting_begins == hours.voting_ends:
        raise ShapeFault("hours.voting_ends", "must be after voting_begins")
    if hours.boxes_before > hours.station_opens_before:
        raise ShapeFault("hours.boxes_before", "must not be before the station opens")


def _check_report_hours(hours: tuple[str, ...]) -> None:
    for place, hour in enumerate(hours):
        _check_time(read_clock, hour, f"report_hours[{place}]")
        if place and hours[place - 1] >= hour:
            raise ShapeFault(f"report_hours[{place}]", "must be after the hour before it")


def _check_deadlines(election: Election) -> None:
    for name in ("certificates_close", "outside_applications"):
        deadline: Deadline = getattr(election.deadlines, name)
        _check_time(read_clock, deadline.at, f"deadlines.{name}.at")


def _check_numbers(election: Election) -> None:
    part, whole = election.rules.quorum
    if not 0 < part <= whole:
        raise ShapeFault("rules.quorum", "must be a fraction such as [2, 3]")
    for role in election.rules.never_issue:
        if role not in tuple(Role):
            raise ShapeFault("rules.never_issue", f"'{role}' is no role of a commission")
    for name in ("list_limit", "voting_age", "bundle"):
        if not getattr(election.thresholds, name):
            raise ShapeFault(f"thresholds.{name}", "must be above zero")


def _check_lines(lines: tuple[Line, ...]) -> None:
    _once((line.n for line in lines), "lines", "n")
    for place, line in enumerate(lines):
        key = f"lines[{place}]"
        if not (line.n.isascii() and line.n.isalnum()):
            raise ShapeFault(f"{key}.n", "must be made of letters and digits")
        if line.source != COUNTED and line.source not in FIGURES:
            raise ShapeFault(f"{key}.source", f"'{line.source}' is no figure of the program")
        if (line.each is None) == bool(line.repeat):
            raise ShapeFault(f"{key}.each", "must stand with repeated lines and only there")
        if line.each and any(words.count("{name}") != 1 for words in line.each):
            raise ShapeFault(f"{key}.each", "must hold {name} once in each language")


def _check_controls(election: Election) -> None:
    _once((control.id for control in election.controls), "controls", "id")
    lines = {line.n: line for line in election.lines}
    for place, control in enumerate(election.controls):
        key = f"controls[{place}]"
        if control.relation not in RELATIONS:
            raise ShapeFault(
                f"{key}.relation", f"'{control.relation}' is none of: {', '.join(RELATIONS)}"
            )
        for side in ("left", "right"):
            for term in getattr(control, side).terms:
                _check_term(control, term, lines, f"{key}.{side}")
                if term.sign < 0 and control.relation in ONLY_PLUS:
                    raise ShapeFault(f"{key}.{side}", f"must only add for '{control.relation}'")


def _check_term(control: Control, term: Term, lines: dict[str, Line], key: str) -> None:
    line = lines.get(term.line)
    if line is None:
        raise ShapeFault(key, f"'{term.line}' is no line of this election")
    if line.form not in _FORMS[control.scope] or line.source in WORDING:
        raise ShapeFault(key, f"'{term.line}' is no number in the scope '{control.scope}'")
    if control.scope in REPEATED_SCOPES:
        if line.repeat != control.scope or term.family:
            raise ShapeFault(key, f"'{term.name}' does not stand once {control.scope}")
    elif term.family != bool(line.repeat):
        wanted = f"{line.n}.*" if line.repeat else line.n
        raise ShapeFault(key, f"'{term.name}' must be written '{wanted}'")
