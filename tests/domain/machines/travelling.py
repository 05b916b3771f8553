"""A commission that also carries a portable box to voters at home."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from precinct_app.domain.entry import Entry
from precinct_app.domain.parts import applications, bags, boxes, spoiled, trip_results, trips
from precinct_app.domain.parts.spoiled import Cause
from precinct_app.domain.trips import NotServed, Trip
from tests.domain.days import AINUR, CHAIRMAN, DEPUTY, ERLAN, OLGA, SECRETARY, Table
from tests.domain.machines.asking import KINDS, one_of, some_amounts, some_ballots
from tests.domain.machines.commission import Commission

PORTABLE = ("P1", "P2")
CREWS = ((ERLAN, OLGA), (OLGA, DEPUTY), (AINUR, ERLAN))
WHY = "так решили"


class Travelling(Commission):
    """Plays trips: applications, plans, bags, the road, results, the return."""

    @rule(data=st.data())
    def ask_to_vote_at_home(self, data):
        table = self.desk(data.draw)
        self.come(table, CHAIRMAN)
        voter = one_of(data.draw, list(table.day.roll.voters))
        if not data.draw(st.integers(0, 5)):
            self.ask(table, CHAIRMAN, applications.withdraw_application, voter, WHY)
        take = applications.take_application
        if self.ask(table, CHAIRMAN, take, voter, WHY) is None:
            late = take.recorded("заявление № 9", WHY)
            self.ask(table, CHAIRMAN, late, voter, WHY, witness=SECRETARY)

    @rule(data=st.data())
    def plan_a_trip(self, data):
        table = self.desk(data.draw)
        asking = [
            voter
            for voter, one in table.day.applications.items()
            if one.state in ("waiting", "not_served")
        ]
        if asking:
            chosen = st.lists(st.sampled_from(asking), min_size=1, max_size=4, unique=True)
            self.plan_for(table, data.draw, tuple(data.draw(chosen)))

    @rule(data=st.data())
    def go_at_once(self, data):
        """Go to voters who are not served: application, plan, bag and road in one go."""
        table = self.desk(data.draw)
        day = table.day
        free = [voter for voter in day.roll.voters if not day.has_received(voter)]
        if not free:
            return
        chosen = st.lists(st.sampled_from(free), min_size=1, max_size=3, unique=True)
        people = tuple(data.draw(chosen))
        self.come(table, CHAIRMAN)
        take = applications.take_application.recorded("заявление № 9", WHY)
        for voter in people:
            if voter not in day.applications:
                self.ask(table, CHAIRMAN, take, voter, WHY, witness=SECRETARY)
        if self.plan_for(table, data.draw, people):
            number = max(table.day.trips)
            self.ask(table, CHAIRMAN, bags.fill_bag, number, dict.fromkeys(KINDS, 2))
            gone = trips.send_trip.recorded("акт № 2", WHY)
            self.ask(table, CHAIRMAN, gone, number, "12:00", witness=SECRETARY)

    def plan_for(self, table: Table, draw: Any, people: tuple[str, ...]) -> Entry | None:
        crew, box = one_of(draw, CREWS), one_of(draw, PORTABLE)
        self.come(table, CHAIRMAN)
        if box not in table.day.boxes:
            self.ask(table, CHAIRMAN, boxes.seal_box, box, "0017", True)
        return self.ask(table, CHAIRMAN, trips.plan_trip, box, crew, crew[0], people, True, True)

    @rule(data=st.data())
    def get_a_trip_ready(self, data):
        """Fill its bag, take a voter off it, send it or call it off."""
        table = self.desk(data.draw)
        trip = self.one_trip(table, data.draw, "planned", "called_off")
        if trip is None:
            return
        self.come(table, CHAIRMAN)
        amounts = some_amounts(data.draw)
        verb, args = one_of(
            data.draw,
            (
                (bags.fill_bag, (trip.number, amounts)),
                (bags.fill_bag, (trip.number, amounts, True)),
                (bags.empty_bag, (trip.number, amounts)),
                (trips.take_off_trip, (trip.number, one_of(data.draw, trip.voters or ["1"]))),
                (trips.call_off_trip, (trip.number,)),
                *[(trips.send_trip, (trip.number, "12:00"))] * 4,
            ),
        )
        if self.ask(table, CHAIRMAN, verb, *args) is None and verb is trips.send_trip:
            gone = verb.recorded("акт № 2", WHY)
            self.ask(table, CHAIRMAN, gone, *args, witness=SECRETARY)

    @rule(data=st.data())
    def hear_from_a_trip(self, data):
        """Take its results, an answer by telephone, an exchange or a correction."""
        table = self.desk(data.draw)
        trip = self.one_trip(table, data.draw, "out", "back", "not_returned")
        if trip is None:
            return
        one, other = trip.members
        self.come(table, one, other, CHAIRMAN)
        voter = one_of(data.draw, trip.voters or ["1"])
        cause = one_of(data.draw, list(NotServed))
        kind, why = one_of(data.draw, KINDS), one_of(data.draw, list(Cause))
        ballots = some_ballots(data.draw) if data.draw(st.booleans()) else ()
        verb, args = one_of(
            data.draw,
            (
                *[(trip_results.record_trip_results, (trip.number, self.table_of(data.draw, trip)))]
                * 4,
                (trip_results.answer_from_trip, (trip.number, voter, one)),
                (spoiled.exchange_on_trip, (trip.number, voter, kind, why, WHY)),
                (
                    trip_results.correct_trip_result,
                    (trip.number, voter, WHY, ballots, "" if ballots else cause),
                ),
            ),
        )
        self.ask(table, one, verb, *args, witness=other)

    @rule(data=st.data())
    def receive_a_trip(self, data):
        """Count its bag, now and then one too few or too many."""
        table = self.desk(data.draw)
        trip = self.one_trip(table, data.draw, "out", "not_returned")
        if trip is None:
            return
        counted = {}
        for ballot in table.day.election.ballot_ids:
            left = table.left(ballot, trip.bag)
            counted[ballot] = max(0, left + one_of(data.draw, (0, 0, 0, 1, -1)))
        self.come(table, trip.signer)
        if trip.waiting:
            one, other = trip.members
            self.come(table, one)
            heard = trip_results.record_trip_results.recorded("акт № 5", WHY)
            lines = self.table_of(data.draw, trip)
            self.ask(table, one, heard, trip.number, lines, witness=other)
            counted = {ballot: table.left(ballot, trip.bag) for ballot in counted}
        verb = bags.receive_trip
        if self.ask(table, trip.signer, verb, trip.number, counted) is None:
            late = verb.recorded("акт № 3", WHY)
            self.ask(table, trip.signer, late, trip.number, counted, witness=CHAIRMAN)

    @rule(data=st.data())
    def give_a_trip_up(self, data):
        table = self.desk(data.draw)
        trip = self.one_trip(table, data.draw, "out")
        if trip is None or data.draw(st.integers(0, 4)):
            return
        self.come(table, CHAIRMAN)
        verb = bags.declare_not_returned.recorded("акт № 4", WHY)
        self.ask(table, CHAIRMAN, verb, trip.number, 0, witness=SECRETARY)

    def one_trip(self, table: Table, draw: Any, *states: str) -> Trip | None:
        found = [trip for trip in table.day.trips.values() if trip.state in states]
        return one_of(draw, found) if found else None

    def table_of(self, draw: Any, trip: Trip) -> tuple[dict[str, str], ...]:
        """Write the table of results: one line for each voter who waits, or for any."""
        lines = []
        for voter in trip.waiting or trip.voters:
            ballots = " ".join(some_ballots(draw)) if draw(st.booleans()) else ""
            line = {"ballots": ballots} if ballots else {"cause": one_of(draw, list(NotServed))}
            lines.append({"voter": voter, **line})
        return tuple(lines)
