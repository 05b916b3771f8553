"""What is missing for the next step, in one calm line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.language import Language

if TYPE_CHECKING:
    from ui.day_steps import Open


def open_line(say: Language, items: Sequence["Open"]) -> str:
    """Say what is open on a page; empty where nothing is."""
    words = [say.text(f"open.{one.what}", count=one.number) for one in items]
    return say.text("open.line", items="; ".join(words)) if words else ""
