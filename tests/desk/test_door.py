"""The door to the heart: all that it names stands behind it, and is loaded when asked for."""

import subprocess
import sys

import pytest

from precinct_app import desk


@pytest.mark.parametrize("name", desk.__all__)
def test_each_name_of_the_door_is_behind_it(name):
    assert getattr(desk, name).__name__ == name


def test_the_door_has_no_other_name():
    name = "nothing"
    with pytest.raises(AttributeError):
        getattr(desk, name)


def test_where_the_laptop_remembers_is_told_without_loading_a_day():
    look = "import sys; from precinct_app.desk import home; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    )
    heavy = {"precinct_app.domain.fold", "sqlcipher3", "sqlite_utils", "cryptography"}
    assert heavy & set(loaded.stdout.split()) == set()
