"""The worked portable box: 7 applications, 2 not at home, 5 signed, 6 blue papers in it."""

from precinct_app.domain.accounts import VOTERS
from precinct_app.domain.figures.explained import holding_back
from precinct_app.domain.figures.lines import lines_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    announcing,
    applications,
    bags,
    boxes,
    closing,
    count,
    decisions,
    opening,
    protocol,
    setup,
    stock,
    trip_results,
    trips,
    unsealing,
)
from precinct_app.domain.voters import Voter
from precinct_app.errors import Reason
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    EVENING,
    GREEN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    named_table,
)
from tests.domain.evening import ALL, PARTIES, SIGNERS, cancel, kind_of, open_box
from tests.domain.outside import given, missed

BOX, CREW = "P1", (ERLAN, OLGA)
VOTING = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR)
SEVEN = tuple(str(place) for place in range(1, 8))


def outside_table() -> Table:
    """Send one trip to seven voters; five sign for the blue ballot, two are not at home."""
    table = named_table(voters=[Voter(place, place, "Омаров", "Дархан") for place in SEVEN])
    table.do(CHAIRMAN, setup.state_list_act, "1", 7)
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 8, 8, "№ 1")
    table.do(CHAIRMAN, stock.receive_ballots, GREEN, 8, 8, "№ 1")
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 8})
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    table.do(CHAIRMAN, boxes.seal_box, BOX, "0017", portable=True)
    table.do(CHAIRMAN, boxes.seal_box, "S1", "0018")
    for voter in SEVEN:
        table.do(CHAIRMAN, applications.take_application, voter, "не ходит")
    asked = (BOX, CREW, ERLAN, SEVEN)
    table.do(CHAIRMAN, trips.plan_trip, *asked, told=True, few_confirmed=True)
    table.do(ERLAN, bags.fill_bag, 1, {BLUE: 7})
    table.do(ERLAN, trips.send_trip.recorded("акт № 1", "только голубые"), 1, "10:00", witness=OLGA)
    results = [*(given(voter, BLUE) for voter in SEVEN[:5]), *(missed(v) for v in SEVEN[5:])]
    table.do(ERLAN, trip_results.record_trip_results, 1, tuple(results))
    table.do(ERLAN, bags.receive_trip, 1, {BLUE: 2})
    return table


def boxed_table() -> Table:
    """End voting, read the figures, and find six blue papers in the portable box."""
    table = outside_table()
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    table.do(SECRETARY, closing.count_signatures, 0, 0, 5)
    for ballot in ALL:
        cancel(table, ballot)
        table.do(CHAIRMAN, announcing.announce_figures, ballot, witness=SECRETARY)
    open_box(table, BOX)
    table.do(OLGA, unsealing.count_portable_box, BOX, {BLUE: 6})
    return table


def test_six_of_five_hold_the_stationary_box_until_the_commission_decided_art_43_3_1():
    table = boxed_table()
    no = table.refused(CHAIRMAN, unsealing.open_box, "S1", True, witness=SECRETARY)
    assert (no.reason, no.article) == (Reason.BOX_UNDECIDED, "43(3-1)")


def test_six_of_five_are_line_seven_and_the_protocol_is_signed_with_written_reasons():
    table = boxed_table()
    assert (table.left(BLUE, VOTERS), lines_of(table.day, BLUE)[f"10c.{BOX}"]) == (5, 5)
    table.do(SECRETARY, decisions.decide, "об урне P1", VOTING, 5, 1, "43(3-1)")
    declared = (BOX, (BLUE,), 1, "акт № 7", CREW, "ТИК: голубые этой урны")
    table.do(CHAIRMAN, unsealing.declare_box_invalid, *declared, witness=SECRETARY)
    open_box(table, "S1")
    sheet = (BLUE, dict.fromkeys(PARTIES, 0), 0, 0)
    table.do(OLGA, count.count_stationary, BLUE, 0)
    table.do(OLGA, count.count_votes, *sheet)
    table.do(AINUR, count.confirm_votes, *sheet)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("2", "2a", "7", "10a.P1", "10b")] == [5, 5, 6, 6, 0]
    shown = {
        one.control.id: (one.verdict.left, one.verdict.right, one.verdict.where)
        for one in holding_back(table.day, BLUE)
    }
    assert shown == {"C9": (6, 5, ""), "C10": (6, 5, BOX)}
    for control, (_left, _right, where) in shown.items():
        explained = (control, "акт № 7: шесть из пяти", BLUE, where)
        table.do(CHAIRMAN, protocol.explain_control, *explained, witness=SECRETARY)
    table.do(CHAIRMAN, protocol.sign_protocol, BLUE, SIGNERS, witness=SECRETARY)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_a_kind_that_no_voter_took_has_a_protocol_of_zeros_practice_5():
    table = boxed_table()
    table.do(CHAIRMAN, unsealing.open_box.recorded("акт", "ждём решения"), "S1", True, witness=OLGA)
    table.do(OLGA, count.count_stationary, GREEN, 0)
    table.do(OLGA, count.count_votes, GREEN, {}, 0, 0)
    table.do(AINUR, count.confirm_votes, GREEN, {}, 0, 0)
    table.do(CHAIRMAN, protocol.sign_protocol, GREEN, SIGNERS, witness=SECRETARY)
    lines = kind_of(table, GREEN).signed.lines
    assert [lines[name] for name in ("1", "2", "4", "6", "7", "8", "9", "9a")] == [
        7, 0, 0, 0, 0, 8, 8, 8
    ]  # fmt: skip
    assert not [name for name in lines if name.startswith("13")]
