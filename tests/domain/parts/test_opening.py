"""Voting opens, and voting ends."""

from datetime import datetime, timedelta

import pytest

from precinct_app.domain.fold import replay
from precinct_app.domain.parts import boxes, issuing, opening, readiness, setup, stock
from precinct_app.domain.phases import Phase
from precinct_app.domain.precinct import Precinct
from precinct_app.domain.preparation import AtOpening, items_of
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    EVENING,
    GREY,
    MORNING,
    SECRETARY,
    ended_table,
    named_table,
    open_table,
    stocked_table,
)
from tests.domain.refusals import No, each, hear

SECOND = timedelta(seconds=1)
REASON = "пандус не готов"


def at_dawn():
    table = stocked_table()
    table.now = MORNING - SECOND
    return table


def without_act():
    table = named_table()
    table.now = MORNING
    return table


def with_another_act():
    """State seven voters in the act, where the list has six."""
    table = stocked_table()
    table.do(CHAIRMAN, setup.state_list_act, "14", 7)
    table.now = MORNING
    return table


def at_seven():
    table = stocked_table()
    table.now = MORNING
    return table


def closed_table():
    """Open voting in a precinct of art. 38(3), such as a hospital."""
    return open_table(Precinct("214", utc_offset="+06:00", closed=True))


def ready_table():
    """Do all that is to be done before voting."""
    table = stocked_table()
    table.do(CHAIRMAN, readiness.seal_safe, "1001", "полиция")
    table.now = MORNING - timedelta(minutes=30)
    table.do(CHAIRMAN, readiness.open_safe, True)
    table.do(CHAIRMAN, boxes.seal_box, "1", "2001")
    table.do(CHAIRMAN, readiness.check_laptop, 9000, 20, False, 90, True, True)
    for item in items_of(ELECTION):
        table.do(CHAIRMAN, readiness.check_item, item, "done")
    table.now = MORNING
    return table


def served_on_paper_before():
    """Record an issue that happened before this file was opened."""
    table = stocked_table()
    record = issuing.issue_ballots.recorded("список, с. 1", "ноутбук привезли позже")
    table.do(CHAIRMAN, record, "1", (BLUE,), ERLAN, witness=SECRETARY)
    table.now = MORNING
    return table


REFUSALS = [
    No("another precinct's number does not open voting", Reason.PRECINCT_DIFFERS, CHAIRMAN,
       opening.open_voting, ("215",), day=at_dawn),
    No("voting does not open before seven art 38 1", Reason.TOO_EARLY, CHAIRMAN,
       opening.open_voting, ("214",), article="38(1)", day=at_dawn),
    No("without the act of the list voting does not open art 26-1 1", Reason.LIST_ACT_MISSING,
       CHAIRMAN, opening.open_voting, ("214",), article="26-1(1)", day=without_act),
    No("a list that differs from its act stops the opening art 26-1 1", Reason.LIST_DIFFERS,
       CHAIRMAN, opening.open_voting, ("214",), article="26-1(1)", day=with_another_act),
    No("a file that ballots were issued from does not open voting art 40", Reason.FILE_NOT_EMPTY,
       CHAIRMAN, opening.open_voting, ("214", REASON), article="40", day=served_on_paper_before),
    No("what is missing holds the opening without a reason art 40", Reason.OPENING_INCOMPLETE,
       CHAIRMAN, opening.open_voting, ("214",), article="40", day=at_seven),
    No("voting does not end before eight art 38 1", Reason.TOO_EARLY, CHAIRMAN,
       opening.end_voting, article="38(1)"),
    No("fewer than no voters are not inside at the end", Reason.AMOUNT_WRONG, CHAIRMAN,
       opening.end_voting, (-1,)),
    No("more voters than a precinct has are not inside at the end", Reason.AMOUNT_TOO_LARGE,
       CHAIRMAN, opening.end_voting, (100_001,)),
    No("a closed precinct waits for all its voters art 38 3", Reason.NOT_ALL_SERVED, CHAIRMAN,
       opening.end_voting, article="38(3)", day=closed_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_voting_opens_at_seven_to_the_second_and_the_number_is_typed():
    table = at_dawn()
    table.pass_time(seconds=1)
    table.do(CHAIRMAN, opening.open_voting, " 214 ", REASON)
    assert table.day.phase is Phase.VOTING


def test_the_hour_of_the_law_judges_when_it_happened_and_not_when_it_was_recorded():
    table = stocked_table()
    table.now = MORNING + timedelta(hours=2)
    early = table.refused(CHAIRMAN, opening.open_voting, "214", happened=MORNING - SECOND)
    assert (early.reason, early.facts) == (Reason.TOO_EARLY, {"hour": "07:00"})
    entry = table.do(CHAIRMAN, opening.open_voting, "214", REASON, happened=MORNING)
    assert entry.stated
    assert entry.happened == "2023-03-19T07:00:00+06:00"


def test_the_hour_is_the_precincts_own_whatever_the_laptops_offset():
    table = stocked_table()
    table.now = datetime.fromisoformat("2023-03-19T05:59:59+05:00")
    assert table.refused(CHAIRMAN, opening.open_voting, "214", REASON).reason == Reason.TOO_EARLY
    table.pass_time(seconds=1)
    table.do(CHAIRMAN, opening.open_voting, "214", REASON)


def test_an_explained_difference_of_the_list_opens():
    table = with_another_act()
    table.do(CHAIRMAN, setup.state_list_act, "14", 7, "один умер после передачи")
    table.do(CHAIRMAN, opening.open_voting, "214", REASON)
    assert table.day.phase is Phase.VOTING


def test_only_the_chairman_opens_and_the_leaders_end():
    table = at_dawn()
    table.pass_time(seconds=1)
    for by in (SECRETARY, DEPUTY, ERLAN):
        assert table.refused(by, opening.open_voting, "214", REASON).reason == Reason.ROLE_WRONG
    late = open_table()
    late.now = EVENING
    assert late.refused(ERLAN, opening.end_voting).reason == Reason.ROLE_WRONG
    late.do(SECRETARY, opening.end_voting)
    assert late.day.phase is Phase.ENDED


def test_nothing_is_issued_before_the_opening_and_after_the_end():
    before = (Reason.PHASE_WRONG, {"phase": Phase.SETUP})
    after = (Reason.INSIDE_SERVED, {"inside": 0})
    for table, found in ((stocked_table(), before), (ended_table(), after)):
        no = table.refused(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
        assert (no.reason, no.facts) == found


@pytest.mark.parametrize("event", [opening.VotingOpened(""), opening.VotingEnded(0, early=False)])
def test_a_second_desk_that_opens_or_ends_again_is_a_conflict_and_never_goes_back(event):
    table = ended_table()
    table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.conflicts() == [("phase", {"phase": "ended"})]
    assert table.day.phase is Phase.ENDED


def test_all_is_ready_and_the_chairman_opens_without_a_word_art_40():
    table = ready_table()
    assert opening.missing_for_opening(table.day) == ()
    table.do(CHAIRMAN, opening.open_voting, "214")
    assert table.day.at_opening is not None
    assert table.day.at_opening.reason == ""


def test_what_is_missing_is_named_the_gravest_first_and_three_of_it():
    table = at_seven()
    missing = opening.missing_for_opening(table.day)
    assert missing == ("safe", "box", "readiness", "laptop")
    no = table.refused(CHAIRMAN, opening.open_voting, "214", " ")
    assert no.facts == {"gap": "safe box readiness"}
    assert no.gate


@pytest.mark.parametrize("gap", opening.GAPS)
def test_each_thing_that_is_missing_is_found(gap):
    table = {
        "safe": lambda: sealed_again(ready_table()),
        "box": lambda: without_box(ready_table()),
        "ballots": named_table,
        "stack": named_table,
        "readiness": lambda: with_a_missing_ramp(ready_table()),
        "laptop": stocked_table,
    }[gap]()
    assert gap in opening.missing_for_opening(table.day)


def sealed_again(table):
    table.do(CHAIRMAN, readiness.seal_safe, "1002")
    return table


def without_box(table):
    table.do(CHAIRMAN, boxes.take_box_away, "1", "не нужна", witness=DEPUTY)
    table.do(CHAIRMAN, boxes.seal_box, "2", "2002", portable=True)
    return table


def with_a_missing_ramp(table):
    table.do(CHAIRMAN, readiness.check_item, "ramp", "missing", "сломан")
    return table


def test_the_chairman_opens_all_the_same_and_the_reason_stays_art_40():
    table = at_seven()
    entry = table.do(CHAIRMAN, opening.open_voting, "214", "  пандус\u00a0сломан ")
    assert entry.event.reason == "пандус сломан"
    assert table.day.at_opening is not None
    assert table.day.at_opening.reason == "пандус сломан"


def test_the_opening_protocol_is_a_picture_of_seven_oclock():
    table = ready_table()
    entry = table.do(CHAIRMAN, opening.open_voting, "214")
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 20, 20, "№ 2")
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    found = table.day.at_opening
    assert isinstance(found, AtOpening)
    assert found.entry == entry.id
    assert (found.voters[BLUE], found.voters[GREY]) == (6, 4)
    assert found.received == dict.fromkeys(ELECTION.ballot_ids, 40)
    assert found.accounts[BLUE]["member:4"] == 10
    assert (found.present, found.seals) == ({}, {"1": "2001"})


def test_an_issue_before_the_opening_lets_it_be_recorded_as_it_was():
    table = served_on_paper_before()
    record = opening.open_voting.recorded("протокол", "открыли на бумаге в семь")
    table.do(CHAIRMAN, record, "214", REASON, witness=SECRETARY)
    assert table.day.phase is Phase.VOTING
    assert [offence.reason for offence in table.day.breaches[-1].offences] == ["file_not_empty"]


def test_a_closed_precinct_ends_when_all_are_served_or_have_refused_art_38_3():
    table = closed_table()
    for voter in ("1", "2", "3", "5", "6"):
        table.do(ERLAN, issuing.issue_ballots, voter, (BLUE,), ERLAN)
    waiting = table.refused(CHAIRMAN, opening.end_voting)
    assert waiting.facts == {"voters": 1}
    table.do(ERLAN, issuing.decline_ballots, "4", (BLUE,))
    table.do(CHAIRMAN, opening.end_voting)
    assert table.day.phase is Phase.ENDED
    assert table.day.ended is not None
    assert table.day.ended.early


def test_no_other_precinct_ends_early_whoever_was_served_art_38_1():
    table = open_table()
    for voter in table.day.roll.voters:
        table.do(ERLAN, issuing.issue_ballots, voter, (BLUE,), ERLAN)
    assert table.refused(CHAIRMAN, opening.end_voting).reason == Reason.TOO_EARLY


def test_those_inside_at_the_end_are_served_and_nobody_else_practice_4_1():
    table = ended_table(inside=2)
    table.pass_time(minutes=5)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)
    table.do(ERLAN, issuing.issue_ballots, "1", (GREY,), ERLAN)
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    no = table.refused(ERLAN, issuing.issue_ballots, "3", (BLUE,), ERLAN)
    assert (no.reason, no.facts, no.gate) == (Reason.INSIDE_SERVED, {"inside": 2}, True)
    assert table.day.ended is not None
    assert table.day.ended.served == ("1", "2")
    assert table.day == replay(table.day.election, table.day.roll, table.day.entries)


def test_what_was_issued_before_the_end_is_recorded_after_it():
    table = ended_table()
    table.pass_time(minutes=30)
    before = EVENING - timedelta(minutes=10)
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN, happened=before)
    assert table.day.ended is not None
    assert table.day.ended.served == ()
    assert table.day.has_received("1", BLUE)
