"""PINs and passphrases that cost the tests no time."""

import pytest

from precinct_app import keys


@pytest.fixture
def light_argon(monkeypatch):
    """Stretch with as little memory as Argon2id takes."""
    monkeypatch.setattr(keys, "_KIBIBYTES", 64)
    monkeypatch.setattr(keys, "_PASSES", 1)
