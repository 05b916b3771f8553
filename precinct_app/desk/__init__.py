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
    from precinct_app.desk.restoring import restore
    from precinct_app.desk.state import on_voting_day
    from precinct_app.desk.takeover import plan_like, renew, try_it
    from precinct_app.desk.unlocking import this_laptop, unlock, unlock_by_sheet
    from precinct_app.store.laptop import Laptop, home
    from precinct_app.store.placing import give_name, placed, require_unused
    from precinct_app.store.restoring import Restored
    from precinct_app.store.second_place import CopyState

__all__ = [
    "Clock",
    "CopyState",
    "Desk",
    "Founded",
    "Laptop",
    "LaptopClock",
    "Plan",
    "Restored",
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
    "restore",
    "set_pin",
    "sign_in",
    "this_laptop",
    "try_it",
    "unlock",
    "unlock_by_sheet",
]

if not TYPE_CHECKING:
    _BEHIND = (
        ("Founded Plan create_day", lambda: import_module("precinct_app.desk.birth")),
        ("Clock LaptopClock TrainingClock", lambda: import_module("precinct_app.desk.clock")),
        ("Desk Who", lambda: import_module("precinct_app.desk.desk")),
        (
            "confirm invent_pin note_recovery renew_pin require_pin_shape set_pin sign_in",
            lambda: import_module("precinct_app.desk.duty"),
        ),
        ("restore", lambda: import_module("precinct_app.desk.restoring")),
        ("on_voting_day", lambda: import_module("precinct_app.desk.state")),
        ("plan_like renew try_it", lambda: import_module("precinct_app.desk.takeover")),
        (
            "this_laptop unlock unlock_by_sheet",
            lambda: import_module("precinct_app.desk.unlocking"),
        ),
        ("Laptop home", lambda: import_module("precinct_app.store.laptop")),
        (
            "give_name placed require_unused",
            lambda: import_module("precinct_app.store.placing"),
        ),
        ("Restored", lambda: import_module("precinct_app.store.restoring")),
        ("CopyState", lambda: import_module("precinct_app.store.second_place")),
    )

    def __getattr__(name: str) -> object:
        """Load what is asked for; AttributeError where the door has no such name."""
        for names, load in _BEHIND:
            if name in names.split():
                return getattr(load(), name)
        raise AttributeError(name)
