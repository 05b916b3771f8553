"""What can be done from a card beside issuing."""

import pytest

from precinct_app.domain.accounts import DAMAGED, EXCHANGED, RETURNED, stack
from tests.store.files import FIVE
from tests.ui.boxes import box, choose, go, issue
from tests.ui.days import CHAIRMAN, DEPUTY, ERLAN, OLGA, PIN
from tests.ui.voting import ENTER, ESCAPE, F

LATER = "2023-03-19T10:12:00+06:00"


def test_the_ballots_taken_out_are_declined(voting):
    voting.open("6")
    voting.press(F[2], F[4], F[6])
    voting.answer()
    assert voting.day.holding("6").declined == {FIVE[1], FIVE[3]}
    voting.press(ENTER)
    voting.answer()
    assert sorted(voting.day.holding("6").received) == sorted({FIVE[0], FIVE[2], FIVE[4]})


def test_the_ballots_taken_out_are_given_later(voting):
    voting.open("6")
    voting.press(F[5], F[7])
    voting.answer()
    assert voting.day.holding("6").deferred == {FIVE[4]}


def test_with_nothing_taken_out_the_card_says_what_to_do_first(voting):
    voting.open("6")
    voting.press(F[6])
    voting.answer()
    assert voting.card.banner.text() == voting.language.text("card.take_out_first")
    assert voting.day.holding("6").declined == set()


def test_a_spoiled_ballot_is_exchanged_from_the_issuers_stack(voting):
    issue(voting)
    exchange = box(voting, F[8])
    exchange.ballots.lines[FIVE[2]].setChecked(True)
    go(voting)
    assert voting.day.left(FIVE[2], EXCHANGED) == 1
    assert voting.day.left(FIVE[2], stack(DEPUTY)) == 98
    assert voting.page.acts.box is None


@pytest.mark.parametrize("cause", ["defect", "member_mistake"])
def test_the_cause_is_recorded(voting, cause):
    issue(voting)
    box(voting, F[8]).causes[cause].setChecked(True)
    go(voting)
    assert voting.day.entries[-1].event.cause == cause


def test_a_ballot_is_returned_without_exchange(voting):
    issue(voting)
    box(voting, F[8]).causes["returned"].setChecked(True)
    go(voting)
    assert voting.day.left(FIVE[0], RETURNED) == 1
    assert voting.day.left(FIVE[0], stack(DEPUTY)) == 99


def test_a_second_exchange_for_an_own_mistake_needs_the_chairman_and_a_reason(voting):
    issue(voting)
    box(voting, F[8])
    go(voting)
    second = box(voting, F[8])
    assert second.chairman.isVisibleTo(second)
    second.chairman.pin.setText(PIN)
    go(voting)
    assert second.notice.sentence.text().startswith(voting.language.say(last_no(voting)))
    assert voting.day.left(FIVE[0], EXCHANGED) == 1
    second.chairman.pin.setText(PIN)
    second.reason.setText("сиясы төгілді")
    go(voting)
    assert voting.day.left(FIVE[0], EXCHANGED) == 2
    assert voting.day.entries[-1].witness == CHAIRMAN


def last_no(voting):
    assert voting.page.acts.box.notice._no
    return voting.page.acts.box.notice._no


def test_the_first_exchange_asks_for_nobody(voting):
    issue(voting)
    first = box(voting, F[8])
    assert not first.chairman.isVisibleTo(first)


def test_the_issuer_alone_takes_ballots_back_at_once(voting):
    issue(voting)
    correction = box(voting, F[9])
    choose(correction.reason, "wrong_key")
    go(voting)
    assert voting.day.left(FIVE[0], stack(DEPUTY)) == 100
    assert voting.day.served() == 0
    assert voting.day.entries[-1].by == DEPUTY


def test_some_ballots_are_taken_back_to_the_damaged_ones(voting):
    issue(voting)
    correction = box(voting, F[9])
    for ballot in FIVE[1:]:
        correction.ballots.lines[ballot].setChecked(False)
    correction.damaged[1].setChecked(True)
    choose(correction.reason, "wrong_ballot")
    go(voting)
    assert voting.day.left(FIVE[0], DAMAGED) == 1
    assert voting.day.holding("6").received[FIVE[1]] == 1


def test_the_mark_is_moved_to_the_row_that_is_shown_first(voting):
    issue(voting, "1")
    correction = box(voting, F[9])
    correction.ways["move_mark"].setChecked(True)
    correction.row.number.setText("2")
    assert "Ерланқызы" in correction.row.found.text()
    assert "29.02.1988" in correction.row.found.text()
    choose(correction.reason, "wrong_voter")
    go(voting)
    assert not voting.day.has_received("1")
    assert voting.day.has_received("2")
    assert voting.day.left(FIVE[0], stack(DEPUTY)) == 99


def test_the_ballots_are_charged_to_another_member(voting):
    issue(voting)
    correction = box(voting, F[9])
    correction.ways["charge_to_another"].setChecked(True)
    choose(correction.member, OLGA)
    choose(correction.reason, "wrong_member")
    go(voting)
    assert voting.day.left(FIVE[0], stack(DEPUTY)) == 100
    assert voting.day.left(FIVE[0], stack(OLGA)) == 99
    assert voting.day.has_received("6")


@pytest.mark.parametrize("way", ["take_back", "move_mark", "charge_to_another"])
def test_after_a_correction_the_search_is_back_and_enter_issues_nothing(voting, way):
    issue(voting)
    voting.type("омар")
    voting.press(ENTER)
    correction = box(voting, F[9])
    correction.ways[way].setChecked(True)
    correction.row.number.setText("1")
    choose(correction.member, OLGA)
    choose(correction.reason, "wrong_key")
    go(voting)
    assert voting.flow == "Done"
    assert voting.focus is voting.field
    assert voting.field.text() == ""
    assert voting.finder.hint.text() == voting.language.text("voter.done")
    assert not voting.card.issue.isVisible()
    voting.press(ENTER, ENTER)
    voting.answer()
    assert len(voting.issues()) == 1


def test_without_a_reason_there_is_nothing_to_press(voting):
    issue(voting)
    correction = box(voting, F[9])
    assert not correction.go.isEnabled()
    before = len(voting.day.entries)
    go(voting)
    assert len(voting.day.entries) == before


def test_after_three_minutes_a_second_person_confirms_with_the_pin(voting):
    issue(voting)
    voting.desk.clock.moment = voting.desk.clock.moment.fromisoformat(LATER)
    correction = box(voting, F[9])
    choose(correction.reason, "wrong_key")
    assert correction.second.isVisibleTo(correction)
    choose(correction.second.member, ERLAN)
    correction.second.pin.setText("0000")
    go(voting)
    assert voting.day.entries[-1].kind == "sign_in_failed"
    assert voting.day.served() == 1
    correction.second.pin.setText(PIN)
    go(voting)
    assert voting.day.entries[-1].kind == "ballots_taken_back"
    assert voting.day.entries[-1].witness == ERLAN


def test_after_the_next_issue_a_second_person_is_wanted(voting):
    issue(voting)
    issue(voting, "3")
    voting.open("6")
    correction = box(voting, F[9])
    choose(correction.reason, "wrong_key")
    assert correction.second.isVisibleTo(correction)


def test_a_reason_in_words_wants_a_second_person(voting):
    issue(voting)
    correction = box(voting, F[9])
    choose(correction.reason, "in_words")
    assert correction.second.isVisibleTo(correction)
    assert correction.in_words.isVisibleTo(correction)


def test_an_exchange_can_be_taken_back_before_its_issue(voting):
    issue(voting)
    box(voting, F[8])
    go(voting)
    correction = box(voting, F[9])
    kinds = [voting.day.handings[correction.entry.itemData(n)].kind for n in range(2)]
    assert kinds == ["exchange", "issue"]


def offered(correction):
    kinds = {name: held.kind for name, held in correction._session.desk.day.handings.items()}
    return [kinds[correction.entry.itemData(n)] for n in range(correction.entry.count())]


def test_each_correction_offers_only_the_entries_that_it_can_correct(voting):
    issue(voting)
    box(voting, F[8])
    go(voting)
    correction = box(voting, F[9])
    correction.ways["move_mark"].setChecked(True)
    assert offered(correction) == ["issue"]
    assert correction.told_way.text() == voting.language.text("correction.move_mark_told")
    correction.ways["charge_to_another"].setChecked(True)
    assert offered(correction) == ["exchange", "issue"]


def test_the_ballot_that_was_exchanged_is_not_offered_to_be_taken_back(voting):
    issue(voting)
    box(voting, F[8])
    go(voting)
    correction = box(voting, F[9])
    correction.entry.setCurrentIndex(1)
    assert correction.ballots.chosen == FIVE[1:]
    choose(correction.reason, "wrong_key")
    choose(correction.second.member, ERLAN)
    correction.second.pin.setText(PIN)
    go(voting)
    assert voting.day.entries[-1].event.ballots == FIVE[1:]


def test_what_was_returned_is_taken_back_by_its_return_alone(voting):
    voting.open("5")
    voting.press(ENTER)
    voting.answer()
    box(voting, F[8]).causes["returned"].setChecked(True)
    go(voting)
    correction = box(voting, F[9])
    assert offered(correction) == ["return"]
    correction.ways["move_mark"].setChecked(True)
    assert offered(correction) == ["issue"]


def test_an_assistant_is_named_and_shown(voting):
    voting.open("6")
    box(voting, F[10]).field.setText("Нұрпейісова  Сәуле")
    go(voting)
    assert voting.day.holding("6").assistant == "Нұрпейісова Сәуле"
    assert "Нұрпейісова Сәуле" in voting.card.notes.text()
    assert voting.flow == "Open"


def test_a_note_is_added_and_shown(voting):
    voting.open("6")
    box(voting, F[11]).field.setText("төлқұжатпен келді")
    go(voting)
    assert voting.day.holding("6").notes == ("төлқұжатпен келді",)
    assert "төлқұжатпен келді" in voting.card.notes.text()


def test_an_empty_note_is_refused_in_the_box_and_nothing_is_lost(voting):
    voting.open("6")
    note = box(voting, F[11])
    before = len(voting.day.entries)
    go(voting)
    assert note.notice.sentence.text()
    assert len(voting.day.entries) == before
    assert not voting.frame.notice.isVisible()


def test_escape_closes_a_box_and_the_card_stays(voting):
    voting.open("6")
    box(voting, F[11])
    voting.press(ESCAPE)
    voting.settle()
    assert voting.page.acts.box is None
    assert voting.flow == "Open"


def test_a_box_that_is_not_offered_does_not_open(voting):
    voting.open("6")
    voting.press(F[8], F[9])
    voting.page.acts.act("look")
    assert voting.page.acts.box is None
