"""The checker of the house finds what breaks it, in invented houses."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import house
from tests.imports import module_name


def build(root: Path, files: Mapping[str, str]) -> Path:
    for name, source in files.items():
        file = root / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, "utf-8")
    return root


@pytest.mark.parametrize(
    ("file", "source", "fault"),
    [
        ("precinct_app/domain/day", "import sqlcipher3", "domain may not use sqlcipher3"),
        ("precinct_app/domain/day", "from precinct_app import desk", "domain may not know desk"),
        ("precinct_app/domain/day", "from ..store import x", "domain may not know store"),
        ("precinct_app/domain/parts/a", "from ...store import x", "domain may not know store"),
        ("precinct_app/domain/day", "from .. import keys", "domain may not know keys"),
        ("precinct_app/domain/day", "import time", "domain may not use time"),
        ("precinct_app/domain/day", "import tests.house", "domain may not use tests"),
        ("precinct_app/domain/day", "import packaging", "domain may not use packaging"),
        ("precinct_app/desk", "def f():\n import ui.app", "desk may not know ui"),
        ("precinct_app/desk", "import urllib.request", "desk may not use urllib.request"),
        ("precinct_app/search", "from precinct_app.errors import R", "search may not know errors"),
        ("precinct_app/store/db", "import sqlite3.dbapi2", "store may not use sqlite3.dbapi2"),
        ("precinct_app/store/db", "import openpyxl", "store may not use openpyxl"),
        ("precinct_app/cli/play", "import PySide6.QtCore", "cli may not use PySide6"),
        ("precinct_app/cli/play", "import precinct_app.store.db", "cli may not know store"),
        (
            "precinct_app/cli/play",
            "import importlib\ndef f():\n return importlib.import_module('ui.app')",
            "cli may not know ui",
        ),
        (
            "precinct_app/cli/play",
            "from importlib import import_module\nimport_module(f'u{1}')",
            "cli imports a name that is not written out",
        ),
        (
            "ui/app",
            "if TYPE_CHECKING:\n from precinct_app.store import x",
            "ui may not know store",
        ),
        ("ui/app", "import precinct_app.cli.play", "ui may not know cli"),
        (
            "precinct_app/__init__",
            "import precinct_app.errors",
            "precinct_app may not know errors",
        ),
        (
            "precinct_app/lists/read",
            "files('fontpkg_pt_sans')",
            "lists may not use fontpkg_pt_sans",
        ),
    ],
)
def test_a_trespass_is_found(tmp_path, file, source, fault):
    (found,) = house.trespasses(build(tmp_path, {file: source}))
    assert found.partition(": ")[2] == fault


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("precinct_app/domain/parts/a", "from ..day import Day\nfrom ...errors import Refusal"),
        ("precinct_app/store/db", "import sqlite_utils\nfrom sqlcipher3 import dbapi2"),
        ("precinct_app/__main__", "def f():\n from precinct_app.cli import play\n import ui.app"),
        ("precinct_app/resources", "from importlib.resources import files\nfiles('precinct_app')"),
        ("precinct_app/reports/page", "from urllib.parse import quote\nfiles('fontpkg_pt_sans')"),
    ],
)
def test_what_the_table_allows_is_no_trespass(tmp_path, file, source):
    assert list(house.trespasses(build(tmp_path, {file: source}))) == []


def test_a_file_without_a_room_is_found(tmp_path):
    root = build(
        tmp_path, {"precinct_app/attic": "", "precinct_app/cellar/wine": "", "ui/page": ""}
    )
    assert list(house.strangers(root)) == [
        "precinct_app/attic.py belongs to no room",
        "precinct_app/cellar/wine.py belongs to no room",
    ]


def test_a_part_that_knows_another_is_found(tmp_path):
    source = "from precinct_app.domain.parts.stock import x"
    root = build(tmp_path, {"precinct_app/domain/parts/issuing": source})
    assert list(house.parts_that_know_each_other(root)) == [
        "issuing.py:1: issuing may not know stock"
    ]


def test_a_cycle_through_a_late_import_is_found(tmp_path):
    files = {"d/a": "import d.b", "d/b": "from d import c", "d/c": "def f():\n from . import a"}
    assert house.cycle(build(tmp_path, files), "d") == ["d.a", "d.b", "d.c", "d.a"]


def test_an_import_for_types_alone_makes_no_cycle(tmp_path):
    root = build(tmp_path, {"d/a": "import d.b", "d/b": "if TYPE_CHECKING:\n import d.a"})
    assert house.cycle(root, "d") == []


def test_names_that_say_nothing_are_found(tmp_path):
    root = build(
        tmp_path, {"ui/base_page": "", "ui/voter_page": "", "ui/helpers/x": "", "ui/database": ""}
    )
    found = set(house.badly_named(sorted(root.rglob("*.py")), root))
    assert found == {"ui/base_page.py", "ui/helpers/x.py"}


def test_what_is_too_long_is_found(tmp_path):
    long = "def f(x):\n" + "    x += 1\n" * 40
    match = "def apply(x):\n" + "    x += 1\n" * 40 + "    assert_never(x)\n"
    root = build(
        tmp_path, {"long": long, "match": match, "whole": "x = 1\n" * 301, "fits": "x = 1\n" * 300}
    )
    found = set(house.too_long(sorted(root.rglob("*.py")), root))
    assert found == {"long.py:1: f has 41 lines", "whole.py has 301 lines"}


def test_a_clock_in_the_domain_is_found(tmp_path):
    source = "from datetime import datetime\nx = datetime.now()\ny = act.now\n"
    root = build(tmp_path, {"precinct_app/domain/day": source})
    assert list(house.clocks_read(root)) == ["precinct_app/domain/day.py:2: datetime.now"]


def test_a_package_is_named_without_its_first_file(tmp_path):
    assert module_name(tmp_path / "a/__init__.py", tmp_path) == "a"
    assert module_name(tmp_path / "a/b.py", tmp_path) == "a.b"
