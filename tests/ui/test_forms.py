"""The pages of acts: every verb has its form, and a form does what the verb does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from precinct_app.domain.fold import VERBS
from precinct_app.texts import LANGUAGES
from tests.ui.days import (
    CHAIRMAN,
    DEPUTY,
    ERLAN,
    PIN,
    SECRETARY,
    come_on_duty,
    desk_at,
    name_commission,
)
from tests.ui.names import unnamed
from tests.ui.scenes_setup import fresh_desk
from tests.ui.sight import cut
from tests.ui.stage import Stage
from ui.forms.acts_page import ActsPage
from ui.forms.choices import PickInput
from ui.forms.pages import PAGES
from ui.forms.tables import LinesInput
from ui.tick import Tick

# These have pages and boxes of their own.
ELSEWHERE = {
    *("name_member", "state_list_act", "receive_ballots", "count_pack"),
    *("sign_in", "sign_out", "lift_wait", "open_voting", "end_voting"),
    *("hand_out_ballots", "put_in_safe", "hand_over_ballots", "take_ballots", "call_off_handover"),
    *("issue_ballots", "decline_ballots", "defer_ballots", "name_assistant", "add_note"),
    *("exchange_ballot", "return_ballot", "take_back", "move_mark", "charge_to_another"),
}


@pytest.fixture
def stage(tmp_path, qapp):
    stage = Stage(qapp, tmp_path)
    stage.open_day(desk_at(tmp_path))
    yield stage
    stage.close()


def page_of(stage: Stage, code: str, act: str) -> ActsPage:
    """Show the form of an act."""
    assert stage.window.frame
    stage.window.frame.show_page(code)
    page = stage.window.frame.pages[code]
    assert isinstance(page, ActsPage)
    page.show_act(act)
    stage.settle()
    return page


def put(form, **typed):
    """Type and choose as a hand would."""
    for name, value in typed.items():
        given = form.inputs[name]
        if isinstance(value, dict):
            edits = getattr(given, "edits", None) or {k: f.edit for k, f in given.fields.items()}
            for key, text in value.items():
                edits[key].setText(str(text))
        elif isinstance(value, tuple):
            for code in value:
                given.ticks[code].setChecked(True)
        elif hasattr(given, "choice"):
            given.choice.setCurrentIndex(given.choice.findData(str(value)))
        elif isinstance(value, bool):
            given.setChecked(value)
        else:
            given.edit.setText(str(value))


def do(stage: Stage, form, witness: str = "") -> str:
    """Press the button, and give the kind of the entry that came of it."""
    assert stage.desk
    before = len(stage.desk.day.entries)
    if witness:
        form.second.member.setCurrentIndex(form.second.member.findData(witness))
        form.second.pin.setText(PIN)
    form.do.click()
    assert stage.window.frame
    session = stage.window.frame.session
    while session.is_waiting:
        stage.settle()
    new = stage.desk.day.entries[before:]
    return new[-1].kind if new else ""


def test_every_verb_has_its_place_in_the_window():
    in_forms = [name for acts in PAGES.values() for name in acts]
    assert len(in_forms) == len(set(in_forms))
    assert {*in_forms} | ELSEWHERE == set(VERBS)
    assert not {*in_forms} & ELSEWHERE


@pytest.mark.parametrize("code", PAGES)
def test_every_form_is_whole_and_named_in_every_language(stage, code):
    for act in PAGES[code]:
        page_of(stage, code, act)
        for language in LANGUAGES:
            stage.language.switch(language)
            stage.settle()
            assert unnamed(stage.window) == []
            assert cut(stage.window) == [], (act, language)


def test_a_decision_and_a_voter_added_by_it(stage):
    form = page_of(stage, "people", "decide").forms["decide"]
    put(form, question="Тізімге енгізу", present=("1", "2", "3", "4", "5"), votes_for=5)
    put(form, paper="№ 4")
    assert do(stage, form) == "decision_taken"
    assert form.inputs["question"].value() is None
    form = page_of(stage, "list", "add_voter").forms["add_voter"]
    put(form, row={"surname": "Әлиев", "first_name": "Самат", "birth": "1970-02-03"})
    put(form, request="өтініш № 1", decision=1, paper="анықтама № 7", ballot_set="all")
    assert do(stage, form) == "voter_added"
    (added,) = stage.desk.day.added
    assert stage.desk.day.voter(added).name == "Әлиев Самат"


def test_an_empty_field_is_named_and_nothing_is_asked(stage):
    form = page_of(stage, "events", "note_incident").forms["note_incident"]
    assert do(stage, form) == ""
    assert stage.language.text("field.text") in form.missing.text()
    put(form, text="Жарық сөнді")
    assert do(stage, form) == "incident_noted"
    assert not form.missing.isVisible()


def test_what_is_held_by_a_gate_can_be_recorded_as_it_happened(stage):
    form = page_of(stage, "outside", "take_application").forms["take_application"]
    put(form, voter="7", reason="ауырып жатыр", written=False)
    assert do(stage, form) == ""
    form.happened.tick.setChecked(True)
    form.happened.hour.edit.setText("09:40")
    form.happened.paper.edit.setText("№ 2 акт")
    form.happened.reason.edit.setText("телефонмен айтты")
    assert do(stage, form, witness=SECRETARY) == "fact_recorded"
    assert stage.desk.day.breaches[0].fact == "application_taken"
    assert stage.desk.day.entries[-1].happened.startswith("2023-03-19T09:40")
    assert not form.happened.is_ticked


def test_an_hour_that_is_none_is_said(stage):
    form = page_of(stage, "events", "note_incident").forms["note_incident"]
    put(form, text="Жарық сөнді")
    form.happened.tick.setChecked(True)
    form.happened.hour.edit.setText("жарты")
    assert do(stage, form) == ""
    assert form.missing.text() == stage.language.text("form.no_hour")


def test_a_grave_act_wants_a_second_person(stage):
    form = page_of(stage, "papers", "state_missing").forms["state_missing"]
    put(form, amounts={"maz_pl": 1}, paper="№ 3 акт", reason="бума кем", holder=ERLAN)
    before = stage.desk.day.left("maz_pl", f"member:{ERLAN}")
    assert do(stage, form, witness=DEPUTY) == "loss_stated"
    assert stage.desk.day.left("maz_pl", f"member:{ERLAN}") == before - 1
    assert stage.desk.day.entries[-1].by == CHAIRMAN


def test_the_lines_of_a_ballot_are_typed_from_the_paper(tmp_path, qapp):
    stage = Stage(qapp, tmp_path)
    fresh_desk_day(stage)
    form = page_of(stage, "ready", "set_options").forms["set_options"]
    put(form, ballot="maz_smd")
    lines = form.inputs["options"]
    assert isinstance(lines, LinesInput)
    lines.edit.setPlainText("Әлиев Самат; Алиев Самат\n\nКим Анна")
    assert do(stage, form) == "options_set"
    assert stage.desk
    texts = [(one.id, one.text.kk, one.text.ru) for one in stage.desk.day.options["maz_smd"]]
    assert texts == [("1", "Әлиев Самат", "Алиев Самат"), ("2", "Ким Анна", "Ким Анна")]
    stage.close()


def fresh_desk_day(stage: Stage) -> None:
    """Open a day whose chairman is on duty, before voting."""
    desk = fresh_desk(stage)
    name_commission(desk)
    come_on_duty(desk, CHAIRMAN)
    stage.open_day(desk)


def test_an_hour_on_paper_is_typed_as_it_stands_there_with_ranges(stage):
    form = page_of(stage, "events", "record_paper_issues").forms["record_paper_issues"]
    put(form, page="2", issuer=ERLAN, ballots=("maz_pl",), rows="10, 12-14")
    put(form, since="09:00", until="09:40")
    assert do(stage, form) == "paper_issues_recorded"
    assert stage.desk
    served = [voter for voter in map(str, range(9, 16)) if stage.desk.day.has_received(voter)]
    assert served == ["10", "12", "13", "14"]


@pytest.mark.parametrize("code", PAGES)
def test_every_box_to_tick_shows_its_tick(stage, code):
    for act in PAGES[code]:
        form = page_of(stage, code, act).forms[act]
        assert all(isinstance(box, Tick) for box in form.findChildren(QCheckBox))


@pytest.mark.parametrize("code", PAGES)
def test_a_page_that_is_shown_takes_the_focus_into_its_form(stage, code):
    assert stage.window.frame
    rail = stage.window.frame.rail
    for _ in range(2):
        rail._languages["ru"].setFocus()
        rail._pages[code].click()
        stage.settle()
        page = stage.window.frame.pages[code]
        assert page.forms[page.shown].isAncestorOf(stage.focus)


@pytest.mark.parametrize("code", PAGES)
def test_what_is_typed_stays_when_the_language_is_switched(stage, code):
    for act in PAGES[code]:
        form = page_of(stage, code, act).forms[act]
        edits = [one for given in form.inputs.values() for one in given.findChildren(QLineEdit)]
        for edit in edits:
            edit.setText("1")
        for language in ("ru", "en", "kk"):
            stage.language.switch(language)
            stage.settle()
        now = [one for given in form.inputs.values() for one in given.findChildren(QLineEdit)]
        assert [edit.text() for edit in now] == ["1"] * len(edits), act


@pytest.mark.parametrize(
    ("code", "act"),
    [("closing", "count_signatures"), ("count", "count_votes"), ("outside", "plan_trip")],
)
def test_tab_goes_through_the_fields_that_are_made_late_to_the_button(stage, code, act):
    form = page_of(stage, code, act).forms[act]
    form.come()
    stage.settle()
    met = []
    for _ in range(40):
        met.append(stage.focus)
        stage.press(Qt.Key.Key_Tab)
    assert met.index(form.happened.tick) < met.index(form.do)
    late = [edit for one in form.inputs.values() for edit in getattr(one, "edits", {}).values()]
    assert all(met.index(edit) < met.index(form.do) for edit in late)


def test_the_hours_of_turnout_are_offered_and_go_when_they_are_reported(stage):
    form = page_of(stage, "events", "report_turnout").forms["report_turnout"]
    choice = form.inputs["hour"]
    assert isinstance(choice, PickInput)
    assert choice.value() == "10:00"
    assert do(stage, form) == "turnout_reported"
    assert choice.value() == "12:00"
    back = page_of(stage, "events", "withdraw_turnout").forms["withdraw_turnout"]
    assert back.inputs["hour"].value() == "10:00"
