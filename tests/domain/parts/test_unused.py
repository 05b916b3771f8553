"""Unused ballots: counted per holder, settled by act, cancelled before any box."""

from precinct_app.domain.accounts import CANCELLED, EXCHANGED, MISSING, SAFE, SURPLUS, stack
from precinct_app.domain.figures.lines import lines_of, verdicts_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import handover, opening, unsealing, unused
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    EVENING,
    GREEN,
    OLGA,
    SECRETARY,
    adds_up,
    open_table,
)
from tests.domain.evening import (
    PORTABLE,
    announced_table,
    cancel,
    cancelled_table,
    count_unused,
    ended_table,
    listed_table,
    unused_of,
)
from tests.domain.outside import out_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": OLGA}
COUNT, AGAIN = unused.count_unused, unused.count_unused_again
SETTLE, CANCEL = unused.settle_unused, unused.cancel_ballots
MINE = stack(ERLAN)
WHOLE = unused_of(ended_table(), BLUE)
SETTLED = (BLUE, MINE, "stuck_together", "акт № 3")


def gone_table():
    """End voting while trip 1 is out."""
    table = out_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    return table


def short_table():
    """Count one paper less in Erlan's stack; Olga counts."""
    table = listed_table()
    count_unused(table, BLUE, m4=7)
    return table


def short_twice_table():
    """Let Ainur count the same."""
    table = short_table()
    table.do(AINUR, AGAIN, BLUE, {MINE: 7})
    return table


def early_box_table():
    """Open the portable box before anything is cancelled, and record it."""
    table = listed_table()
    early = unsealing.open_box.recorded("акт № 1", "вскрыли раньше")
    table.do(CHAIRMAN, early, PORTABLE, True, witness=SECRETARY)
    return table


REFUSALS = [
    No("unused papers of an unknown ballot are not counted", Reason.BALLOT_UNKNOWN, OLGA, COUNT,
       ("white", {}), day=ended_table),
    No("unused papers are not counted while a trip is out art 41 6", Reason.TRIP_OUT, OLGA, COUNT,
       (BLUE, {}), article="41(6)", day=gone_table),
    No("unused papers are not counted anew once the figures were read", Reason.FIGURES_ANNOUNCED,
       OLGA, COUNT, (BLUE, {}), article="43(3-1)", day=announced_table),
    No("nobody is counted who can hold no papers", Reason.HOLDER_UNKNOWN, OLGA, COUNT,
       (BLUE, {"member:77": 1}), day=ended_table),
    No("papers are not counted below zero", Reason.AMOUNT_WRONG, OLGA, COUNT, (BLUE, {SAFE: -1}),
       day=ended_table),
    No("no safe holds so many papers", Reason.AMOUNT_TOO_LARGE, OLGA, COUNT,
       (BLUE, {SAFE: 100_001}), day=ended_table),
    No("no holder of papers is left out", Reason.HOLDER_LEFT_OUT, OLGA, COUNT, (BLUE, {SAFE: 0}),
       day=ended_table),
    No("an unknown ballot is not counted again", Reason.BALLOT_UNKNOWN, AINUR, AGAIN,
       ("white", {}), day=short_table),
    No("nothing is counted again once the figures were read", Reason.FIGURES_ANNOUNCED, AINUR,
       AGAIN, (BLUE, {}), article="43(3-1)", day=announced_table),
    No("the same member does not count again", Reason.ANOTHER_MEMBER, OLGA, AGAIN,
       (BLUE, {MINE: 8}), day=short_table),
    No("what does not differ is not counted again", Reason.NOTHING_DIFFERS, AINUR, AGAIN,
       (BLUE, {}), day=listed_table),
    No("whoever differs is counted again", Reason.HOLDER_LEFT_OUT, AINUR, AGAIN, (BLUE, {SAFE: 0}),
       day=short_table),
    No("nobody else is counted again", Reason.HOLDER_UNKNOWN, AINUR, AGAIN, (BLUE, {"voters": 3}),
       day=short_table),
    No("papers are not counted again below zero", Reason.AMOUNT_WRONG, AINUR, AGAIN,
       (BLUE, {MINE: -1}), day=short_table),
    No("no stack holds so many papers", Reason.AMOUNT_TOO_LARGE, AINUR, AGAIN,
       (BLUE, {MINE: 100_001}), day=short_table),
    No("an unknown ballot is not settled", Reason.BALLOT_UNKNOWN, CHAIRMAN, SETTLE,
       ("white", *SETTLED[1:]), TWO, day=short_twice_table),
    No("nothing is settled once the figures were read", Reason.FIGURES_ANNOUNCED, CHAIRMAN, SETTLE,
       SETTLED, TWO, "43(3-1)", announced_table),
    No("a difference has one of four causes", Reason.DEVIATION_UNKNOWN, CHAIRMAN, SETTLE,
       (BLUE, MINE, "rain", "акт"), TWO, day=short_twice_table),
    No("a difference is settled by an act", Reason.REASON_MISSING, CHAIRMAN, SETTLE,
       (*SETTLED[:3], " "), TWO, day=short_twice_table),
    No("what agrees is not settled", Reason.NOTHING_DIFFERS, CHAIRMAN, SETTLE,
       (BLUE, stack(OLGA), *SETTLED[2:]), TWO, day=short_twice_table),
    No("nothing is settled before another member counted", Reason.COUNT_AGAIN, CHAIRMAN, SETTLE,
       SETTLED, TWO, "43(4)", short_table),
    No("an unknown ballot is not cancelled", Reason.BALLOT_UNKNOWN, CHAIRMAN, CANCEL, ("white",),
       TWO, day=ended_table),
    No("nothing is cancelled twice", Reason.ALREADY_CANCELLED, CHAIRMAN, CANCEL, (BLUE,), TWO,
       day=cancelled_table),
    No("nothing is cancelled once the figures were read", Reason.FIGURES_ANNOUNCED, CHAIRMAN,
       CANCEL, (BLUE,), TWO, "43(3-1)", announced_table),
    No("nothing is cancelled after a box was opened art 43 4", Reason.CANCELLED_LATE, CHAIRMAN,
       CANCEL, (BLUE,), TWO, "43(4)", early_box_table),
    No("nothing is cancelled while a trip is out art 41 6", Reason.TRIP_OUT, CHAIRMAN, CANCEL,
       (BLUE,), TWO, "41(6)", gone_table),
    No("nothing is cancelled uncounted art 43 4", Reason.UNUSED_UNCOUNTED, CHAIRMAN, CANCEL,
       (BLUE,), TWO, "43(4)", listed_table),
    No("nothing is cancelled that differs from its account art 43 4", Reason.UNUSED_DIFFERS,
       CHAIRMAN, CANCEL, (BLUE,), TWO, "43(4)", short_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def holds(table, control: str) -> bool | None:
    """Say whether every control of a name holds for the blue ballot."""
    asked = [one.verdict.holds for one in verdicts_of(table.day, BLUE) if one.control.id == control]
    assert asked
    return all(asked)


def test_unused_papers_are_counted_holder_by_holder_after_the_end():
    assert open_table().refused(OLGA, COUNT, BLUE, {}).reason == Reason.PHASE_WRONG
    table = listed_table()
    assert WHOLE == {"member:3": 10, "member:4": 8, "member:5": 10, "member:6": 8}
    table.do(OLGA, COUNT, BLUE, WHOLE)
    assert lines_of(table.day, BLUE)["9a"] == 36
    assert "9" not in lines_of(table.day, BLUE)


def test_cancelling_takes_unused_and_spoiled_papers_together_art_43_4():
    table = listed_table()
    cancel(table, BLUE)
    assert (table.left(BLUE, CANCELLED), table.left(BLUE, EXCHANGED)) == (37, 0)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("9", "9a", "9b", "9c")] == [37, 36, 1, 0]
    assert unused_of(table, BLUE) == {}
    assert adds_up(table.day, BLUE)
    assert all(holds(table, name) for name in ("C4", "C5", "C6", "C7", "C7m"))


def test_each_kind_is_cancelled_by_itself():
    table = listed_table()
    cancel(table, BLUE)
    assert not table.day.kind(GREEN).cancelled
    assert unused_of(table, GREEN)


def test_a_second_count_that_agrees_ends_the_difference():
    table = short_table()
    table.do(AINUR, AGAIN, BLUE, {MINE: 8})
    table.do(CHAIRMAN, CANCEL, BLUE, witness=OLGA)
    assert (table.left(BLUE, CANCELLED), table.left(BLUE, MISSING)) == (37, 0)


def test_what_is_short_twice_is_missing_by_act_and_never_mended_in_the_issues():
    table = short_twice_table()
    before = lines_of(table.day, BLUE)["3.4"]
    table.do(CHAIRMAN, SETTLE, *SETTLED, witness=OLGA)
    table.do(CHAIRMAN, CANCEL, BLUE, witness=OLGA)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("3.4", "9a", "11a", "m6.4")] == [before, 35, 1, 1]
    assert all(holds(table, name) for name in ("C4", "C5", "C6", "C7", "C7m"))
    assert adds_up(table.day, BLUE)


def test_what_is_too_much_twice_is_surplus_by_act():
    table = listed_table()
    count_unused(table, BLUE, m4=9)
    table.do(AINUR, AGAIN, BLUE, {MINE: 9})
    table.do(CHAIRMAN, SETTLE, BLUE, MINE, "not_known", "акт № 3", witness=OLGA)
    assert (table.left(BLUE, MINE), table.left(BLUE, SURPLUS)) == (9, -1)
    table.do(CHAIRMAN, CANCEL, BLUE, witness=OLGA)
    assert lines_of(table.day, BLUE)["11b"] == 1
    assert all(holds(table, name) for name in ("C5", "C6", "C7", "C7m"))


def test_a_late_cancelling_is_recorded_as_the_breach_it_is_art_43_4():
    table = early_box_table()
    assert [breach.fact for breach in table.day.breaches] == ["box_opened"]
    count_unused(table, BLUE)
    late = CANCEL.recorded("акт № 2", "погасили после вскрытия")
    table.do(CHAIRMAN, late, BLUE, witness=OLGA)
    assert table.day.breaches[-1].article == "43(4)"
    assert ("cancelled_late", {"ballot": BLUE}) in table.conflicts()
    assert table.left(BLUE, CANCELLED) == 37


def test_what_another_desk_cancels_too_overdraws_and_is_told():
    table = cancelled_table()
    first = next(entry for entry in table.day.entries if entry.kind == "ballots_cancelled")
    table.do(CHAIRMAN, lambda _day, _act: first.event)
    assert {kind for kind, _ in table.conflicts()} == {"overdrawn"}
    assert adds_up(table.day, BLUE)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_papers_cancelled_on_the_way_between_two_members_are_waited_for_no_more():
    table = open_table()
    way = table.do(ERLAN, handover.hand_over_ballots, ERLAN, AINUR, {BLUE: 2, GREEN: 1})
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    table.do(ERLAN, COUNT, BLUE, unused_of(table, BLUE))
    table.do(CHAIRMAN, CANCEL, BLUE, witness=OLGA)
    assert table.day.handovers[way.id].amounts == ((GREEN, 1),)
    table.do(AINUR, handover.take_ballots, way.id)
    assert table.conflicts() == []
    assert adds_up(table.day, BLUE)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
