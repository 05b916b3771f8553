"""Catching up: what was issued on paper while the laptop stood still."""

from datetime import timedelta

from precinct_app.domain.accounts import VOTERS, stack
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    additions,
    catching_up,
    certificates,
    commission,
    corrections,
    issuing,
    opening,
    stock,
    suspension,
)
from precinct_app.domain.voters import Voter
from precinct_app.errors import Reason
from tests.domain.days import (
    ADVISER,
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    EVENING,
    FIRST,
    GREEN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
    ended_table,
    named_table,
    open_table,
    stocked_table,
)
from tests.domain.decided import CARRIED, decided_table
from tests.domain.outside import announced, out_table
from tests.domain.refusals import No, each, hear

RECORD, NOTE = catching_up.record_paper_issues, catching_up.note_time_on_paper
ROWS = ("1", "2", "3")
HOURS = ("14:00", "15:05")


def later(table: Table) -> Table:
    """Let it be five past three: the power is back."""
    table.now = MORNING + timedelta(hours=8, minutes=5)
    return table


def dark_table():
    return later(open_table())


def marked_table():
    """Voter 2 was served before the power went."""
    table = open_table()
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    return later(table)


def over_table():
    """Voting ended at eight, with one voter inside; it is half past."""
    table = ended_table(inside=1)
    table.pass_time(minutes=30)
    return table


def emptied():
    """Leave two blue ballots in Erlan's stack."""
    table = dark_table()
    table.do(ERLAN, stock.put_in_safe, ERLAN, {BLUE: 8})
    return table


def suspended_table():
    """Suspend voting at three."""
    table = dark_table()
    at_three = MORNING + timedelta(hours=8)
    table.do(CHAIRMAN, suspension.suspend_voting, "нет света", happened=at_three)
    return table


def struck_table():
    """Strike voter 2, who is twice in the list."""
    table = decided_table()
    table.do(SECRETARY, additions.strike_voter, "2", "twice", CARRIED, "№ 6")
    return later(table)


def certified_table():
    """Give voter 2 a certificate for the blue ballot."""
    table = stocked_table()
    table.do(SECRETARY, certificates.state_blanks, 10)
    table.do(SECRETARY, certificates.issue_certificate, "2", (BLUE,), "000123", "№ 1")
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "пандус")
    return later(table)


def ill_table():
    """Let Erlan fall ill."""
    table = dark_table()
    table.do(SECRETARY, commission.excuse_member, ERLAN, "заболел", witness=OLGA)
    return table


def asked(ballots=(BLUE,), rows=ROWS, since=HOURS[0], until=HOURS[1], issuer=ERLAN):
    return "с. 7", issuer, ballots, rows, since, until


REFUSALS = [
    No("no row is nothing to catch up with", Reason.NOTHING_CHOSEN, OLGA, RECORD, asked(rows=()),
       day=dark_table),
    No("no ballot is nothing to catch up with", Reason.NOTHING_CHOSEN, OLGA, RECORD, asked(()),
       day=dark_table),
    No("a row is typed once", Reason.BAD_ARGUMENT, OLGA, RECORD, asked(rows=("1", "1")),
       day=dark_table),
    No("a time on paper begins with an hour", Reason.BAD_ARGUMENT, OLGA, RECORD,
       asked(since="25:00"), day=dark_table),
    No("a time on paper ends after it began", Reason.BAD_ARGUMENT, OLGA, RECORD,
       asked(since="15:05", until="14:00"), day=dark_table),
    No("a time on paper is over", Reason.HAPPENED_LATER, OLGA, RECORD, asked(until="15:06"),
       day=dark_table),
    No("nothing was issued on paper before seven art 38 1", Reason.TOO_EARLY, OLGA, RECORD,
       asked(since="06:59"), article="38(1)", day=dark_table),
    No("an unknown ballot was not issued on paper", Reason.BALLOT_UNKNOWN, OLGA, RECORD,
       asked(("white",)), day=dark_table),
    No("a row that is not on the list was not served on paper art 41", Reason.VOTER_UNKNOWN,
       OLGA, RECORD, asked(rows=("1", "99")), article="41", day=dark_table),
    No("a row that is marked already is named art 41 1", Reason.MARKED_ALREADY, OLGA, RECORD,
       asked(), article="41(1)", day=marked_table),
    No("a row is not served on paper with what it may not have art 41 6-1",
       Reason.BALLOT_NOT_ENTITLED, OLGA, RECORD, asked((GREEN,), ("4",)), article="41(6-1)",
       day=dark_table),
    No("a stranger issued nothing on paper", Reason.MEMBER_UNKNOWN, OLGA, RECORD,
       asked(issuer="77"), day=dark_table),
    No("the secretary issued nothing on paper art 41 5", Reason.NEVER_ISSUES, OLGA, RECORD,
       asked(issuer=SECRETARY), article="41(5)", day=dark_table),
    No("an advisory vote issued nothing on paper art 20 6", Reason.ROLE_WRONG, OLGA, RECORD,
       asked(issuer=ADVISER), article="20(6)", day=dark_table),
    No("more than the stack held was not issued on paper", Reason.NOT_ENOUGH, OLGA, RECORD,
       asked(), day=emptied),
    No("a row that was struck was not served on paper art 25 3", Reason.VOTER_STRUCK, OLGA,
       RECORD, asked(), article="25(3)", day=struck_table),
    No("a row with a certificate was not served on paper art 41 6-1", Reason.ON_CERTIFICATE,
       OLGA, RECORD, asked(), article="41(6-1)", day=certified_table),
    No("a row whose trip is out was not served on paper", Reason.ON_TRIP, OLGA, RECORD,
       asked(), day=lambda: later(out_table())),
    No("who is ill issued nothing on paper", Reason.NOT_SERVING, OLGA, RECORD, asked(),
       article="39(2)", day=ill_table),
    No("nothing was issued on paper while voting was suspended", Reason.SUSPENDED, OLGA, RECORD,
       asked(), day=suspended_table),
    No("nothing is caught up with after the figures were read art 43 3-1",
       Reason.FIGURES_ANNOUNCED, OLGA, RECORD, asked(), article="43(3-1)",
       day=lambda: announced(dark_table())),
    No("on paper too only those inside are served after the end art 43 1", Reason.INSIDE_SERVED,
       OLGA, RECORD, asked(since="19:50", until="20:10"), article="43(1)", day=over_table),
    No("a time on paper is noted with a reason", Reason.REASON_MISSING, OLGA, NOTE,
       (*HOURS, " "), day=dark_table),
    No("a time on paper is noted with hours", Reason.BAD_ARGUMENT, OLGA, NOTE,
       ("two", "15:00", "нет света"), day=dark_table),
    No("a time on paper is noted afterwards", Reason.HAPPENED_LATER, OLGA, NOTE,
       ("14:00", "16:00", "нет света"), day=dark_table),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_a_page_of_the_paper_list_is_one_entry():
    table = dark_table()
    before = len(table.day.entries)
    entry = table.do(OLGA, RECORD, *asked((BLUE, GREEN)))
    assert len(table.day.entries) == before + 1
    assert (table.left(BLUE, stack(ERLAN)), table.left(BLUE, VOTERS)) == (7, 3)
    assert table.day.served() == 3
    assert table.day.issued()[GREEN] == 3
    assert table.day.issue_of("2", BLUE) == f"{entry.id}:2"
    assert (entry.event.since, entry.event.until) == HOURS
    assert adds_up(table.day, BLUE)


def test_sixty_rows_are_one_entry_too():
    voters = [Voter(str(n), str(n), "Омаров", f"Дархан {n}") for n in range(1, 61)]
    table = named_table(voters=voters)
    table.do(CHAIRMAN, stock.receive_ballots, BLUE, 100, 100)
    table.do(CHAIRMAN, stock.hand_out_ballots, ERLAN, {BLUE: 80})
    table.now = MORNING
    record = opening.open_voting.recorded("протокол", "открыли на бумаге")
    table.do(CHAIRMAN, record, "214", "опоздал ноутбук", witness=SECRETARY)
    later(table)
    table.do(OLGA, RECORD, *asked(rows=tuple(voter.id for voter in voters)))
    assert (table.day.served(), table.left(BLUE, stack(ERLAN))) == (60, 20)


def test_the_row_that_is_marked_already_is_named_so_that_the_page_can_ask():
    table = marked_table()
    no = table.refused(OLGA, RECORD, *asked())
    assert no.facts == {"voter": "2", "ballot": BLUE, "entry": FIRST}
    assert no.gate
    table.do(OLGA, RECORD, *asked(rows=("1", "3")))
    assert table.day.served() == 3


def test_a_second_ballot_given_on_paper_is_a_recorded_breach():
    table = marked_table()
    record = RECORD.recorded("список, с. 7", "отметка была в ноутбуке")
    table.do(OLGA, record, *asked(), witness=SECRETARY)
    assert table.day.holding("2").received == {BLUE: 2}
    assert [kind for kind, _ in table.conflicts()] == ["breach", "double"]
    assert table.day == replay(table.day.election, table.day.roll, table.day.entries)


def test_one_row_of_many_is_taken_back_and_the_others_stand():
    table = dark_table()
    entry = table.do(OLGA, RECORD, *asked())
    row = f"{entry.id}:2"
    table.do(ERLAN, corrections.take_back, row, "не та строка", witness=SECRETARY)
    assert [table.day.has_received(voter) for voter in ROWS] == [True, False, True]
    assert table.left(BLUE, stack(ERLAN)) == 8
    table.do(ERLAN, corrections.move_mark, f"{entry.id}:3", "2", "тёзка", witness=SECRETARY)
    assert [table.day.has_received(voter) for voter in ROWS] == [True, True, False]
    assert table.conflicts() == []


def test_what_was_issued_inside_after_the_end_is_caught_up_with():
    table = over_table()
    table.do(OLGA, RECORD, *asked(rows=("1",), since="19:50", until="20:10"))
    assert table.day.served() == 1
    table.do(OLGA, RECORD, *asked(rows=("2", "3"), since="14:00", until="15:00"))
    assert table.day.served() == 3


def test_a_late_start_is_opened_by_its_stated_moment_and_caught_up_with():
    table = stocked_table()
    table.now = MORNING + timedelta(hours=2, minutes=10)
    opened = table.do(CHAIRMAN, opening.open_voting, "214", "на бумаге", happened=MORNING)
    assert opened.happened == "2023-03-19T07:00:00+06:00"
    table.do(OLGA, RECORD, *asked(rows=("1", "2"), since="07:00", until="09:10"))
    assert table.day.served() == 2


def test_a_time_on_paper_is_written_down():
    table = dark_table()
    entry = table.do(SECRETARY, NOTE, *HOURS, " нет\u00a0света ")
    assert (entry.event.since, entry.event.until) == HOURS
    assert entry.event.reason == "нет света"


def test_all_kinds_of_a_voter_are_caught_up_with_at_once():
    table = dark_table()
    table.do(OLGA, RECORD, *asked(ELECTION.ballot_ids, ("6",)))
    assert table.day.holding("6").received == dict.fromkeys(ELECTION.ballot_ids, 1)
    assert table.now < EVENING
