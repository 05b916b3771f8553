"""A village of thirty voters: the laptop comes at nine, and a car stands in a drift at night."""

from precinct_app.domain.accounts import stack
from precinct_app.domain.figures.lines import day_lines, lines_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    applications,
    bags,
    catching_up,
    closing,
    issuing,
    opening,
    publishing,
    road,
    trip_results,
    trips,
    turnout,
    unsealing,
)
from precinct_app.domain.trips import on_the_road
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    EVENING,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)

ALL = ELECTION.ballot_ids
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
AT_HOME = ("26", "27", "28", "29", "30")
FAR_AWAY = ("21", "22", "23", "24", "25")
BOX = "P1"
SENT_TO = sorted({ballot.sent_to for ballot in ELECTION.ballots})


def at(hour: int, minute: int = 0):
    return MORNING.replace(hour=hour, minute=minute)


def rows(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(n) for n in range(first, last + 1))


def gave(voter: str) -> dict[str, str]:
    return {"voter": voter, "ballots": " ".join(ALL)}


def missed(voter: str, cause: str = "not_at_home") -> dict[str, str]:
    return {"voter": voter, "cause": cause}


def test_a_day_of_the_village_from_the_car_with_ballots_to_ninety_kilometres_of_road():
    table = evening_before()
    laptop_comes_at_nine(table)
    trip_left_while_there_was_no_laptop(table)
    slip_at_ten(table)
    home_voters_and_the_telephone(table)
    battery_is_empty(table)
    car_in_a_drift(table)
    one_home_voter_in_the_box(table)
    ninety_kilometres(table)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def evening_before() -> Table:
    """Ballots come by car; ten voters have written that they can't come."""
    table = morning.set_up(morning.listed(30), MEMBERS)
    morning.receive(table, 33)
    for voter in (*AT_HOME, *FAR_AWAY):
        table.do(CHAIRMAN, applications.take_application, voter, "далеко от участка")
    assert [one.number for one in table.day.applications.values()] == list(range(1, 11))
    return table


def laptop_comes_at_nine(table: Table) -> None:
    """Boxes, stacks and two hours of issues were on paper; all is typed at nine."""
    table.now = at(9)
    morning.seal_boxes(table, (BOX,))
    morning.hand_out(table, {DEPUTY: 11, ERLAN: 11, OLGA: 11})
    reason = "ноутбук привезли к девяти, открыли на бумаге"
    table.do(CHAIRMAN, opening.open_voting, "214", reason, happened=at(7))
    table.do(CHAIRMAN, catching_up.note_time_on_paper, "07:00", "09:00", "не было ноутбука")
    page = (catching_up.record_paper_issues, "1", DEPUTY, ALL, rows(1, 5), "07:00", "09:00")
    table.do(DEPUTY, *page)
    assert table.day.served() == 5
    assert table.left(BLUE, stack(DEPUTY)) == 6


def trip_left_while_there_was_no_laptop(table: Table) -> None:
    """Two of three issuers left at half past eight; one is left at the desk."""
    table.do(CHAIRMAN, trips.plan_trip, BOX, (ERLAN, OLGA), ERLAN, AT_HOME, told=True)
    table.do(ERLAN, bags.fill_bag, 1, dict.fromkeys(ALL, 6))
    table.do(ERLAN, trips.send_trip, 1, "11:30", happened=at(8, 30))
    assert table.day.trips[1].left == "2023-03-19T08:30:00+06:00"
    table.do(DEPUTY, issuing.issue_ballots, "6", ALL, DEPUTY)


def slip_at_ten(table: Table) -> None:
    """Voters on the road are not served yet, and stand on the slip."""
    table.now = at(10, 1)
    table.do(SECRETARY, turnout.report_turnout, "10:00")
    slip = table.day.slips["10:00"]
    assert (slip.served, slip.listed, slip.on_road) == (6, 30, 5)


def home_voters_and_the_telephone(table: Table) -> None:
    """The trip meets two at home; a request by telephone at noon is no application."""
    table.now = at(11, 30)
    results = (gave("26"), gave("27"), missed("28"), missed("29"), missed("30", "ill"))
    table.do(ERLAN, trip_results.record_trip_results, 1, results)
    table.do(ERLAN, bags.receive_trip, 1, dict.fromkeys(ALL, 4))
    assert (table.day.served(), table.left(BLUE, stack(ERLAN))) == (8, 9)
    table.now = at(12, 10)
    no = table.refused(CHAIRMAN, applications.take_application, "20", "просит сын", False)
    assert (no.reason, no.article) == (Reason.NOT_WRITTEN, "41(6)")
    no = table.refused(CHAIRMAN, applications.take_application, "20", "просит сын")
    assert (no.reason, no.facts) == (Reason.TOO_LATE, {"hour": "12:00"})
    table.do(DEPUTY, issuing.issue_ballots, "28", ALL, DEPUTY)
    assert table.day.applications["28"].state == "not_served"


def battery_is_empty(table: Table) -> None:
    """From two to twenty to three the list alone is kept; the page is typed afterwards."""
    table.now = at(14, 40)
    table.do(CHAIRMAN, catching_up.note_time_on_paper, "14:00", "14:40", "села батарея")
    page = (catching_up.record_paper_issues, "1", OLGA, ALL, rows(7, 12), "14:00", "14:40")
    table.do(OLGA, *page)
    assert table.day.served() == 15


def car_in_a_drift(table: Table) -> None:
    """The second trip is out when voting ends: announced, but no box is opened."""
    table.now = at(17)
    table.do(
        CHAIRMAN, trips.plan_trip, BOX, (ERLAN, DEPUTY), ERLAN, FAR_AWAY, told=True
    )  # fmt: skip
    table.do(ERLAN, bags.fill_bag, 2, dict.fromkeys(ALL, 6))
    table.do(ERLAN, trips.send_trip, 2, "19:00")
    table.now = at(19, 40)
    table.do(SECRETARY, trips.expect_trip, 2, "21:30")
    assert on_the_road(table.day) == FAR_AWAY
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    no = table.refused(CHAIRMAN, unsealing.open_box, BOX, True, witness=SECRETARY)
    assert (no.reason, no.facts) == (Reason.TRIP_OUT, {"trip": 2})
    table.now = at(21, 20)
    results = (gave("21"), *(missed(voter) for voter in FAR_AWAY[1:]))
    table.do(ERLAN, trip_results.record_trip_results, 2, results)
    table.do(ERLAN, bags.receive_trip, 2, dict.fromkeys(ALL, 4), "акт № 1")
    assert table.day.accounts.left(BLUE, "missing") == 1


def one_home_voter_in_the_box(table: Table) -> None:
    """The box of both trips gives no more than was signed for; then all is counted together."""
    table.now = at(21, 40)
    evening_lists(table)
    evening.announce(table)
    assert lines_of(table.day, BLUE)["2a"] == 3
    assert lines_of(table.day, BLUE)[f"10c.{BOX}"] == 3
    table.do(CHAIRMAN, unsealing.open_box, BOX, True, witness=SECRETARY)
    table.do(ERLAN, unsealing.count_portable_box, BOX, dict.fromkeys(ALL, 3))
    evening.open_stationary(table)
    for ballot in ALL:
        evening.count_kind(table, ballot, 13, {"1": 10, "2": 4}, 1, 1)
    assert evening.broken(table) == {ballot: [] for ballot in ALL}
    assert day_lines(table.day)["d1"] == 16
    assert adds_up(table.day, BLUE)


def evening_lists(table: Table) -> None:
    """Count thirteen signatures in the list and three on applications."""
    table.do(SECRETARY, closing.count_signatures, 13, 0, 3)
    assert day_lines(table.day)["d4"] == 3


def ninety_kilometres(table: Table) -> None:
    """Two members carry the protocols by night, and they are taken in the morning."""
    table.now = at(23, 30)
    for ballot in ALL:
        evening.sign(table, ballot)
        table.do(CHAIRMAN, publishing.post_protocol, ballot, "дверь школы")
    to = {name: tuple(b.id for b in ELECTION.ballots if b.sent_to == name) for name in SENT_TO}
    for journey, ballots in enumerate(to.values(), 1):
        table.do(CHAIRMAN, road.set_out, ballots, (SECRETARY, OLGA), "полиция", witness=OLGA)
        table.pass_time(hours=3)
        table.do(SECRETARY, road.hand_in, journey, "ТИК", f"расписка {journey}", witness=OLGA)
    for ballot in ALL:
        table.do(CHAIRMAN, road.note_taken, ballot, "отметка ТИК", witness=SECRETARY)
    assert table.day.accepted
