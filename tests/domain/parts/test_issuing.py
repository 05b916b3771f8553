"""Issuing: the ballots of one voter, one row."""

from datetime import timedelta

import pytest

from precinct_app.domain.accounts import VOTERS, Move, stack
from precinct_app.domain.handing import Handing
from precinct_app.domain.parts import access, corrections, issuing, stock
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    AINUR,
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    FIRST,
    GREEN,
    GREY,
    MORNING,
    OLGA,
    ORANGE,
    PURPLE,
    SECRETARY,
    adds_up,
    ended_table,
    open_table,
    served_table,
    stocked_table,
)
from tests.domain.refusals import No, each, hear

ALL = ELECTION.ballot_ids


def olga_left():
    table = open_table()
    table.do(OLGA, access.sign_out)
    return table


def olga_empty():
    table = open_table()
    table.do(OLGA, stock.put_in_safe, OLGA, {BLUE: 10})
    return table


def _choice_refused(rule, *more):
    """List what any choice of ballots for a voter is refused for."""
    return [
        No(f"{rule.name} asks for a voter on the list", Reason.VOTER_UNKNOWN, ERLAN, rule,
           ("77", (BLUE,), *more), article="41"),
        No(f"{rule.name} asks for a ballot", Reason.NOTHING_CHOSEN, ERLAN, rule, ("1", (), *more)),
        No(f"{rule.name} takes each ballot once", Reason.BAD_ARGUMENT, ERLAN, rule,
           ("1", (BLUE, BLUE), *more)),
        No(f"{rule.name} takes ballots of this election", Reason.BALLOT_UNKNOWN, ERLAN, rule,
           ("1", (BLUE, "white"), *more)),
        No(f"{rule.name} keeps to what the voter is entitled to art 41 6-1",
           Reason.BALLOT_NOT_ENTITLED, ERLAN, rule, ("4", (BLUE, GREEN), *more),
           article="41(6-1)"),
        No(f"{rule.name} knows who was served art 41 1", Reason.ALREADY_ISSUED, ERLAN, rule,
           ("1", (GREY,), *more), article="41(1)", day=served_table),
    ]  # fmt: skip


RECORD = issuing.issue_ballots.recorded("№ 1", "так было")

REFUSALS = [
    *_choice_refused(issuing.issue_ballots, ERLAN),
    *_choice_refused(issuing.decline_ballots),
    *_choice_refused(issuing.defer_ballots),
    No("nothing is issued that happened before seven art 38 1", Reason.TOO_EARLY, ERLAN,
       issuing.issue_ballots, ("1", (BLUE,), ERLAN), {"happened": MORNING - timedelta(seconds=1)},
       article="38(1)"),
    No("a stranger issues nothing", Reason.MEMBER_UNKNOWN, ERLAN, issuing.issue_ballots,
       ("1", (BLUE,), "77")),
    No("the chairman never issues art 41 5", Reason.NEVER_ISSUES, CHAIRMAN, issuing.issue_ballots,
       ("1", (BLUE,), CHAIRMAN), article="41(5)"),
    No("an advisory vote never issues art 20 6", Reason.ROLE_WRONG, ERLAN, issuing.issue_ballots,
       ("1", (BLUE,), ADVISER), article="20(6)"),
    No("the issuer is on duty at this desk", Reason.NOT_ON_DUTY, ERLAN, issuing.issue_ballots,
       ("1", (BLUE,), OLGA), day=olga_left),
    No("an empty stack issues nothing", Reason.NOT_ENOUGH, ERLAN, issuing.issue_ballots,
       ("2", (BLUE,), OLGA), day=olga_empty),
    No("a record concerns a voter on the list", Reason.VOTER_UNKNOWN, ERLAN, RECORD,
       ("77", (BLUE,), OLGA), {"witness": OLGA}, article="41"),
    No("a record concerns ballots", Reason.NOTHING_CHOSEN, ERLAN, RECORD, ("1", (), OLGA),
       {"witness": OLGA}),
    No("a record names each ballot once", Reason.BAD_ARGUMENT, ERLAN, RECORD,
       ("1", (BLUE, BLUE), OLGA), {"witness": OLGA}),
    No("a record concerns ballots of this election", Reason.BALLOT_UNKNOWN, ERLAN, RECORD,
       ("1", ("white",), OLGA), {"witness": OLGA}),
    No("a record names a member of the commission", Reason.MEMBER_UNKNOWN, ERLAN, RECORD,
       ("1", (BLUE,), "77"), {"witness": OLGA}),
    No("a record has its reason", Reason.REASON_MISSING, ERLAN,
       issuing.issue_ballots.recorded("№ 1", "\u00a0"), ("1", (BLUE,), OLGA), {"witness": OLGA}),
    No("a record has its paper", Reason.REASON_MISSING, ERLAN,
       issuing.issue_ballots.recorded("", "так было"), ("1", (BLUE,), OLGA), {"witness": OLGA}),
    No("a record has its second person", Reason.WITNESS_MISSING, ERLAN, RECORD,
       ("1", (BLUE,), OLGA)),
    No("nobody helps a stranger", Reason.VOTER_UNKNOWN, ERLAN, issuing.name_assistant,
       ("77", "Ким Анна"), article="41"),
    No("nothing is noted about a stranger", Reason.VOTER_UNKNOWN, ERLAN, issuing.add_note,
       ("77", "глухой"), article="41"),
    No("a note says something", Reason.REASON_MISSING, ERLAN, issuing.add_note, ("1", " \n")),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_five_ballots_of_one_voter_are_one_entry_from_the_issuers_stack():
    table = open_table()
    entry = table.do(SECRETARY, issuing.issue_ballots, "1", ALL, ERLAN, " Қадыров  Нұрлан ")
    assert entry.event.moves == tuple(Move(ballot, "member:4", VOTERS, 1) for ballot in ALL)
    assert (entry.by, entry.event.issuer) == (SECRETARY, ERLAN)
    assert [table.left(ballot, stack(ERLAN)) for ballot in ALL] == [9] * 5
    assert [table.left(ballot, VOTERS) for ballot in ALL] == [1] * 5
    assert table.day.handings[FIRST] == Handing("issue", "1", ERLAN, ALL, entry.recorded)
    assert table.day.issued() == dict.fromkeys(ALL, 1)
    assert table.day.holding("1").assistant == "Қадыров Нұрлан"
    assert all(adds_up(table.day, ballot) for ballot in ALL)


def test_the_chairman_and_the_secretary_may_type_and_never_issue_art_41_5():
    for never in (CHAIRMAN, SECRETARY):
        table = open_table()
        no = table.refused(never, issuing.issue_ballots, "1", ALL, never)
        assert (no.reason, no.article) == (Reason.NEVER_ISSUES, "41(5)")
        table.do(never, issuing.issue_ballots, "1", ALL, OLGA)


def test_the_deputy_may_issue():
    table = open_table()
    table.do(DEPUTY, issuing.issue_ballots, "1", ALL, DEPUTY)
    assert table.left(BLUE, stack(DEPUTY)) == 9


def test_some_of_the_set_are_issued_now_and_the_others_later():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE, GREY), ERLAN)
    table.do(ERLAN, issuing.defer_ballots, "1", (GREEN,))
    table.do(ERLAN, issuing.decline_ballots, "1", (PURPLE, ORANGE))
    held = table.day.holding("1")
    assert (held.received, held.deferred, held.declined) == (
        {BLUE: 1, GREY: 1},
        {GREEN},
        {PURPLE, ORANGE},
    )
    table.do(ERLAN, issuing.issue_ballots, "1", (GREEN, PURPLE), OLGA)
    assert (held.deferred, held.declined) == (set(), {ORANGE})
    assert (table.day.served(), table.left(GREEN, stack(OLGA))) == (1, 9)


def test_declined_and_deferred_are_never_both():
    table = open_table()
    table.do(ERLAN, issuing.decline_ballots, "1", (BLUE,))
    table.do(ERLAN, issuing.defer_ballots, "1", (BLUE,))
    held = table.day.holding("1")
    assert (held.declined, held.deferred) == (set(), {BLUE})
    table.do(ERLAN, issuing.decline_ballots, "1", (BLUE,))
    assert (held.declined, held.deferred) == ({BLUE}, set())
    assert not table.day.has_received("1")


def test_what_another_desk_issued_meanwhile_is_not_declined():
    table = served_table()
    for event in (issuing.BallotsDeclined("1", (BLUE,)), issuing.BallotsDeferred("1", (GREY,))):
        table.do(OLGA, lambda _day, _act, event=event: event)
    held = table.day.holding("1")
    assert (held.declined, held.deferred) == (set(), set())
    assert held.has(BLUE)


def test_a_voter_with_a_certificate_takes_the_blue_one_alone_art_41_6_1():
    table = open_table()
    assert table.day.entitled("4") == (BLUE,)
    table.do(ERLAN, issuing.issue_ballots, "4", (BLUE,), ERLAN)
    assert table.day.has_received("4", BLUE)


def test_who_was_served_is_named_with_the_entry_that_served_him():
    table = served_table()
    table.do(ERLAN, issuing.add_note, "1", "пришёл снова")
    no = table.refused(OLGA, issuing.issue_ballots, "1", (GREEN,), OLGA)
    assert no.facts == {"ballot": GREEN, "entry": FIRST}


def test_the_mark_that_was_moved_is_named_with_the_entry_that_issued():
    table = served_table()
    table.do(ERLAN, corrections.move_mark, FIRST, "2", "wrong_voter")
    no = table.refused(OLGA, issuing.issue_ballots, "2", (GREEN,), OLGA)
    assert no.facts == {"ballot": GREEN, "entry": FIRST}


def test_an_assistant_is_named_and_a_wrong_name_taken_away_art_41_6():
    table = ended_table()
    table.do(ERLAN, issuing.name_assistant, "3", "Петрова\tАнна")
    assert table.day.holding("3").assistant == "Петрова Анна"
    table.do(ERLAN, issuing.name_assistant, "3", "")
    assert table.day.holding("3").assistant == ""


def test_a_later_issue_keeps_the_assistant_that_was_named():
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN, "Қадыров Нұрлан")
    table.do(ERLAN, issuing.issue_ballots, "1", (GREEN,), ERLAN)
    assert table.day.holding("1").assistant == "Қадыров Нұрлан"


def test_notes_are_kept_one_after_another():
    table = ended_table()
    table.do(ERLAN, issuing.add_note, "3", "пришёл\nс палкой")
    table.do(CHAIRMAN, issuing.add_note, "3", "жалоба № 2")
    held = table.day.holding("3")
    assert held.notes == ("пришёл с палкой", "жалоба № 2")
    assert len(held.entries) == 2


BEFORE = MORNING - timedelta(minutes=5)


@pytest.mark.parametrize(
    ("articles", "voter", "ballot", "issuer", "happened"),
    [
        (["41(5)", ""], "2", BLUE, CHAIRMAN, None),
        (["38(1)", "41(1)", "41(5)", ""], "1", BLUE, SECRETARY, BEFORE),
        (["38(1)", "41(1)"], "1", BLUE, ERLAN, BEFORE),
        (["41(1)"], "1", BLUE, ERLAN, None),
        (["41(6-1)"], "4", GREEN, ERLAN, None),
        ([], "2", BLUE, ERLAN, None),
    ],
)
def test_what_was_given_against_a_rule_is_recorded_with_its_article(
    articles, voter, ballot, issuer, happened
):
    table = served_table()
    args = (voter, (ballot,), issuer)
    entry = table.do(OLGA, RECORD, *args, witness=AINUR, happened=happened)
    assert (entry.witness, entry.event.paper) == (AINUR, "№ 1")
    assert [offence.article for offence in entry.event.offences] == articles
    stands = ("breach", {"article": articles[0]}) if articles else None
    assert stands is None or stands in table.conflicts()
    assert bool(table.day.breaches) == bool(articles)
    assert adds_up(table.day, ballot)


def test_a_second_ballot_of_a_kind_stands_as_a_double_and_the_voter_is_one():
    table = served_table()
    rule = issuing.issue_ballots.recorded(" акт № 1", "на бумаге\u00a0без света")
    event = table.do(OLGA, rule, "1", (BLUE,), ERLAN, witness=AINUR).event
    assert (event.paper, event.reason) == ("акт № 1", "на бумаге без света")
    assert table.day.holding("1").received[BLUE] == 2
    assert ("double", {"ballot": BLUE, "voter": "1"}) in table.conflicts()
    assert (table.day.served(), table.day.issued()[BLUE]) == (1, 2)


def test_what_was_given_before_the_opening_is_recorded_before_it_too():
    table = stocked_table()
    entry = table.do(CHAIRMAN, RECORD, "1", (BLUE,), ERLAN, witness=SECRETARY)
    assert entry.event.offences[0] == ("phase_wrong", "41(4)")
    assert table.left(BLUE, VOTERS) == 1


def test_a_breach_is_recorded_after_the_end_with_its_own_moment_and_two_persons():
    table = ended_table()
    args = ("4", (GREEN,), CHAIRMAN)
    alone = table.refused(CHAIRMAN, RECORD, *args)
    assert alone.reason == Reason.WITNESS_MISSING
    happened = table.now.replace(hour=9)
    entry = table.do(CHAIRMAN, RECORD, *args, witness=ERLAN, happened=happened)
    assert (entry.stated, entry.witness) == (True, ERLAN)
    assert table.left(GREEN, stack(CHAIRMAN)) == -1
    assert ("overdrawn", {"ballot": GREEN, "holder": "member:1"}) in table.conflicts()
    assert adds_up(table.day, GREEN)


def test_ballots_for_a_voter_who_is_not_on_this_list_are_a_conflict():
    table = open_table()
    event = issuing.BallotsIssued("77", ERLAN, "", (Move(BLUE, "member:4", VOTERS, 1),))
    table.do(ERLAN, lambda _day, _act: event)
    assert table.conflicts() == [("voter_unknown", {"voter": "77"})]
    assert table.left(BLUE, VOTERS) == 1
