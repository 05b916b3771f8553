"""A hospital of art. 38(3): a bedside round of sixty, an early end, a kind with one voter."""

from datetime import datetime

from precinct_app.domain.figures.lines import day_lines, lines_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    additions,
    applications,
    bags,
    closing,
    commission,
    decisions,
    issuing,
    opening,
    protocol,
    publishing,
    trip_results,
    trips,
    unsealing,
)
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    GREEN,
    GREY,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)

ALL = ELECTION.ballot_ids
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
WARDS, SURGERY = "W1", "W2"
# Forty patients of the district, twenty from elsewhere, two after an operation, one of the town.
DISTRICT = tuple(str(n) for n in range(1, 41))
ELSEWHERE = tuple(str(n) for n in range(41, 61))
OPERATED = ("61", "62")
TOWN = "63"
AT_BED = (*DISTRICT, *ELSEWHERE)
REFUSED = ("39", "60")


def at(hour: int, minute: int = 0) -> datetime:
    return MORNING.replace(hour=hour, minute=minute)


def test_a_day_of_the_hospital_from_the_wards_to_the_kind_with_one_voter():
    table = evening_before()
    wards_at_half_past_six(table)
    bedside_round_of_sixty(table)
    new_patient_and_one_discharged(table)
    two_after_an_operation(table)
    all_served(table)
    may_the_count_begin(table)
    chairman_in_surgery(table)
    kind_with_one_voter(table)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def evening_before() -> Table:
    """The list is refined: patients from elsewhere may take what they may take."""
    voters = (
        *morning.listed(40, "mazhilis"),
        *morning.listed(20, "mazhilis_list", first=41),
        *morning.listed(2, "mazhilis", first=61),
        *morning.listed(1, "all", first=63),
        *morning.listed(1, "mazhilis_list", first=64),
    )
    table = morning.set_up(voters, MEMBERS, Precinct("307", utc_offset="+06:00", closed=True))
    morning.receive(table, 70)
    for voter in (*AT_BED, *OPERATED):
        table.do(CHAIRMAN, applications.take_application, voter, "лежачий больной")
    return table


def wards_at_half_past_six(table: Table) -> None:
    """Boxes of the wards are sealed with the box of the hall."""
    table.now = at(6, 30)
    morning.seal_boxes(table, (WARDS, SURGERY))
    morning.hand_out(table, {ERLAN: 65, DEPUTY: 5})
    table.now = at(7)
    table.do(CHAIRMAN, opening.open_voting, "307", "нет пандуса, помогает персонал")


def bedside_round_of_sixty(table: Table) -> None:
    """Sixty results are one table and one entry; fifty-eight patients voted."""
    table.now = at(8, 30)
    few = {BLUE: 63, GREEN: 42}
    table.do(CHAIRMAN, trips.plan_trip, WARDS, (ERLAN, OLGA), ERLAN, AT_BED, told=True)
    table.do(ERLAN, bags.fill_bag, 1, few)
    table.do(ERLAN, trips.send_trip, 1, "10:00")
    table.now = at(9, 50)
    served = dict.fromkeys(DISTRICT, (BLUE, GREEN)) | dict.fromkeys(ELSEWHERE, (BLUE,))
    lines = tuple(
        {"voter": voter, "cause": "refused"}
        if voter in REFUSED
        else {"voter": voter, "ballots": " ".join(ballots)}
        for voter, ballots in served.items()
    )
    before = len(table.day.entries)
    table.do(OLGA, trip_results.record_trip_results, 1, lines)
    assert len(table.day.entries) == before + 1
    table.do(ERLAN, bags.receive_trip, 1, {BLUE: 5, GREEN: 3})
    assert (table.day.served(), table.day.issued()[BLUE], table.day.issued()[GREEN]) == (58, 58, 39)


def new_patient_and_one_discharged(table: Table) -> None:
    """The commission adds who came in the night, and strikes who went home."""
    table.now = at(10)
    present = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
    for question in ("включить поступившего", "исключить выписанного"):
        table.do(CHAIRMAN, decisions.decide, question, present, 5, article="26(2)", paper="№ 1")
    row = {"surname": "Омаров", "first_name": "Дархан", "birth": "1970"}
    papers = ("заявление № 1", 1, "решение № 1")
    added = table.do(CHAIRMAN, additions.add_voter, row, *papers, "mazhilis_list").id
    table.do(CHAIRMAN, additions.strike_voter, "64", "other_list", 2, "решение № 2")
    assert table.day.listed_count == 64
    table.do(DEPUTY, issuing.issue_ballots, added, (BLUE,), DEPUTY)
    table.do(DEPUTY, issuing.issue_ballots, TOWN, ALL, DEPUTY)


def two_after_an_operation(table: Table) -> None:
    """A box with two voters needs a word: the secret of so few is in danger."""
    table.now = at(11)
    going = (SURGERY, (ERLAN, OLGA), ERLAN, OPERATED)
    no = table.refused(CHAIRMAN, trips.plan_trip, *going, told=True)
    assert (no.reason, no.facts) == (Reason.FEW_VOTERS, {"ballot": BLUE, "voters": 2, "few": 5})
    table.do(CHAIRMAN, trips.plan_trip, *going, told=True, few_confirmed=True)
    table.do(ERLAN, bags.fill_bag, 2, {BLUE: 3, GREEN: 3})
    table.do(ERLAN, trips.send_trip, 2, "11:30")
    no = table.refused(CHAIRMAN, opening.end_voting)
    assert (no.reason, no.article, no.facts) == (Reason.NOT_ALL_SERVED, "38(3)", {"voters": 2})
    lines = tuple({"voter": voter, "ballots": f"{BLUE} {GREEN}"} for voter in OPERATED)
    table.do(ERLAN, trip_results.record_trip_results, 2, lines)
    table.do(ERLAN, bags.receive_trip, 2, {BLUE: 1, GREEN: 1})


def all_served(table: Table) -> None:
    """All have voted or refused: a precinct of art. 38(3) ends at half past eleven."""
    table.now = at(11, 30)
    table.do(CHAIRMAN, opening.end_voting)
    assert (table.day.served(), table.day.listed_count) == (62, 64)
    table.do(SECRETARY, closing.count_signatures, 1, 1, 60)
    assert day_lines(table.day)["d1"] == 62


def may_the_count_begin(table: Table) -> None:
    """It may, from the actual end; the ward boxes come first, one by one."""
    table.now = at(13)
    evening.announce(table)
    assert lines_of(table.day, BLUE)[f"10c.{WARDS}"] == 58
    assert lines_of(table.day, GREEN)[f"10c.{SURGERY}"] == 2
    for box, papers in ((WARDS, {BLUE: 58, GREEN: 39}), (SURGERY, {BLUE: 2, GREEN: 2})):
        table.do(CHAIRMAN, unsealing.open_box, box, True, witness=SECRETARY)
        table.do(OLGA, unsealing.count_portable_box, box, papers)
    evening.open_stationary(table)
    evening.count_kind(table, BLUE, 2, {"1": 50, "2": 10}, 1, 1)
    evening.count_kind(table, GREEN, 1, {"1": 40}, 1, 1)
    assert evening.broken(table)[BLUE] == []


def chairman_in_surgery(table: Table) -> None:
    """The chairman is called away; the deputy signs, and writes why."""
    table.now = at(16)
    for ballot in ALL[2:]:
        evening.count_kind(table, ballot, 1, {"1": 1}, 0, 0)
    table.do(DEPUTY, commission.excuse_member, CHAIRMAN, "вызван на операцию", witness=SECRETARY)
    members = (SECRETARY, DEPUTY, ERLAN, OLGA)
    for ballot in ALL:
        table.do(
            DEPUTY, protocol.sign_protocol, ballot, members, "вызван на операцию",
            witness=SECRETARY,
        )  # fmt: skip
    no = table.refused(DEPUTY, publishing.post_protocol, BLUE)
    assert no.reason == Reason.TOO_EARLY
    table.now = at(20)
    for ballot in ALL:
        table.do(DEPUTY, publishing.post_protocol, ballot, "дверь приёмного покоя")


def kind_with_one_voter(table: Table) -> None:
    """The grey protocol tells how one person voted: line 2 is one, as the law has it."""
    lines = lines_of(table.day, GREY)
    assert (lines["1"], lines["2"], lines["8"], lines["9"]) == (1, 1, 70, 69)
    assert lines_of(table.day, BLUE)["2a"] == 60
    for ballot in ALL:
        assert adds_up(table.day, ballot)
    assert evening.broken(table) == {ballot: [] for ballot in ALL}
