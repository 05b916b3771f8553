"""Whole evenings at one desk, in any order that may come to a commission's mind."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from precinct_app.domain.entry import Entry
from precinct_app.domain.figures.lines import lines_of
from precinct_app.domain.fold import VERBS, fact_of, replay
from precinct_app.domain.parts import (
    announcing,
    closing,
    count,
    packs,
    protocol,
    publishing,
    recounting,
    road,
    unsealing,
    unused,
)
from precinct_app.domain.recorded import FactRecorded
from precinct_app.errors import Refusal
from tests.domain.days import AINUR, CHAIRMAN, ERLAN, OLGA, SECRETARY, Table, adds_up
from tests.domain.evening import (
    ALL,
    AT_HOME,
    PORTABLE,
    SIGNERS,
    STATIONARY,
    announced_table,
    blank_of,
    counted_table,
    ended_table,
    listed_table,
    sheet,
    signed_table,
    unused_of,
)
from tests.domain.machines.asking import Asking

PARTS = (
    closing,
    unused,
    announcing,
    unsealing,
    count,
    recounting,
    protocol,
    publishing,
    packs,
    road,
)
OF_THE_EVENING = sorted(
    name for name, verb in VERBS.items() if verb.rule.__module__ in {p.__name__ for p in PARTS}
)
# What needs all unused papers cancelled first (art. 43(4)).
COUNTING = {"box_opened", "stationary_counted", "votes_counted"}


class Evening(RuleBasedStateMachine):
    """One commission after the end of voting; two persons for everything."""

    table: Table

    @initialize(
        begun=st.sampled_from(
            (ended_table, listed_table, announced_table, counted_table, signed_table)
        )
    )
    def begin(self, begun):
        self.table = begun()

    def ask(self, by: str, verb: Any, *args: Any, **named: Any) -> None:
        before = list(self.table.day.entries)
        try:
            entry = self.table.do(by, verb, *args, **named)
        except Refusal:
            assert self.table.day.entries == before
            return
        self.check(entry)

    def check(self, entry: Entry) -> None:
        """See that nothing was counted before the cancelling, but by a breach that stands."""
        day, kind = self.table.day, fact_of(entry.event).kind
        uncancelled = [ballot for ballot in ALL if not day.kind(ballot).cancelled]
        ballot = getattr(fact_of(entry.event), "ballot", "")
        if kind not in COUNTING or not (ballot in uncancelled if ballot else uncancelled):
            return
        assert isinstance(entry.event, FactRecorded)
        (breach,) = [found for found in day.breaches if found.entry == entry.id]
        assert "43(4)" in {offence.article for offence in breach.offences}

    @rule(data=st.data(), verb=st.sampled_from(OF_THE_EVENING), happened=st.booleans())
    def ask_anything(self, data, verb, happened):
        asking = Asking(data.draw, self.table)
        asked = VERBS[verb].recorded("акт № 1", "так было") if happened else VERBS[verb]
        self.ask(asking.by(), asked, witness=asking.witness(), **asking.arguments(verb))

    @rule(data=st.data(), everywhere=st.booleans(), happened=st.integers(0, 5))
    def go_on(self, data, everywhere, happened):
        """Do a sensible thing for one kind or for all, whether its turn has come or not."""
        step = data.draw(st.sampled_from(STEPS))
        for ballot in ALL if everywhere else (data.draw(st.sampled_from(ALL)),):
            for by, verb, *args in step(self.table, ballot):
                asked = verb if happened else verb.recorded("акт № 1", "так было")
                self.ask(by, asked, *args, witness=ERLAN)

    @rule(hours=st.sampled_from((1, 1, 12)))
    def let_time_pass(self, hours):
        self.table.pass_time(hours=hours)

    @invariant()
    def the_day_is_what_its_journal_says(self):
        day = self.table.day
        assert replay(day.election, day.roll, day.entries) == day

    @invariant()
    def every_paper_is_on_one_account_and_no_line_is_below_zero(self):
        for ballot in ALL:
            assert adds_up(self.table.day, ballot)
            assert min(lines_of(self.table.day, ballot).values()) >= 0

    @invariant()
    def only_a_recorded_breach_is_a_conflict(self):
        day = self.table.day
        breaches = {entry.id for entry in day.entries if isinstance(entry.event, FactRecorded)}
        assert {conflict.entry for conflict in day.conflicts} <= breaches

    @invariant()
    def a_signed_protocol_stands_as_it_was_signed(self):
        for ballot in ALL:
            kind = self.table.day.kind(ballot)
            assert [signed.number for signed in kind.earlier] == list(range(1, kind.number))
            assert kind.signed is None or kind.signed.number == kind.number


def _lists(_table: Table, _ballot: str) -> list[tuple[Any, ...]]:
    return [(SECRETARY, closing.count_signatures, 1, 0, 2)]


def _cancel(table: Table, ballot: str) -> list[tuple[Any, ...]]:
    counted = unused_of(table, ballot)
    return [(OLGA, unused.count_unused, ballot, counted), (CHAIRMAN, unused.cancel_ballots, ballot)]


def _short(table: Table, ballot: str) -> list[tuple[Any, ...]]:
    """Miss a paper of whoever has most, and settle it."""
    held = unused_of(table, ballot)
    if not held:
        return []
    holder = max(held, key=lambda one: held[one])
    counted = {**held, holder: held[holder] - 1}
    return [
        (OLGA, unused.count_unused, ballot, counted),
        (AINUR, unused.count_unused_again, ballot, {holder: counted[holder]}),
        (CHAIRMAN, unused.settle_unused, ballot, holder, "stuck_together", "акт № 3"),
    ]


def _read(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [(CHAIRMAN, announcing.announce_figures, ballot)]


def _reopen(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [(CHAIRMAN, announcing.reopen_figures, ballot, "ошибка")]


def _boxes(_table: Table, _ballot: str) -> list[tuple[Any, ...]]:
    return [
        (CHAIRMAN, unsealing.open_box, PORTABLE, True),
        (OLGA, unsealing.count_portable_box, PORTABLE, AT_HOME),
        (CHAIRMAN, unsealing.open_box, STATIONARY, True),
    ]


def _count(table: Table, ballot: str) -> list[tuple[Any, ...]]:
    typed = (ballot, *sheet(table, ballot))
    return [
        (OLGA, count.count_stationary, ballot, 1),
        (OLGA, count.count_votes, *typed),
        (AINUR, count.confirm_votes, *typed),
    ]


def _recount(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [(CHAIRMAN, recounting.recount, ballot, "Сапаров", "№ 1")]


def _sign(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [(CHAIRMAN, protocol.sign_protocol, ballot, SIGNERS)]


def _publish(table: Table, ballot: str) -> list[tuple[Any, ...]]:
    signed = table.day.kind(ballot).signed
    return [
        (SECRETARY, publishing.post_protocol, ballot),
        (SECRETARY, publishing.give_copy, ballot, True, 0, "Сапаров"),
        *([(OLGA, publishing.confirm_transfer, ballot, blank_of(table, ballot))] if signed else []),
    ]


def _carry(table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [
        (CHAIRMAN, road.set_out, (ballot,), (CHAIRMAN,)),
        (CHAIRMAN, road.hand_in, len(table.day.road) + 1, "Сапарова", "№ 1"),
    ]


def _take(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [(CHAIRMAN, road.note_taken, ballot)]


def _anew(_table: Table, ballot: str) -> list[tuple[Any, ...]]:
    return [
        (CHAIRMAN, road.note_sent_back, ballot, "строка 9"),
        (CHAIRMAN, protocol.reopen_protocol, ballot, "sent_back", "ТИК, № 5", "строка 9"),
    ]


STEPS = (
    _lists, _cancel, _short, _read, _reopen, _boxes, _count, _recount, _sign, _publish, _carry,
    _take, _anew,
)  # fmt: skip

TestEvening = Evening.TestCase
TestEvening.settings = settings(max_examples=60, stateful_step_count=30)
