"""The one door to the heart: ask the rule, seal, write, believe.

What stands behind the door is loaded when it is asked for, so that a window or a command that
needs little of it is there at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precinct_app.desk.birth import Founded, Plan, create_day
    from precinct_app.desk.clock import Clock, LaptopClock, TrainingClock
    from precinct_app.desk.desk import Desk, Who
    from precinct_app.desk.duty import (
        confirm,
        invent_pin,
        note_recovery,
        renew_pin,
        require_pin_shape,
        set_pin,
        sign_in,
    )
    from precinct_app.desk.state import on_voting_day
    from precinct_app.desk.takeover import plan_like, renew, try_it
    from precinct_app.desk.unlocking import this_laptop, unlock, unlock_by_sheet
    from precinct_app.store.laptop import Laptop, home
    from precinct_app.store.placing import give_name, placed, require_unused

__all__ = [
    "Clock",
    "Desk",
    "Founded",
    "Laptop",
    "LaptopClock",
    "Plan",
    "TrainingClock",
    "Who",
    "confirm",
    "create_day",
    "give_name",
    "home",
    "invent_pin",
    "note_recovery",
    "on_voting_day",
    "placed",
    "plan_like",
    "renew",
    "renew_pin",
    "require_pin_shape",
    "require_unused",
    "set_pin",
    "sign_in",
    "this_laptop",
    "try_it",
    "unlock",
    "unlock_by_sheet",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what is asked for; AttributeError where the door has no such name."""
        match name:
            case "Founded" | "Plan" | "create_day":
                found = import_module("precinct_app.desk.birth")
            case "Clock" | "LaptopClock" | "TrainingClock":
                found = import_module("precinct_app.desk.clock")
            case "Desk" | "Who":
                found = import_module("precinct_app.desk.desk")
            case (
                "confirm"
                | "invent_pin"
                | "note_recovery"
                | "renew_pin"
                | "require_pin_shape"
                | "set_pin"
                | "sign_in"
            ):
                found = import_module("precinct_app.desk.duty")
            case "give_name" | "placed" | "require_unused":
                found = import_module("precinct_app.store.placing")
            case "on_voting_day":
                found = import_module("precinct_app.desk.state")
            case "plan_like" | "renew" | "try_it":
                found = import_module("precinct_app.desk.takeover")
            case "this_laptop" | "unlock" | "unlock_by_sheet":
                found = import_module("precinct_app.desk.unlocking")
            case "Laptop" | "home":
                found = import_module("precinct_app.store.laptop")
            case _:
                raise AttributeError(name)
        return getattr(found, name)
