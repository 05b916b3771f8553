"""The shipped elections for the tests of the domain, read as a stranger would."""

import json
from pathlib import Path
from typing import Any

from precinct_app.domain.election import Election
from precinct_app.domain.election_read import parse_election

FOLDER = Path(__file__).parents[2] / "resources" / "elections"
IDS = ("2023-03-19", "2023-03-19-city", "referendum")


def data_of(election: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{election}.json").read_text("utf-8"))
    return found


def election_of(election: str) -> Election:
    return parse_election(data_of(election), f"{election}.json")


def put(data: Any, path: str, value: object) -> None:
    """Set the value at a path such as ``ballots/0/colour/hex``; ``...`` takes the key away."""
    *way, last = path.split("/")
    for step in way:
        data = data[int(step) if isinstance(data, list) else step]
    key = int(last) if isinstance(data, list) else last
    if value is ...:
        del data[key]
    else:
        data[key] = value
