"""Stages for the window tests, each struck before the next one stands."""

import shutil

import pytest

from precinct_app.texts import LANGUAGES
from tests.ui.scenes import SCENES
from tests.ui.slow_session import SlowSession
from tests.ui.stage import Stage
from tests.ui.voting import begin
from ui.session import Session


@pytest.fixture
def stages(tmp_path, qapp, monkeypatch):
    """Give scenes by their name; staging another one strikes the one before."""
    folder = tmp_path / "scene"
    monkeypatch.setenv("PRECINCT_HOME", str(folder / "home"))
    standing: list[Stage] = []

    def strike():
        while standing:
            standing.pop().close()
        shutil.rmtree(folder, ignore_errors=True)

    def staged(name, language=LANGUAGES[0]):
        strike()
        stage = Stage(qapp, folder, language)
        standing.append(stage)
        SCENES[name](stage)
        return stage

    yield staged
    strike()


@pytest.fixture
def stage(tmp_path, qapp, monkeypatch):
    """Give an empty stage, struck afterwards."""
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "scene/home"))
    empty = Stage(qapp, tmp_path / "scene")
    yield empty
    empty.close()


@pytest.fixture(params=[Session, SlowSession], ids=["at once", "after 300 ms"])
def voting(request, tmp_path, qapp):
    """Give the voter page on a running day, with a session that answers at once, or late."""
    given = begin(qapp, tmp_path / "voting", request.param)
    yield given
    given.close()


@pytest.fixture
def prompt(tmp_path, qapp):
    """Give the voter page on a running day, where answers come at once."""
    given = begin(qapp, tmp_path / "voting")
    yield given
    given.close()
