"""Where each desk's chain stands, short enough for paper."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from precinct_app.domain.crockford import in_fours, write_signs


class Mark(NamedTuple):
    """How far one desk's journal reaches: its entries and its last hash."""

    entries: int
    head: str


Checkpoint = Mapping[int, Mark]


def checkpoint_digest(checkpoint: Checkpoint) -> str:
    """SHA-256 over the sorted lines ``desk entries head``, each ended by a line feed."""
    lines = (f"{desk} {mark.entries} {mark.head}\n" for desk, mark in sorted(checkpoint.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def short_digest(digest: str) -> str:
    """Write the first 80 bits for paper: 16 signs of Crockford's base 32 in four groups."""
    return in_fours(write_signs(bytes.fromhex(digest)[:10]))
