"""An ordinary precinct: 1,186 voters, seven members, and a day on which much goes a little wrong."""

from precinct_app.domain.accounts import MISSING, SAFE, stack
from precinct_app.domain.figures.before_boxes import sheet_lines
from precinct_app.domain.figures.causes import causes
from precinct_app.domain.figures.lines import day_lines, lines_of
from precinct_app.domain.figures.repeated import changed_lines, copies_to_renew
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    additions,
    announcing,
    applications,
    bags,
    catching_up,
    closing,
    corrections,
    count,
    decisions,
    envelopes,
    handover,
    issuing,
    losses,
    opening,
    protocol,
    publishing,
    readiness,
    recounting,
    road,
    stock,
    trip_results,
    trips,
    turnout,
    unsealing,
    unused,
)
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.day.morning import at, rows, serve
from tests.domain.days import (
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    EVENING,
    GREY,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)

ALL = ELECTION.ballot_ids
BERIK = "7"
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR, BERIK)
ISSUERS = (DEPUTY, ERLAN, OLGA, AINUR)
BOX, AT_HOME, CAME, AWAY = "P1", ("1", "2", "3", "4", "5"), "6", "7"
NAMESAKE, SERVED_INSTEAD = "301", "300"
# Two signed between two and five past three, and nobody marked them.
UNMARKED = ("1100", "1101")


def test_an_ordinary_day_from_a_missing_seal_to_a_repeated_protocol():
    table = evening_before()
    something_is_missing_at_seven(table)
    namesake_is_marked(table)
    slip_at_ten_and_three_added(table)
    lunch(table)
    defective_pack(table)
    application_of_ten_to_twelve(table)
    home_voter_comes_in_person(table)
    power_cut(table)
    wrong_key_at_twenty_to_eight(table)
    two_signatures_too_many(table)
    one_paper_short(table)
    six_papers_of_five(table)
    disputed_ballots(table)
    official_blank(table)
    line_9_does_not_agree(table)
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def evening_before() -> Table:
    """5,990 ballots are counted in packs and sealed in the safe."""
    table = morning.set_up(morning.listed(1186), MEMBERS)
    morning.receive(table, 1198)
    assert sum(table.left(ballot, SAFE) for ballot in ALL) == 5990
    table.do(CHAIRMAN, readiness.seal_safe, "1001", "полиция")
    for voter in (*AT_HOME, CAME):
        table.do(CHAIRMAN, applications.take_application, voter, "не ходит")
    return table


def something_is_missing_at_seven(table: Table) -> None:
    """What is missing is named; the chairman opens with a written reason (art. 40)."""
    table.now = at(6, 30)
    table.do(CHAIRMAN, readiness.open_safe, True)
    morning.seal_boxes(table, (BOX,))
    morning.hand_out(table, dict.fromkeys(ISSUERS, 200))
    table.now = at(7)
    no = table.refused(CHAIRMAN, opening.open_voting, "214")
    assert (no.reason, no.article) == (Reason.OPENING_INCOMPLETE, "40")
    table.do(CHAIRMAN, opening.open_voting, "214", "проверку готовности заполним позже")


def namesake_is_marked(table: Table) -> None:
    """The mark is moved, the ballots stay out; the other one comes and is served."""
    serve(table, rows(8, 120), ISSUERS)
    table.now = at(8, 30)
    entry = table.do(ERLAN, issuing.issue_ballots, SERVED_INSTEAD, ALL, ERLAN)
    before = table.left(BLUE, stack(ERLAN))
    table.do(ERLAN, corrections.move_mark, entry.id, NAMESAKE, "wrong_voter")
    assert not table.day.has_received(SERVED_INSTEAD)
    assert table.day.has_received(NAMESAKE)
    assert table.left(BLUE, stack(ERLAN)) == before
    table.do(ERLAN, issuing.issue_ballots, SERVED_INSTEAD, ALL, ERLAN)


def slip_at_ten_and_three_added(table: Table) -> None:
    table.now = at(10)
    table.do(SECRETARY, turnout.report_turnout, "10:00")
    assert table.day.slips["10:00"].served == 115
    table.do(SECRETARY, decisions.decide, "включить", MEMBERS, 7, article="26(2)", paper="№ 1")
    for n in (1, 2, 3):
        row = {"surname": "Новосёлов", "first_name": "Марат", "birth": str(1970 + n)}
        papers = (f"заявление № {n}", 1, "решение № 1")
        added = table.do(CHAIRMAN, additions.add_voter, row, *papers).id
        table.do(DEPUTY, issuing.issue_ballots, added, ALL, DEPUTY)
    assert (table.day.listed_count, lines_of(table.day, BLUE)["1b"]) == (1189, 3)


def lunch(table: Table) -> None:
    """Erlan hands his stack over counted; Olga's waits in the safe in an envelope."""
    table.now = at(11)
    left = {ballot: table.left(ballot, stack(ERLAN)) for ballot in ALL}
    way = table.do(ERLAN, handover.hand_over_ballots, ERLAN, BERIK, left)
    table.do(BERIK, handover.take_ballots, way.id)
    envelope = table.do(OLGA, envelopes.seal_stack, OLGA, "0044")
    table.do(OLGA, envelopes.take_envelope, envelope.id)
    way = table.do(BERIK, handover.hand_over_ballots, BERIK, ERLAN, left)
    table.do(ERLAN, handover.take_ballots, way.id)


def defective_pack(table: Table) -> None:
    """Twenty grey ones are withdrawn by an act, twenty others brought."""
    table.now = at(11, 30)
    table.do(CHAIRMAN, losses.withdraw_ballots, {GREY: 20}, "акт № 2", "брак печати")
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 20, 20, "№ 2")


def application_of_ten_to_twelve(table: Table) -> None:
    """It was handed in in time and is typed later; one handed in at ten past is too late."""
    table.now = at(12, 10)
    no = table.refused(CHAIRMAN, applications.take_application, "1150", "болен")
    assert (no.reason, no.article) == (Reason.TOO_LATE, "41(6)")
    late = (applications.take_application, AWAY, "болен")
    table.do(CHAIRMAN, *late, happened=at(11, 50))
    going = (BOX, (ERLAN, OLGA), ERLAN, (*AT_HOME, CAME, AWAY))
    table.do(CHAIRMAN, trips.plan_trip, *going, told=True)
    table.do(ERLAN, bags.fill_bag, 1, dict.fromkeys(ALL, 7))
    table.do(ERLAN, trips.send_trip, 1, "14:00")


def home_voter_comes_in_person(table: Table) -> None:
    """He is served only after the trip was asked and answered: not served."""
    table.now = at(13)
    no = table.refused(DEPUTY, issuing.issue_ballots, CAME, ALL, DEPUTY)
    assert (no.reason, no.facts["trip"]) == (Reason.ON_TRIP, 1)
    table.do(DEPUTY, trip_results.answer_from_trip, 1, CAME, ERLAN)
    table.do(DEPUTY, issuing.issue_ballots, CAME, ALL, DEPUTY)
    table.now = at(13, 50)
    gave = tuple({"voter": voter, "ballots": " ".join(ALL)} for voter in AT_HOME)
    missed = {"voter": AWAY, "cause": "not_at_home"}
    table.do(ERLAN, trip_results.record_trip_results, 1, (*gave, missed))
    table.do(ERLAN, bags.receive_trip, 1, dict.fromkeys(ALL, 2))


def power_cut(table: Table) -> None:
    """An hour on paper: sixty voters of one page are typed in one entry."""
    table.now = at(15, 20)
    table.do(CHAIRMAN, catching_up.note_time_on_paper, "14:00", "15:05", "не было света")
    table.do(CHAIRMAN, stock.hand_out_ballots, AINUR, dict.fromkeys(ALL, 60))
    page = ("40", AINUR, ALL, rows(1000, 1059), "14:00", "15:05")
    table.do(AINUR, catching_up.record_paper_issues, *page)


def wrong_key_at_twenty_to_eight(table: Table) -> None:
    serve(
        table,
        tuple(voter for voter in rows(121, 968) if not table.day.has_received(voter)),
        ISSUERS,
    )
    table.now = at(19, 40)
    no = table.refused(CHAIRMAN, opening.end_voting)
    assert (no.reason, no.facts) == (Reason.TOO_EARLY, {"hour": "20:00"})
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)


def two_signatures_too_many(table: Table) -> None:
    """1,032 signatures, 1,030 marks: two signed, took ballots, and were not marked."""
    table.now = at(20, 30)
    table.do(SECRETARY, closing.count_signatures, 1024, 3, 5)
    assert day_lines(table.day)["d1"] == 1030
    no = table.refused(CHAIRMAN, announcing.announce_figures, BLUE, witness=SECRETARY)
    assert (no.reason, no.facts) == (Reason.LISTS_DIFFER, {"difference": -2})
    page = ("41", AINUR, ALL, UNMARKED, "14:00", "15:05")
    table.do(AINUR, catching_up.record_paper_issues, *page)
    for voter in UNMARKED:
        settled = (closing.settle_difference, voter, "signed_not_marked")
        table.do(CHAIRMAN, *settled, witness=SECRETARY)
    assert day_lines(table.day)["d1"] == 1032


def one_paper_short(table: Table) -> None:
    """The account says one more than lies there: counted again, then missing by an act."""
    table.now = at(21)
    account = table.day.accounts.unused(BLUE)
    short = {**account, stack(OLGA): account[stack(OLGA)] - 1}
    table.do(ERLAN, unused.count_unused, BLUE, short)
    assert [cause.code for cause in causes(table.day)] == ["papers_short"]
    no = table.refused(CHAIRMAN, unused.cancel_ballots, BLUE, witness=ERLAN)
    assert (no.reason, no.facts["holder"]) == (Reason.UNUSED_DIFFERS, stack(OLGA))
    table.do(AINUR, unused.count_unused_again, BLUE, {stack(OLGA): short[stack(OLGA)]})
    act = (BLUE, stack(OLGA), "stuck_together", "акт № 3")
    table.do(CHAIRMAN, unused.settle_unused, *act, witness=AINUR)
    table.do(CHAIRMAN, unused.cancel_ballots, BLUE, witness=ERLAN)
    assert table.left(BLUE, MISSING) == 1
    evening.announce(table, BLUE)


def six_papers_of_five(table: Table) -> None:
    """Six blue papers for five applications are invalid by decision and act (art. 43(3-1))."""
    table.now = at(21, 40)
    evening.open_portable(table, {BOX: {**dict.fromkeys(ALL, 5), BLUE: 6}})
    question = "признать недействительными"
    table.do(SECRETARY, decisions.decide, question, MEMBERS, 7, article="43(3-1)", paper="№ 2")
    act = (BOX, (BLUE,), 2, "акт № 4", (ERLAN, OLGA), "по виду бюллетеня")
    table.do(CHAIRMAN, unsealing.declare_box_invalid, *act, witness=SECRETARY)
    evening.open_stationary(table)


def disputed_ballots(table: Table) -> None:
    """Valid needs more than half of all seven members: three of five are not enough."""
    table.now = at(22)
    for ballot in ALL:
        in_room = lines_of(table.day, ballot)["2"] - 6
        table.do(ERLAN, count.count_stationary, ballot, in_room)
        if ballot == BLUE:
            table.do(CHAIRMAN, recounting.dispute_ballot, BLUE, 4, 3, "птичка на поле")
            table.do(CHAIRMAN, recounting.dispute_ballot, BLUE, 3, 2, "две птички")
            found = [one.valid for one in table.day.kind(BLUE).disputes]
            assert found == [True, False]
        papers = in_room + (0 if ballot == BLUE else 5)
        evening.count_kind(table, ballot, in_room, {"1": papers - 70, "2": 40}, 10, 20)
    why = ("C10", "акт № 4: шесть на пять заявлений", BLUE, BOX)
    table.do(CHAIRMAN, protocol.explain_control, *why, witness=SECRETARY)
    assert evening.broken(table) == {ballot: ["C10"] if ballot == BLUE else [] for ballot in ALL}
    for ballot in ALL:
        evening.sign(table, ballot)
        assert adds_up(table.day, ballot)


def official_blank(table: Table) -> None:
    """What stands on the commission's blank is typed back; a wrong digit is found."""
    table.now = at(20).replace(day=20, hour=1, minute=30)
    signed = table.day.kind(BLUE).signed
    assert signed is not None
    blank = sheet_lines(ELECTION, signed.lines)
    no = table.refused(OLGA, publishing.confirm_transfer, BLUE, {**blank, "9": blank["9"] + 1})
    assert no.reason == Reason.TRANSFER_DIFFERS
    table.do(OLGA, publishing.confirm_transfer, BLUE, blank)
    for ballot in ALL:
        table.do(SECRETARY, publishing.post_protocol, ballot, "у входа")
    table.do(CHAIRMAN, publishing.give_copy, BLUE, True, words="наблюдатель Сапарова")


def line_9_does_not_agree(table: Table) -> None:
    """The protocol comes back, is made again as a repeated one, and is taken."""
    table.now = at(20).replace(day=20, hour=3)
    territorial = tuple(one.id for one in ELECTION.ballots if one.sent_to == "TEC")
    out = (territorial, (CHAIRMAN, ERLAN), "полиция")
    table.do(CHAIRMAN, road.set_out, *out, witness=SECRETARY)
    table.do(CHAIRMAN, road.hand_in, 1, "Сапарова", "№ 1", witness=ERLAN)
    table.do(CHAIRMAN, road.note_sent_back, BLUE, "строка 9 не сходится", witness=ERLAN)
    anew = (protocol.reopen_protocol, BLUE, "sent_back", "ТИК, № 5", "строка 9")
    table.do(CHAIRMAN, *anew, witness=SECRETARY)
    evening.sign(table, BLUE)
    assert (table.day.kind(BLUE).number, changed_lines(table.day, BLUE)) == (2, {})
    (holder,) = copies_to_renew(table.day, BLUE)
    assert holder.words == "наблюдатель Сапарова"
    table.do(SECRETARY, publishing.post_protocol, BLUE, "у входа")
    table.do(CHAIRMAN, publishing.give_copy, BLUE, True, words=holder.words)
    assert copies_to_renew(table.day, BLUE) == ()
    table.do(CHAIRMAN, road.set_out, (BLUE,), (CHAIRMAN, ERLAN), "полиция", witness=SECRETARY)
    table.do(CHAIRMAN, road.hand_in, 2, "Сапарова", "№ 2", witness=ERLAN)
    for ballot in territorial:
        table.do(CHAIRMAN, road.note_taken, ballot, "№ 6", witness=SECRETARY)
    assert all(table.day.kind(ballot).taken for ballot in territorial)
