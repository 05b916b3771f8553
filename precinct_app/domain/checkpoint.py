"""Where each desk's chain stands, short enough for paper."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


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
    signs = crockford(bytes.fromhex(digest)[:10])
    return " ".join(signs[start : start + 4] for start in range(0, 16, 4))


def crockford(data: bytes) -> str:
    """Write bytes in Crockford's base 32, first bits first, the last sign filled with zeros."""
    bits = len(data) * 8
    padding = -bits % 5
    number = int.from_bytes(data, "big") << padding
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(bits + padding - 5, -1, -5))
