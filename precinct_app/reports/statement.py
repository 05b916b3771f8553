"""What the symbol on a paper says: one line of plain text in the alphabet of QR.

A phone shows the figures without this program. The parts are joined by a space: LIVE or TRAINING,
``E:`` election, ``P:`` precinct, ``D:`` paper, ``C:`` copy, line:number pairs, ``J:`` entries and
the check sign of the checkpoint.
"""

from collections.abc import Mapping

from precinct_app.domain.checkpoint import checkpoint_digest, short_digest
from precinct_app.domain.day import Day

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
# These part one value from the next, or begin an escape.
_PARTING = " %:"


def statement(day: Day, paper: str, copy: int = 0, lines: Mapping[str, int] | None = None) -> str:
    """State a paper of the day as it stands (or stood), with its figures by line."""
    digest = short_digest(checkpoint_digest(day.desks)).replace(" ", "")
    head = {
        "E": day.created.election,
        "P": day.precinct.number,
        "D": paper,
        "C": str(copy),
    }
    parts = ["TRAINING" if day.created.day_kind == "training" else "LIVE"]
    parts += [f"{name}:{in_alphabet(value)}" for name, value in head.items()]
    parts += [f"{in_alphabet(line)}:{number}" for line, number in (lines or {}).items()]
    return " ".join([*parts, f"J:{len(day.entries)}-{digest}"])


def in_alphabet(value: str) -> str:
    """Write a value in the alphabet: large letters, any other sign as its bytes, ``%D0%90``."""
    return "".join(
        sign if sign in ALPHABET and sign not in _PARTING else _escaped(sign)
        for sign in value.upper()
    )


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
