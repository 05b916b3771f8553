"""Which broken controls hold a protocol: those that nobody has explained for these numbers."""

from precinct_app.domain.controls import Verdict
from precinct_app.domain.day import Day
from precinct_app.domain.figures.lines import (
    Asked,
    Reckoning,
    day_verdicts,
    reckon,
    verdicts_of,
)

# These hold a protocol; the others are shown.
GRAVE = ("error", "error_act")


def asked_of(day: Day, ballot: str) -> tuple[Asked, ...]:
    """Ask the controls of a kind; without one, those of the day as a whole."""
    return verdicts_of(day, ballot) if ballot else day_verdicts(day)


def is_explained(day: Day, ballot: str, verdict: Verdict) -> bool:
    """Tell whether a broken control was explained with the numbers that it shows now."""
    explanations = day.kind(ballot).explanations if ballot else day.explanations
    found = explanations.get((verdict.control, verdict.where))
    return found is not None and (found.left, found.right) == (verdict.left, verdict.right)


def holding_back(day: Day, ballot: str, reckoned: Reckoning | None = None) -> tuple[Asked, ...]:
    """List the grave controls of a kind and of the day that neither hold nor are explained.

    ``reckoned`` is the kind's reckoning where it is at hand.
    """
    known = reckoned or reckon(day, ballot)
    return tuple(
        asked
        for scope, controls in ((ballot, known.asked), ("", known.of_day))
        for asked in controls
        if asked.control.severity in GRAVE
        and not asked.verdict.holds
        and not is_explained(day, scope, asked.verdict)
    )
