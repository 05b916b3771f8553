"""A served voter stands at the desk again: what the box leads to."""

import pytest

from tests.store.files import FIVE
from tests.ui.boxes import box, choose, go, issue
from tests.ui.days import ERLAN, OLGA, PIN
from tests.ui.voting import ENTER, F


def test_look_into_it_shows_the_place_in_the_paper_list(voting):
    issue(voting)
    voting.open("6")
    voting.page.acts.act("look")
    place = voting.page.acts.box.place.text()
    for part in ("№ 6", "1", "7"):
        assert part in place


def test_look_into_it_goes_nowhere_before_something_is_chosen(voting):
    issue(voting)
    voting.open("6")
    voting.page.acts.act("look")
    look = voting.page.acts.box
    assert not any(button.isChecked() for button in look.ways.values())
    assert not look.go.isEnabled()
    voting.press(ENTER)
    assert voting.page.acts.box is look
    look.ways["second_visit"].setChecked(True)
    assert look.go.isEnabled()


def test_without_a_signature_the_mark_of_the_issue_is_moved(voting):
    issue(voting, "1")
    issue(voting)
    issued = voting.day.entries[-1].id
    box(voting, F[8])
    go(voting)
    voting.open("6")
    voting.page.acts.act("look")
    voting.page.acts.box.ways["wrong_row"].setChecked(True)
    go(voting)
    correction = voting.page.acts.box
    assert (correction.way, correction.entry.code) == ("move_mark", issued)
    assert voting.focus is correction.row.number


def test_the_note_on_a_second_visit_is_begun_with_the_time_and_can_be_changed(voting):
    issue(voting)
    voting.open("6")
    voting.page.acts.act("look")
    voting.page.acts.box.ways["second_visit"].setChecked(True)
    go(voting)
    begun = voting.language.text("note.second_visit", time="10:00")
    assert voting.page.acts.box.field.text() == begun
    voting.type(" Түсіндірілді.")
    voting.press(ENTER)
    voting.answer()
    assert voting.day.holding("6").notes == (f"{begun} Түсіндірілді.",)


@pytest.mark.parametrize(
    ("way", "opens"),
    [("wrong_row", "CorrectionBox"), ("second_visit", "NoteBox"), ("by_decision", "RecordBox")],
)
def test_look_into_it_goes_on_to_what_was_found(voting, way, opens):
    issue(voting)
    voting.open("6")
    voting.page.acts.act("look")
    voting.page.acts.box.ways[way].setChecked(True)
    go(voting)
    assert type(voting.page.acts.box).__name__ == opens


def test_what_happened_is_recorded_by_two_persons(voting):
    issue(voting)
    voting.open("6")
    voting.page.acts.act("look")
    voting.page.acts.box.ways["by_decision"].setChecked(True)
    go(voting)
    record = voting.page.acts.box
    record.ballots.lines[FIVE[0]].setChecked(True)
    choose(record.issuer, ERLAN)
    record.paper.setText("№ 3 шешім")
    record.reason.setText("сот шешімі")
    choose(record.second.member, OLGA)
    record.second.pin.setText(PIN)
    go(voting)
    assert voting.day.entries[-1].kind == "fact_recorded"
    assert voting.day.holding("6").received[FIVE[0]] == 2
    assert [found.kind for found in voting.day.conflicts] == ["breach", "double"]
