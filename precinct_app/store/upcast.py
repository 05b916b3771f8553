"""Lift the bodies of older versions to today's shape."""

from collections.abc import Callable, Mapping

# (kind, version) to the step that makes the body of the next version.
STEPS: Mapping[tuple[str, int], Callable[[object], object]] = {}


def lift(kind: str, version: int, body: object) -> object:
    """Bring a body to the newest version of its kind, step by step."""
    while step := STEPS.get((kind, version)):
        body, version = step(body), version + 1
    return body
