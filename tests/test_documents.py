"""The pages about the house say what is there."""

import re
from pathlib import Path

import pytest

from tests.house import ROOMS

ROOT = Path(__file__).resolve().parents[1]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
PAGES = ["ARCHITECTURE.md", "precinct_app/store/FORMAT.md", "precinct_app/store/LINES.md"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_one_page(page):
    assert len((ROOT / page).read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page):
    named = set(re.findall(r"`([\w/]+/[\w.]*)`", (ROOT / page).read_text("utf-8")))
    places = (ROOT, ROOT / "precinct_app")
    assert len(named) > 2
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_the_page_and_the_checker_have_the_same_table():
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|(.*)\|$", ARCHITECTURE, re.MULTILINE)
    table = {
        room: (frozenset(re.findall(r"`(\w+)`", knows)), frozenset(uses.split()))
        for room, knows, uses in rows
    }
    assert table == {name: (room.knows, room.uses) for name, room in ROOMS.items()}
