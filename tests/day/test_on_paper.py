"""Days on which there was no laptop: one came late, one died, and the paper list carried them."""

from precinct_app.domain.figures.lines import day_lines, lines_of
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    catching_up,
    issuing,
    opening,
    spoiled,
    turnout,
)
from precinct_app.errors import Reason
from tests.day import evening, morning
from tests.day.morning import at, rows, serve
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    DEPUTY,
    ELECTION,
    ERLAN,
    MORNING,
    OLGA,
    SECRETARY,
    Table,
    adds_up,
)

ALL = ELECTION.ballot_ids
MEMBERS = (CHAIRMAN, SECRETARY, DEPUTY, ERLAN, OLGA)
ISSUERS = (DEPUTY, ERLAN, OLGA)
LISTED, LOST_AT = 300, 150


def set_up() -> Table:
    table = morning.set_up(morning.listed(LISTED), MEMBERS)
    morning.receive(table, 303)
    return table


def ready(table: Table) -> None:
    morning.seal_boxes(table, ())
    morning.hand_out(table, dict.fromkeys(ISSUERS, 100))


def page(table: Table, number: str, issuer: str, voters: tuple[str, ...], *span: str) -> None:
    """Type one page of the paper list as far as one member signed it."""
    table.do(issuer, catching_up.record_paper_issues, number, issuer, ALL, voters, *span)


def close(table: Table) -> None:
    """Go to signed protocols, where all is for the first option."""
    evening.end(table)
    evening.announce(table)
    evening.open_stationary(table)
    for ballot in ALL:
        papers = evening.in_hands(table, ballot)
        evening.count_kind(table, ballot, papers, {"1": papers}, 0, 0)
        evening.sign(table, ballot)
        assert adds_up(table.day, ballot)
    assert evening.broken(table) == {ballot: [] for ballot in ALL}
    assert replay(table.day.election, table.day.roll, table.day.entries) == table.day


def test_a_laptop_that_came_at_ten_past_nine_joins_a_day_that_was_opened_on_paper():
    table = set_up()
    table.now = at(9, 10)
    ready(table)
    reason = "ноутбук привезли в 09:10, открыли на бумаге"
    table.do(CHAIRMAN, opening.open_voting, "214", reason, happened=MORNING)
    table.do(CHAIRMAN, catching_up.note_time_on_paper, "07:00", "09:10", "не было ноутбука")
    page(table, "1", DEPUTY, rows(1, 30), "07:00", "09:10")
    page(table, "1", ERLAN, rows(31, 50), "07:00", "09:10")
    no = table.refused(OLGA, issuing.issue_ballots, "30", ALL, OLGA)
    assert (no.reason, no.article) == (Reason.ALREADY_ISSUED, "41(1)")
    serve(table, rows(51, 60), ISSUERS)
    table.now = at(10)
    table.do(SECRETARY, turnout.report_turnout, "10:00")
    assert table.day.slips["10:00"].served == 60
    opened = table.day.at_opening
    assert opened is not None
    assert (opened.voters[BLUE], opened.reason) == (LISTED, reason)
    serve(table, rows(61, 120), ISSUERS)
    close(table)
    assert day_lines(table.day)["d1"] == 120


def first_laptop() -> Table:
    """Serve 150 voters by two o'clock; then the laptop dies, and no copy is left."""
    table = set_up()
    table.now = at(6, 30)
    ready(table)
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting, "214", "не всё готово")
    serve(table, rows(1, LOST_AT), ISSUERS)
    table.now = at(10)
    table.do(ERLAN, spoiled.exchange_ballot, "2", BLUE, ERLAN, spoiled.Cause.VOTER)
    table.now = at(14)
    return table


def test_a_day_whose_laptop_died_at_two_is_carried_on_from_the_paper_list_alone():
    lost, table = first_laptop(), set_up()
    table.now = at(14, 25)
    ready(table)
    reason = "первый ноутбук сломался в 14:00, открыли в 07:00"
    table.do(CHAIRMAN, opening.open_voting, "214", reason, happened=MORNING)
    for place, issuer in enumerate(ISSUERS):
        voters = rows(1, LOST_AT)[place :: len(ISSUERS)]
        page(table, "1-5", issuer, voters, "07:00", "14:00")
    again = (spoiled.exchange_ballot, "2", BLUE, ERLAN, spoiled.Cause.VOTER)
    table.do(ERLAN, *again, happened=at(10))
    for ballot in ALL:
        assert lines_of(table.day, ballot) == lines_of(lost.day, ballot)
        assert table.day.accounts.summary()[ballot] == lost.day.accounts.summary()[ballot]
    for voter in rows(1, LISTED):
        assert table.day.has_received(voter) == lost.day.has_received(voter)
    serve(table, rows(LOST_AT + 1, 200), ISSUERS)
    close(table)
    assert (day_lines(table.day)["d1"], lines_of(table.day, BLUE)["9b"]) == (200, 1)


def test_a_row_that_the_paper_shows_twice_is_a_question_and_no_stop():
    """The page names a row that another member's page has: it is left out and the rest typed."""
    table = set_up()
    table.now = at(14, 25)
    ready(table)
    table.do(CHAIRMAN, opening.open_voting, "214", "на бумаге с 07:00", happened=MORNING)
    page(table, "1", ERLAN, rows(1, 20), "07:00", "14:00")
    typed = (catching_up.record_paper_issues, "1", OLGA, ALL, rows(20, 40), "07:00", "14:00")
    no = table.refused(OLGA, *typed)
    assert (no.reason, no.facts["voter"]) == (Reason.MARKED_ALREADY, "20")
    page(table, "1", OLGA, rows(21, 40), "07:00", "14:00")
    assert table.day.served() == 40
    assert table.conflicts() == []
