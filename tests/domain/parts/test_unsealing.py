"""The boxes after the end: the portable ones first, one by one, then the stationary."""

from dataclasses import replace

from precinct_app.domain.figures.lines import lines_of, verdicts_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import announcing, bags, closing, count, opening, unsealing
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    ERLAN,
    EVENING,
    GREEN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    open_table,
)
from tests.domain.decided import CARRIED, take_decisions, without_decision
from tests.domain.evening import (
    ALL,
    AT_HOME,
    PORTABLE,
    STATIONARY,
    announced_table,
    cancel,
    cancelled_table,
    last_event,
    listed_table,
    open_box,
    opened_table,
    portable_table,
    signed_table,
    state_of,
)
from tests.domain.outside import out_table
from tests.domain.parts.test_unused import gone_table
from tests.domain.refusals import No, each, hear

TWO = {"witness": SECRETARY}
ORDER, OPEN = count.set_count_order, unsealing.open_box
PAPERS, INVALID = unsealing.count_portable_box, unsealing.declare_box_invalid
SIX = {BLUE: 6, GREEN: 1}
CREW = (ERLAN, OLGA)
ANSWER = "ТИК: только этот вид"


def unopened_table() -> Table:
    """Open the portable box and count nothing yet."""
    table = announced_table()
    open_box(table, PORTABLE)
    return table


def crowded_table() -> Table:
    """Find six blue papers where two were signed for; decisions stand."""
    table = take_decisions(unopened_table())
    table.do(OLGA, PAPERS, PORTABLE, SIX)
    return table


def lost_table() -> Table:
    """End voting with a trip that did not return, and read all figures aloud."""
    table = take_decisions(out_table())
    table.do(CHAIRMAN, bags.declare_not_returned, 1, CARRIED, "акт № 1", witness=SECRETARY)
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    table.do(SECRETARY, closing.count_signatures, 0, 0, 0)
    for ballot in ALL:
        cancel(table, ballot)
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)
    return table


def waiting_table() -> Table:
    """Let the count of this election wait for the stated hour, at seven in the evening."""
    table = announced_table()
    rules = replace(table.day.election.rules, count_from="stated_end")
    table.day.election = replace(table.day.election, rules=rules)
    table.now = EVENING.replace(hour=19)
    return table


def next_morning() -> Table:
    """Open the portable box, and look at the clock at one past eight in the morning."""
    table = unopened_table()
    table.now = MORNING.replace(day=20, hour=8, minute=1)
    return table


def declared(*ballots: str, decision: int = CARRIED, paper: str = "акт № 7") -> tuple[object, ...]:
    return PORTABLE, ballots or (BLUE,), decision, paper, CREW, ANSWER


REFUSALS = [
    No("the order of the count names every kind once", Reason.BAD_ARGUMENT, CHAIRMAN, ORDER,
       ((BLUE, GREEN),), day=announced_table),
    *without_decision("two tables count at once", CHAIRMAN, ORDER, lambda n: (ALL, 2, n),
                      day=crowded_table),
    No("a box that is not there is not opened", Reason.BOX_UNKNOWN, CHAIRMAN, OPEN, ("Z", True),
       TWO, day=announced_table),
    No("a box is opened once", Reason.BOX_OPEN, CHAIRMAN, OPEN, (PORTABLE, True), TWO,
       day=portable_table),
    No("a box that stands as missing is not opened", Reason.BOX_MISSING, CHAIRMAN, OPEN,
       (PORTABLE, True), TWO, day=lost_table),
    No("a broken seal is described", Reason.REASON_MISSING, CHAIRMAN, OPEN, (PORTABLE, False),
       TWO, day=announced_table),
    No("a box whose seal is broken is a breach to be recorded art 40 4", Reason.SEAL_BROKEN,
       CHAIRMAN, OPEN, (PORTABLE, False, "надорвана"), TWO, "40(4)", announced_table),
    No("the count waits for the stated hour where the election says so art 43 1",
       Reason.TOO_EARLY, CHAIRMAN, OPEN, (PORTABLE, True), TWO, "43(1)", waiting_table),
    No("no box is opened while a trip is out art 41 6", Reason.TRIP_OUT, CHAIRMAN, OPEN,
       (STATIONARY, True), TWO, "41(6)", gone_table),
    No("no box is opened before the cancelling art 43 4", Reason.NOT_CANCELLED, CHAIRMAN, OPEN,
       (PORTABLE, True), TWO, "43(4)", listed_table),
    No("no box is opened before the figures are read art 43 3-1", Reason.NOT_ANNOUNCED, CHAIRMAN,
       OPEN, (PORTABLE, True), TWO, "43(3-1)", cancelled_table),
    No("portable boxes come first art 43 3-1", Reason.PORTABLE_FIRST, CHAIRMAN, OPEN,
       (STATIONARY, True), TWO, "43(3-1)", announced_table),
    No("one box is counted before the next is opened art 43 3-1", Reason.BOX_UNCOUNTED, CHAIRMAN,
       OPEN, (STATIONARY, True), TWO, "43(3-1)", unopened_table),
    No("a box with too many papers is decided on first art 43 3-1", Reason.BOX_UNDECIDED,
       CHAIRMAN, OPEN, (STATIONARY, True), TWO, "43(3-1)", crowded_table),
    No("a box that is not there is not counted", Reason.BOX_UNKNOWN, OLGA, PAPERS, ("Z", {}),
       day=unopened_table),
    No("a stationary box is not counted as a portable one", Reason.NOT_PORTABLE, OLGA, PAPERS,
       (STATIONARY, {}), day=unopened_table),
    No("papers of an unknown ballot are not in the box", Reason.BALLOT_UNKNOWN, OLGA, PAPERS,
       (PORTABLE, {"white": 1}), day=unopened_table),
    No("a box holds no fewer than no papers", Reason.AMOUNT_WRONG, OLGA, PAPERS,
       (PORTABLE, {BLUE: -1}), day=unopened_table),
    No("a box holds no more than people can count", Reason.AMOUNT_TOO_LARGE, OLGA, PAPERS,
       (PORTABLE, {BLUE: 100_001}), day=unopened_table),
    No("a box of a signed protocol is not counted anew art 43 8", Reason.ALREADY_SIGNED, OLGA,
       PAPERS, (PORTABLE, AT_HOME), article="43(8)", day=signed_table),
    No("a sealed box is not counted art 43 3-1", Reason.BOX_CLOSED, OLGA, PAPERS,
       (PORTABLE, AT_HOME), article="43(3-1)", day=announced_table),
    No("a box is not counted after twelve hours without a word art 43 1", Reason.COUNT_TOO_LONG,
       OLGA, PAPERS, (PORTABLE, AT_HOME), article="43(1)", day=next_morning),
    No("a box that is not there is not invalid", Reason.BOX_UNKNOWN, CHAIRMAN, INVALID,
       ("Z", *declared()[1:]), TWO, day=crowded_table),
    No("a stationary box is not invalid", Reason.NOT_PORTABLE, CHAIRMAN, INVALID,
       (STATIONARY, *declared()[1:]), TWO, day=crowded_table),
    No("an unknown ballot is not invalid", Reason.BALLOT_UNKNOWN, CHAIRMAN, INVALID,
       declared("white"), TWO, day=crowded_table),
    No("no ballot is not invalid", Reason.NOTHING_CHOSEN, CHAIRMAN, INVALID,
       (PORTABLE, (), CARRIED, "акт", CREW, ANSWER), TWO, day=crowded_table),
    No("the act names members of the commission", Reason.MEMBER_UNKNOWN, CHAIRMAN, INVALID,
       (PORTABLE, (BLUE,), CARRIED, "акт", ("77",), ANSWER), TWO, day=crowded_table),
    No("papers are not declared invalid without an act", Reason.REASON_MISSING, CHAIRMAN, INVALID,
       declared(paper=" "), TWO, day=crowded_table),
    *without_decision("papers are declared invalid", CHAIRMAN, INVALID,
                      lambda n: declared(decision=n), TWO, crowded_table),
    No("papers that nobody counted are not invalid", Reason.BOX_UNCOUNTED, CHAIRMAN, INVALID,
       declared(), TWO, "43(3-1)", lambda: take_decisions(unopened_table())),
    No("papers that were signed for are not invalid art 43 3-1", Reason.NO_MORE_THAN_SIGNED,
       CHAIRMAN, INVALID, declared(GREEN), TWO, "43(3-1)", crowded_table),
    No("papers of a signed protocol are not declared invalid art 43 8", Reason.ALREADY_SIGNED,
       CHAIRMAN, INVALID, declared(), TWO, "43(8)", signed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_no_box_is_opened_while_voting_goes_on_art_43_1():
    no = open_table().refused(CHAIRMAN, OPEN, STATIONARY, True, witness=SECRETARY)
    assert (no.reason, no.article) == (Reason.PHASE_WRONG, "43(3-1)")


def test_the_first_box_that_is_opened_begins_the_count_art_24_10():
    table = announced_table()
    assert not table.day.count_begun
    open_box(table, PORTABLE)
    first = table.day.entries[-1].id
    table.do(OLGA, PAPERS, PORTABLE, AT_HOME)
    open_box(table, STATIONARY)
    assert table.day.count_begun == first


def test_a_box_opened_too_early_is_a_recorded_breach_with_every_rule_it_offends():
    table = listed_table()
    early = OPEN.recorded("акт № 1", "вскрыли раньше")
    table.do(CHAIRMAN, early, STATIONARY, True, witness=SECRETARY)
    (breach,) = table.day.breaches
    reasons = [offence.reason for offence in breach.offences]
    assert reasons == [Reason.NOT_CANCELLED, Reason.NOT_ANNOUNCED, Reason.PORTABLE_FIRST]
    assert table.day.boxes[STATIONARY].state == "opened"


def test_of_a_portable_box_only_numbers_per_kind_are_known():
    table = portable_table()
    papers = table.day.boxes[PORTABLE].papers
    assert papers == {**dict.fromkeys(ALL, 0), **AT_HOME}
    assert lines_of(table.day, BLUE)[f"10a.{PORTABLE}"] == 2


def test_a_portable_box_may_be_empty():
    table = unopened_table()
    table.do(OLGA, PAPERS, PORTABLE, {})
    open_box(table, STATIONARY)
    assert lines_of(table.day, BLUE)[f"10a.{PORTABLE}"] == 0


def test_six_of_two_are_declared_invalid_by_decision_and_act_art_43_3_1():
    table = crowded_table()
    table.do(CHAIRMAN, INVALID, *declared(), witness=SECRETARY)
    assert table.day.boxes[PORTABLE].invalid == (BLUE,)
    event = last_event(table)
    assert (event.members, event.answer) == (CREW, ANSWER)
    assert event.decision == table.day.decisions[CARRIED].entry
    open_box(table, STATIONARY)
    asked = [one for one in verdicts_of(table.day, BLUE) if one.control.id == "C10"]
    (verdict,) = [one.verdict for one in asked]
    assert (verdict.left, verdict.right, verdict.holds) == (6, 2, False)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_papers_that_are_counted_anew_are_decided_on_anew():
    table = crowded_table()
    table.do(CHAIRMAN, INVALID, *declared(), witness=SECRETARY)
    table.do(OLGA, PAPERS, PORTABLE, AT_HOME)
    assert table.day.boxes[PORTABLE].invalid == ()
    open_box(table, STATIONARY)


def test_all_kinds_of_the_box_are_invalid_where_the_superior_commission_says_so():
    table = crowded_table()
    table.do(CHAIRMAN, INVALID, *declared(BLUE, GREEN), witness=SECRETARY)
    assert table.day.boxes[PORTABLE].invalid == (BLUE, GREEN)


def test_two_tables_count_at_once_by_decision():
    table = crowded_table()
    table.do(CHAIRMAN, ORDER, ALL, 2, CARRIED)
    assert state_of(table).count_order.tables == 2
    table.do(CHAIRMAN, ORDER, tuple(reversed(ALL)))
    assert (state_of(table).count_order.ballots[-1], state_of(table).count_order.tables) == (
        BLUE,
        1,
    )


def test_the_hours_of_the_count_are_noted_once_and_the_count_goes_on_art_43_1():
    table = next_morning()
    late = PAPERS.recorded("акт № 9", "восемь тысяч бюллетеней")
    table.do(OLGA, late, PORTABLE, {BLUE: 1}, witness=SECRETARY)
    table.do(AINUR, PAPERS, PORTABLE, AT_HOME)
    assert [breach.article for breach in table.day.breaches] == ["43(1)"]
    assert state_of(table).boxes[PORTABLE].papers[BLUE] == 2


def test_what_two_desks_do_with_one_box_is_told_and_what_no_desk_has_too():
    table = opened_table()
    for event in (
        unsealing.BoxOpened(STATIONARY, True, ""),
        unsealing.BoxOpened("Z", True, ""),
        unsealing.PortableBoxCounted("Z", {}),
        unsealing.BoxDeclaredInvalid("Z", (BLUE,), "", "акт", CREW, ANSWER),
    ):
        table.do(CHAIRMAN, lambda _day, _act, event=event: event)
    kinds = [kind for kind, _ in table.conflicts()]
    assert kinds == ["box_opened_twice", *["box_unknown"] * 3]
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day
