"""Read plain JSON data into typed shapes, naming the first fault."""

import types
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

# Text as somebody typed it, also empty; all other text must be tidy and say something.
Free = Annotated[str, "as typed"]

Reader = Callable[[object, str], Any]


class ShapeFault(ValueError):
    """Data do not fit their shape: the key, and what is wrong with it."""

    def __init__(self, key: str, fault: str) -> None:
        super().__init__(f"{key}: {fault}")
        self.key, self.fault = key, fault


class Written(Protocol):
    """A shape that stands in the data as one line of text."""

    @classmethod
    def from_text(cls, text: str) -> Any:
        """Read the line, or raise ValueError with the fault."""


@cache
def reader(wanted: Any) -> Reader:
    """Build the reader of a type: it takes data and their key, and raises ShapeFault.

    Known are text, whole numbers from 0, true and false, Literal, ``X | None``, tuples, mappings
    with text keys, NamedTuples, dataclasses, and classes with ``from_text``.
    """
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    origin = get_origin(wanted)
    if origin is not None:
        return _BUILT[origin](get_args(wanted))
    if hasattr(wanted, "from_text"):
        return _line_reader(wanted)
    return _object_reader(wanted)


def plain(value: Any) -> Any:
    """Turn a shape into plain JSON data, the way back from ``reader``."""
    if value is None or isinstance(value, str | int):
        return value
    if hasattr(value, "from_text"):
        return str(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return [plain(item) for item in value]


def _read_free(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise ShapeFault(key, "must be text")
    return value


def _read_text(value: object, key: str) -> str:
    text = _read_free(value, key)
    if not text:
        raise ShapeFault(key, "must not be empty")
    if text != text.strip():
        raise ShapeFault(key, "must not begin or end with a space")
    if not unicodedata.is_normalized("NFC", text):
        raise ShapeFault(key, "must be written in composed letters (NFC)")
    if not text.isprintable():
        raise ShapeFault(key, "must hold only signs that can be printed")
    return text


def _read_number(value: object, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ShapeFault(key, "must be a whole number")
    if value < 0:
        raise ShapeFault(key, "must not be below zero")
    return value


def _read_truth(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise ShapeFault(key, "must be true or false")
    return value


def _literal_reader(choices: tuple[Any, ...]) -> Reader:
    known = ", ".join(choice or "nothing" for choice in choices)

    def read(value: object, key: str) -> str:
        if not isinstance(value, str) or value not in choices:
            raise ShapeFault(key, f"must be one of: {known}")
        return value

    return read


def _union_reader(choices: tuple[Any, ...]) -> Reader:
    inner = reader(next(choice for choice in choices if choice is not type(None)))
    return lambda value, key: None if value is None else inner(value, key)


def _tuple_reader(items: tuple[Any, ...]) -> Reader:
    inner, count = reader(items[0]), 0 if items[-1] is ... else len(items)

    def read(value: object, key: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ShapeFault(key, "must be a list")
        if count and len(value) != count:
            raise ShapeFault(key, f"must hold {count} values")
        try:
            return tuple([inner(item, key) for item in value])
        except ShapeFault:
            # The place is named only where there is a fault: a day has thousands without one.
            return tuple([inner(item, f"{key}[{place}]") for place, item in enumerate(value)])

    return read


def _mapping_reader(items: tuple[Any, ...]) -> Reader:
    name, inner = reader(items[0]), reader(items[1])

    def read(value: object, key: str) -> dict[str, Any]:
        found = _object(value, key)
        return {name(one, key): inner(item, _inside(key, one)) for one, item in found.items()}

    return read


def _line_reader(wanted: type[Written]) -> Reader:
    # A day has few different lines: the same papers move the same way for every voter.
    known: dict[str, Any] = {}

    def read(value: object, key: str) -> Any:
        if isinstance(value, str) and value in known:
            return known[value]
        line = _read_text(value, key)
        try:
            found = wanted.from_text(line)
        except ValueError as error:
            raise ShapeFault(key, str(error)) from error
        return known.setdefault(line, found)

    return read


def _object_reader(wanted: type) -> Reader:
    hints = get_type_hints(wanted, include_extras=True)
    names = [field.name for field in fields(wanted)] if is_dataclass(wanted) else list(hints)
    parts = [(name, reader(hints[name])) for name in names]
    known = set(names)

    def read(value: object, key: str) -> Any:
        found = _object(value, key)
        if found.keys() != known:
            _refuse_keys(found, names, key)
        try:
            return wanted(*[read_part(found[name], key) for name, read_part in parts])
        except ShapeFault:
            named = [(found[name], read_part, _inside(key, name)) for name, read_part in parts]
            return wanted(*[read_part(item, inside) for item, read_part, inside in named])

    return read


def _refuse_keys(found: Mapping[str, object], names: Sequence[str], key: str) -> None:
    for name in found:
        if name not in names:
            raise ShapeFault(_inside(key, name), "is not a key of this place")
    for name in names:
        if name not in found:
            raise ShapeFault(_inside(key, name), "is missing")


def _object(value: object, key: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ShapeFault(key, "must be an object")
    return value


def _inside(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


_PLAIN: dict[Any, Reader] = {
    Free: _read_free,
    str: _read_text,
    int: _read_number,
    bool: _read_truth,
}
_BUILT: dict[Any, Callable[[tuple[Any, ...]], Reader]] = {
    Literal: _literal_reader,
    Union: _union_reader,
    types.UnionType: _union_reader,
    tuple: _tuple_reader,
    Mapping: _mapping_reader,
}
