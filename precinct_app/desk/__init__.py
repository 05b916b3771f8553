"""The one door to the heart: ask the rule, seal, write, believe."""

from precinct_app.desk.birth import Founded, Plan, create_day
from precinct_app.desk.clock import Clock, LaptopClock, TrainingClock
from precinct_app.desk.desk import Desk, Who
from precinct_app.desk.duty import confirm, invent_pin, set_pin, sign_in
from precinct_app.desk.state import on_voting_day
from precinct_app.desk.unlock import unlock

__all__ = [
    "Clock",
    "Desk",
    "Founded",
    "LaptopClock",
    "Plan",
    "TrainingClock",
    "Who",
    "confirm",
    "create_day",
    "invent_pin",
    "on_voting_day",
    "set_pin",
    "sign_in",
    "unlock",
]
