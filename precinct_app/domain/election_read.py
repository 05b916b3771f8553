"""An election file in, a checked election out, and its canonical text."""

import hashlib
import json
from typing import Any, Never

from precinct_app.domain.canonical import canonical
from precinct_app.domain.election import Election
from precinct_app.domain.election_check import check_election
from precinct_app.domain.shape import ShapeFault, plain, reader
from precinct_app.errors import ElectionError


def read_election(text: str, file: str) -> Election:
    """Read an election from JSON text, or raise ElectionError.

    ``file`` is the name that the error shows.
    """
    try:
        data = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except ShapeFault as fault:
        raise ElectionError(file, fault.key, fault.fault) from fault
    except (ValueError, RecursionError) as error:
        raise ElectionError(file, "the file", f"is no JSON text: {error}") from error
    return parse_election(data, file)


def parse_election(data: object, file: str) -> Election:
    """Build an election from plain JSON data, or raise ElectionError with the first fault."""
    try:
        election: Election = reader(Election)(data, "")
        check_election(election)
    except ShapeFault as fault:
        raise ElectionError(file, fault.key or "the file", fault.fault) from fault
    return election


def election_text(election: Election) -> str:
    """Write the canonical text of an election, as a day file holds it."""
    return canonical(plain(election))


def election_digest(text: str) -> str:
    """SHA-256 of the canonical text in hexadecimal, as the first entry carries it."""
    return hashlib.sha256(text.encode()).hexdigest()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ShapeFault(next(name for name in names if names.count(name) > 1), "stands twice")
    return found


def _no_fraction(number: str) -> Never:
    raise ShapeFault(number, "must be a whole number")
