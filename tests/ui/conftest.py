"""Stages for the window tests, each struck before the next one stands."""

import shutil

import pytest

from precinct_app.texts import LANGUAGES
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage


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
