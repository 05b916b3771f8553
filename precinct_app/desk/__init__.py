"""The one door to the heart: ask the rule, seal, write, believe."""

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
from precinct_app.desk.unlock import this_laptop, unlock, unlock_by_sheet
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
