"""A voter who was served, and one whom somebody else serves meanwhile."""

from precinct_app.desk import Who
from precinct_app.domain.parts import catching_up, issuing
from tests.store.files import FIVE
from tests.ui.days import ERLAN
from tests.ui.voting import ENTER, F


def serve_elsewhere(voting, voter, ballots=FIVE):
    """Let the day move without this page's doing, as another laptop's entry does."""
    voting.session._ask(
        lambda: voting.desk.act(Who(ERLAN), issuing.issue_ballots, voter, ballots, ERLAN)
    )
    voting.answer()


def test_the_card_says_so_in_words_with_time_and_member(voting):
    serve_elsewhere(voting, "6")
    voting.open("6")
    assert voting.card.banner.text() == voting.language.text(
        "card.served_by", time="10:00", name="Жұмабаев Ерлан Сәкенұлы"
    )
    assert voting.card.banner.property("kind") == "bad"


def test_the_card_offers_no_issue_but_look_into_it(voting):
    serve_elsewhere(voting, "6")
    voting.open("6")
    assert not voting.card.issue.isVisible()
    assert voting.card.acts["look"].isVisible()
    voting.press(F[1], ENTER)
    voting.answer()
    assert len(voting.issues()) == 1


def test_an_open_card_turns_to_served_when_the_voter_is_served_elsewhere(voting):
    voting.open("6")
    assert voting.card.issue.isVisible()
    serve_elsewhere(voting, "6")
    assert not voting.card.issue.isVisible()
    assert "10:00" in voting.card.banner.text()
    voting.press(ENTER)
    voting.answer()
    assert voting.issues() == [("6", ERLAN)]


def test_an_open_card_of_another_voter_stays_as_it_is(voting):
    voting.open("3")
    voting.press(F[2])
    serve_elsewhere(voting, "6")
    assert voting.card.ticked == (FIVE[0], *FIVE[2:])


def test_the_hits_mark_who_was_served_as_soon_as_it_happens(voting):
    voting.type("омаров")
    assert voting.hits.item(0, 4).text() == ""
    serve_elsewhere(voting, "6")
    assert voting.hits.item(0, 4).text() == voting.language.text("hits.served")


def test_who_received_some_is_offered_the_others(voting):
    serve_elsewhere(voting, "6", FIVE[:2])
    voting.type("омаров")
    assert voting.hits.item(0, 4).text() == voting.language.text("hits.partly")
    voting.press(ENTER)
    assert voting.card.ticked == FIVE[2:]
    voting.press(ENTER)
    voting.answer()
    assert voting.day.holding("6").received == dict.fromkeys(FIVE, 1)


def test_a_voter_of_one_ballot_is_served_with_it(voting):
    voting.open("5")
    states = [card.state for card in voting.card.ballots]
    assert states == ["open", *["not_entitled"] * 4]
    voting.press(F[2], ENTER)
    voting.answer()
    assert voting.day.holding("5").received == {FIVE[0]: 1}
    voting.open("5")
    assert voting.card.standing.is_done


def test_a_note_does_not_hide_that_the_voter_was_served(voting):
    serve_elsewhere(voting, "6")
    voting.open("6")
    voting.press(F[11])
    voting.page.acts.box.field.setText("екінші рет келді")
    voting.press(ENTER)
    voting.answer()
    served, told = voting.card.banner.text().split("\n")
    assert served.startswith("БЮЛЛЕТЕНЬ БЕРІЛГЕН")
    assert "ескертпе жазылды" in told
    assert voting.card.banner.property("kind") == "bad"


def test_a_row_that_was_caught_up_with_from_paper_is_corrected_by_its_card(voting):
    hours = ("07:00", "09:30")
    voting.session._ask(
        lambda: voting.desk.act(
            Who(ERLAN), catching_up.record_paper_issues, "1", ERLAN, FIVE, ("3", "6"), *hours
        )
    )
    voting.answer()
    entry = voting.desk.day.entries[-1].id
    voting.open("6")
    voting.press(F[9])
    assert voting.page.acts.box.entry.code == f"{entry}:6"
