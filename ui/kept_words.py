"""Why a voter receives fewer ballots here than the row gives."""

from precinct_app.domain.day import Day
from ui.entry_words import letters
from ui.language import Language


def kept_words(say: Language, day: Day, voter: str) -> list[str]:
    """Say that a voter was struck, came on a certificate, or holds one of ours."""
    found = []
    if voter in day.struck:
        found.append(say.text("card.struck", entry=day.struck[voter].entry))
    added = day.added.get(voter)
    if added and added.on_certificate:
        found.append(say.text("card.guest", blank=added.paper))
    if gone := day.certified(voter):
        blank = day.certificates[voter].blank
        found.append(say.text("card.certificate", blank=blank, ballots=letters(day, gone)))
    return found
