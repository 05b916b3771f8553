"""The card says why a voter receives fewer ballots than the row gives."""

from precinct_app.desk import Who
from precinct_app.domain.parts import additions, certificates, decisions
from tests.store.files import FIVE
from tests.ui.voting import ENTER


def happen(voting, rule, *args):
    """Let the chairman do something that this page does not do."""
    voting.session._ask(lambda: voting.desk.act(Who("1"), rule, *args))
    voting.answer()
    return voting.desk.day.entries[-1].id


def decide(voting):
    happen(voting, decisions.decide, "о списке", tuple(voting.desk.day.members)[:6], 6)


def test_a_struck_voter_on_an_open_card_is_issued_nothing_and_the_card_says_why(voting):
    decide(voting)
    voting.open("6")
    entry = happen(voting, additions.strike_voter, "6", "died", 1, "№ 6")
    assert voting.card.notes.text() == voting.language.text("card.struck", entry=entry)
    assert voting.card.ticked == ()
    voting.press(ENTER)
    voting.answer()
    assert voting.issues() == []


def test_ballots_on_a_certificate_are_not_ticked_and_the_card_names_them(voting):
    event = certificates.CertificateIssued("6", "000123", FIVE[:2], "")
    happen(voting, lambda _day, _act: event)
    voting.open("6")
    letters = " ".join(one.letter for one in voting.desk.day.election.ballots[:2])
    words = voting.language.text("card.certificate", blank="000123", ballots=letters)
    assert voting.card.notes.text() == words
    assert voting.card.ticked == FIVE[2:]


def test_a_guest_on_a_certificate_is_found_and_marked(voting):
    row = {"surname": "Жүсіпбекова", "first_name": "Мөлдір"}
    voter = happen(voting, certificates.accept_certificate, row, FIVE[:1], "777001")
    voting.open(voter)
    assert voting.card.notes.text() == voting.language.text("card.guest", blank="777001")
    assert voting.card.ticked == FIVE[:1]


def test_an_open_card_follows_a_corrected_row(voting):
    decide(voting)
    voting.open("6")
    happen(voting, additions.correct_voter, "6", {"surname": "Омарұлы"}, 1, "№ 7")
    assert voting.card.name.text().startswith("Омарұлы")
