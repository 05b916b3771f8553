"""Where a voter stands in the paper list, in words."""

from precinct_app.domain.voters import Voter
from ui.language import Language

PARTS = ("book", "page", "line")


def place_words(say: Language, voter: Voter) -> str:
    """Name the number in the list, and book, page and line where they are known."""
    found = {part: getattr(voter, part) for part in PARTS}
    known = [say.text(f"card.{part}", number=value) for part, value in found.items() if value]
    return "    ".join([say.text("card.place", number=voter.number), *known])
