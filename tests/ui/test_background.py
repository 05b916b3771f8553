"""Work in a second process, and what comes back from it."""

import gc
import os
import time

import pytest
from PySide6.QtWidgets import QWidget

from precinct_app.errors import ListError, ListFault, Reason, Refusal
from ui.background import Aside, Background


def add_up(count, progress):
    """Add numbers, and tell each step."""
    for step in range(count):
        progress(step + 1, count)
    return sum(range(count)), os.getpid()


def refuse(_progress):
    raise Refusal(Reason.TOO_EARLY, "38(1)", hour="07:00")


def sleep(_progress):
    time.sleep(60)


def die(_progress):
    os._exit(3)


@pytest.fixture
def heard():
    return []


def started(heard, work, *arguments):
    """Start work, and note all that it says."""
    background = Background(work, *arguments)
    background.progress.connect(lambda *told: heard.append(("progress", *told)))
    background.done.connect(lambda found: heard.append(("done", found)))
    background.said_no.connect(lambda no: heard.append(("no", no)))
    background.ended.connect(lambda: heard.append(("ended",)))
    background.start()
    return background


def test_work_is_done_in_another_process_and_tells_how_far_it_is(qtbot, heard):
    work = started(heard, add_up, 4)
    qtbot.waitUntil(lambda: not work.is_running, timeout=20_000)
    steps = [told[1:] for told in heard if told[0] == "progress"]
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    (done,) = [found for kind, *found in heard if kind == "done"]
    total, process = done[0]
    assert total == 6
    assert process != os.getpid()
    assert heard.count(("ended",)) == 1


def test_a_no_comes_back_with_its_reason_its_facts_and_its_article(qtbot, heard):
    work = started(heard, refuse)
    qtbot.waitUntil(lambda: not work.is_running, timeout=20_000)
    (no,) = [told[1] for told in heard if told[0] == "no"]
    assert isinstance(no, Refusal)
    assert (no.reason, no.facts, no.article) == (Reason.TOO_EARLY, {"hour": "07:00"}, "38(1)")


def test_cancelled_work_ends_at_once_and_nothing_comes_out(qtbot, heard):
    work = started(heard, sleep)
    begin = time.monotonic()
    work.cancel()
    assert time.monotonic() - begin < 5
    qtbot.wait(100)
    assert heard == [("ended",)]


def test_a_process_that_dies_is_a_fault_of_ours_and_the_work_has_ended(qtbot, heard):
    with qtbot.captureExceptions() as faults:
        work = started(heard, die)
        qtbot.waitUntil(lambda: not work.is_running, timeout=20_000)
    assert [kind for kind, *_ in faults] == [RuntimeError]
    assert heard == [("ended",)]


def test_the_window_goes_on_while_a_process_works(qtbot, heard):
    work = started(heard, sleep)
    gaps, before = [], time.monotonic()
    for _ in range(20):
        qtbot.wait(5)
        now = time.monotonic()
        gaps.append(now - before)
        before = now
    work.cancel()
    assert max(gaps) < 0.5


def test_work_aside_says_what_it_found_or_its_no(qtbot, heard):
    def fail():
        raise ListError(ListFault.EMPTY, file="x")

    aside = Aside(lambda: 42)
    aside.done.connect(heard.append)
    aside.start()
    qtbot.waitUntil(lambda: heard == [42])
    other = Aside(fail)
    other.said_no.connect(heard.append)
    other.start()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1].reason is ListFault.EMPTY


class Ring(QWidget):
    """A widget that only the collector of garbage can take away."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = self

    def work(self) -> int:
        return sum(len(bytearray(10)) for _ in range(50_000))


def test_a_page_that_is_closed_while_its_work_goes_on_takes_nothing_down(qtbot):
    """No widget is collected in the thread, whatever memory is taken there."""
    for _ in range(20):
        page = Ring()
        aside = Aside(page.work)
        aside.start()
        page.close()
        del page, aside
        assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled, timeout=20_000)
    gc.collect()
