"""Bytes as signs that people can copy: Crockford's base 32."""

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")


def write_signs(data: bytes) -> str:
    """Write bytes, first bits first, the last sign filled with zeros."""
    bits = len(data) * 8
    padding = -bits % 5
    number = int.from_bytes(data, "big") << padding
    return "".join(SIGNS[number >> shift & 31] for shift in range(bits + padding - 5, -1, -5))


def read_signs(text: str) -> bytes:
    """Read signs that a person copied: letters of any size, O for 0, I and L for 1.

    What is no sign (spaces, dashes) is passed over; bits short of a byte at the end are dropped.
    """
    signs = [sign for sign in text.upper().translate(_MISREAD) if sign in SIGNS]
    number = 0
    for sign in signs:
        number = number << 5 | SIGNS.index(sign)
    bits = len(signs) * 5
    return (number >> bits % 8).to_bytes(bits // 8, "big")


def in_fours(signs: str) -> str:
    """Part signs into groups of four."""
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))
