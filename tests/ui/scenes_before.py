"""The pages before a day is open, staged with real files."""

from collections.abc import Callable, Mapping

from tests.ui.stage import Stage

SCENES: Mapping[str, Callable[[Stage], None]] = {}
