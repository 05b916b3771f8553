"""What the tests of the search search in."""

import pytest

from tests.search.fourteen import fourteen


@pytest.fixture(scope="module")
def index():
    """Give the fourteen; a test that changes them makes its own."""
    return fourteen()
