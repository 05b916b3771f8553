"""Whole days at one desk, with everything that may come to a commission's mind."""

import itertools
from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant

from precinct_app.domain.fold import replay
from precinct_app.domain.parts import opening, setup, stock
from precinct_app.domain.parts.access import MOST_ON_DUTY
from precinct_app.domain.recorded import FactRecorded
from precinct_app.store.codec import entry_of, row_of
from tests.domain.days import (
    AINUR,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    MORNING,
    OLGA,
    named_table,
    new_table,
)
from tests.domain.machines import holds
from tests.domain.machines.asking import KINDS
from tests.domain.machines.travelling import Travelling

# The entries that give ballots out and are no breach.
BY_THE_RULES = ("ballots_issued", "trip_results_recorded", "paper_issues_recorded")


class OneDesk(Travelling):
    """One commission, one laptop, one day."""

    @initialize(begun=st.sampled_from((*["open"] * 8, "named", "new")))
    def begin(self, begun):
        self.table = new_table() if begun == "new" else named_table()
        self.read = [entry_of(row_of(entry)) for entry in self.table.day.entries]
        if begun == "open":
            self.ask(self.table, CHAIRMAN, setup.state_list_act, "1", 6)
            for ballot in KINDS:
                self.ask(self.table, CHAIRMAN, stock.receive_ballots, ballot, 20, 19)
                for member in (DEPUTY, ERLAN, OLGA, AINUR):
                    self.ask(self.table, CHAIRMAN, stock.hand_out_ballots, member, {ballot: 3})
            self.table.now = MORNING
            self.ask(self.table, CHAIRMAN, opening.open_voting, "214", "не всё готово")

    def desk(self, _draw):
        return self.table

    def recorded(self, _table, entry):
        self.read.append(entry_of(row_of(entry)))

    @invariant()
    def the_day_is_what_its_journal_says(self):
        day = self.table.day
        assert replay(day.election, day.roll, self.read) == day

    @invariant()
    def entries_are_numbered_one_after_another(self):
        entries = self.table.day.entries
        places = list(range(1, len(entries) + 1))
        assert [entry.number for entry in entries] == places
        assert [entry.tick for entry in entries] == places
        assert all(b.previous == a.digest for a, b in itertools.pairwise(entries))

    @invariant()
    def every_paper_is_on_one_account(self):
        holds.adds_up(self.table.day)
        holds.shortfalls_are_told(self.table.day)
        holds.voters_hold_what_is_out(self.table.day)
        holds.the_way_is_that_of_open_handovers(self.table.day)
        holds.lines_agree(self.table.day)
        holds.trips_agree(self.table.day)

    @invariant()
    def only_a_recorded_breach_is_a_conflict(self):
        day = self.table.day
        breaches = {entry.id for entry in day.entries if isinstance(entry.event, FactRecorded)}
        assert {conflict.entry for conflict in day.conflicts} <= breaches

    @invariant()
    def nobody_has_two_of_a_kind_but_by_a_recorded_breach(self):
        day = self.table.day
        holds.doubles_are_told(day)
        holds.rows_are_what_the_entries_left(day)
        kinds = {entry.id: entry.kind for entry in day.entries}
        by_the_rules = Counter(
            (handing.voter, ballot)
            for entry, handing in day.handings.items()
            if kinds[entry.partition(":")[0]] in BY_THE_RULES
            for ballot in handing.ballots
        )
        assert max(by_the_rules.values(), default=0) <= 1

    @invariant()
    def no_more_than_eight_are_on_duty(self):
        duty = self.table.day.duty(1)
        assert len(duty) == len(set(duty)) <= MOST_ON_DUTY


TestOneDesk = OneDesk.TestCase
TestOneDesk.settings = settings(max_examples=120, stateful_step_count=60)
