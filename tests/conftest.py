"""What every test stands on: no settings of whoever runs it, and slow machines."""

import os

import pytest
from hypothesis import HealthCheck, settings

from precinct_app import keys

# A slow machine is no fault. In CI every run plays the same days, so that a red run is
# about the change and not about luck; elsewhere each run plays new ones.
_PATIENT = [HealthCheck.too_slow]
settings.register_profile("here", deadline=None, suppress_health_check=_PATIENT)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def _strangers_home(tmp_path_factory):
    """Give a home in which this laptop has never run the program."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch, _strangers_home):
    """Keep passphrases, PINs and the home of whoever runs the tests out of them."""
    for name in list(os.environ):
        if name.startswith("PRECINCT_"):
            monkeypatch.delenv(name)
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(_strangers_home / kind.lower()))


@pytest.fixture
def light_argon(monkeypatch):
    """Stretch PINs and passphrases with as little memory as Argon2id takes."""
    monkeypatch.setattr(keys, "_KIBIBYTES", 64)
    monkeypatch.setattr(keys, "_PASSES", 1)
