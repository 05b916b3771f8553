"""The window is opened: a screen, habits, and our own faults."""

import os
import subprocess
import sys

import pytest

from precinct_app.texts import LANGUAGES, SYSTEM
from ui.bug import LOG, hook_faults
from ui.habits import NAME, Habits, recall, remember
from ui.language import Language
from ui.theme import LIGHT

SECRET = "Омаров Дархан"


def run(arguments, **surroundings):
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "precinct_app", *arguments],
        env=kept | surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(("language", "sentence"), [
    ("kk", "экран жоқ"), ("ru", "нет экрана"), ("en", "no screen"),
])  # fmt: skip
def test_without_a_screen_it_says_so_and_ends(tmp_path, language, sentence):
    done = run([], PRECINCT_HOME=str(tmp_path), PRECINCT_LANGUAGE=language)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_screen_that_does_not_answer_is_none(tmp_path):
    done = run([], PRECINCT_HOME=str(tmp_path), PRECINCT_LANGUAGE="en", DISPLAY=":9917")
    assert done.returncode == 1
    assert "no screen" in done.stderr.splitlines()[-1]


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_habits_are_remembered_on_the_laptop(at_home):
    remember(Habits("ru", "contrast", 1.5))
    assert recall() == Habits("ru", "contrast", 1.5)
    assert (at_home / NAME).is_file()


def test_a_stated_language_goes_before_the_last_one(at_home, monkeypatch):
    remember(Habits("ru", "contrast", 1.5))
    monkeypatch.setenv("PRECINCT_LANGUAGE", "en")
    assert recall().language == "en"
    assert at_home.is_dir()


@pytest.mark.parametrize(
    ("surroundings", "spoken"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "Kazakh_Kazakhstan.1251"}, "kk"),
        ({"LANG": "C", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "kk"),
        ({"LANG": "kk_KZ", "PRECINCT_LANGUAGE": "ru"}, "ru"),
    ],
)
def test_a_new_laptop_speaks_as_its_system_does(at_home, monkeypatch, surroundings, spoken):
    for name in (*SYSTEM, "PRECINCT_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert recall().language == spoken
    assert not at_home.exists()


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"language": "xx", "theme": "pink", "scale": 9}']
)
def test_habits_that_cannot_be_are_those_of_a_new_laptop(at_home, text):
    at_home.mkdir()
    (at_home / NAME).write_text(text)
    found = recall()
    assert found.language in LANGUAGES
    assert found.theme == LIGHT.name
    assert 1.0 <= found.scale <= 2.0


def test_a_disk_that_refuses_takes_no_more_than_the_habit(at_home):
    at_home.write_text("a file where a folder should be")
    remember(Habits("ru", "contrast", 1.5))
    assert recall().theme == LIGHT.name


@pytest.fixture
def hooked(at_home, qapp, monkeypatch):
    assert qapp
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook_faults(Language("en"))
    return at_home


def fault():
    voter = SECRET
    raise KeyError(voter)


def test_our_own_fault_leaves_a_traceback_without_anybodys_data(hooked):
    take_fault()
    log = (hooked / LOG).read_text("utf-8")
    assert "builtins.KeyError" in log
    assert "in fault" in log
    assert SECRET not in log


def take_fault():
    try:
        fault()
    except KeyError:
        sys.excepthook(*sys.exc_info())


def boxes(qapp):
    return [
        w for w in qapp.topLevelWidgets() if type(w).__name__ == "QMessageBox" and w.isVisible()
    ]


def test_a_fault_shows_one_calm_box_however_often_it_comes(hooked, qapp):
    for _ in range(3):
        take_fault()
    (box,) = boxes(qapp)
    assert LOG in box.text()
    assert SECRET not in box.text()
    box.close()
    take_fault()
    (other,) = boxes(qapp)
    other.close()
    assert hooked.is_dir()
