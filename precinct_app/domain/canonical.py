"""Write a fact in the one form that is hashed."""

import json
import unicodedata
from typing import Any


def canonical(value: object) -> str:
    """Write a value as canonical text: JSON, keys sorted, no spaces, NFC.

    Only text, whole numbers, true, false, null, lists and objects with text keys are taken;
    anything else is a TypeError, because two programs would write it in two ways.
    """
    return json.dumps(_composed(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _composed(value: object) -> Any:
    """Compose the letters of each text by itself: a JSON escape must not melt into them."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    if not isinstance(value, dict):
        raise TypeError(f"no canonical text for {type(value).__name__}")
    found = {_key(key): _composed(item) for key, item in value.items()}
    if len(found) < len(value):
        raise TypeError("no canonical text for two spellings of one key")
    return found


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"no canonical text for the key {key!r}")
    return unicodedata.normalize("NFC", key)
