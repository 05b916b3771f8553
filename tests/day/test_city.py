"""A city precinct: 2,900 voters, nine members, four kinds, certificates and a box of six for five."""

from precinct_app.domain.figures.causes import causes
from precinct_app.domain.figures.due import lasting
from precinct_app.domain.figures.lines import day_lines, lines_of, verdicts_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    access,
    additions,
    applications,
    bags,
    certificates,
    closing,
    corrections,
    decisions,
    incidents,
    issuing,
    opening,
    people,
    protocol,
    publishing,
    trip_results,
    trips,
    unsealing,
)
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.day.morning import at, serve
from tests.domain.days import (
    AINUR,
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    EVENING,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)
from tests.domain.shipped import election_of

CITY = election_of("2023-03-19-city")
ALL = CITY.ballot_ids
BLUE, GREEN, PURPLE, ORANGE = ALL
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR, "7", "8", "9")
ISSUERS = MEMBERS[2:]
BOX, AT_HOME, MISSED = "P1", ("1", "2", "3", "4", "5"), ("6", "7")
ONLY_BLUE, ONLY_GREEN = "8", "9"
# Ten took a certificate for the party list, four of them for the maslikhat too.
CERTIFIED = tuple(str(n) for n in range(10, 20))
GUESTS, ADDED, INSIDE, OBSERVERS = 12, 3, 25, 12
# 1,740 were served: 12 guests, 3 added, 5 at home, and the two who took one ballot.
AT_DESK = tuple(str(n) for n in range(20, 20 + 1740 - GUESTS - ADDED - len(AT_HOME) - 2))


def test_a_day_of_the_city_from_ten_certificates_to_forty_eight_copies():
    table = evening_before()
    queue_at_the_door(table)
    wrong_member_charged(table)
    guests_and_three_added(table)
    trip_of_seven_applications(table)
    somebody_signed_for_me(table)
    observer_put_out(table)
    twenty_five_inside(table)
    lines_of_practice(table)
    box_with_six_of_five(table)
    four_kinds(table)
    twelve_observers_want_copies(table)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def evening_before() -> Table:
    """Packs are counted, certificates issued, and the blanks closed at six."""
    table = morning.set_up(morning.listed(2900), MEMBERS, election=CITY)
    morning.receive(table, 2929)
    table.do(CHAIRMAN, certificates.state_blanks, 15, 0, "№ 3")
    for n, voter in enumerate(CERTIFIED):
        table.do(CHAIRMAN, certificates.issue_certificate, voter, ALL if n < 4 else (BLUE,), f"{n}")
    for voter in (*AT_HOME, *MISSED):
        table.do(CHAIRMAN, applications.take_application, voter, "не ходит")
    for n in range(1, OBSERVERS + 1):
        observer = ("other_observer", f"Объединение {n}", f"Наблюдателева {n}", f"№ {n}")
        table.do(CHAIRMAN, people.register_person, *observer)
    table.now = MORNING.replace(day=18, hour=18, minute=1)
    table.do(CHAIRMAN, certificates.close_blanks, 5, "акт № 1")
    no = table.refused(CHAIRMAN, certificates.issue_certificate, "20", (BLUE,), "000099")
    assert (no.reason, no.article) == (Reason.TOO_LATE, "41(6-1)")
    return table


def queue_at_the_door(table: Table) -> None:
    """Seven stacks at one laptop: the secretary makes room for the ninth member."""
    table.now = at(6, 30)
    table.do(SECRETARY, access.sign_out)
    table.do("9", access.sign_in)
    morning.seal_boxes(table, (BOX,))
    morning.hand_out(table, dict.fromkeys(ISSUERS, 200))
    for person in table.day.persons:
        table.do(CHAIRMAN, people.let_in, person)
    table.now = at(7)
    table.do(CHAIRMAN, opening.open_voting, "214", "нет звукоусилителя")
    serve(table, AT_DESK[:40], ISSUERS, 10)
    assert (table.day.served(), len(table.day.persons)) == (40, OBSERVERS)


def wrong_member_charged(table: Table) -> None:
    """At half past eight Olga's issue was charged to Erlan; two stacks change, no voter does."""
    table.now = at(8, 30)
    before = table.left(BLUE, "member:4"), table.left(BLUE, "member:5")
    entry = table.do(CHAIRMAN, issuing.issue_ballots, AT_DESK[40], ALL, ERLAN)
    table.do(ERLAN, corrections.charge_to_another, entry.id, OLGA, "wrong_member")
    assert (table.left(BLUE, "member:4"), table.left(BLUE, "member:5")) == (
        before[0],
        before[1] - 1,
    )


def guests_and_three_added(table: Table) -> None:
    """Voters on certificates take the blue one alone; two of ours take one ballot each."""
    table.now = at(10)
    for n in range(1, GUESTS + 1):
        row = {"surname": "Гостев", "first_name": "Тимур", "birth": str(1950 + n)}
        shown = (row, (BLUE,), f"77{n:04}")
        guest = table.do(CHAIRMAN, certificates.accept_certificate, *shown).id
        no = table.refused(CHAIRMAN, issuing.issue_ballots, guest, ALL, DEPUTY)
        assert no.reason == Reason.BALLOT_NOT_ENTITLED
        table.do(CHAIRMAN, issuing.issue_ballots, guest, (BLUE,), DEPUTY)
    no = table.refused(CHAIRMAN, issuing.issue_ballots, CERTIFIED[0], (BLUE,), DEPUTY)
    assert (no.reason, no.article) == (Reason.ON_CERTIFICATE, "41(6-1)")
    for question in ("включить троих", "исключить умершего"):
        table.do(CHAIRMAN, decisions.decide, question, MEMBERS, 9, article="26(2)", paper="№ 1")
    for n in range(1, ADDED + 1):
        row = {"surname": "Новосёлов", "first_name": "Марат", "birth": str(1970 + n)}
        papers = (f"заявление № {n}", 1, "решение № 1")
        added = table.do(CHAIRMAN, additions.add_voter, row, *papers).id
        table.do(CHAIRMAN, issuing.issue_ballots, added, ALL, DEPUTY)
    table.do(CHAIRMAN, additions.strike_voter, "2900", "died", 2, "решение № 2")
    for voter, ballot in ((ONLY_BLUE, BLUE), (ONLY_GREEN, GREEN)):
        table.do(CHAIRMAN, issuing.issue_ballots, voter, (ballot,), DEPUTY)
        rest = tuple(one for one in ALL if one != ballot)
        table.do(CHAIRMAN, issuing.decline_ballots, voter, rest)


def trip_of_seven_applications(table: Table) -> None:
    """Two are not at home, five sign."""
    table.now = at(12, 30)
    going = (BOX, (ERLAN, OLGA), ERLAN, (*AT_HOME, *MISSED))
    table.do(CHAIRMAN, trips.plan_trip, *going, told=True)
    table.do(ERLAN, bags.fill_bag, 1, dict.fromkeys(ALL, 7))
    table.do(ERLAN, trips.send_trip, 1, "15:00")
    table.now = at(14, 40)
    gave = tuple({"voter": voter, "ballots": " ".join(ALL)} for voter in AT_HOME)
    missed = tuple({"voter": voter, "cause": "not_at_home"} for voter in MISSED)
    table.do(ERLAN, trip_results.record_trip_results, 1, (*gave, *missed))
    table.do(ERLAN, bags.receive_trip, 1, dict.fromkeys(ALL, 2))


def somebody_signed_for_me(table: Table) -> None:
    """He stands as served: looked into, written down, and not issued a second time."""
    table.now = at(13)
    no = table.refused(CHAIRMAN, issuing.issue_ballots, AT_DESK[0], ALL, OLGA)
    assert (no.reason, no.article) == (Reason.ALREADY_ISSUED, "41(1)")
    words = "избиратель говорит, что не расписывался; подпись в списке есть"
    table.do(CHAIRMAN, incidents.note_incident, words, "41(1)", "справка № 1")
    table.do(CHAIRMAN, incidents.note_not_served, "marked_already", "суд")


def observer_put_out(table: Table) -> None:
    """By a reasoned written decision; he is let in again by another one."""
    table.now = at(16)
    no = table.refused(CHAIRMAN, people.remove_person, 12, 0, "мешает", witness=OLGA)
    assert no.reason == Reason.DECISION_MISSING
    table.do(CHAIRMAN, decisions.decide, "удалить", MEMBERS, 6, 3, article="39(2)", paper="№ 3")
    table.do(CHAIRMAN, people.remove_person, 12, 3, "снимал у кабин", witness=OLGA)
    assert table.day.persons[12].state == "removed"


def twenty_five_inside(table: Table) -> None:
    """Those inside at eight are counted and served; then the lists are counted."""
    table.now = at(19)
    serve(table, AT_DESK[41:-INSIDE], ISSUERS, 10)
    assert {one.short for one in lasting(table.day)} == {0}
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting, INSIDE)
    table.pass_time(minutes=4)
    serve(table, AT_DESK[-INSIDE:], ISSUERS, 10)
    no = table.refused(CHAIRMAN, issuing.issue_ballots, "2800", ALL, OLGA)
    assert no.reason == Reason.INSIDE_SERVED
    table.do("9", access.sign_out)
    table.do(SECRETARY, access.sign_in)
    main = table.day.served() - GUESTS - ADDED - len(AT_HOME)
    table.do(CHAIRMAN, closing.count_signatures, main, GUESTS + ADDED, len(AT_HOME))


def lines_of_practice(table: Table) -> None:
    """The city example of practice comes out to the number."""
    evening.announce(table)
    found = {ballot: lines_of(table.day, ballot) for ballot in ALL}
    assert day_lines(table.day)["d1"] == 1740
    assert [found[ballot]["2"] for ballot in ALL] == [1739, 1727, 1726, 1726]
    assert [found[ballot]["2c"] for ballot in ALL] == [1, 13, 14, 14]
    assert [found[ballot]["1"] for ballot in ALL] == [2904, 2898, 2898, 2898]
    names = ("1a", "1b", "1c", "1d", "1e")
    assert [found[BLUE][name] for name in names] == [2900, 3, 12, 10, 1]
    assert [found[PURPLE][name] for name in names] == [2900, 3, 0, 4, 1]
    assert (found[BLUE]["2a"], found[BLUE]["2b"], found[GREEN]["2b"]) == (5, 12, 0)
    assert causes(table.day) == ()


def box_with_six_of_five(table: Table) -> None:
    """Six blue papers for five applications: a decision, an act that names both, line 7."""
    papers = {BLUE: 6, GREEN: 5, PURPLE: 5, ORANGE: 5}
    evening.open_portable(table, {BOX: papers})
    c10 = {ballot: verdict_of(table, ballot, "C10") for ballot in ALL}
    assert c10[BLUE] == (6, 5, False)
    assert [c10[ballot] for ballot in ALL[1:]] == [(5, 5, True)] * 3
    question = "признать недействительными бюллетени урны"
    table.do(CHAIRMAN, decisions.decide, question, MEMBERS, 9, article="43(3-1)", paper="№ 4")
    said = "считать по виду бюллетеня"
    act = (BOX, (BLUE,), 4, "акт № 5", (ERLAN, OLGA), said)
    table.do(CHAIRMAN, unsealing.declare_box_invalid, *act, witness=SECRETARY)


def verdict_of(
    table: Table, ballot: str, control: str
) -> tuple[int | None, int | None, bool | None]:
    asked = verdicts_of(table.day, ballot)
    (found,) = [one.verdict for one in asked if one.verdict.control == control]
    return found.left, found.right, found.holds


def four_kinds(table: Table) -> None:
    """One blue paper was carried away; the six of the box are invalid, and no vote is lost."""
    evening.open_stationary(table)
    in_boxes = {BLUE: 1732, GREEN: 1722, PURPLE: 1721, ORANGE: 1721}
    for ballot, papers in in_boxes.items():
        extra = 0 if ballot == BLUE else 5
        votes = {"1": papers + extra - 130, "2": 100}
        evening.count_kind(table, ballot, papers, votes, 10, 20)
    lines = lines_of(table.day, BLUE)
    assert [lines[name] for name in ("7", "10a.P1", "10b", "10c.P1", "12")] == [26, 6, 1732, 5, 1]
    assert evening.broken(table) == {BLUE: ["C10"], GREEN: [], PURPLE: [], ORANGE: []}
    no = sign_refused(table)
    assert (no.reason, no.facts) == (
        Reason.CONTROL_BROKEN,
        {"control": "C10", "left": 6, "right": 5},
    )
    why = ("C10", "акт № 5: шесть на пять заявлений", BLUE, BOX)
    table.do(CHAIRMAN, protocol.explain_control, *why, witness=SECRETARY)
    for ballot in ALL:
        table.do(CHAIRMAN, protocol.sign_protocol, ballot, MEMBERS, witness=SECRETARY)
        assert adds_up(table.day, ballot)


def sign_refused(table: Table):
    return table.refused(CHAIRMAN, protocol.sign_protocol, BLUE, MEMBERS, witness=SECRETARY)


def twelve_observers_want_copies(table: Table) -> None:
    """Each gets a certified copy of each of four protocols; all of them are on record."""
    table.pass_time(hours=5)
    for ballot in ALL:
        table.do(SECRETARY, publishing.post_protocol, ballot, "у входа")
        for person in table.day.persons:
            table.do(CHAIRMAN, publishing.give_copy, ballot, True, person)
    assert len(table.day.copies) == OBSERVERS * len(ALL)
