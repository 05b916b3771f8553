"""Days on which somebody asked to vote at home."""

from collections.abc import Mapping
from typing import Any

from precinct_app.domain.parts import (
    announcing,
    applications,
    bags,
    boxes,
    issuing,
    spoiled,
    trip_results,
    trips,
    unsealing,
)
from tests.domain.days import BLUE, CHAIRMAN, ERLAN, GREEN, OLGA, SECRETARY, Table, open_table

BOX = "P1"
CREW = (ERLAN, OLGA)
ASKING = ("1", "2", "3", "5")
SPARE = {BLUE: 6, GREEN: 6}


def boxed_table() -> Table:
    """Open voting with one portable box and one that stays."""
    table = open_table()
    table.do(CHAIRMAN, boxes.seal_box, BOX, "0017", portable=True)
    table.do(CHAIRMAN, boxes.seal_box, "S1", "0018")
    return table


def asking_table(*voters: str) -> Table:
    """Take written applications of voters at seven in the morning."""
    table = boxed_table()
    for voter in voters or ASKING:
        table.do(CHAIRMAN, applications.take_application, voter, "не ходит")
    return table


def plan(table: Table, *people: str, **named: Any) -> Any:
    """Plan a trip of Erlan and Olga with Erlan's ballots."""
    given: dict[str, Any] = {"told": True, "few_confirmed": True, **named}
    return table.do(CHAIRMAN, trips.plan_trip, BOX, CREW, ERLAN, people or ASKING, **given)


def planned_table() -> Table:
    """Plan trip 1 to all who asked; its bag is empty."""
    table = asking_table()
    plan(table)
    return table


def filled_table() -> Table:
    """Put six of each ballot into the bag of trip 1."""
    table = planned_table()
    amounts = dict.fromkeys(table.day.election.ballot_ids, 6)
    table.do(ERLAN, bags.fill_bag, 1, amounts)
    return table


def out_table() -> Table:
    """Send trip 1 at eight; it is expected at ten."""
    table = filled_table()
    table.pass_time(hours=1)
    table.do(ERLAN, trips.send_trip, 1, "10:00")
    return table


def given(voter: str, *ballots: str) -> dict[str, str]:
    return {"voter": voter, "ballots": " ".join(ballots)}


def missed(voter: str, cause: str = "not_at_home") -> dict[str, str]:
    return {"voter": voter, "cause": cause}


def record(table: Table, *results: Mapping[str, str]) -> Any:
    """Record results of trip 1; Erlan types."""
    return table.do(ERLAN, trip_results.record_trip_results, 1, results)


def served_outside_table() -> Table:
    """Serve voter 1 with two ballots and voter 2 with blue; 3 was out, 5 refused."""
    table = out_table()
    results = (given("1", BLUE, GREEN), given("2", BLUE), missed("3"), missed("5", "refused"))
    record(table, *results)
    return table


def left_in_bag(table: Table) -> dict[str, int]:
    bag = table.day.trips[1].bag
    held = {ballot: table.left(ballot, bag) for ballot in table.day.election.ballot_ids}
    return {ballot: count for ballot, count in held.items() if count}


def back_table() -> Table:
    """Receive trip 1 with its bag as it should be."""
    table = served_outside_table()
    table.do(ERLAN, bags.receive_trip, 1, left_in_bag(table))
    return table


def opened_table() -> Table:
    """Open the box of trip 1 too early, as a recorded breach."""
    table = back_table()
    opened = unsealing.open_box.recorded("акт № 9", "вскрыли раньше времени")
    table.do(CHAIRMAN, opened, BOX, True, witness=SECRETARY)
    return table


def came_table() -> Table:
    """Serve voter 1 at the desk while the box is on the road to him, as a recorded breach."""
    table = out_table()
    issued = issuing.issue_ballots.recorded("акт № 2", "не спросили выезд")
    table.do(CHAIRMAN, issued, "1", (BLUE,), OLGA, witness=SECRETARY)
    return table


def exchanged_table() -> Table:
    table = served_outside_table()
    table.do(ERLAN, spoiled.exchange_on_trip, 1, "1", BLUE, "voter_mistake")
    return table


def announced(table: Table) -> Table:
    """Read the figures of the blue ballot aloud too early, as a recorded breach."""
    record_it = announcing.announce_figures.recorded("акт № 8", "огласили раньше времени")
    table.do(CHAIRMAN, record_it, BLUE, witness=SECRETARY)
    return table


# The entry that follows the departure of trip 1.
FIRST_OUT = f"1-{len(out_table().day.entries) + 1}"
