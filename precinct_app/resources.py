"""The data that come with the program: elections, papers, words, icons.

In a checkout they lie in the folder ``resources`` beside the package; a wheel carries the same
folder inside the package, as ``precinct_app/data``.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from precinct_app.errors import ElectionError

if TYPE_CHECKING:
    from precinct_app.domain.election import Election

_PACKED = files("precinct_app") / "data"
_CHECKOUT = Path(__file__).parents[1] / "resources"


def resource(name: str) -> Traversable:
    """Find a resource by its path, such as ``elections/2023-03-19.json``."""
    root: Traversable = _PACKED if _PACKED.is_dir() else _CHECKOUT
    return root.joinpath(*name.split("/"))


def read_text(name: str) -> str:
    """Read a resource as text in UTF-8, or raise FileNotFoundError."""
    return resource(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Read a resource as bytes, or raise FileNotFoundError."""
    return resource(name).read_bytes()


def election_ids() -> tuple[str, ...]:
    """List the elections that come with the program."""
    names = (found.name for found in resource("elections").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


def load_election(election: str) -> "Election":
    """Load an election by its id, checked; ElectionError if there is none or it has a fault."""
    from precinct_app.domain.election_read import read_election

    file = f"{election}.json"
    if election not in election_ids():
        known = ", ".join(election_ids())
        raise ElectionError(file, "id", f"is no election of this program; known are {known}")
    found = read_election(read_text(f"elections/{file}"), file)
    if found.id != election:
        raise ElectionError(file, "id", f"must be '{election}', as the file is named")
    return found
