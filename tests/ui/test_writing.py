"""Each page that writes: with a slow answer, a full disk, a closed file, a second program."""

import copy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from precinct_app.desk import Desk
from precinct_app.domain.day import Day
from precinct_app.errors import StoreError, Trouble
from precinct_app.store.database import connect
from tests.store.files import KEY
from tests.ui.slow_session import SlowSession
from tests.ui.stage import Stage, full_disk
from tests.ui.writing import WRITING
from ui.box import Box
from ui.notice import Notice
from ui.session import Session

# What such a disk answers is the system's affair; whether it is recorded is ours to tell.
FULL = (Trouble.NOT_RECORDED, Trouble.OUT_OF_REACH, Trouble.NOT_KNOWN, Trouble.DISK_FULL)

each = pytest.mark.parametrize("name", WRITING)


@pytest.fixture
def slow(tmp_path, qapp, monkeypatch):
    """Give a stage whose session answers 300 ms late."""
    monkeypatch.setenv("PRECINCT_HOME", str(tmp_path / "scene/home"))
    stage = Stage(qapp, tmp_path / "scene", session=SlowSession)
    yield stage
    stage.close()
    shutil.rmtree(tmp_path / "scene")


@contextmanager
def closed_file(desk: Desk) -> Iterator[None]:
    """Let the journal's connection read only; the failure replaces it."""
    assert desk._writer
    desk._writer._journal._connection.execute("PRAGMA query_only = ON")
    yield


@contextmanager
def second_program(desk: Desk) -> Iterator[None]:
    """Let another program hold the file for longer than anybody waits."""
    other = connect(desk.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def no_room(_desk: Desk) -> Iterator[None]:
    with full_disk():
        yield


def session_of(stage: Stage) -> Session:
    assert stage.window.frame
    return stage.window.frame.session


def day_of(stage: Stage) -> Day:
    return session_of(stage).desk.day


def notice(stage: Stage) -> Notice:
    """Where a no is said: in the box that stands open, else above the page."""
    box = stage.application.activeModalWidget()
    assert stage.window.frame
    return box.notice if isinstance(box, Box) else stage.window.frame.notice


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (no_room, FULL),
        (closed_file, (Trouble.READ_ONLY,)),
        (second_program, (Trouble.SECOND_WRITER,)),
    ],
    ids=["full disk", "closed file", "second program"],
)
@each
def test_what_hinders_it_is_said_and_the_same_key_does_it_afterwards(stage, name, trouble, said):
    key, session = WRITING[name](stage), session_of(stage)
    before = copy.deepcopy(day_of(stage))
    with trouble(session.desk):
        key()
        stage.wait_for_answer(session)
    sentence, file = notice(stage).sentence, session.desk.path.name
    assert sentence.isVisible()
    assert sentence.text() in {
        stage.language.say(StoreError(one, file=file), day_of(stage).election) for one in said
    }
    assert day_of(stage) == before
    for _ in range(3):
        key()
        stage.wait_for_answer(session)
        if len(day_of(stage).entries) > len(before.entries):
            break
        # The log is emptied first, and its keeper may be at it this very moment.
        stage.wait(0.3)
    assert len(day_of(stage).entries) == len(before.entries) + 1
    assert not stage.window.frame.notice.isVisible()


@each
def test_a_late_answer_is_asked_for_once_and_leaves_the_focus_somewhere(slow, name):
    key, session = WRITING[name](slow), session_of(slow)
    slow.wait_for_answer(session)
    before = len(day_of(slow).entries)
    key()
    assert session.is_waiting
    assert slow.window.frame.busy.isVisible()
    assert slow.window.isEnabled()
    key()
    slow.wait_for_answer(session)
    assert len(day_of(slow).entries) == before + 1
    assert slow.window.focusWidget() is not None
    assert slow.window.focusWidget().isVisible()
    assert not slow.window.frame.busy.isVisible()


ON_A_PAGE = ("name_member", "set_pin", "list_act", "receipt", "put_in", "take")


@pytest.mark.parametrize("name", ON_A_PAGE)
def test_an_answer_to_a_page_that_was_left_takes_no_focus_from_the_one_that_is_shown(slow, name):
    key, session = WRITING[name](slow), session_of(slow)
    slow.wait_for_answer(session)
    before = len(day_of(slow).entries)
    key()
    slow.show_page("sign_in")
    slow.wait_for_answer(session)
    assert len(day_of(slow).entries) == before + 1
    assert slow.focus is slow.window.sign_in.pin
