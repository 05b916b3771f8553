"""Two desks that know of each other what has arrived, with clocks that are hours wrong."""

import random
from collections import defaultdict
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from precinct_app.domain.fold import receive, replay
from precinct_app.domain.parts import issuing, opening, setup, stock
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    COMMISSION,
    DEPUTY,
    ERLAN,
    MORNING,
    OLGA,
    Table,
    named_table,
)
from tests.domain.machines import holds
from tests.domain.machines.asking import KINDS, one_of
from tests.domain.machines.commission import standing
from tests.domain.machines.travelling import Travelling

if TYPE_CHECKING:
    from precinct_app.domain.entry import Entry

# One desk is a night behind, where the law's hours let it issue nothing.
HOURS_WRONG = (-9, -5, -1, 0, 1, 6)
KNOWN_CONFLICTS = {
    "applied_twice",
    "box_twice",
    "box_unknown",
    "breach",
    "corrected_twice",
    "corrects_nothing",
    "double",
    "envelope_taken",
    "handover_closed",
    "incident_unknown",
    "not_applied",
    "not_gone_on_from",
    "not_in_hand",
    "on_two_trips",
    "overdrawn",
    "phase",
    "phase_stands",
    "trip_left",
    "trip_not_out",
    "trip_unknown",
}


def opened():
    """Stock four members sparsely, and open voting."""
    table = named_table()
    table.do(CHAIRMAN, setup.state_list_act, "1", 6)
    for ballot in KINDS:
        table.do(CHAIRMAN, stock.receive_ballots, ballot, 20, 20)
        for member in (DEPUTY, ERLAN, OLGA, AINUR):
            table.do(CHAIRMAN, stock.hand_out_ballots, member, {ballot: 3})
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    table.pass_time(hours=6)
    return table


class TwoDesks(Travelling):
    """One commission at two laptops; sticks go to and fro."""

    @initialize(one=st.sampled_from(HOURS_WRONG), other=st.sampled_from(HOURS_WRONG))
    def begin(self, one, other):
        table = opened()
        begun = table.day.entries
        second = Table(replay(table.day.election, table.day.roll, begun), table.now, desk=2)
        self.tables = [table, second]
        self.sealed: dict[int, list[Entry]] = {1: [], 2: []}
        self.recorded(second, second.do(CHAIRMAN, setup.open_desk, "laptop-2"))
        self.come(second, *(member for member in COMMISSION if COMMISSION[member][1] != "advisory"))
        for each, hours in zip(self.tables, (one, other), strict=True):
            each.pass_time(hours=hours)

    def desk(self, draw):
        return self.tables[draw(st.integers(0, 1))]

    def recorded(self, table, entry):
        self.sealed[table.desk].append(entry)

    @rule(data=st.data(), many=st.booleans())
    def a_stick_arrives(self, data, many):
        """Take in any entries of the other desk, in any order, also known ones."""
        table = self.desk(data.draw)
        there = self.sealed[3 - table.desk]
        if not there:
            return
        places = st.integers(0, len(there) - 1)
        for place in data.draw(st.lists(places, min_size=1, max_size=12 if many else 2)):
            table.day = receive(table.day, there[place])

    @rule(data=st.data())
    def a_whole_stick_arrives(self, data):
        self.hear_all(self.desk(data.draw))

    def hear_all(self, table):
        for entry in self.sealed[3 - table.desk]:
            table.day = receive(table.day, entry)

    @rule(data=st.data())
    def both_act_unheard(self, data):
        """Both hear all, then correct one entry or serve one voter, before either hears more."""
        for table in self.tables:
            self.hear_all(table)
        day = self.tables[0].day
        entry = one_of(data.draw, ["", *standing(day)[-6:]])
        voter = one_of(data.draw, list(day.roll.voters))
        for table in self.tables:
            if entry:
                self.correct_one(table, data.draw, entry)
            else:
                issuer = one_of(data.draw, (DEPUTY, ERLAN, OLGA, AINUR))
                self.come(table, issuer)
                self.ask(table, issuer, issuing.issue_ballots, voter, (BLUE,), issuer)

    @invariant()
    def each_desk_sees_a_day_that_holds(self):
        for table in self.tables:
            holds.is_its_replay(table.day)
            holds.adds_up(table.day)
            holds.shortfalls_are_told(table.day)
            holds.voters_hold_what_is_out(table.day)
            holds.doubles_are_told(table.day)
            holds.trips_agree(table.day)
            assert {conflict.kind for conflict in table.day.conflicts} <= KNOWN_CONFLICTS

    @invariant()
    def each_desk_goes_on_in_its_own_chain(self):
        for desk, entries in self.sealed.items():
            numbers = [entry.number for entry in entries]
            ticks = [entry.tick for entry in entries]
            assert all(entry.desk == desk for entry in entries)
            assert numbers == [numbers[0] + place for place in range(len(numbers))]
            assert ticks == sorted(set(ticks))

    def teardown(self):
        """Let everything arrive everywhere, shuffled: both see the same day."""
        if not hasattr(self, "tables"):
            return
        everything = [*self.sealed[1], *self.sealed[2]]
        chance = random.Random(len(everything))
        for table in self.tables:
            for entry in chance.sample(everything, len(everything)):
                table.day = receive(table.day, entry)
        one, other = (table.day for table in self.tables)
        assert one == other
        holds.is_its_replay(one)
        holds.adds_up(one)
        holds.shortfalls_are_told(one)
        holds.doubles_are_told(one)
        holds.rows_have_no_more_than_the_entries_left(one)
        _nobody_was_served_at_both_in_silence(one)
        if not {conflict.kind for conflict in one.conflicts} & holds.TWICE:
            holds.the_way_is_that_of_open_handovers(one)
            holds.lines_agree(one)
            holds.rows_are_what_the_entries_left(one)


def _nobody_was_served_at_both_in_silence(day):
    """Two desks that issued one kind to one voter, and corrected nothing, stand as a double."""
    served = defaultdict(set)
    for entry in day.entries:
        if isinstance(entry.event, issuing.BallotsIssued):
            for move in entry.event.moves:
                served[entry.event.voter, move.ballot].add(entry.id)
    corrected = {getattr(entry.event, "corrects", "") for entry in day.entries}
    told = {
        (dict(found.facts)["voter"], dict(found.facts)["ballot"])
        for found in day.conflicts
        if found.kind == "double"
    }
    for row, entries in served.items():
        assert len(entries) < 2 or entries & corrected or row in told


TestTwoDesks = TwoDesks.TestCase
TestTwoDesks.settings = settings(max_examples=150, stateful_step_count=60)
