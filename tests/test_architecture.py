"""The house: who may know whom, and how large and how named things are."""

import ast
import sys
from pathlib import Path

import pytest

from tests import house
from tests.imports import imports_of

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("precinct_app", "ui", "packaging", "tests")
OURS = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))
TESTS = [file for file in OURS if file.is_relative_to(ROOT / "tests")]
PACKAGING = sorted((ROOT / "packaging").glob("*.py"))


def test_every_file_belongs_to_a_room():
    assert list(house.strangers(ROOT)) == []


def test_a_room_knows_only_what_the_table_allows():
    assert list(house.trespasses(ROOT)) == []


def test_the_parts_of_the_day_do_not_know_each_other():
    assert list(house.parts_that_know_each_other(ROOT)) == []


@pytest.mark.parametrize("folder", ["precinct_app", "ui", "packaging"])
def test_no_modules_need_each_other_to_load(folder):
    assert house.cycle(ROOT, folder) == []


def test_the_domain_asks_no_clock():
    assert list(house.clocks_read(ROOT)) == []


def test_openpyxl_only_writes():
    readers = [
        found.name
        for file in house.program_files(ROOT)
        for found in imports_of(file, ROOT)
        if found.name.startswith(("openpyxl.load_workbook", "openpyxl.reader"))
    ]
    called = [f for f in house.program_files(ROOT) if "openpyxl.load_workbook" in f.read_text()]
    assert readers + called == []


def test_nothing_is_too_long_to_be_read():
    assert list(house.too_long(house.program_files(ROOT) + PACKAGING, ROOT)) == []
    assert [file for file in TESTS if len(file.read_text("utf-8").splitlines()) > 300] == []


def test_every_file_is_named_for_what_it_is():
    assert list(house.badly_named(OURS, ROOT)) == []


def test_no_code_lies_beside_the_four_folders():
    beside = {file.relative_to(ROOT).parts[0] for file in ROOT.glob("[!.]*/**/*.py")}
    assert beside - {"build", "dist"} <= set(FOLDERS)
    assert list(ROOT.glob("*.py")) == []


def test_packaging_shadows_no_library():
    assert not (ROOT / "packaging/__init__.py").exists()
    assert {file.stem for file in PACKAGING} & sys.stdlib_module_names == set()


def test_the_set_up_needs_only_the_standard_library():
    known = sys.stdlib_module_names | {file.stem for file in PACKAGING}
    used = {found.name.split(".")[0] for file in PACKAGING for found in imports_of(file, ROOT)}
    assert used <= known


def test_the_tests_hold_the_real_thing():
    mocks = {"mock", "pytest_mock", "unittest"}
    used = {found.name.split(".")[0] for file in TESTS for found in imports_of(file, ROOT)}
    assert used & mocks == set()


def test_no_test_is_left_out():
    ways = {"skip", "skipif", "xfail", "importorskip"}
    left_out = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in TESTS
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ways
        and ast.unparse(node).startswith("pytest.")
    ]
    assert left_out == []
