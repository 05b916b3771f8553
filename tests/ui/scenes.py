"""Every page of the window in every state worth a look.

A scene's name is ``<page>`` or ``<page>-<state>``; it is staged in whatever language the window
speaks and changes nothing outside the folder of its stage.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.ui import (
    scenes_before,
    scenes_day,
    scenes_renewal,
    scenes_setup,
    scenes_steps,
    scenes_voter,
)
from tests.ui.stage import Stage
from ui.theme import CONTRAST, LIGHT, Theme

Scene = Callable[[Stage], object]

SCENES: Mapping[str, Scene] = {
    **scenes_before.SCENES,
    **scenes_renewal.SCENES,
    **scenes_setup.SCENES,
    **scenes_day.SCENES,
    **scenes_steps.SCENES,
    **scenes_voter.SCENES,
}


class Dressed(NamedTuple):
    """A look in which some scenes are shown too."""

    name: str
    theme: Theme
    scale: float


LOOKS = (
    Dressed("contrast", CONTRAST, 1.0),
    Dressed("150", LIGHT, 1.5),
    Dressed("200", LIGHT, 2.0),
)
DRESSED = ("sign_in", "voter-hits", "voter-card", "box_spoiled", "box_correction")
