"""The days that went wrong elsewhere: what would have happened here, on one laptop."""

from pathlib import Path

import pytest

from precinct_app.desk import Desk, Laptop, Plan, create_day
from precinct_app.domain.accounts import MISSING, SAFE, WITHDRAWN, stack
from precinct_app.domain.controls import Verdict
from precinct_app.domain.figures.lines import lines_of, opening_verdicts, verdicts_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    announcing,
    applications,
    closing,
    commission,
    count,
    decisions,
    issuing,
    losses,
    opening,
    protocol,
    publishing,
    readiness,
    stock,
    trips,
    unsealing,
    unused,
)
from precinct_app.domain.precinct import Precinct
from precinct_app.errors import Reason, StoreError
from precinct_app.resources import load_election
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
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)

ALL = ELECTION.ballot_ids
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA, AINUR)
ISSUERS = (ERLAN, OLGA, AINUR)


def set_up(listed: int = 60, received: int = 61) -> Table:
    table = morning.set_up(morning.listed(listed), MEMBERS)
    morning.receive(table, received)
    return table


def opened(listed: int = 60, received: int = 61, each: int = 15) -> Table:
    table = set_up(listed, received)
    table.now = at(6, 30)
    morning.seal_boxes(table, ("P1",))
    morning.hand_out(table, dict.fromkeys(ISSUERS, each))
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    return table


def test_durham_2016_and_denmark_2022_marks_of_a_trial_are_found_before_the_opening():
    """The zero gate: a file in which somebody has received ballots is no day's beginning."""
    table = set_up()
    table.now = at(6, 30)
    morning.hand_out(table, {ERLAN: 15})
    tried = issuing.issue_ballots.recorded("проба", "пробовали накануне")
    table.do(ERLAN, tried, "1", ALL, ERLAN, witness=CHAIRMAN)
    table.now = MORNING
    no = table.refused(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    assert (no.reason, no.article, no.facts) == (Reason.FILE_NOT_EMPTY, "40", {"issued": 5})


def test_dallas_2024_a_second_press_issues_nothing_and_the_last_voter_is_not_lost():
    table = opened()
    entry = table.do(ERLAN, issuing.issue_ballots, "1", ALL, ERLAN)
    no = table.refused(ERLAN, issuing.issue_ballots, "1", ALL, ERLAN)
    assert (no.reason, no.facts["entry"]) == (Reason.ALREADY_ISSUED, entry.id)
    again = replay(table.day.election, table.day.roll, table.day.entries)
    assert (again.served(), again.last_handing) == (1, table.day.last_handing)
    assert again.issue_of("1", BLUE) == entry.id


def test_holbaek_2021_a_file_broken_overnight_is_told_and_its_copy_goes_on(tmp_path: Path):
    laptop, file = Laptop(tmp_path / "home"), tmp_path / "day.precinct"
    plan = Plan("live", load_election(ELECTION.id), Precinct("214"), morning.listed(60))
    key = create_day(file, plan, "passphrase of ours", laptop).key
    with Desk(file, key, laptop) as desk:
        desk.start_writing()
        desk.back_up(tmp_path / "copy.precinct")
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    with pytest.raises(StoreError):
        Desk(file, key, laptop).start_writing()
    with Desk(tmp_path / "copy.precinct", key, laptop) as copy:
        assert (copy.hindrance, copy.finding, copy.day.roll.size) == (None, None, 60)
        copy.start_writing()


def test_kwali_2026_the_file_of_another_precinct_does_not_open_the_day():
    table = set_up()
    table.now = MORNING
    no = table.refused(CHAIRMAN, opening.open_voting, "215", "не всё готово")
    assert (no.reason, no.facts) == (Reason.PRECINCT_DIFFERS, {"precinct": "214"})


def test_wake_county_a_pack_of_a_hundred_that_is_97_stands_as_missing_by_its_act():
    table = set_up()
    before = table.left(BLUE, SAFE)
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, 97, "акт № 2")
    assert (table.left(BLUE, SAFE) - before, table.left(BLUE, MISSING)) == (97, 3)
    told = {one.verdict.control: one.verdict for one in opening_verdicts(table.day, BLUE)}
    assert told["O1"] == Verdict("O1", "", 158, 158, holds=True)
    assert lines_of(table.day, BLUE)["8"] == 161


def test_aktau_2023_384_ballots_of_one_kind_are_withdrawn_and_every_account_holds():
    table = opened(listed=600, received=606)
    serve(table, rows(1, 40), ISSUERS)
    act = ("акт № 1", "брак печати")
    table.do(CHAIRMAN, losses.withdraw_ballots, {GREY: 384}, *act)
    assert (table.left(GREY, WITHDRAWN), table.left(BLUE, WITHDRAWN)) == (384, 0)
    told = {one.verdict.control: one.verdict for one in verdicts_of(table.day, GREY)}
    assert told["C12b"] == Verdict("C12b", "", 600, 222, holds=False)
    table.do(CHAIRMAN, stock.receive_ballots, GREY, 384, 384, "№ 2")
    evening.end(table)
    evening.announce(table)
    assert (lines_of(table.day, GREY)["9e"], lines_of(table.day, GREY)["8"]) == (384, 990)
    assert evening.broken(table)[GREY] == []


def test_karasai_2023_a_secretary_and_a_member_are_removed_at_noon_and_the_stack_is_counted():
    table = opened()
    serve(table, rows(1, 6), ISSUERS)
    table.now = at(12)
    for question in ("отстранить секретаря", "отстранить Иванову", "избрать секретаря"):
        present = (CHAIRMAN, DEPUTY, ERLAN, AINUR)
        taken = (question, present, 4)
        table.do(CHAIRMAN, decisions.decide, *taken, article="39(2)", paper="№ 1")
    for number, member in ((1, SECRETARY), (2, OLGA)):
        removed = (commission.remove_member, member, number, "вброс бюллетеней")
        table.do(CHAIRMAN, *removed, witness=DEPUTY)
    no = table.refused(DEPUTY, issuing.issue_ballots, "10", ALL, OLGA)
    assert (no.reason, no.article) == (Reason.NOT_SERVING, "39(2)")
    left = {ballot: table.left(ballot, stack(OLGA)) for ballot in ALL}
    assert (table.day.owes_stack(OLGA), left[BLUE]) == (True, 13)
    taken_over = (stock.put_in_safe, OLGA, left)
    table.do(CHAIRMAN, *taken_over)
    assert not table.day.owes_stack(OLGA)
    table.do(CHAIRMAN, commission.appoint_member, AINUR, "secretary", 3, witness=DEPUTY)
    assert table.day.owes_stack(AINUR)
    assert adds_up(table.day, BLUE)


def test_moscow_2023_who_asked_for_the_box_at_home_may_come_and_vote():
    """Before the trip leaves he is taken off it; with the trip on the road he is asked after."""
    table = opened()
    for voter in ("1", "2", "3", "4", "5", "6"):
        table.do(CHAIRMAN, applications.take_application, voter, "не ходит")
    going = ("P1", (ERLAN, OLGA), ERLAN, rows(1, 6))
    table.do(CHAIRMAN, trips.plan_trip, *going, told=True)
    table.do(CHAIRMAN, trips.take_off_trip, 1, "6")
    table.do(CHAIRMAN, applications.withdraw_application, "6", "пришёл сам")
    table.do(AINUR, issuing.issue_ballots, "6", ALL, AINUR)
    assert table.day.has_received("6")


def test_luzerne_2022_and_michigan_2016_a_laptop_that_is_not_looked_at_is_named():
    table = set_up()
    assert "laptop" in opening.missing_for_opening(table.day)
    table.do(CHAIRMAN, readiness.check_laptop, 20_000, 5, True, 100, True, True)
    assert "laptop" not in opening.missing_for_opening(table.day)


def test_kazakhstan_2021_no_step_of_the_count_can_be_skipped():
    """Lists, unused, figures, boxes, papers, sheet, signing, posting: each holds the next."""
    table = opened()
    serve(table, rows(1, 12), ISSUERS)
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    two = {"witness": SECRETARY}
    steps = (
        (announcing.announce_figures, (BLUE,), Reason.SIGNATURES_UNCOUNTED),
        (unsealing.open_box, ("S1", True), Reason.NOT_CANCELLED),
        (protocol.sign_protocol, (BLUE, MEMBERS), Reason.NOT_CANCELLED),
    )
    for rule, args, reason in steps:
        assert table.refused(CHAIRMAN, rule, *args, **two).reason == reason
    no = table.refused(CHAIRMAN, unused.cancel_ballots, BLUE, **two)
    assert (no.reason, no.article) == (Reason.UNUSED_UNCOUNTED, "43(4)")
    no = table.refused(ERLAN, count.count_stationary, BLUE, 12)
    assert no.article.startswith("43(")
    no = table.refused(SECRETARY, publishing.post_protocol, BLUE)
    assert (no.reason, no.article) == (Reason.NOT_SIGNED, "43(8)")
    table.do(SECRETARY, closing.count_signatures, 12, 0, 0)
    for ballot in ALL:
        evening.cancel(table, ballot)
    no = table.refused(CHAIRMAN, unsealing.open_box, "S1", True, **two)
    assert no.reason == Reason.NOT_ANNOUNCED


def test_kazakhstan_2023_fewer_signatures_than_served_hold_the_figures():
    table = opened()
    serve(table, rows(1, 12), ISSUERS)
    table.now = EVENING
    table.do(CHAIRMAN, opening.end_voting)
    table.do(SECRETARY, closing.count_signatures, 9, 0, 0)
    evening.cancel(table, BLUE)
    no = table.refused(CHAIRMAN, announcing.announce_figures, BLUE, witness=SECRETARY)
    assert (no.reason, no.facts) == (Reason.LISTS_DIFFER, {"difference": 3})


def test_posting_and_each_copy_have_their_minute_on_record():
    table = opened()
    serve(table, rows(1, 12), ISSUERS)
    evening.end(table)
    evening.announce(table)
    evening.open_portable(table)
    evening.open_stationary(table)
    evening.count_kind(table, BLUE, 12, {"1": 12}, 0, 0)
    evening.sign(table, BLUE)
    table.pass_time(minutes=7)
    posted = table.do(SECRETARY, publishing.post_protocol, BLUE, "у входа")
    table.pass_time(minutes=3)
    table.do(CHAIRMAN, publishing.give_copy, BLUE, True, words="наблюдатель Сапарова")
    assert posted.happened == "2023-03-19T20:07:00+06:00"
    assert table.day.entries[-1].happened == "2023-03-19T20:10:00+06:00"
    assert table.day.kind(BLUE).posted
