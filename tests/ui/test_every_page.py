"""Every page in every state: in three languages, named, reached by keys, shown whole."""

import re
import shutil

import pytest

from precinct_app.texts import LANGUAGES
from tests.ui.names import seen, unnamed, unreached
from tests.ui.scenes import SCENES
from tests.ui.sight import cut
from tests.ui.stage import Stage
from tests.ui.words import Said, said_by
from ui.names import short_name
from ui.reading_panel import ReadingPanel
from ui.theme import CONTRAST, LIGHT

CODE = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z_.]+|[a-z]+(_[a-z]+)+")
FILE = re.compile(r"\S+\.(precinct|xlsx|csv|txt|log|pdf)\b|(/[\w.-]+)+")
# A recovery key, in groups of four signs.
KEY = re.compile(r"\b[0-9A-Z]{4}(\s[0-9A-Z]{4}){3,}\b")
# Rightly the same in two languages.
ALIKE = {
    *("Қазақша", "Русский", "English", "Қаз", "Рус", "Eng"),
    *("PIN", "PIN-код", "A", "A+", "A−", "QR"),
}
SIZES = (1.0, 1.5, 2.0)


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SCENES],
)
def staged(request, tmp_path_factory, qapp):
    """Stage a scene once for all that is asked of it."""
    folder = tmp_path_factory.mktemp("scene")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PRECINCT_HOME", str(folder / "home"))
        stage = Stage(qapp, folder)
        SCENES[request.param](stage)
    yield stage
    stage.close()
    shutil.rmtree(folder)


@pytest.fixture
def stage(staged, monkeypatch):
    """Give the scene in its first language and size, at home in its folder."""
    monkeypatch.setenv("PRECINCT_HOME", str(staged.folder / "home"))
    if (staged.look.theme, staged.look.scale) != (LIGHT, 1.0):
        staged.wear(LIGHT, 1.0)
    switch(staged, LANGUAGES[0])
    return staged


def test_every_text_is_said_in_every_language(stage):
    said = {code: switch(stage, code) for code in LANGUAGES}
    given, faults = data(stage), []
    for one, other in (("kk", "ru"), ("kk", "en"), ("ru", "en")):
        for here, there in zip(said[one], said[other], strict=True):
            assert (here.widget, here.part) == (there.widget, there.part)
            left = own_words(here.words, given)
            if left and left == own_words(there.words, given):
                faults.append(f"{one}, {other}: {here}")
    assert faults == []


def test_nothing_of_another_language_stays_when_it_is_switched_back(stage):
    before = said_by(stage.window)
    for code in LANGUAGES[1:]:
        switch(stage, code)
    assert switch(stage, LANGUAGES[0]) == before


def test_no_code_is_shown(stage):
    for code in LANGUAGES:
        words = [FILE.sub("", said.words) for said in switch(stage, code)]
        assert [text for text in words if CODE.search(text)] == []


def test_a_screen_reader_has_a_name_for_every_widget(stage):
    for code in LANGUAGES:
        switch(stage, code)
        assert unnamed(stage.window) == []


def test_the_keyboard_reaches_everything(stage):
    assert unreached(stage) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size:.0%}")
def test_nothing_is_cut(stage, size):
    stage.wear(LIGHT, size)
    faults = {}
    for code in LANGUAGES:
        switch(stage, code)
        faults[code] = cut(stage.window)
    assert faults == {code: [] for code in LANGUAGES}


def test_high_contrast_moves_nothing(stage):
    before = places(stage)
    stage.wear(CONTRAST, 1.0)
    stage.settle()
    assert places(stage) == before


def switch(stage: Stage, code: str) -> list[Said]:
    stage.language.switch(code)
    stage.settle()
    return said_by(stage.window)


def places(stage: Stage) -> list[tuple[str, int, int, int, int]]:
    shown = [(type(widget).__name__, widget.geometry()) for widget in seen(stage.window)]
    return [(kind, at.x(), at.y(), at.width(), at.height()) for kind, at in shown]


def data(stage: Stage) -> list[str]:
    """What is data and no text of the program: names, streets, files; the longest first."""
    found = {str(stage.folder), *ALIKE}
    reading = [panel._desk for panel in stage.window.findChildren(ReadingPanel)]
    for desk in filter(None, [stage.desk, *reading]):
        day = desk.day
        for member in day.members.values():
            found |= {member.name, short_name(member.name)}
        for voter in day.roll.voters.values():
            found |= {voter.name, voter.address}
        found |= {ballot.letter for ballot in day.election.ballots}
    return sorted(found - {""}, key=len, reverse=True)


def own_words(text: str, given: list[str]) -> str:
    """Leave of a text what the program itself says; empty when that has no letters."""
    text = KEY.sub("", FILE.sub("", text))
    for one in given:
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", text)
    return text if any(letter.isalpha() for letter in text) else ""
