"""Test vectors of the day file, made by its description alone.

Run by itself it prints them as JSON. It knows precinct_app/store/FORMAT.md, LINES.md and nothing of the
program: whoever writes another reader can begin with this file.
"""

import base64
import hashlib
import hmac
import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NO_HASH = "0" * 64
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FIELDS = (
    "desk",
    "number",
    "tick",
    "recorded",
    "happened",
    "by",
    "witness",
    "kind",
    "version",
    "body",
)


def canonical(value: Any) -> str:
    """Write a value as section 1 says."""
    if isinstance(value, dict):
        pairs = sorted((compose(key), canonical(item)) for key, item in value.items())
        return "{" + ",".join(f"{quote(key)}:{text}" for key, text in pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, str):
        return quote(compose(value))
    return "null" if value is None else str(value).lower()


def compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def quote(text: str) -> str:
    """Quote a text: only the quote, the backslash and the control signs are escaped."""
    return json.dumps(text, ensure_ascii=False)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def entry_digest(previous: str, line: Sequence[str | int]) -> str:
    """Hash an entry as section 2 says: ``line`` are its first ten fields, as they are stored."""
    array = "[" + ",".join(quote(one) if isinstance(one, str) else str(one) for one in line) + "]"
    return sha256(bytes.fromhex(previous) + array.encode())


def checkpoint_digest(desks: Mapping[int, tuple[int, str]]) -> str:
    """Hash a checkpoint as section 3 says."""
    lines = [f"{desk} {entries} {head}\n" for desk, (entries, head) in sorted(desks.items())]
    return sha256("".join(lines).encode())


def base32(data: bytes) -> str:
    """Write bytes in Crockford's base 32, in groups of four."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    signs = [SIGNS[int(bits[place : place + 5], 2)] for place in range(0, len(bits), 5)]
    return " ".join("".join(signs[place : place + 4]) for place in range(0, len(signs), 4))


def voter_text(row: Sequence[Any]) -> str:
    """Write a voter as section 4 says: no letter is changed."""
    return (
        "[" + ",".join(quote(one) if isinstance(one, str) else canonical(one) for one in row) + "]"
    )


def list_digest(texts: Sequence[str]) -> str:
    return sha256(f"[{','.join(texts)}]".encode())


def hmac_of(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, "sha256")


def sealed_line(key: bytes, file: str, row: Sequence[str | int]) -> str:
    """Write an entry as a line of a second place, as LINES.md says."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    about = f"{file} {row[0]} {row[1]}".encode()
    nonce = hmac_of(hmac_of(key, b"precinct-app line nonce"), about + b"\n" + text)[:12]
    cipher = AESGCM(hmac_of(key, b"precinct-app line cipher"))
    sealed = base64.b64encode(nonce + cipher.encrypt(nonce, text, about)).decode()
    return f"{row[0]} {row[1]} {sealed}"


# The last letter of the second text is written in two signs and becomes one.
VALUE = {
    "ә": 'Әлия "Ай"\n',
    "b": ["и\u0306", 0, -7, True, None],
    "a": {"": "", "A": "1/2", "\u0001": "\u007f"},
}

BODIES = (
    {
        "assistant": "",
        "issuer": "4",
        "moves": ["maz_pl member:4 voters 1", "reg_pl member:4 voters 1"],
        "voter": "214",
    },
    {"note": 'Көрнекі белгі: "үйде"', "voter": "214"},
)

ACTS = (
    ("2023-03-19T10:42:17+06:00", "2023-03-19T10:42:17+06:00", "2", "", "ballots_issued"),
    ("2023-03-19T10:43:00+06:00", "2023-03-19T10:30:00+06:00", "3", "5", "note_added"),
)

VOTERS: tuple[tuple[Any, ...], ...] = (
    ("1", "1", "Әлиева", "Гүлнар", "", "1970", "", "Абай", "4", "", "1", "2", "3", "all", []),
    ("7", "7", "О'Коннор", "Пётр", "", "", "", "", "", "", "", "", "", "all", ["iin_missing"]),
)

KEY = bytes(range(32))
FILE = "ab" * 16
SALT = b"sixteen bytes ok"


def chain() -> list[dict[str, Any]]:
    """Make two entries of desk 1, the second chained to the first."""
    entries = []
    previous = NO_HASH
    for number, (act, body) in enumerate(zip(ACTS, BODIES, strict=True), 1):
        line = (1, number, number, *act, 1, canonical(body))
        digest = entry_digest(previous, line)
        named: dict[str, Any] = dict(zip(FIELDS, line, strict=True))
        entries.append(named | {"previous": previous, "digest": digest})
        previous = digest
    return entries


def vectors() -> dict[str, Any]:
    """Make all vectors."""
    entries = chain()
    desks = {2: (9, sha256(b"another desk")), 1: (2, entries[-1]["digest"])}
    checkpoint = checkpoint_digest(desks)
    texts = [voter_text(row) for row in VOTERS]
    return {
        "canonical": {"value": VALUE, "text": canonical(VALUE)},
        "bodies": BODIES,
        "entries": entries,
        "checkpoint": {
            "desks": desks,
            "digest": checkpoint,
            "short": base32(bytes.fromhex(checkpoint)[:10]),
        },
        "list": {"voters": VOTERS, "texts": texts, "digest": list_digest(texts)},
        "recovery": {
            "key": KEY.hex(),
            "text": base32(KEY + hashlib.sha256(KEY).digest()[:3]),
        },
        "lines": {
            "key": KEY.hex(),
            "file": FILE,
            "header": f"precinct-app lines 1 {FILE} {SALT.hex()}",
            "sealed": [sealed_line(KEY, FILE, [*entry.values()]) for entry in entries],
        },
    }


if __name__ == "__main__":
    json.dump(vectors(), sys.stdout, indent=1)
    print()
