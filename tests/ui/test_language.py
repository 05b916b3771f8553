"""Three languages, switched while the window runs."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from precinct_app.domain.fold import KINDS
from precinct_app.errors import Reason, Refusal
from precinct_app.texts import LANGUAGES
from tests.ui.boxes import box, choose, go, issue
from tests.ui.voting import ENTER, F
from ui.entry_words import entry_words
from ui.language import Language
from ui.names import short_name

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("code", "number", "share"),
    [("kk", f"12{SPACE}345", f"34,7{SPACE}%"), ("ru", f"12{SPACE}345", f"34,7{SPACE}%"), ("en", "12,345", "34.7%")],
)  # fmt: skip
def test_numbers_and_shares_are_written_as_the_language_does(qapp, code, number, share):
    assert qapp
    language = Language(code)
    assert language.number(12_345) == number
    assert language.percent(412, 1186) == share
    assert language.percent(0, 0)[0] == "0"


def test_dates_are_written_in_figures(qapp):
    assert qapp
    language = Language("kk")
    assert language.day(date(2023, 3, 19)) == "19.03.2023"
    assert language.birth("1965-04-12") == "12.04.1965"
    assert language.birth("2001") == "2001"
    assert language.clock("2023-03-19T10:42:17+06:00") == "10:42"
    assert language.clock("2023-03-19T10:42:17+06:00", seconds=True) == "10:42:17"


def test_an_unknown_language_changes_nothing(qapp):
    assert qapp
    language = Language("kk")
    language.switch("de")
    assert language.code == "kk"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_entry_has_its_words(qapp, code, kind):
    assert qapp
    assert Language(code).text(f"entry.{kind}")


def test_control_l_switches_the_whole_window(prompt):
    said = {prompt.finder.field.placeholderText()}
    for _ in LANGUAGES[1:]:
        prompt.key(Qt.Key.Key_L, "", Qt.KeyboardModifier.ControlModifier)
        said.add(prompt.finder.field.placeholderText())
    assert len(said) == len(LANGUAGES)


def test_a_card_what_is_ticked_and_what_was_done_outlive_a_switch(prompt):
    prompt.open("6")
    prompt.press(F[2])
    ticked = prompt.card.ticked
    prompt.language.switch("ru")
    assert (prompt.flow, prompt.card.ticked) == ("Open", ticked)
    assert prompt.card.ballots[0].title.text() == "Мажилис, партийный список"
    prompt.press(ENTER)
    prompt.language.switch("en")
    done = entry_words(prompt.language, prompt.day, prompt.day.entries[-1], seconds=True)
    assert prompt.card.banner.text() == done
    assert "issued to voter 6" in done


@pytest.mark.parametrize(
    ("name", "short"),
    [("Ким Лариса Андреевна", "Ким Л."), ("Әбдіуақап", "Әбдіуақап"), ("", "")],
)
def test_a_name_is_shortened_to_the_first_initial(name, short):
    assert short_name(name) == short


def test_a_refusal_names_an_entry_by_the_number_that_the_journal_shows(voting):
    issue(voting, "1")
    number = f"№ {voting.day.entries[-1].number}"
    issue(voting)
    correction = box(voting, F[9])
    correction.ways["move_mark"].setChecked(True)
    correction.row.number.setText("1")
    choose(correction.reason, "wrong_voter")
    go(voting)
    assert f"({number} жазбасын қараңыз)" in correction.notice.sentence.text()


@pytest.mark.parametrize(
    ("entry", "written"),
    [("1-57:6", "№ 57 "), ("2-57", "№ 2-57 "), ("11-5", "№ 11-5 "), ("5", "5 ")],
)
def test_only_an_entry_of_the_first_laptop_leaves_its_laptop_out(qapp, entry, written):
    assert qapp
    said = Language("kk").say(Refusal(Reason.ALREADY_CORRECTED, entry=entry))
    assert said.startswith(f"{written}жазбасы")
