"""Write a fact in the one form that is hashed."""

import json
import unicodedata


def canonical(value: object) -> str:
    """Write a value as canonical text: JSON, keys sorted, no spaces, NFC.

    Only text, whole numbers, true, false, null, lists and objects with text keys are taken;
    anything else is a TypeError, because two programs would write it in two ways.
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def _check(value: object) -> None:
    if value is None or isinstance(value, str | int):
        return
    if isinstance(value, list | tuple):
        for item in value:
            _check(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"no canonical text for the key {key!r}")
            _check(item)
    else:
        raise TypeError(f"no canonical text for {type(value).__name__}")
