"""Turn the bytes of a csv file into text.

UTF-8 with or without a mark, UTF-16 with a mark or told by its zero bytes, else Windows-1251
in its Kazakh form KZ-1048 (the same but for the places of the Kazakh letters). What can't be
decoded becomes U+FFFD, so that only its own row is lost.
"""

import codecs
from typing import Final

BROKEN: Final = "\ufffd"
SAMPLE: Final = 4096
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes) -> str | None:
    """Decode a whole file, or give None for what is no text."""
    for mark, name in MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(name, "replace")
            break
    else:
        text = content.decode(unmarked(content), "replace")
    return text if is_text(text) else None


def unmarked(content: bytes) -> str:
    """Tell the encoding of a file without a mark."""
    sample = content[:SAMPLE]
    if (zeros := sample.count(0)) > len(sample) // 20:
        return "utf-16-le" if sample[1::2].count(0) * 2 > zeros else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        foreign = sum(sign > "\x7f" for sign in text)
        return "utf-8" if text.count(BROKEN) * 10 < foreign else "kz1048"
    return "utf-8"


def is_text(text: str) -> bool:
    """Say whether a decoded file reads like text: hardly any control or broken sign."""
    sample = text[:SAMPLE]
    strange = sum(
        (sign < " " and sign not in "\t\r\n\f\v") or sign == BROKEN or "\x7f" <= sign < "\xa0"
        for sign in sample
    )
    return strange <= max(4, len(sample) // 50)
