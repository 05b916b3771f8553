"""Say what is going on, in short lines."""

import sys


class SetUpError(Exception):
    """What is missing here and cannot be had, as a sentence."""


def say(sentence: str) -> None:
    """Print one line of progress beside the program's own output."""
    print(f"dev: {sentence}", file=sys.stderr, flush=True)
