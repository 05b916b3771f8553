"""Absentee certificates: blanks, ours, and those of other precincts."""

from datetime import timedelta

import pytest

from precinct_app.domain.changes import Blanks
from precinct_app.domain.day import Conflict
from precinct_app.domain.fold import replay
from precinct_app.domain.parts import (
    additions,
    certificates,
    corrections,
    issuing,
    opening,
    unsealing,
)
from precinct_app.errors import Reason
from tests.domain.days import (
    BLUE,
    CHAIRMAN,
    ELECTION,
    ERLAN,
    EVE,
    GREEN,
    GREY,
    MORNING,
    OLGA,
    ROLL,
    SECRETARY,
    Table,
    open_table,
    stocked_table,
)
from tests.domain.decided import CARRIED, take_decisions
from tests.domain.refusals import No, each, hear

SIX = EVE.replace(hour=18)
GUEST = {"surname": "Тұрсынова", "first_name": "Айгүл", "iin": "990615499498"}
KNOWN = {"surname": "Петров", "first_name": "Иван", "birth": "2001"}


def with_blanks() -> Table:
    """Receive ten blanks on the eve."""
    table = stocked_table()
    table.do(SECRETARY, certificates.state_blanks, 10, 0, "акт № 9")
    return table


def at_six() -> Table:
    """Issue one certificate to voter 1, and wait until 18:00 of the eve."""
    table = issued()
    table.now = SIX
    return table


def after_six() -> Table:
    table = with_blanks()
    table.now = SIX + timedelta(seconds=1)
    return table


def issued() -> Table:
    """Issue voter 1 a certificate for the blue and the green ballot."""
    table = with_blanks()
    table.do(SECRETARY, certificates.issue_certificate, "1", (GREEN, BLUE), "000123", "№ 1")
    return table


def opened(table: Table) -> Table:
    table.now = MORNING
    table.do(CHAIRMAN, opening.open_voting.recorded("журнал", "проверка"), "214", witness=OLGA)
    return table


def on_the_day() -> Table:
    return opened(issued())


def another_served() -> Table:
    """Serve voter 2, as the last entry says."""
    table = on_the_day()
    table.do(ERLAN, issuing.issue_ballots, "2", (BLUE,), ERLAN)
    return table


def counting() -> Table:
    """Open a box: the count has begun."""
    table = on_the_day()
    table.do(CHAIRMAN, lambda _day, _act: unsealing.BoxOpened("1", intact=True, note=""))
    return table


def struck() -> Table:
    table = take_decisions(with_blanks())
    table.do(SECRETARY, additions.strike_voter, "2", "died", CARRIED, "№ 6")
    return table


def served() -> Table:
    """Let voter 1 receive a ballot before the opening, which is a recorded breach."""
    table = with_blanks()
    early = issuing.issue_ballots.recorded("акт № 2", "выдали накануне")
    table.do(ERLAN, early, "1", (GREY,), ERLAN, witness=OLGA)
    return table


def welcomed() -> Table:
    """Add a guest on a certificate for the blue ballot."""
    table = open_table()
    table.do(ERLAN, certificates.accept_certificate, GUEST, (BLUE,), "777001")
    return table


def guest(table: Table) -> str:
    return str(next(iter(table.day.added)))


ONE = ("1", (BLUE,), "000124")
REFUSALS = [
    No("fewer than no blanks are not received", Reason.AMOUNT_WRONG, CHAIRMAN,
       certificates.state_blanks, (-1,)),
    No("more blanks than can be are not received", Reason.AMOUNT_TOO_LARGE, CHAIRMAN,
       certificates.state_blanks, (100_001,)),
    No("no more blanks are spoiled than are left", Reason.BLANKS_SHORT, CHAIRMAN,
       certificates.state_blanks, (10, 10), day=issued),
    No("fewer than no blanks are not left", Reason.AMOUNT_WRONG, CHAIRMAN,
       certificates.close_blanks, (-1, "акт"), day=at_six),
    No("more blanks than can be are not left", Reason.AMOUNT_TOO_LARGE, CHAIRMAN,
       certificates.close_blanks, (100_001, "акт"), day=at_six),
    No("blanks are not closed before 18 00 art 41 6-1", Reason.TOO_EARLY, CHAIRMAN,
       certificates.close_blanks, (9, "акт"), article="41(6-1)", day=issued),
    No("blanks that do not agree are not closed art 41 6-1", Reason.BLANKS_DIFFER, CHAIRMAN,
       certificates.close_blanks, (10, "акт"), article="41(6-1)", day=at_six),
    No("blanks are not closed without an act art 41 6-1", Reason.PAPER_MISSING, CHAIRMAN,
       certificates.close_blanks, (9, " "), article="41(6-1)", day=at_six),
    No("a stranger receives no certificate", Reason.VOTER_UNKNOWN, CHAIRMAN,
       certificates.issue_certificate, ("77", *ONE[1:]), article="41", day=with_blanks),
    No("a certificate for nothing is not issued", Reason.NOTHING_CHOSEN, CHAIRMAN,
       certificates.issue_certificate, ("1", (), "000124"), day=with_blanks),
    No("a certificate for an unknown ballot is not issued", Reason.BALLOT_UNKNOWN, CHAIRMAN,
       certificates.issue_certificate, ("1", ("white",), "000124"), day=with_blanks),
    No("a certificate has a blank with a number", Reason.BAD_ARGUMENT, CHAIRMAN,
       certificates.issue_certificate, ("1", (BLUE,), " "), day=with_blanks),
    No("after 18 00 no certificate is issued art 41 6-1", Reason.TOO_LATE, CHAIRMAN,
       certificates.issue_certificate, ONE, article="41(6-1)", day=after_six),
    No("a voter receives no second certificate art 41 6-1", Reason.CERTIFICATE_STANDS, CHAIRMAN,
       certificates.issue_certificate, ("1", (GREY,), "000124"), article="41(6-1)", day=issued),
    No("a ballot is on one certificate art 41 6-1", Reason.ON_CERTIFICATE, CHAIRMAN,
       certificates.issue_certificate, ONE, article="41(6-1)", day=issued),
    No("a ballot on a certificate is not issued here art 41 6-1", Reason.ON_CERTIFICATE, ERLAN,
       issuing.issue_ballots, ("1", (GREY, BLUE), ERLAN), article="41(6-1)", day=on_the_day),
    No("a ballot on a certificate is not declined here art 41 6-1", Reason.ON_CERTIFICATE, ERLAN,
       issuing.decline_ballots, ("1", (BLUE,)), article="41(6-1)", day=on_the_day),
    No("a ballot on a certificate is not deferred here art 41 6-1", Reason.ON_CERTIFICATE, ERLAN,
       issuing.defer_ballots, ("1", (BLUE,)), article="41(6-1)", day=on_the_day),
    No("no mark is moved to who holds a certificate art 41 6-1", Reason.ON_CERTIFICATE, ERLAN,
       corrections.move_mark, (another_served().day.entries[-1].id, "1", "wrong_voter"),
       article="41(6-1)", day=another_served),
    No("a certificate is for ballots of the voter art 41 6-1", Reason.BALLOT_NOT_ENTITLED,
       CHAIRMAN, certificates.issue_certificate, ("4", (GREEN,), "000124"), article="41(6-1)",
       day=with_blanks),
    No("a struck voter receives no certificate art 25 3", Reason.VOTER_STRUCK, CHAIRMAN,
       certificates.issue_certificate, ("2", (BLUE,), "000124"), article="25(3)", day=struck),
    No("a served voter receives no certificate", Reason.VOTER_SERVED, CHAIRMAN,
       certificates.issue_certificate, ONE, article="41(1)", day=served),
    No("a blank is issued once art 41 6-1", Reason.BLANK_USED, CHAIRMAN,
       certificates.issue_certificate, ("3", (BLUE,), "000123"), article="41(6-1)", day=issued),
    No("without blanks no certificate is issued", Reason.BLANKS_SHORT, CHAIRMAN,
       certificates.issue_certificate, ONE, day=stocked_table),
    No("a stranger brings nothing back", Reason.VOTER_UNKNOWN, CHAIRMAN,
       certificates.bring_back_certificate, ("77",), article="41"),
    No("what was not issued is not brought back", Reason.CERTIFICATE_UNKNOWN, CHAIRMAN,
       certificates.bring_back_certificate, ("2",), day=issued),
    No("nothing is brought back after the count has begun art 24 10", Reason.COUNT_BEGUN,
       CHAIRMAN, certificates.bring_back_certificate, ("1",), article="24(10)", day=counting),
    No("a stranger loses nothing", Reason.VOTER_UNKNOWN, CHAIRMAN,
       certificates.lose_certificate, ("77",), article="41"),
    No("what was not issued is not lost", Reason.CERTIFICATE_UNKNOWN, CHAIRMAN,
       certificates.lose_certificate, ("2",), day=issued),
    No("a guest without a first name is not added", Reason.BAD_ARGUMENT, ERLAN,
       certificates.accept_certificate, ({"surname": "Ким"}, (BLUE,), "777001")),
    No("a guest with a certificate for nothing is not added", Reason.NOTHING_CHOSEN, ERLAN,
       certificates.accept_certificate, (GUEST, (), "777001")),
    No("a guest with an unknown ballot is not added", Reason.BALLOT_UNKNOWN, ERLAN,
       certificates.accept_certificate, (GUEST, ("white",), "777001")),
    No("no guest is added after the count has begun art 24 10", Reason.COUNT_BEGUN, ERLAN,
       certificates.accept_certificate, (GUEST, (BLUE,), "777001"), article="24(10)",
       day=counting),
    No("a certificate is accepted once art 41 6-1", Reason.CERTIFICATE_USED, ERLAN,
       certificates.accept_certificate, (GUEST, (BLUE,), "777001"), article="41(6-1)",
       day=welcomed),
    No("a guest who stands on the list is not added art 25 3", Reason.VOTER_KNOWN, ERLAN,
       certificates.accept_certificate, (KNOWN, (BLUE,), "777001"), article="25(3)"),
]  # fmt: skip


@each(REFUSALS)
def test_it_is_refused(no):
    assert hear(no) == (no.reason, no.article)


def test_blanks_received_are_issued_spoiled_and_unused_at_18_00_art_41_6_1():
    table = issued()
    table.do(SECRETARY, certificates.state_blanks, 10, 2)
    assert table.day.blanks == Blanks(10, 2, 1)
    table.now = SIX
    table.do(CHAIRMAN, certificates.close_blanks, 7, "акт № 10")
    assert (table.day.blanks.unused, table.day.blanks.left) == (7, 7)


def test_blanks_that_do_not_agree_are_recorded_with_their_numbers():
    table = at_six()
    no = table.refused(CHAIRMAN, certificates.close_blanks, 8, "акт № 10")
    assert no.facts == {"received": 10, "issued": 1, "spoiled": 0, "unused": 8}
    closed = certificates.close_blanks.recorded("акт № 10", "один бланк не нашли")
    table.do(CHAIRMAN, closed, 8, "акт № 10", witness=OLGA)
    assert (table.day.blanks.unused, table.day.breaches[0].article) == (8, "41(6-1)")


def test_a_certificate_takes_its_ballots_from_the_voter_and_leaves_the_others_art_41_6_1():
    table = on_the_day()
    assert table.day.certificates["1"].ballots == (BLUE, GREEN)
    assert table.day.entitled("1") == ELECTION.ballot_ids[2:]
    no = table.refused(ERLAN, issuing.issue_ballots, "1", (GREEN,), ERLAN)
    assert (no.reason, no.article) == (Reason.ON_CERTIFICATE, "41(6-1)")
    assert no.facts == {"ballot": GREEN, "blank": "000123"}
    table.do(ERLAN, issuing.issue_ballots, "1", (GREY,), ERLAN)


def test_a_certificate_brought_back_unused_restores_the_ballots_also_on_the_day():
    table = on_the_day()
    table.do(CHAIRMAN, certificates.bring_back_certificate, "1")
    assert table.day.certificates["1"].state == "brought_back"
    assert table.day.entitled("1") == ELECTION.ballot_ids
    table.do(ERLAN, issuing.issue_ballots, "1", (BLUE,), ERLAN)


def test_a_lost_certificate_is_not_replaced_and_restores_nothing():
    table = issued()
    table.do(CHAIRMAN, certificates.lose_certificate, "1")
    assert table.day.entitled("1") == ELECTION.ballot_ids[2:]
    no = table.refused(CHAIRMAN, certificates.issue_certificate, "1", (GREY,), "000124")
    assert (no.reason, no.facts) == (Reason.CERTIFICATE_STANDS, {"blank": "000123"})


def test_a_lost_certificate_that_was_found_can_be_brought_back():
    table = issued()
    table.do(CHAIRMAN, certificates.lose_certificate, "1")
    table.do(CHAIRMAN, certificates.bring_back_certificate, "1")
    assert table.day.entitled("1") == ELECTION.ballot_ids


def test_a_certificate_marked_as_brought_back_by_mistake_is_issued_anew_on_its_blank():
    table = issued()
    table.do(CHAIRMAN, certificates.bring_back_certificate, "1")
    table.do(CHAIRMAN, certificates.issue_certificate, "1", (BLUE,), "000123")
    assert (table.day.blanks.issued, table.day.blanks.left) == (1, 9)
    table.do(CHAIRMAN, certificates.bring_back_certificate, "1")
    table.do(CHAIRMAN, certificates.issue_certificate, "1", (BLUE,), "000124")
    assert (table.day.blanks.issued, table.day.blanks.left) == (2, 8)


def test_the_last_certificate_is_issued_at_18_00_itself_art_41_6_1():
    table = with_blanks()
    table.now = SIX
    table.do(CHAIRMAN, certificates.issue_certificate, *ONE)
    late = table.now + timedelta(minutes=5)
    table.now = late
    table.do(CHAIRMAN, certificates.issue_certificate, "3", (BLUE,), "000125", happened=SIX)


def test_two_desks_that_certify_one_voter_are_a_conflict():
    table = issued()
    event = certificates.CertificateIssued("1", "000200", (BLUE,), "")
    entry = table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.day.conflicts == [Conflict(entry.id, "certificate_twice", (("voter", "1"),))]


@pytest.mark.parametrize(
    "event", [certificates.CertificateLost("2"), certificates.CertificateBroughtBack("2")]
)
def test_a_certificate_that_was_never_issued_is_a_conflict_and_no_crash(event):
    table = with_blanks()
    entry = table.do(CHAIRMAN, lambda _day, _act: event)
    assert table.day.conflicts == [Conflict(entry.id, "no_certificate", (("voter", "2"),))]


@pytest.mark.parametrize("begun", [issued, on_the_day, welcomed, served])
def test_replay_gives_the_same_certificates(begun):
    table = begun()
    assert replay(table.day.election, ROLL, table.day.entries) == table.day
